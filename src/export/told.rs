//! Who is to be told of a fix: rows for a mail merge, and a page that says what they said and what was done.

use super::text::{cell, markdown as escaped};
use crate::board::{Card, Hearer};
use crate::journey::{Action, Touchpoint};
use std::io;

/// How many customers' words the page quotes.
const QUOTED: usize = 5;

/// A fix, and who is to hear of it.
#[derive(Clone, Copy, Debug)]
pub struct Telling<'a> {
    /// The fix.
    pub action: &'a Action,
    /// Where it was.
    pub touchpoint: &'a Touchpoint,
    /// What the numbers say of it.
    pub card: Option<&'a Card>,
    /// The customers, the latest first.
    pub hearers: &'a [Hearer],
    /// How many complaints came before the fix, of all customers, known or not.
    pub complaints: u64,
}

/// Writes one row a customer (RFC 4180), text that a spreadsheet would run neutralised. Fails only when
/// `out` does.
pub fn told_csv(telling: Telling<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    let cause = |error: csv::Error| io::Error::other(error.to_string());
    let header = [
        "customer",
        "id",
        "source",
        "date",
        "words",
        "complaints",
        "told",
        "touchpoint",
        "root_cause",
        "done",
        "shipped",
    ];
    writer.write_record(header).map_err(cause)?;
    let action = telling.action;
    let text = |text: &Option<String>| text.as_deref().map(cell).unwrap_or_default();
    let shipped = action.shipped.map(|day| day.to_string());
    for hearer in telling.hearers {
        let row = [
            text(&hearer.customer),
            text(&hearer.id),
            cell(&hearer.source),
            hearer.day.to_string(),
            cell(&hearer.words),
            hearer.complaints.to_string(),
            hearer.told.map(|day| day.to_string()).unwrap_or_default(),
            cell(&telling.touchpoint.title),
            text(&action.root_cause),
            text(&action.done),
            shipped.clone().unwrap_or_default(),
        ];
        writer.write_record(row).map_err(cause)?;
    }
    writer.flush()
}

/// Writes the page "you said, we did". Fails only when `out` does.
pub fn told_markdown(telling: Telling<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let (action, hearers) = (telling.action, telling.hearers);
    writeln!(
        out,
        "# You said, we did: {}\n",
        escaped(&telling.touchpoint.title)
    )?;
    let customers = match hearers.len() {
        0 => "Nobody whose words can be read complained before it.".to_owned(),
        1 => "One customer told us:".to_owned(),
        many => format!("{many} customers told us, among them:"),
    };
    writeln!(out, "## You said\n\n{customers}\n")?;
    for hearer in hearers
        .iter()
        .filter(|one| !one.words.is_empty())
        .take(QUOTED)
    {
        writeln!(out, "> “{}” ({})\n", escaped(&hearer.words), hearer.day)?;
    }
    let said = |text: &Option<String>| escaped(text.as_deref().unwrap_or("nothing yet"));
    writeln!(out, "## Why it hurt\n\n{}\n", said(&action.root_cause))?;
    let since = action.shipped.map(|day| format!(" (since {day})"));
    let since = since.unwrap_or_default();
    writeln!(out, "## We did\n\n{}{since}\n", said(&action.done))?;
    if let Some(proof) = telling.card.and_then(Card::proof) {
        writeln!(out, "## Did it help?\n\n{}\n", escaped(&proof))?;
    }
    if hearers.is_empty() {
        return Ok(());
    }
    writeln!(out, "## Whom to tell\n")?;
    writeln!(
        out,
        "| Customer | Source | Complained | Told |\n|---|---|---|---|"
    )?;
    for hearer in hearers {
        let who = hearer.customer.as_deref().or(hearer.id.as_deref());
        let told = hearer.told.map_or("–".to_owned(), |day| day.to_string());
        let (who, source) = (escaped(who.unwrap_or("–")), escaped(&hearer.source));
        writeln!(out, "| {who} | {source} | {} | {told} |", hearer.day)?;
    }
    Ok(())
}
