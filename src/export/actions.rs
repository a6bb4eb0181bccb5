//! The list of actions: a page for the terminal, a table for a meeting, rows for a spreadsheet.

use super::text::{cell, markdown as escaped, one_line};
use crate::board::Card;
use crate::feedback::Day;
use crate::journey::{Action, Charter, Journeys, Status};
use std::io;

/// The cards of a board with what they speak of.
#[derive(Clone, Copy, Debug)]
pub struct Deck<'a> {
    /// Every journey.
    pub journeys: &'a Journeys,
    /// The people.
    pub charter: &'a Charter,
    /// The cards, in the workspace's order.
    pub cards: &'a [Card],
}

impl<'a> Deck<'a> {
    fn each(self) -> impl Iterator<Item = (&'a Card, &'a Action)> {
        let cards = self.cards.iter();
        cards.filter_map(move |card| Some((card, card.of(self.journeys)?)))
    }

    fn owner(self, action: &'a Action) -> &'a str {
        let owner = action.owner.as_deref();
        owner.map_or("nobody", |id| self.charter.roster.title(id))
    }
}

/// The column of a card in a word; one that came back says so.
pub(super) fn column(card: &Card) -> &'static str {
    match card.came_back() {
        Some(_) => "came back",
        None => card.column.word(),
    }
}

/// When it is due and how late it is; when it was shipped or told.
pub(super) fn when(card: &Card, action: &Action) -> String {
    let told = action.told.filter(|_| action.status == Status::Told);
    match (card.overdue, told, action.shipped, action.due) {
        (Some(1), ..) => "1 day overdue".to_owned(),
        (Some(days), ..) => format!("{days} days overdue"),
        (_, Some(day), ..) => format!("told {day}"),
        (_, _, Some(day), _) => format!("shipped {day}"),
        (_, _, _, Some(day)) => format!("due {day}"),
        _ => String::new(),
    }
}

/// Writes a page for the terminal: column by column, one action a paragraph. Fails only when `out` does.
pub fn actions_text(deck: Deck<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut any = false;
    for (word, status) in Status::WORDS {
        let mut of: Vec<_> = deck
            .each()
            .filter(|(card, _)| card.column == status)
            .collect();
        if of.is_empty() {
            continue;
        }
        of.sort_by_key(|(card, _)| std::cmp::Reverse(card.overdue));
        writeln!(out, "{}{word} ({})", if any { "\n" } else { "" }, of.len())?;
        any = true;
        for (card, action) in of {
            let place = &deck.journeys.touchpoint(card.touchpoint).address;
            let title = one_line(&action.title);
            writeln!(out, "  {}  {title}", action.id)?;
            let owner = one_line(deck.owner(action));
            let when = Some(when(card, action)).filter(|when| !when.is_empty());
            let when = when.map_or_else(String::new, |when| format!(", {when}"));
            writeln!(out, "    {place}, {owner}{when}")?;
            let told = [card.proof(), action.came_back.as_deref().map(one_line)];
            for line in told.into_iter().flatten() {
                writeln!(out, "    {line}")?;
            }
        }
    }
    if any {
        return Ok(());
    }
    writeln!(
        out,
        "no actions yet: pothole act add TOUCHPOINT \"what is to be done\""
    )
}

/// Writes rows for a spreadsheet, text that it would run neutralised. Fails only when `out` does.
pub fn actions_csv(deck: Deck<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut writer = csv::Writer::from_writer(out);
    let header = [
        "action",
        "title",
        "touchpoint",
        "owner",
        "status",
        "column",
        "opened",
        "due",
        "shipped",
        "told",
        "overdue_days",
        "proof",
        "root_cause",
        "done",
        "link",
    ];
    let cause = |error: csv::Error| io::Error::other(error.to_string());
    writer.write_record(header).map_err(cause)?;
    for (card, action) in deck.each() {
        let day = |day: Option<Day>| day.map(|day| day.to_string()).unwrap_or_default();
        let text = |text: &Option<String>| text.as_deref().map(cell).unwrap_or_default();
        let row = [
            cell(&action.id),
            cell(&action.title),
            cell(
                &deck
                    .journeys
                    .touchpoint(card.touchpoint)
                    .address
                    .to_string(),
            ),
            text(&action.owner),
            action.status.word().to_owned(),
            column(card).to_owned(),
            day(action.opened),
            day(action.due),
            day(action.shipped),
            day(action.told),
            card.overdue
                .map(|days| days.to_string())
                .unwrap_or_default(),
            card.proof().as_deref().map(cell).unwrap_or_default(),
            text(&action.root_cause),
            text(&action.done),
            text(&action.link),
        ];
        writer.write_record(row).map_err(cause)?;
    }
    writer.flush()
}

/// A row of a table in Markdown: action, touchpoint, owner, where it stands, when, proof.
pub(super) fn markdown_row(deck: Deck<'_>, card: &Card, action: &Action) -> Vec<String> {
    let place = deck.journeys.touchpoint(card.touchpoint);
    let or = |text: String| {
        if text.is_empty() {
            "–".to_owned()
        } else {
            text
        }
    };
    vec![
        escaped(&action.title),
        escaped(&place.title),
        escaped(deck.owner(action)),
        column(card).to_owned(),
        or(when(card, action)),
        card.proof()
            .map_or_else(|| "–".to_owned(), |proof| escaped(&proof)),
    ]
}
