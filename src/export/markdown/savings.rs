//! What fixing one step would save of a thousand journeys started.

use super::table::{Side, Table};
use crate::board::Against;
use crate::export::Subject;
use crate::export::depth::Depth;
use crate::export::number::brief;
use crate::export::text::markdown as escaped;
use crate::measures::flow::Saving;

/// How many steps a journey shows.
const MOST: usize = 3;

/// The section on what to fix first.
pub(super) fn savings(subject: Subject<'_>, depths: &[Depth<'_>]) -> Vec<String> {
    let mut table = Table::new(&[
        ("Fix this step", Side::Left),
        ("Journey", Side::Left),
        ("Saves, of 1,000 started", Side::Left),
    ]);
    let mut notes = Vec::new();
    let mut any = false;
    for depth in depths {
        let Some(journey) = subject.journeys.all().get(depth.journey) else {
            continue;
        };
        let title = escaped(&journey.title);
        match (&depth.flow.expected, &depth.flow.savings) {
            (Ok(expected), Ok(savings)) => {
                let worth = savings.iter().filter(|saving| saving.per_thousand > 0.0);
                for saving in worth.take(MOST) {
                    any = true;
                    table.row(row(subject, depth, &title, saving));
                }
                let bound = if expected.unknown.is_empty() {
                    ""
                } else {
                    "at least "
                };
                let goal = depth.flow.passage.as_ref().map_or_else(
                    |_| String::new(),
                    |passage| format!("{} % reach the goal; ", brief(100.0 * passage.goal)),
                );
                notes.push(format!(
                    "- {title}: {goal}{bound}{} complaints to expect of 1,000 who start, {}.\n",
                    brief(expected.per_thousand),
                    basis(depth.flow.against),
                ));
            }
            (Err(reason), _) | (_, Err(reason)) => {
                notes.push(format!(
                    "- {title}: what 1,000 who start meet {}.\n",
                    escaped(&depth.reason(reason))
                ));
            }
        }
    }
    if depths.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec!["## What to fix first\n".to_owned()];
    if any {
        blocks.push(table.text());
    }
    blocks.push(notes.concat());
    blocks
}

fn row(subject: Subject<'_>, depth: &Depth<'_>, journey: &str, saving: &Saving) -> Vec<String> {
    let touchpoint = subject
        .journeys
        .touchpoint(depth.flow.touchpoint(saving.place));
    vec![
        format!(
            "{} ({})",
            escaped(&touchpoint.title),
            escaped(&touchpoint.address.to_string())
        ),
        journey.to_owned(),
        format!(
            "{} ({} to {})",
            brief(saving.per_thousand),
            brief(saving.range.low),
            brief(saving.range.high)
        ),
    ]
}

fn basis(against: Against) -> &'static str {
    match against {
        Against::Answers => "if those who pass complain as those who answered do",
        _ => "by the complaints of those known to have passed",
    }
}
