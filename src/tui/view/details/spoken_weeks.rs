//! The weeks of a touchpoint one a line, where nothing is drawn: complaints, the limit, and spikes.

use super::paper::Paper;
use super::weeks;
use crate::feedback::Week;
use crate::tui::state::State;
use crate::tui::view::number::many;

/// Writes every week in which somebody complained, and what is usual.
pub(super) fn write(paper: &mut Paper, state: &State) {
    let Some(insight) = &state.insight else {
        return;
    };
    let trend = &insight.trend;
    let spikes: Vec<Week> = trend.spikes().map(|(week, _)| week).collect();
    for (place, seen) in trend.weeks.iter().enumerate() {
        let Some(week) = trend.week(place).filter(|_| seen.events > 0) else {
            continue;
        };
        let mut said = many(seen.events, "complaint", "complaints");
        if let Some(limit) = trend.limit(place) {
            said = format!("{said}, limit {limit:.1}");
        }
        if spikes.contains(&week) {
            said = format!("{said}, spike");
        }
        paper.text(&week.to_string(), &said, paper.theme.text());
    }
    weeks::write_words(paper, state, insight);
}
