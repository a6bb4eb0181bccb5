//! Everything about one touchpoint: in one column where there is little room, else in several beside
//! each other. What does not fit is scrolled.

mod actions;
mod brief;
mod chart;
mod facts;
mod history;
mod insight;
mod numbers;
mod paper;
mod phrases;
mod promises;
mod segments;
pub(super) mod spoken;
mod spoken_weeks;
mod tabs;
mod ways;
mod weeks;
mod word_list;
mod words;

pub(super) use actions::look;

use super::areas::Areas;
use super::casing::Casing;
use super::number::many;
use super::pane;
use crate::journey::TouchpointIndex;
use crate::tui::state::{Pane, Screen, State};
use crate::tui::tab::Tab;
use crate::tui::text;
use crate::tui::view::rows::{Row, Rows};
use paper::Paper;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::Line;

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
    frame.render_widget(&block, area);
    let inner = below_tabs(frame, area, state);
    if is_word_list(state) {
        return word_list::draw(frame, inner, state);
    }
    let seen = state.scroll + usize::from(inner.height);
    let columns = columns(state, inner, seen);
    let cut = columns.iter().any(|column| beyond(column) > state.scroll);
    if cut && state.screen == Screen::Touchpoint {
        draw_more(frame, area, state);
    }
    for column in columns {
        let hidden = state.scroll.min(beyond(&column));
        let shown: Vec<Line> = column
            .lines
            .into_iter()
            .skip(hidden)
            .take(usize::from(column.area.height))
            .map(|line| paper::clip(line, usize::from(column.area.width)))
            .collect();
        frame.render_widget(Rows(shown), column.area);
    }
}

/// By how many lines a column is longer than its area.
fn beyond(column: &Column) -> usize {
    let high = usize::from(column.area.height);
    column.lines.len().saturating_sub(high)
}

/// Says on the pane's frame that there is more below what is in sight.
fn draw_more(frame: &mut Frame, area: Rect, state: &State) {
    let said = format!(" more {} ", state.theme.glyph("▾", "v"));
    let wide = text::width(&said) as u16;
    if area.width < wide + 30 {
        return;
    }
    let at = Rect::new(area.right() - wide - 2, area.y, wide, 1);
    frame.render_widget(Row(Line::styled(said, state.theme.dim())), at);
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
    let [_, inner] = parts(state, area);
    columns(state, inner, usize::MAX)
        .iter()
        .map(beyond)
        .max()
        .unwrap_or(0)
}

/// The line of tabs, where a touchpoint has the screen, and what is below it.
fn parts(state: &State, area: Rect) -> [Rect; 2] {
    let inner = pane::inner(state, area);
    let tabs = match (state.screen, inner.height) {
        (Screen::Touchpoint, 4..) if state.touchpoint.is_some() => 1,
        _ => 0,
    };
    Layout::vertical([Constraint::Length(tabs), Constraint::Min(0)]).areas(inner)
}

/// Draws the line of tabs, and returns what is below it.
fn below_tabs(frame: &mut Frame, area: Rect, state: &State) -> Rect {
    let [above, below] = parts(state, area);
    if above.height > 0 {
        frame.render_widget(Row(tabs::line(state, usize::from(above.width))), above);
    }
    below
}

fn is_word_list(state: &State) -> bool {
    let alone = state.screen == Screen::Touchpoint && state.touchpoint.is_some();
    alone && state.vantage.tab == Tab::Words
}

/// The words at a position of their tab.
pub(in crate::tui) fn words_at(state: &State, area: Rect, at: Position) -> Option<usize> {
    let [_, below] = parts(state, area);
    is_word_list(state).then(|| word_list::line_at(state, below, at))?
}

/// The tab whose name is at a position.
pub(in crate::tui) fn tab_at(state: &State, area: Rect, at: Position) -> Option<Tab> {
    let [above, _] = parts(state, area);
    let inside = above.contains(at);
    inside.then(|| tabs::at(usize::from(above.width), usize::from(at.x - above.x)))?
}

/// The widest a tab's text is, so that lines stay readable.
const READABLE: u16 = 110;

/// What a tab says, in one column.
fn tab(state: &State, inner: Rect, index: TouchpointIndex) -> Vec<Column> {
    let area = Rect {
        width: inner.width.min(READABLE),
        ..inner
    };
    let mut paper = Paper::new(state.theme, usize::from(area.width));
    match state.vantage.tab {
        Tab::Overview | Tab::Words => {}
        Tab::Weeks => weeks_tab(&mut paper, state, index),
        Tab::Segments => segments::write(&mut paper, state, index),
        Tab::Rules => ways::write_rules(&mut paper, state, index),
        Tab::Actions => actions::write(&mut paper, state, index),
        Tab::History => history::write(&mut paper, state),
    }
    vec![Column {
        area,
        lines: paper.lines(),
    }]
}

/// The chart, and what cannot be in it.
fn weeks_tab(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    if !chart::write(paper, state, chart::HIGH) {
        paper.text("weeks", "nothing here has a date", paper.theme.dim());
    }
    let undated = state.board.touchpoint(index).undated;
    if undated > 0 {
        let said = format!("{} left out: no date", many(undated, "row", "rows"));
        paper.text("", &said, paper.theme.warning());
    }
}

fn frame_of(state: &State, area: Rect) -> Casing {
    let title = match state.touchpoint {
        Some(index) => {
            let touchpoint = state.workspace.journeys.touchpoint(index);
            format!("{}  {}", touchpoint.title, touchpoint.address)
        }
        None => "Details".to_owned(),
    };
    let focused = state.screen == Screen::Touchpoint || pane::has_keys(state, Pane::Details);
    pane::frame(state, &title, area, focused)
}

/// What is said, in columns; of customers' words as much as there is down to a line.
fn columns(state: &State, inner: Rect, down_to: usize) -> Vec<Column> {
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
    if state.screen == Screen::Touchpoint && state.vantage.tab != Tab::Overview {
        return tab(state, inner, index);
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
    words::write(&mut papers[last], state, down_to);
    let column = |(area, paper): (&Rect, Paper)| Column {
        area: *area,
        lines: paper.lines(),
    };
    areas.iter().zip(papers).map(column).collect()
}
