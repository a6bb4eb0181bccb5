//! What the numbers of a touchpoint are, each with its interval and what it rests on, or plainly why
//! there is none.

use super::paper::{LABEL, Paper};
use super::phrases;
use crate::board::{Heat, TouchpointSheet};
use crate::feedback::Polarity;
use crate::journey::TouchpointIndex;
use crate::measures::{Counts, Histogram};
use crate::tui::state::{Screen, State};
use crate::tui::theme::Theme;
use crate::tui::view::number::{count, many, percent};
use crate::tui::view::spark;
use ratatui::style::Style;
use ratatui::text::Span;

pub(super) fn write(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    let (theme, sheet) = (paper.theme, state.board.touchpoint(index));
    paper.spans("friction", friction(state, sheet));
    if let Some(plain) = &sheet.complain {
        paper.text("complain", &phrases::complaints(plain), theme.text());
    }
    if sheet.counts.feedback() == 0 {
        return;
    }
    write_counts(paper, &sheet.counts);
    if let Some(nps) = &sheet.nps {
        paper.text("NPS", &phrases::nps(theme, nps), theme.text());
    }
    if let Some(ces) = &sheet.ces {
        paper.text("CES", &phrases::ces(ces), theme.text());
    }
    if let Some(csat) = &sheet.csat {
        paper.text("CSAT", &phrases::csat(csat), theme.text());
    }
}

/// Glyph, number and word, or why there is no number.
pub(super) fn friction(state: &State, sheet: &TouchpointSheet) -> Vec<Span<'static>> {
    let (theme, thresholds) = (state.theme, &state.workspace.charter.thresholds);
    let heat = Heat::of(sheet, thresholds);
    let glyph = Span::styled(theme.heat_glyph(heat), theme.heat_mark(heat));
    if let Some(friction) = &sheet.friction {
        let weighted = if sheet.is_weighted() {
            ", by severity"
        } else {
            ""
        };
        let said = format!(" {:.1} {}{weighted}", friction.value, heat.word());
        return vec![glyph, Span::raw(said)];
    }
    let said = match (sheet.counts.feedback(), state.progress) {
        (0, Some(_)) => " nothing read yet".to_owned(),
        (0, None) => " nobody has spoken here".to_owned(),
        _ => {
            let polar = many(sheet.counts.polar(), "row", "rows");
            format!(" unknown: {polar}, {} needed", count(thresholds.least_rows))
        }
    };
    vec![glyph, Span::styled(said, theme.dim())]
}

/// A polarity's count, style, names and glyph.
type Part = (u64, Style, (&'static str, &'static str), &'static str);

fn by_polarity(theme: Theme, counts: &Counts) -> [Part; 3] {
    [
        (
            counts.complaints,
            theme.bad(),
            ("complaint", "complaints"),
            theme.glyph("█", "#"),
        ),
        (
            counts.neutral,
            theme.dim(),
            ("neutral", "neutral"),
            theme.glyph("▒", "="),
        ),
        (
            counts.praise,
            theme.good_mark(),
            ("praise", "praise"),
            theme.glyph("░", "-"),
        ),
    ]
}

/// The three polarities as parts of one bar.
pub(super) fn bar(theme: Theme, counts: &Counts, columns: usize) -> Vec<Span<'static>> {
    let mut left = columns;
    let part = |(part, style, _, glyph): Part| {
        let wide = spark::share(part, counts.polar(), columns).min(left);
        left -= wide;
        Span::styled(glyph.repeat(wide), style)
    };
    by_polarity(theme, counts).map(part).into()
}

/// The three polarities as counts in one line.
pub(super) fn parts(theme: Theme, counts: &Counts) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    for (part, style, (one, more), glyph) in by_polarity(theme, counts) {
        spans.push(Span::styled(format!(" {glyph} "), style));
        spans.push(Span::raw(many(part, one, more)));
    }
    if counts.unscored > 0 {
        let said = format!("  {} unscored", count(counts.unscored));
        spans.push(Span::styled(said, theme.dim()));
    }
    spans
}

fn write_counts(paper: &mut Paper, counts: &Counts) {
    let theme = paper.theme;
    if counts.polar() > 0 && !paper.spoken {
        let room = paper.room().min(40);
        paper.spans("said", bar(theme, counts, room));
    }
    for (part, style, (one, more), glyph) in by_polarity(theme, counts) {
        let share = percent(part, counts.polar());
        paper.spans(
            "",
            vec![
                Span::styled(glyph, style),
                Span::raw(format!(" {:>7}", count(part))),
                Span::styled(format!(" {share:>3} %  "), theme.dim()),
                Span::raw(if part == 1 { one } else { more }),
            ],
        );
    }
    if counts.unscored > 0 {
        let said = format!("{} without a score, in no share", count(counts.unscored));
        paper.text("", &said, theme.dim());
    }
}

const UNDATED: &str = "none: nothing here has a date";

/// The complaints week by week in one line, with the weeks.
pub(super) fn write_week_line(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    let theme = paper.theme;
    let (complaints, dated) = complaints_by_week(state, index);
    let Some((first, last)) = state.board.weeks.filter(|_| dated) else {
        return paper.text("by week", UNDATED, theme.dim());
    };
    let undated = state.board.touchpoint(index).undated;
    let mut note = format!("  {first} to {last}");
    if undated > 0 {
        note = format!("{note}, {} undated left out", count(undated));
    }
    let room = paper.room().saturating_sub(note.len());
    let drawn = spark::line(theme, &complaints, room);
    paper.spans(
        "by week",
        vec![
            Span::styled(drawn, theme.bad()),
            Span::styled(note, theme.dim()),
        ],
    );
}

/// Complaints a week, and whether anything at all has a date.
fn complaints_by_week(state: &State, index: TouchpointIndex) -> (Vec<u64>, bool) {
    let series = state.board.series(&state.overlay, std::iter::once(index));
    let dated = series.counts.iter().any(|week| week.feedback() > 0);
    let complaints = series.counts.iter().map(|week| week.complaints);
    (complaints.collect(), dated)
}

/// The complaints week by week, and what is left out of them.
pub(super) fn write_series(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    let sheet = state.board.touchpoint(index);
    if sheet.counts.feedback() == 0 {
        return;
    }
    paper.gap();
    let theme = paper.theme;
    let (complaints, dated) = complaints_by_week(state, index);
    let tall = state.screen == Screen::Touchpoint;
    match (dated, state.board.weeks) {
        (true, Some(_)) if tall && super::chart::write(paper, state, super::chart::LOW) => {}
        (true, Some((first, last))) => {
            let drawn = spark::line(theme, &complaints, paper.room());
            paper.spans("by week", vec![Span::styled(drawn, theme.bad())]);
            super::weeks::write_marks(paper, state, (first, complaints.len()));
            paper.text("", &format!("{first} to {last}"), theme.dim());
            let most = complaints.iter().max().copied().unwrap_or(0);
            let most = many(most, "complaint", "complaints");
            paper.text("", &format!("at most {most}"), theme.dim());
        }
        _ => paper.text("by week", UNDATED, theme.dim()),
    }
    if sheet.undated > 0 && dated {
        let said = format!("{} left out: no date", many(sheet.undated, "row", "rows"));
        paper.text("", &said, theme.warning());
    }
}

/// How often each score was given, a bar a score.
pub(super) fn write_scores(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    for histogram in &state.board.touchpoint(index).histograms {
        paper.gap();
        let said = format!("{}, of {}", histogram.scale.name, count(histogram.total()));
        let mean = histogram.mean().map(|mean| format!("mean {mean:.2}"));
        let mean = mean.unwrap_or_default();
        let style = paper.theme.text();
        if said.len() + 2 + mean.len() <= paper.room() {
            paper.text("scores", &format!("{said}, {mean}"), style);
        } else {
            paper.text("scores", &said, style);
            paper.text("", &mean, style);
        }
        write_histogram(paper, histogram);
    }
}

fn write_histogram(paper: &mut Paper, histogram: &Histogram) {
    let theme = paper.theme;
    let most = histogram
        .counts
        .iter()
        .map(|(_, times)| *times)
        .max()
        .unwrap_or(0);
    let room = paper.room().saturating_sub(8).min(40);
    for (score, times) in steps(histogram) {
        let style: Style = match histogram.scale.polarity(score) {
            Some(Polarity::Complaint) => theme.bad(),
            Some(Polarity::Praise) => theme.good_mark(),
            _ => theme.text(),
        };
        let room = if paper.spoken { 0 } else { room };
        let bar = spark::bar(theme, spark::share(times, most, room).min(room));
        let label = format!("{:>width$} ", score.value(), width = LABEL - 1);
        paper.line(
            vec![
                Span::styled(label, theme.dim()),
                Span::styled(bar, style),
                Span::styled(format!(" {}", count(times)), theme.dim()),
            ]
            .into(),
        );
    }
}

/// Every whole step of a short scale, those nobody gave included; of a long one what was given.
fn steps(histogram: &Histogram) -> Vec<(crate::feedback::Score, u64)> {
    let scale = &histogram.scale;
    let mut all = histogram.clone();
    if scale.high.0 - scale.low.0 <= 1_000 {
        let mut score = scale.low;
        while score <= scale.high {
            all.add(score, 0);
            score.0 += 100;
        }
    }
    all.counts
}
