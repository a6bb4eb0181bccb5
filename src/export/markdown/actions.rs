//! What is being done: the actions of the touchpoints shown, those that need somebody first.

use super::table::{Side, Table};
use crate::export::Subject;
use crate::export::actions::{Deck, markdown_row};
use std::io;

/// The section on actions; nothing where there is none.
pub(super) fn actions(subject: Subject<'_>) -> Vec<String> {
    let cards = subject.board.cards(subject.journeys, subject.overlay);
    let deck = Deck {
        journeys: subject.journeys,
        charter: subject.charter,
        cards: &cards,
    };
    let mut table = Table::new(&[
        ("Action", Side::Left),
        ("Touchpoint", Side::Left),
        ("Owner", Side::Left),
        ("Stands at", Side::Left),
        ("When", Side::Left),
        ("Proof", Side::Left),
    ]);
    let mut rows: Vec<_> = cards
        .iter()
        .filter_map(|card| Some((card, card.of(subject.journeys)?)))
        .collect();
    rows.sort_by_key(|(card, _)| {
        let calm = card.came_back().is_none();
        (calm, std::cmp::Reverse(card.overdue), card.column)
    });
    if rows.is_empty() {
        return Vec::new();
    }
    table.rows(
        rows.iter()
            .map(|(card, action)| markdown_row(deck, card, action)),
    );
    vec![
        "## What is being done\n".to_owned(),
        table.without_silence().text(),
    ]
}

/// Writes the section as a page of its own. Fails only when `out` does.
pub fn actions_markdown(subject: Subject<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let section = actions(subject);
    if section.is_empty() {
        return out.write_all(b"# What is being done\n\nNo actions yet.\n");
    }
    let page = section.join("\n").replacen("## ", "# ", 1);
    out.write_all(page.as_bytes())
}
