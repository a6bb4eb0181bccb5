//! The books: what became of every row, and what the numbers leave out.

use super::table::{Side, Table};
use crate::export::Subject;
use crate::export::number::grouped;
use crate::export::text::markdown as escaped;
use crate::feedback::SourceBooks;

/// The section on the books.
pub(super) fn books(subject: Subject<'_>) -> Vec<String> {
    let books = &subject.overlay.books;
    let mut table = Table::new(&[
        ("Source", Side::Left),
        ("Rows read", Side::Right),
        ("Mapped", Side::Right),
        ("Unmapped", Side::Right),
        ("Rejected", Side::Right),
        ("Undated", Side::Right),
    ]);
    for (source, books) in subject.sources.iter().zip(&books.sources) {
        table.row(row(escaped(&source.title), books));
    }
    table.row(row("**All**".to_owned(), &books.total()));
    let mut blocks = vec!["## The books\n".to_owned(), table.text()];
    blocks.extend(notes(subject));
    blocks
}

fn row(name: String, books: &SourceBooks) -> Vec<String> {
    let numbers = [
        books.read,
        books.mapped,
        books.unmapped,
        books.rejected,
        books.undated,
    ];
    let mut cells = vec![name];
    cells.extend(numbers.map(grouped));
    cells
}

fn notes(subject: Subject<'_>) -> Vec<String> {
    let books = &subject.overlay.books;
    let total = books.total();
    let mut notes = vec!["Rows read = mapped + unmapped + rejected.".to_owned()];
    if total.unmapped > 0 {
        notes.push("Unmapped rows speak about no touchpoint that a rule knows.".to_owned());
    }
    if total.rejected > 0 {
        notes.push("Rejected rows could not be read as declared; `pothole check` counts them, `pothole export --format json` lists them.".to_owned());
    }
    if total.duplicates > 0 {
        notes.push(format!(
            "{} of the rejected rows were dropped because another row of their id counts.",
            grouped(total.duplicates)
        ));
    }
    if total.undated > 0 {
        let counted = if subject.board.lens.has_dates() {
            "Undated rows are left out, because the dates are limited."
        } else {
            "Undated rows count in the totals and in no week."
        };
        notes.push(counted.to_owned());
    }
    for unread in &books.unread {
        notes.push(format!(
            "**Not read:** {} ({}).",
            escaped(&unread.file),
            escaped(&unread.reason)
        ));
    }
    for broken in subject.journeys.broken() {
        notes.push(format!(
            "**Broken journey:** {} ({}).",
            escaped(&broken.file),
            escaped(&broken.reason)
        ));
    }
    vec![format!("{}\n", notes.join(" "))]
}
