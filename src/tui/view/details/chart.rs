//! The weeks as a chart: complaints as bars, the limit of the usual as a line with its number beside it,
//! and below them the weeks that spiked and the days fixes were shipped. It reads without colour.

use super::paper::Paper;
use super::weeks;
use crate::board::Trend;
use crate::tui::insight::Insight;
use crate::tui::state::State;
use crate::tui::theme::{Charset, Theme};
use crate::tui::view::number::many;
use ratatui::style::Style;
use ratatui::text::Span;

/// How many lines the bars have beside other things.
pub(super) const LOW: usize = 6;
/// How many where there is nothing beside them.
pub(super) const HIGH: usize = 11;
/// Steps of a line.
const STEPS: usize = 8;

/// The newest weeks of a trend, as many as there is room for.
struct Chart<'a> {
    theme: Theme,
    trend: &'a Trend,
    /// The first week drawn, as a place in the trend.
    from: usize,
    /// What the upper edge stands for.
    top: f64,
    /// How many lines the bars have.
    lines: usize,
}

/// Draws the chart in so many lines; `false` where there are no weeks to draw.
pub(super) fn write(paper: &mut Paper, state: &State, lines: usize) -> bool {
    let Some(insight) = &state.insight else {
        return false;
    };
    let trend = &insight.trend;
    let from = trend.weeks.len().saturating_sub(paper.room());
    let shown = from..trend.weeks.len();
    let highest = |place: usize| {
        let seen = trend.weeks[place].events as f64;
        trend.limit(place).map_or(seen, |limit| seen.max(limit))
    };
    let top = shown.clone().map(highest).fold(1.0, f64::max);
    let (Some(first), Some(last)) = (trend.week(from), trend.weeks.len().checked_sub(1)) else {
        return false;
    };
    let chart = Chart {
        theme: paper.theme,
        trend,
        from,
        top,
        lines,
    };
    chart.draw(paper);
    chart.legend(paper, insight, (first, shown.len()));
    let last = trend.week(last).unwrap_or(first);
    paper.text("", &format!("{first} to {last}"), paper.theme.dim());
    if from > 0 {
        let said = format!(
            "{} not drawn",
            many(from as u64, "earlier week", "earlier weeks")
        );
        paper.text("", &said, paper.theme.dim());
    }
    let most = trend.weeks.iter().map(|week| week.events).max();
    let most = many(most.unwrap_or(0), "complaint", "complaints");
    paper.text("", &format!("at most {most} in a week"), paper.theme.dim());
    weeks::write_words(paper, state, insight);
    true
}

impl Chart<'_> {
    fn draw(&self, paper: &mut Paper) {
        let last = self.trend.weeks.len() - 1;
        // The limit of the newest week that has one: where nobody passed there is none.
        let limits = (self.from..=last).rev();
        let limit = limits.into_iter().find_map(|place| self.trend.limit(place));
        let limit = limit.map(|limit| (self.line_of(limit), limit));
        for line in 0..self.lines {
            let taken = usize::from(limit.is_some_and(|(at, _)| at == 0));
            let label = match limit {
                // Beside the line there is room for nine characters.
                Some((at, limit)) if at == line && limit < 9.95 => format!("limit {limit:.1}"),
                Some((at, limit)) if at == line => format!("limit {limit:.0}"),
                _ if line == taken => "by week".to_owned(),
                _ => String::new(),
            };
            let places = self.from..=last;
            let cells = places.map(|place| {
                let (glyph, style) = self.cell(place, line);
                Span::styled(glyph, style)
            });
            paper.spans(&label, cells.collect());
        }
    }

    /// What stands in one column of one line, counted from above.
    fn cell(&self, place: usize, line: usize) -> (&'static str, Style) {
        let (theme, seen) = (self.theme, self.trend.weeks[place].events);
        let limit = self.trend.limit(place);
        let steps = (seen as f64 / self.top * (self.lines * STEPS) as f64).ceil() as usize;
        let level = steps
            .saturating_sub((self.lines - 1 - line) * STEPS)
            .min(STEPS);
        let above = limit.is_some_and(|limit| seen as f64 > limit);
        let style = if above { theme.bad() } else { theme.text() };
        if level == 0 && limit.is_some_and(|limit| self.line_of(limit) == line) {
            return (theme.glyph("┄", "-"), theme.warning_mark());
        }
        let levels: [&str; STEPS + 1] = match theme.charset {
            Charset::Unicode => [" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"],
            Charset::Ascii => [" ", ".", ".", ".", ":", ":", ":", "|", "#"],
        };
        (levels[level], style)
    }

    /// The line a height falls in, counted from above.
    fn line_of(&self, height: f64) -> usize {
        let up = (height / self.top * self.lines as f64).ceil() as usize;
        self.lines - up.clamp(1, self.lines)
    }

    /// The marks below the bars, and what they stand for.
    fn legend(&self, paper: &mut Paper, insight: &Insight, span: (crate::feedback::Week, usize)) {
        let theme = self.theme;
        let marks = weeks::marks(theme, insight, span, span.1);
        if marks.iter().all(|(mark, _)| *mark == ' ') {
            return;
        }
        let cells = marks.iter();
        let cells = cells.map(|(mark, style)| Span::styled(mark.to_string(), *style));
        paper.spans("", cells.collect());
        let said = format!(
            "{} a week that spiked   {} a fix shipped",
            theme.glyph("▲", "^"),
            theme.glyph("┃", "F")
        );
        paper.text("", &said, theme.dim());
    }
}
