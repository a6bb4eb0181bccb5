//! Segments: who complains more than the others at this touchpoint, and all of the journey's touchpoints
//! by segment.

use super::paper::Paper;
use crate::board::SegmentGrid;
use crate::journey::TouchpointIndex;
use crate::tui::state::State;
use crate::tui::text;
use crate::tui::view::number::{count, percent};
use ratatui::style::Style;
use ratatui::text::{Line, Span};

/// The columns of a segment in the grid.
const CELL: usize = 12;

/// Writes the segments of a touchpoint, and the grid of its journey.
pub(super) fn write(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    write_here(paper, state);
    if let Some(insight) = &state.journey_insight {
        write_grid(paper, state, insight.grid(), index);
    } else {
        let waits = "being computed: this journey is long";
        paper.text("others", waits, paper.theme.dim());
    }
}

/// Every segment that spoke here: its rows, the share that complains with its interval as a bar and in
/// numbers, and whether that differs from all others.
pub(super) fn write_here(paper: &mut Paper, state: &State) {
    let theme = paper.theme;
    let spoke = state.detail.by_segment.iter();
    let named = spoke.filter(|(name, counts)| !name.is_empty() && counts.polar() > 0);
    let named: Vec<_> = named.collect();
    if named.is_empty() {
        return paper.text(
            "segments",
            "nobody here says which segment they are of",
            theme.dim(),
        );
    }
    let name_room = named
        .iter()
        .map(|(name, _)| text::width(name))
        .max()
        .unwrap_or(0)
        .clamp(8, 24);
    for (place, (name, counts)) in named.iter().enumerate() {
        let label = if place == 0 { "segments" } else { "" };
        let cells = state.insight.as_ref().map(|insight| &insight.segments);
        let cell = cells.and_then(|cells| cells.iter().find(|(known, _)| known == name));
        let share = percent(counts.complaints, counts.polar());
        let mut spans = vec![
            Span::raw(text::pad(name, name_room)),
            Span::raw(format!(" {share:>3} % of {:<7}", count(counts.polar()))),
        ];
        match cell {
            Some((_, cell)) => {
                let (word, style) = match (cell.q <= 0.05, cell.share > cell.others) {
                    (true, true) => ("more than others", theme.bad()),
                    (true, false) => ("less than others", theme.good()),
                    (false, _) => ("like the others", theme.dim()),
                };
                let interval = format!("{:.0} to {:.0}", cell.interval.low, cell.interval.high);
                spans.push(Span::raw(format!("{interval:<10}")));
                spans.push(Span::styled(format!("q {:.3}  {word}", cell.q), style));
            }
            None => spans.push(Span::styled("too few to compare", theme.dim())),
        }
        paper.spans(label, spans);
    }
    let said = "share of rows that complain; q: false discovery rate of the difference";
    paper.text("", said, theme.dim());
}

/// The journey's touchpoints down, its segments across.
fn write_grid(paper: &mut Paper, state: &State, grid: &SegmentGrid, chosen: TouchpointIndex) {
    if grid.segments.is_empty() {
        return;
    }
    let theme = paper.theme;
    paper.gap();
    let fit = (paper.width.saturating_sub(18) / CELL).min(grid.segments.len());
    let names = paper.width.saturating_sub(fit * CELL).min(34);
    let mut heading = vec![Span::styled(
        text::pad("the journey", names),
        theme.accent(),
    )];
    for name in grid.segments.iter().take(fit) {
        let name = text::fit(name, CELL - 1).into_owned();
        let blanks = CELL - text::width(&name);
        heading.push(Span::styled(
            format!("{}{name}", " ".repeat(blanks)),
            theme.accent(),
        ));
    }
    paper.line(Line::from(heading));
    for (row, place) in grid.touchpoints.clone().enumerate() {
        let index = TouchpointIndex::new(place);
        let title = &state.workspace.journeys.touchpoint(index).title;
        let style = if index == chosen {
            theme.chosen()
        } else {
            theme.text()
        };
        let title = text::fit(title, names.saturating_sub(1)).into_owned();
        let blanks = names.saturating_sub(text::width(&title));
        let mut spans = vec![Span::styled(title, style), Span::raw(" ".repeat(blanks))];
        for segment in 0..fit {
            let (said, style) = cell(state, grid, (row, index, segment));
            spans.push(Span::styled(format!("{said:>CELL$}"), style));
        }
        paper.line(Line::from(spans));
    }
    let hidden = grid.segments.len() - fit;
    if hidden > 0 {
        let said = format!("{hidden} more segments do not fit");
        paper.indented(0, &said, theme.dim());
    }
    let marks = format!(
        "{} more than other segments, {} less; figures in brackets rest on too few",
        theme.glyph("▲", "^"),
        theme.glyph("▼", "v")
    );
    paper.indented(0, &marks, theme.dim());
}

fn cell(
    state: &State,
    grid: &SegmentGrid,
    (row, index, segment): (usize, TouchpointIndex, usize),
) -> (String, Style) {
    let theme = state.theme;
    let counts = grid.counts.get(row).and_then(|row| row.get(segment));
    let Some(counts) = counts.filter(|counts| counts.polar() > 0) else {
        return (theme.glyph("·", ".").to_owned(), theme.dim());
    };
    let share = percent(counts.complaints, counts.polar());
    match grid.cell(index, segment) {
        None => (format!("({share} %)"), theme.dim()),
        Some(cell) if cell.q > 0.05 => (format!("{share} %"), theme.text()),
        Some(cell) if cell.share > cell.others => {
            (format!("{} {share} %", theme.glyph("▲", "^")), theme.bad())
        }
        Some(_) => (format!("{} {share} %", theme.glyph("▼", "v")), theme.good()),
    }
}
