//! How far to trust it: what became of every row, and how to read the numbers.

use super::escape::text;
use super::said::{percent, short};
use super::table::{Table, figures, words};
use crate::export::Subject;
use crate::export::number::grouped;
use crate::feedback::SourceBooks;

/// The section on the rows.
pub(super) fn data(subject: Subject<'_>) -> String {
    let books = &subject.overlay.books;
    let total = books.total();
    let mut table = Table::new(
        "What became of every row, by source",
        &[
            words("Source"),
            figures("Rows read"),
            figures("Mapped"),
            figures("Unmapped"),
            figures("Rejected"),
            figures("Undated"),
        ],
    );
    for (source, books) in subject.sources.iter().zip(&books.sources) {
        table.row(row(text(&source.title), books));
    }
    table.row(row("<b>All sources</b>".to_owned(), &total));
    format!(
        "<section class=\"data\" aria-labelledby=\"data\">\n<h2 id=\"data\">Data</h2>\n{}{}<p class=\"fine\">{}</p>\n</section>\n",
        sum(&total),
        table.html(),
        notes(subject, &total)
    )
}

/// The equation, and the parts to scale.
fn sum(total: &SourceBooks) -> String {
    if total.read == 0 {
        return "<p>No row of feedback has been read.</p>\n".to_owned();
    }
    let share = |part: u64| 100.0 * part as f64 / total.read as f64;
    let width = |part: u64| format!("{:.2}", share(part));
    format!(
        "<p class=\"sum\"><b>{}</b> rows read = <b>{}</b> mapped + <b>{}</b> unmapped + <b>{}</b> rejected: {} lie at a \
         touchpoint.</p>\n<div class=\"parts\" aria-hidden=\"true\"><span class=\"mapped\" style=\"width:{}%\"></span>\
         <span class=\"unmapped\" style=\"width:{}%\"></span><span class=\"rejected\" style=\"width:{}%\"></span></div>\n",
        grouped(total.read),
        grouped(total.mapped),
        grouped(total.unmapped),
        grouped(total.rejected),
        percent(share(total.mapped)),
        width(total.mapped),
        width(total.unmapped),
        width(total.rejected),
    )
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

fn notes(subject: Subject<'_>, total: &SourceBooks) -> String {
    let mut notes = Vec::new();
    if total.unmapped > 0 {
        notes.push("Unmapped rows speak about no touchpoint that a rule knows.".to_owned());
    }
    if total.rejected > 0 {
        notes.push("Rejected rows could not be read as declared.".to_owned());
    }
    if total.duplicates > 0 {
        notes.push(format!(
            "{} of the rejected rows were dropped because another row of their id counts.",
            grouped(total.duplicates)
        ));
    }
    if total.undated > 0 {
        notes.push("Undated rows count in totals and in no week.".to_owned());
    }
    for unread in &subject.overlay.books.unread {
        let (file, reason) = (text(&unread.file), text(&unread.reason));
        notes.push(format!(
            "<strong class=\"bad\">Not read:</strong> {file} ({reason})."
        ));
    }
    for broken in subject.journeys.broken() {
        let (file, reason) = (text(&broken.file), text(&broken.reason));
        notes.push(format!(
            "<strong class=\"bad\">Broken journey:</strong> {file} ({reason})."
        ));
    }
    notes.join(" ")
}

/// How to read the numbers.
pub(super) fn legend(subject: Subject<'_>) -> String {
    let thresholds = &subject.charter.thresholds;
    let items = [
        (
            "Friction",
            format!(
                "what share of the feedback complains, at the very least: the lower end of the 95 % interval \
                 of that share, 0 to 100. Hot from {} on, burning from {}, warm from {}.",
                short(thresholds.high),
                short((2.0 * thresholds.high).min(100.0)),
                short(thresholds.high / 2.0)
            ),
        ),
        (
            "–",
            format!(
                "nothing is said: with fewer than {} rows a share would be a guess.",
                grouped(thresholds.least_rows)
            ),
        ),
        (
            "Pain",
            "how many are hurt and how much: summed severity, or complaints where none says how severe it is."
                .to_owned(),
        ),
        (
            "Intervals",
            "the range that holds the truth 95 times in 100, if those who answered are like those who did not."
                .to_owned(),
        ),
        (
            "Not shown",
            "chance alone could explain the difference; it may still be there.".to_owned(),
        ),
    ];
    let items: Vec<String> = (items.iter())
        .map(|(name, says)| format!("<div><dt>{name}</dt><dd>{says}</dd></div>\n"))
        .collect();
    format!(
        "<section aria-labelledby=\"legend\">\n<h2 id=\"legend\">How to read it</h2>\n<dl class=\"legend\">\n{}</dl>\n</section>\n",
        items.concat()
    )
}
