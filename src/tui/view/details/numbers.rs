//! What the numbers of a touchpoint are, each with its interval and what it rests on, or plainly why
//! there is none.

use super::paper::{LABEL, Paper};
use crate::board::{Heat, TouchpointSheet};
use crate::feedback::{Better, Polarity};
use crate::journey::TouchpointIndex;
use crate::measures::{Counts, Histogram, Interval};
use crate::tui::state::State;
use crate::tui::view::number::{count, many, percent};
use crate::tui::view::spark;
use ratatui::style::Style;
use ratatui::text::Span;

pub(super) fn write(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    let sheet = state.board.touchpoint(index);
    write_friction(paper, state, sheet);
    if sheet.counts.feedback() == 0 {
        return;
    }
    write_counts(paper, &sheet.counts);
    let pm = paper.theme.glyph("±", "+/-");
    let plain = paper.theme.text();
    if let Some(nps) = &sheet.nps {
        let n = nps.promoters + nps.passives + nps.detractors;
        let said = format!("{:+.1} {pm} {:.1}, of {}", nps.score, nps.margin, count(n));
        paper.text("NPS", &said, plain);
    }
    if let Some(ces) = &sheet.ces {
        let end = match ces.better {
            Better::High => "high is easy",
            Better::Low => "low is easy",
        };
        let interval = ces
            .interval
            .map(|i| format!(" ({})", range(i, 2)))
            .unwrap_or_default();
        let said = format!(
            "{:.2}{interval} of {}, {} {end}",
            ces.mean,
            count(ces.of),
            ces.scale
        );
        paper.text("CES", &said, plain);
    }
    if let Some(csat) = &sheet.csat {
        let interval = range(csat.interval, 0);
        let said = format!(
            "{:.0} % satisfied ({interval}), of {}",
            csat.share,
            count(csat.of)
        );
        paper.text("CSAT", &said, plain);
    }
}

fn range(interval: Interval, decimals: usize) -> String {
    format!(
        "{:.decimals$} to {:.decimals$}",
        interval.low, interval.high
    )
}

fn write_friction(paper: &mut Paper, state: &State, sheet: &TouchpointSheet) {
    let (theme, thresholds) = (state.theme, &state.workspace.charter.thresholds);
    let heat = Heat::of(sheet, thresholds);
    let mut spans = vec![Span::styled(theme.heat_glyph(heat), theme.heat(heat))];
    if let Some(friction) = &sheet.friction {
        spans.push(Span::raw(format!(" {:.1} {}", friction.value, heat.word())));
        paper.spans("friction", spans);
        let said = format!(
            "{:.0} % complain ({}), of {}",
            friction.share,
            range(friction.interval, 0),
            count(friction.of)
        );
        paper.text("", &said, theme.dim());
        return;
    }
    let said = match (sheet.counts.feedback(), state.progress) {
        (0, Some(_)) => " nothing read yet".to_owned(),
        (0, None) => " nobody has said anything here".to_owned(),
        _ => {
            let polar = many(sheet.counts.polar(), "row", "rows");
            format!(" unknown: {polar}, {} needed", count(thresholds.least_rows))
        }
    };
    spans.push(Span::styled(said, theme.dim()));
    paper.spans("friction", spans);
}

fn write_counts(paper: &mut Paper, counts: &Counts) {
    let theme = paper.theme;
    let room = paper.room().min(40);
    let parts = [
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
            theme.good(),
            ("praise", "praise"),
            theme.glyph("░", "-"),
        ),
    ];
    let mut bar = Vec::new();
    let mut left = room;
    for (part, style, _, glyph) in parts {
        let wide = spark::share(part, counts.polar(), room).min(left);
        left -= wide;
        bar.push(Span::styled(glyph.repeat(wide), style));
    }
    if counts.polar() > 0 {
        paper.spans("said", bar);
    }
    for (part, style, (one, more), glyph) in parts {
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

/// The complaints week by week, and what is left out of them.
pub(super) fn write_series(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    let sheet = state.board.touchpoint(index);
    if sheet.counts.feedback() == 0 {
        return;
    }
    paper.gap();
    let theme = paper.theme;
    let series = state.board.series(&state.overlay, std::iter::once(index));
    let complaints: Vec<u64> = series.counts.iter().map(|week| week.complaints).collect();
    let dated = series.counts.iter().any(|week| week.feedback() > 0);
    match (dated, state.board.weeks) {
        (true, Some((first, last))) => {
            let drawn = spark::line(theme, &complaints, paper.room());
            paper.spans("by week", vec![Span::styled(drawn, theme.bad())]);
            let most = complaints.iter().max().copied().unwrap_or(0);
            let most = many(most, "complaint", "complaints");
            paper.text(
                "",
                &format!("{first} to {last}, at most {most}"),
                theme.dim(),
            );
        }
        _ => paper.text("by week", "none: nothing here has a date", theme.dim()),
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
        let mean = histogram
            .mean()
            .map(|mean| format!(", mean {mean:.2}"))
            .unwrap_or_default();
        let said = format!(
            "{} of {}{mean}",
            histogram.scale.name,
            count(histogram.total())
        );
        paper.text("scores", &said, paper.theme.text());
        write_histogram(paper, histogram);
    }
}

fn write_histogram(paper: &mut Paper, histogram: &Histogram) {
    let theme = paper.theme;
    let most = histogram.counts.values().copied().max().unwrap_or(0);
    let room = paper.room().saturating_sub(8).min(40);
    for (score, times) in steps(histogram) {
        let style: Style = match histogram.scale.polarity(score) {
            Some(Polarity::Complaint) => theme.bad(),
            Some(Polarity::Praise) => theme.good(),
            _ => theme.text(),
        };
        let bar = spark::bar(theme, spark::share(times, most, room));
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
    let mut all = histogram.counts.clone();
    if scale.high.0 - scale.low.0 <= 1_000 {
        let mut score = scale.low;
        while score <= scale.high {
            all.entry(score).or_insert(0);
            score.0 += 100;
        }
    }
    all.into_iter().collect()
}
