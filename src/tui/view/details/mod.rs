//! Everything about one touchpoint: in one column where there is little room, else in several beside
//! each other. What does not fit is scrolled.

mod brief;
mod chart;
mod facts;
mod insight;
mod numbers;
mod paper;
mod phrases;
mod ways;
mod weeks;
mod words;

use super::areas::Areas;
use super::pane;
use crate::tui::state::{Pane, Screen, State};
use paper::Paper;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

/// A column on the screen with the lines that belong in it.
struct Column {
    area: Rect,
    lines: Vec<Line<'static>>,
}

/// Draws the details of the chosen touchpoint.
pub fn draw(frame: &mut Frame, area: Rect, state: &State) {
    if area.is_empty() {
        return;
    }
    let block = frame_of(state, area);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    for column in columns(state, inner) {
        let over = column
            .lines
            .len()
            .saturating_sub(usize::from(column.area.height));
        let hidden = state.scroll.min(over);
        let shown: Vec<Line> = column
            .lines
            .into_iter()
            .skip(hidden)
            .take(usize::from(column.area.height))
            .collect();
        frame.render_widget(Paragraph::new(shown), column.area);
    }
}

/// By how many lines the longest column is longer than the screen.
pub fn overflow(state: &State) -> usize {
    let areas = Areas::of(state);
    let area = match state.screen {
        Screen::Board => areas.details,
        _ => areas.body,
    };
    if area.is_empty() {
        return 0;
    }
    let inner = frame_of(state, area).inner(area);
    let over = |column: &Column| {
        column
            .lines
            .len()
            .saturating_sub(usize::from(column.area.height))
    };
    columns(state, inner).iter().map(over).max().unwrap_or(0)
}

fn frame_of(state: &State, area: Rect) -> ratatui::widgets::Block<'static> {
    let title = match state.touchpoint {
        Some(index) => {
            let touchpoint = state.workspace.journeys.touchpoint(index);
            format!("{}  {}", touchpoint.title, touchpoint.address)
        }
        None => "Details".to_owned(),
    };
    let focused = state.screen == Screen::Touchpoint || pane::has_keys(state, Pane::Details);
    pane::frame(state.theme, &title, area, focused, Areas::of(state).compact)
}

fn columns(state: &State, inner: Rect) -> Vec<Column> {
    let Some(index) = state.touchpoint else {
        let lines = facts::nothing_chosen(state, usize::from(inner.width));
        return vec![Column { area: inner, lines }];
    };
    if state.screen == Screen::Board && inner.height <= brief::LINES {
        let mut paper = Paper::new(state.theme, usize::from(inner.width));
        brief::write(&mut paper, state, index);
        return vec![Column {
            area: inner,
            lines: paper.lines(),
        }];
    }
    let widths: &[Constraint] = match (inner.width, inner.height) {
        (0..84, _) => &[Constraint::Fill(1)],
        (110.., 0..=24) => &[
            Constraint::Fill(4),
            Constraint::Fill(3),
            Constraint::Fill(4),
        ],
        _ => &[Constraint::Fill(1), Constraint::Fill(1)],
    };
    let areas = Layout::horizontal(widths).spacing(3).split(inner);
    let mut papers: Vec<Paper> = areas
        .iter()
        .map(|area| Paper::new(state.theme, usize::from(area.width)))
        .collect();
    let last = papers.len() - 1;
    let middle = usize::from(last == 2);
    facts::write(&mut papers[0], state, index);
    numbers::write(&mut papers[0], state, index);
    insight::write(&mut papers[0], state, index);
    numbers::write_series(&mut papers[middle], state, index);
    insight::write_segments(&mut papers[middle], state);
    numbers::write_scores(&mut papers[middle], state, index);
    papers[0].gap();
    ways::write(&mut papers[0], state, index);
    ways::write_rules(&mut papers[middle], state, index);
    words::write(&mut papers[last], state);
    let column = |(area, paper): (&Rect, Paper)| Column {
        area: *area,
        lines: paper.lines(),
    };
    areas.iter().zip(papers).map(column).collect()
}
