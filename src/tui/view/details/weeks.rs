//! Marks under the weeks: those that spiked, and the days fixes were shipped; and what the marks say.

use super::paper::Paper;
use crate::board::Trend;
use crate::feedback::{Day, Week};
use crate::measures::trend::Growth;
use crate::tui::insight::Insight;
use crate::tui::state::State;
use crate::tui::theme::Theme;
use ratatui::style::Style;
use ratatui::text::Span;

/// How many spikes are told in words.
const TOLD: usize = 3;

/// Writes the marks under so many weeks that begin with the first one, drawn over the paper's room, and
/// what is usual, what spiked and what rises.
pub(super) fn write_marks(paper: &mut Paper, state: &State, (first, weeks): (Week, usize)) {
    let Some(insight) = &state.insight else {
        return;
    };
    let (theme, room) = (paper.theme, paper.room());
    let marks = marks(theme, insight, (first, weeks), weeks.min(room));
    if marks.iter().any(|(mark, _)| *mark != ' ') {
        let spans = marks.into_iter();
        let spans = spans.map(|(mark, style)| Span::styled(mark.to_string(), style));
        paper.spans("", spans.collect());
    }
    write_words(paper, state, insight);
}

/// Writes what is usual, what spiked and what rises.
pub(super) fn write_words(paper: &mut Paper, state: &State, insight: &Insight) {
    write_usual(paper, &insight.trend);
    write_alarms(paper, state, &insight.trend);
}

/// A mark a column: a blank, a fix, or a spike above it.
pub(super) fn marks(
    theme: Theme,
    insight: &Insight,
    (first, weeks): (Week, usize),
    columns: usize,
) -> Vec<(char, Style)> {
    let column = |day: Day| {
        let week = (day.monday().0 - first.monday().0).div_euclid(7);
        let week = usize::try_from(week).ok().filter(|week| *week < weeks)?;
        let column = if weeks <= columns {
            week
        } else {
            week * columns / weeks
        };
        Some(column).filter(|column| *column < columns)
    };
    let first_of = |glyph: &str| glyph.chars().next().unwrap_or('!');
    let mut marks = vec![(' ', theme.text()); columns];
    for at in insight.fixes.iter().filter_map(|fix| column(fix.shipped)) {
        marks[at] = (first_of(theme.glyph("┃", "F")), theme.good_mark());
    }
    for at in insight
        .trend
        .spikes()
        .filter_map(|(week, _)| column(week.monday()))
    {
        marks[at] = (first_of(theme.glyph("▲", "^")), theme.bad());
    }
    marks
}

/// Writes what the latest week would be like, were it as usual.
fn write_usual(paper: &mut Paper, trend: &Trend) {
    let theme = paper.theme;
    if let Err(why) = &trend.alarms {
        return paper.text("", &format!("spikes {}", why.sentence()), theme.dim());
    }
    if trend.weeks.iter().all(|week| week.events == 0) {
        // A limit of 0.0 would be a number made of nothing.
        return paper.text("", "no week has a complaint", theme.dim());
    }
    let passed = trend.weeks.iter().rposition(|week| week.exposure > 0.0);
    let week = passed.and_then(|place| Some((trend.weeks.get(place)?, trend.limit(place)?)));
    if let (Some((week, limit)), Ok(usual)) = (week, &trend.usual) {
        let expected = usual.expected(week.exposure);
        let said = format!("usual {expected:.1} a week, limit {limit:.1}");
        paper.text("", &said, theme.dim());
        paper.text("", trend.against.words(), theme.dim());
    }
}

fn write_alarms(paper: &mut Paper, state: &State, trend: &Trend) {
    let theme = paper.theme;
    for (week, spike) in trend.spikes().take(TOLD) {
        let said = format!(
            "{} {week}: {} complaints, {:.1} expected, p {:.0e}",
            theme.glyph("▲", "^"),
            spike.seen,
            spike.expected,
            spike.tail
        );
        paper.text("", &said, theme.bad());
        let grown = state.spikes.grown.iter().find(|(of, _)| *of == week);
        if let Some((_, grown)) = grown {
            write_grown(paper, "words that grew", &grown.words);
            write_grown(paper, "tags that grew", &grown.tags);
        }
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

/// Writes the words or tags that grew most; nothing where none did.
fn write_grown(paper: &mut Paper, what: &str, grown: &[Growth]) {
    if grown.is_empty() {
        return;
    }
    let told = grown.iter().map(|growth| {
        let (word, now, before) = (&growth.word, growth.now, growth.before);
        format!("{word} {now} (before {before})")
    });
    let told: Vec<String> = told.collect();
    let said = format!("{what}: {}", told.join(", "));
    paper.text("", &said, paper.theme.text());
}
