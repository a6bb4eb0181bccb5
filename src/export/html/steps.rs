//! Every touchpoint as customers meet it: the maps once more, as tables for those who hear or print them.

use super::escape::{anchor, text};
use super::said::{complaints, friction, heat, mood, owner};
use super::table::{NOTHING, Table, figures, words};
use crate::board::Heat;
use crate::export::Subject;

/// The section.
pub(super) fn steps(subject: Subject<'_>) -> String {
    let mut tables = String::new();
    for (place, journey) in subject.journeys() {
        let mut table = Table::new(
            format!("{}, as customers meet it", text(&journey.title)),
            &[
                words("Touchpoint"),
                words("Stage"),
                words("Heat"),
                figures("Friction"),
                words("Complain (95 %)"),
                figures("Feels, −2 to +2"),
                words("Channel"),
                words("Owner"),
            ],
        );
        for (index, touchpoint) in subject.touchpoints_of(place) {
            let sheet = subject.board.touchpoint(index);
            let stage = journey.stages.get(touchpoint.stage);
            let star = if touchpoint.moment_of_truth {
                " <span class=\"truth\" title=\"moment of truth\">★</span>"
            } else {
                ""
            };
            table.row(vec![
                format!(
                    "<span id=\"{}\">{}</span>{star}",
                    anchor("t", &touchpoint.address.to_string()),
                    text(&touchpoint.title)
                ),
                stage.map_or_else(|| NOTHING.to_owned(), |stage| text(&stage.title)),
                heat(Heat::of(sheet, &subject.charter.thresholds)),
                friction(sheet),
                complaints(&sheet.counts, !sheet.is_thin()),
                mood(sheet.mood.as_ref()),
                touchpoint
                    .channel
                    .as_deref()
                    .map_or_else(|| NOTHING.to_owned(), text),
                owner(subject.charter, touchpoint.owner.as_deref()),
            ]);
        }
        if !table.is_empty() {
            tables.push_str(&table.html());
        }
    }
    if tables.is_empty() {
        return String::new();
    }
    format!(
        "<section class=\"all\" aria-labelledby=\"all\">\n<h2 id=\"all\">Every touchpoint</h2>\n{tables}</section>\n"
    )
}
