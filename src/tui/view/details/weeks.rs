//! Marks under the weeks: those that spiked, and the days fixes were shipped; and what the marks say.

use super::paper::Paper;
use crate::feedback::{Day, Week};
use crate::tui::state::State;
use ratatui::style::Style;
use ratatui::text::Span;

/// How many spikes are told in words.
const TOLD: usize = 3;

/// Writes the marks under so many weeks that begin with the first one, drawn over the paper's room.
pub(super) fn write_marks(paper: &mut Paper, state: &State, (first, weeks): (Week, usize)) {
    let Some(insight) = &state.insight else {
        return;
    };
    let (theme, trend) = (paper.theme, &insight.trend);
    let columns = weeks.min(paper.room());
    let column = |day: Day| {
        let week = (day.monday().0 - first.monday().0).div_euclid(7);
        let week = usize::try_from(week).ok().filter(|week| *week < weeks)?;
        Some(if weeks <= columns {
            week
        } else {
            week * columns / weeks
        })
    };
    let mut marks: Vec<(char, Style)> = vec![(' ', theme.text()); columns];
    for fix in &insight.fixes {
        if let Some(at) = column(fix.shipped).filter(|at| *at < columns) {
            let glyph = theme.glyph("┃", "F").chars().next();
            marks[at] = (glyph.unwrap_or('F'), theme.good());
        }
    }
    for (week, _) in trend.spikes() {
        if let Some(at) = column(week.monday()).filter(|at| *at < columns) {
            let glyph = theme.glyph("▲", "^").chars().next();
            marks[at] = (glyph.unwrap_or('^'), theme.bad());
        }
    }
    if marks.iter().any(|(mark, _)| *mark != ' ') {
        let spans = marks
            .into_iter()
            .map(|(mark, style)| Span::styled(mark.to_string(), style));
        paper.spans("", spans.collect());
    }
    let last = trend.weeks.len().saturating_sub(1);
    match (&trend.alarms, trend.limit(last)) {
        (Err(why), _) => paper.text("", &format!("spikes {}", why.sentence()), theme.dim()),
        (Ok(_), Some(limit)) => {
            let usual = trend.usual.as_ref().ok().zip(trend.weeks.get(last));
            let usual = usual.map_or(0.0, |(usual, week)| usual.expected(week.exposure));
            let said = format!("usual {usual:.1} a week, limit {limit:.1}");
            paper.text("", &said, theme.dim());
        }
        (Ok(_), None) => {}
    }
    for (week, spike) in trend.spikes().take(TOLD) {
        let said = format!(
            "{} {week}: {} complaints, {:.1} expected, p {:.0e}",
            theme.glyph("▲", "^"),
            spike.seen,
            spike.expected,
            spike.tail
        );
        paper.text("", &said, theme.bad());
    }
    let drifts = trend
        .alarms
        .iter()
        .flat_map(|alarms| alarms.drifts.iter().rev());
    for drift in drifts.take(1) {
        if let (Some(from), Some(to)) = (trend.week(drift.from), trend.week(drift.to)) {
            let said = format!(
                "rising {from} to {to}: {} complaints, {:.1} expected",
                drift.seen, drift.expected
            );
            paper.text("", &said, theme.bad());
        }
    }
}
