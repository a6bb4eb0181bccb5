//! Complaints week by week as a chart of bars, with the limit above which a week spikes, marks for spikes
//! and for the days fixes were shipped, and the same in words.

use super::paper::{LABEL, Paper};
use super::weeks;
use crate::board::Trend;
use crate::feedback::Week;
use crate::journey::TouchpointIndex;
use crate::tui::insight::Insight;
use crate::tui::state::State;
use crate::tui::theme::{Charset, Theme};
use crate::tui::view::number::many;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// How many lines the bars take.
const LINES: usize = 10;

/// What is drawn: the last weeks that fit, and how high they reach.
struct Chart<'a> {
    theme: Theme,
    insight: &'a Insight,
    trend: &'a Trend,
    from: usize,
    most: f64,
}

/// Writes the chart.
pub(super) fn write(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    let Some(insight) = &state.insight else {
        return;
    };
    let trend = &insight.trend;
    let Some(first) = trend.first.filter(|_| !trend.weeks.is_empty()) else {
        return paper.text("weeks", "nothing here has a date", paper.theme.dim());
    };
    if paper.spoken {
        return write_spoken(paper, state, trend);
    }
    let from = trend.weeks.len().saturating_sub(paper.room());
    let heights = (from..trend.weeks.len())
        .map(|place| (trend.weeks[place].events as f64).max(trend.limit(place).unwrap_or(0.0)));
    let chart = Chart {
        theme: paper.theme,
        insight,
        trend,
        from,
        most: heights.fold(1.0, f64::max),
    };
    for line in (0..LINES).rev() {
        paper.line(chart.line(line));
    }
    chart.write_axis(paper, first);
    if from > 0 {
        let said = format!(
            "the last {} of {} weeks",
            trend.weeks.len() - from,
            trend.weeks.len()
        );
        paper.text("", &said, paper.theme.dim());
    }
    let theme = paper.theme;
    let limit = theme.glyph("╌", "~");
    let said = format!(
        "{limit} limit: more than this is a spike   {} spike   {} fix shipped",
        theme.glyph("▲", "^"),
        theme.glyph("┃", "F")
    );
    paper.text("", &said, theme.dim());
    paper.gap();
    weeks::write_words(paper, state);
    let undated = state.board.touchpoint(index).undated;
    if undated > 0 {
        let said = format!("{} left out: no date", many(undated, "row", "rows"));
        paper.text("", &said, theme.warning());
    }
}

/// Every week in which somebody complained, its limit, and whether it spiked.
fn write_spoken(paper: &mut Paper, state: &State, trend: &Trend) {
    let spikes: Vec<Week> = trend.spikes().map(|(week, _)| week).collect();
    for (place, seen) in trend
        .weeks
        .iter()
        .enumerate()
        .filter(|(_, seen)| seen.events > 0)
    {
        let Some(week) = trend.week(place) else {
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
    weeks::write_words(paper, state);
}

impl Chart<'_> {
    /// One line of the chart, counted from below, with what its upper edge stands for.
    fn line(&self, line: usize) -> Line<'static> {
        let label = if line == LINES - 1 {
            format!("{:>width$.0} ", self.most, width = LABEL - 1)
        } else if line == 0 {
            format!("{:>width$} ", 0, width = LABEL - 1)
        } else {
            " ".repeat(LABEL)
        };
        let mut spans = vec![Span::styled(label, self.theme.dim())];
        spans.extend((self.from..self.trend.weeks.len()).map(|place| {
            let (glyph, style) = self.cell(place, line);
            Span::styled(glyph, style)
        }));
        Line::from(spans)
    }

    fn cell(&self, place: usize, line: usize) -> (&'static str, Style) {
        let eighths = |value: f64| (value / self.most * (8 * LINES) as f64).round() as usize;
        let seen = self.trend.weeks[place].events as f64;
        let limit = self.trend.limit(place);
        let filled = eighths(seen).saturating_sub(8 * line).min(8);
        let at_limit = limit.is_some_and(|limit| {
            let height = eighths(limit).min(8 * LINES - 1);
            height / 8 == line
        });
        let spiked = self.spiked(place);
        let style = if spiked {
            self.theme.error()
        } else {
            self.theme.bad()
        };
        match (filled, at_limit) {
            (0, true) => (self.theme.glyph("╌", "~"), self.theme.warning()),
            (0, false) => (" ", self.theme.text()),
            (filled, _) => (bar(self.theme, filled), style),
        }
    }

    fn spiked(&self, place: usize) -> bool {
        let spikes = self.trend.alarms.iter().flat_map(|alarms| &alarms.spikes);
        spikes.into_iter().any(|spike| spike.week == place)
    }

    /// Marks under the weeks, and the first and the last of them.
    fn write_axis(&self, paper: &mut Paper, first: Week) {
        let weeks = self.trend.weeks.len() - self.from;
        let begins = self.trend.week(self.from).unwrap_or(first);
        weeks::write_mark_line(paper, self.insight, (begins, weeks));
        let (from, to) = (
            begins.to_string(),
            self.trend.week(self.trend.weeks.len() - 1),
        );
        let to = to.map(|week| week.to_string()).unwrap_or_default();
        let gap = weeks.saturating_sub(from.len() + to.len()).max(1);
        let said = format!("{from}{}{to}", " ".repeat(gap));
        paper.spans("", vec![Span::styled(said, self.theme.dim())]);
    }
}

fn bar(theme: Theme, eighths: usize) -> &'static str {
    const UNICODE: [&str; 9] = [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
    const ASCII: [&str; 9] = [" ", ".", ".", ":", ":", "|", "|", "#", "#"];
    match theme.charset {
        Charset::Unicode => UNICODE[eighths.min(8)],
        Charset::Ascii => ASCII[eighths.min(8)],
    }
}
