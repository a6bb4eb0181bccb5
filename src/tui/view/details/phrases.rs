//! Measures as short phrases: the number, its interval, and what it rests on.

use crate::feedback::Better;
use crate::measures::{Ces, Csat, Friction, Interval, Nps};
use crate::tui::theme::Theme;
use crate::tui::view::number::count;

/// The share of complaints.
pub(super) fn complaints(friction: &Friction) -> String {
    let interval = range(friction.interval, 0);
    format!(
        "{:.0} % ({interval}), of {}",
        friction.share,
        count(friction.of)
    )
}

pub(super) fn nps(theme: Theme, nps: &Nps) -> String {
    let n = nps.promoters + nps.passives + nps.detractors;
    let margin = theme.glyph("±", "+/-");
    format!(
        "{:+.1} {margin} {:.1}, of {}",
        nps.score,
        nps.margin,
        count(n)
    )
}

pub(super) fn ces(ces: &Ces) -> String {
    let end = match ces.better {
        Better::High => "high is easy",
        Better::Low => "low is easy",
    };
    let interval = ces
        .interval
        .map(|i| format!(" ({})", range(i, 2)))
        .unwrap_or_default();
    format!("{:.2}{interval}, of {}, {end}", ces.mean, count(ces.of))
}

pub(super) fn csat(csat: &Csat) -> String {
    format!(
        "{:.0} % ({}), of {}",
        csat.share,
        range(csat.interval, 0),
        count(csat.of)
    )
}

fn range(interval: Interval, decimals: usize) -> String {
    format!(
        "{:.decimals$} to {:.decimals$}",
        interval.low, interval.high
    )
}
