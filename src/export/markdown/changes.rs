//! What changed: weeks that spiked, what slowly gets worse, and whether fixes helped.

use super::table::{NOTHING, Side, Table};
use crate::board::{Fix, Trend};
use crate::export::Subject;
use crate::export::depth::Depth;
use crate::export::number::{brief, fine, grouped, odds};
use crate::export::text::markdown as escaped;
use crate::feedback::Week;
use crate::journey::{Touchpoint, TouchpointIndex};
use crate::measures::Incidence;
use crate::measures::trend::{Drift, Growth, Spike};

/// How many spikes and drifts the page shows, the latest ones.
const MOST: usize = 8;

/// One touchpoint's trend.
struct Watched<'a> {
    index: TouchpointIndex,
    touchpoint: &'a Touchpoint,
    trend: Trend,
}

/// The section on spikes and drifts; nothing where no feedback has a date.
pub(super) fn changes(subject: Subject<'_>, depths: &[Depth<'_>]) -> Vec<String> {
    if subject.board.days.is_none() {
        return Vec::new();
    }
    let mut watched = Vec::new();
    for depth in depths {
        for (index, touchpoint) in subject.touchpoints_of(depth.journey) {
            watched.push(Watched {
                index,
                touchpoint,
                trend: depth.trend(index),
            });
        }
    }
    let mut lines: Vec<(Week, String)> = Vec::new();
    for one in &watched {
        one.tell(subject, &mut lines);
    }
    lines.sort_by_key(|(week, _)| std::cmp::Reverse(*week));
    let open = watched
        .iter()
        .filter(|one| one.trend.alarms.is_err())
        .count();
    let mut blocks = vec!["## What got worse\n".to_owned()];
    if lines.is_empty() {
        let judged = watched.len() - open;
        if judged > 0 {
            blocks.push(format!(
                "No week stands out and nothing slowly rises at the {judged} touchpoints that can be \
                 watched.\n"
            ));
        }
    } else {
        let shown = lines.iter().take(MOST);
        let list: Vec<String> = shown.map(|(_, line)| format!("- {line}\n")).collect();
        blocks.push(list.concat());
        if lines.len() > MOST {
            let more = lines.len() - MOST;
            blocks.push(format!(
                "And {more} earlier ones, which the JSON export lists.\n"
            ));
        }
    }
    if open > 0 {
        blocks.push(format!(
            "{} cannot be watched: fewer than {} earlier weeks, or nothing with a date.\n",
            match open {
                1 => "1 touchpoint".to_owned(),
                open => format!("{open} touchpoints"),
            },
            subject.board.vigilance.least_weeks,
        ));
    }
    blocks
}

impl Watched<'_> {
    /// Adds a line for each spike and each drift, by its week.
    fn tell(&self, subject: Subject<'_>, lines: &mut Vec<(Week, String)>) {
        let trend = &self.trend;
        for (week, spike) in trend.spikes() {
            lines.push((week, self.spike(subject, week, spike)));
        }
        for drift in trend.alarms.iter().flat_map(|alarms| &alarms.drifts) {
            if let (Some(from), Some(to)) = (trend.week(drift.from), trend.week(drift.to)) {
                lines.push((to, self.drift(from, to, drift)));
            }
        }
    }

    fn name(&self) -> String {
        format!(
            "**{}** ({})",
            escaped(&self.touchpoint.title),
            escaped(&self.touchpoint.address.to_string())
        )
    }

    fn spike(&self, subject: Subject<'_>, week: Week, spike: &Spike) -> String {
        let grown = subject.testimony.grown.get(&(self.index, week));
        let said = grown.map_or_else(String::new, |grown| {
            let (words, tags) = (more("Words", &grown.words), more("Tags", &grown.tags));
            format!("{words}{tags}")
        });
        format!(
            "{week}: {} spiked, {} complaints where {} were to be expected (limit {}, chance {}).{said}",
            self.name(),
            grouped(spike.seen),
            brief(spike.expected),
            brief(spike.limit),
            odds(spike.tail),
        )
    }

    fn drift(&self, from: Week, to: Week, drift: &Drift) -> String {
        format!(
            "{from} to {to}: {} rose slowly, {} complaints where {} were to be expected.",
            self.name(),
            grouped(drift.seen),
            brief(drift.expected),
        )
    }
}

/// What grew most, in a sentence of its own; nothing where nothing did.
fn more(what: &str, grown: &[Growth]) -> String {
    if grown.is_empty() {
        return String::new();
    }
    let told = grown.iter().map(|growth| {
        let word = escaped(&growth.word);
        format!("“{word}” ({}, before {})", growth.now, growth.before)
    });
    let told: Vec<String> = told.collect();
    format!(" {what} that grew most: {}.", told.join(", "))
}

/// The section on fixes that were shipped; nothing where there is none.
pub(super) fn fixes(subject: Subject<'_>, depths: &[Depth<'_>]) -> Vec<String> {
    let mut table = Table::new(&[
        ("Fix", Side::Left),
        ("Touchpoint", Side::Left),
        ("Shipped", Side::Left),
        ("Verdict", Side::Left),
        ("Complaints before", Side::Left),
        ("Since", Side::Left),
        ("Rate ratio (95 % interval)", Side::Left),
    ]);
    let mut any = false;
    for depth in depths {
        for (index, touchpoint) in subject.touchpoints_of(depth.journey) {
            for fix in depth.fixes(index) {
                any = true;
                table.row(row(touchpoint, fix));
            }
        }
    }
    if !any {
        return Vec::new();
    }
    vec!["## Did the fixes help?\n".to_owned(), table.text()]
}

fn row(touchpoint: &Touchpoint, fix: &Fix) -> Vec<String> {
    let action = touchpoint.actions.get(fix.action);
    let counted = |incidence: &Incidence| match fix.against {
        crate::board::Against::Weeks => format!(
            "{} in {} weeks",
            grouped(incidence.events),
            brief(incidence.exposure)
        ),
        _ => format!(
            "{} in {}",
            grouped(incidence.events),
            grouped(incidence.exposure.round() as u64)
        ),
    };
    let ratio = fix
        .comparison
        .as_ref()
        .ok()
        .and_then(|found| found.ratio.as_ref().ok());
    vec![
        action.map_or_else(|| NOTHING.to_owned(), |action| escaped(&action.title)),
        escaped(&touchpoint.title),
        fix.shipped.to_string(),
        verdict(fix),
        counted(&fix.before),
        counted(&fix.after),
        ratio.map_or_else(
            || NOTHING.to_owned(),
            |ratio| {
                let (low, high) = (fine(ratio.interval.low), fine(ratio.interval.high));
                format!("{} ({low} to {high})", fine(ratio.value))
            },
        ),
    ]
}

/// The verdict in words; for one not shown yet, what it would take.
fn verdict(fix: &Fix) -> String {
    let words = fix.verdict().words();
    let reason = match (&fix.comparison, &fix.weeks_to_show) {
        (Err(reason), _) => format!(": {}", reason.sentence()),
        (Ok(found), _) if found.verdict != crate::measures::Verdict::NotShownYet => String::new(),
        (Ok(_), Ok(0)) => "; a halving would have shown by now".to_owned(),
        (Ok(_), Ok(weeks)) => format!("; a halving would show in {weeks} more weeks"),
        (Ok(_), Err(reason)) => format!("; when it would show {}", reason.sentence()),
    };
    format!("**{words}**{reason}")
}
