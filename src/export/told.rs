//! Who is to be told of a fix: rows for a mail merge, and a page that says what they said and what was done.

use super::text::{cell, markdown as escaped};
use crate::board::{Card, Hearer};
use crate::feedback::Source;
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
    /// Where feedback comes from.
    pub sources: &'a [Source],
}

impl<'a> Telling<'a> {
    fn source(self, hearer: &Hearer) -> &'a str {
        let source = self.sources.get(hearer.who.source);
        source.map_or("", |source| source.id.as_str())
    }
}

/// Reads what somebody said, as it may leave; asked for each, so that no more than one text is held.
pub type Said<'a> = &'a mut dyn FnMut(&Hearer) -> String;

/// Writes one row a customer (RFC 4180), text that a spreadsheet would run neutralised. Fails only when
/// `out` does.
pub fn told_csv(telling: Telling<'_>, said: Said<'_>, out: &mut dyn io::Write) -> io::Result<()> {
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
            text(&hearer.who.customer),
            text(&hearer.who.id),
            cell(telling.source(hearer)),
            hearer.who.day.to_string(),
            cell(&said(hearer)),
            hearer.who.complaints.to_string(),
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
pub fn told_markdown(
    telling: Telling<'_>,
    said: Said<'_>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let (action, hearers) = (telling.action, telling.hearers);
    writeln!(
        out,
        "# You said, we did: {}\n",
        escaped(&telling.touchpoint.title)
    )?;
    let customers = match hearers.len() {
        0 => "Nobody is left to be told.".to_owned(),
        1 => "One customer told us:".to_owned(),
        many => format!("{many} customers told us, among them:"),
    };
    writeln!(out, "## You said\n\n{customers}\n")?;
    let words = hearers.iter().filter(|one| one.who.has_words);
    let words = words.map(|one| (said(one), one.who.day));
    for (words, day) in words.filter(|(words, _)| !words.is_empty()).take(QUOTED) {
        writeln!(out, "> “{}” ({day})\n", escaped(&words))?;
    }
    let says = |text: &Option<String>| escaped(text.as_deref().unwrap_or("nothing yet"));
    writeln!(out, "## Why it hurt\n\n{}\n", says(&action.root_cause))?;
    let since = action.shipped.map(|day| format!(" (since {day})"));
    let since = since.unwrap_or_default();
    writeln!(out, "## We did\n\n{}{since}\n", says(&action.done))?;
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
        let (who, day) = (&hearer.who, hearer.who.day);
        let name = who.customer.as_deref().or(who.id.as_deref());
        let told = hearer.told.map_or("–".to_owned(), |day| day.to_string());
        let (name, source) = (
            escaped(name.unwrap_or("–")),
            escaped(telling.source(hearer)),
        );
        writeln!(out, "| {name} | {source} | {day} | {told} |")?;
    }
    Ok(())
}
