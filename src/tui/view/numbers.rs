//! The chosen journey's own numbers: a page that scrolls, with the quadrants of the drivers beside it where
//! there is room.

use super::pane;
use crate::board::{DriverLine, DriverTable};
use crate::tui::state::State;
use crate::tui::text;
use crate::tui::view::rows::Rows;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};

/// The page is as wide as this; what is left of the screen is the quadrants'.
const PAGE: u16 = 80;
/// The least columns that quadrants need.
const LEAST: u16 = 34;

/// Draws the page.
pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State) {
    if area.is_empty() {
        return;
    }
    let title = match state.journey() {
        Some(journey) => format!(
            "Numbers of {}",
            state.workspace.journeys.all()[journey].title
        ),
        None => "Numbers".to_owned(),
    };
    let block = pane::frame(state, &title, area, true);
    let inner = block.inner(area);
    frame.render_widget(&block, area);
    let table = state
        .drivers
        .as_ref()
        .and_then(|drivers| drivers.as_ref().ok());
    let room = inner.width.saturating_sub(PAGE + 2);
    let page = match table.filter(|_| room >= LEAST && inner.height >= 8) {
        Some(table) => {
            let columns = [Constraint::Length(PAGE), Constraint::Min(0)];
            let [page, quadrants] = Layout::horizontal(columns).spacing(2).areas(inner);
            draw_quadrants(frame, quadrants, state, table);
            page
        }
        None => inner,
    };
    let most = state.numbers.len().saturating_sub(usize::from(page.height));
    let lines = state.numbers.iter().skip(state.scroll.min(most));
    let lines = lines.take(usize::from(page.height)).map(|line| {
        let style = if line.starts_with(' ') {
            state.theme.text()
        } else {
            state.theme.accent()
        };
        Line::styled(text::fit(line, usize::from(page.width)).into_owned(), style)
    });
    frame.render_widget(Rows(lines.collect()), page);
}

/// Importance upwards, performance to the right, a letter a touchpoint, and what the letters stand for.
fn draw_quadrants(frame: &mut Frame, area: Rect, state: &State, table: &DriverTable) {
    let theme = state.theme;
    let chart_height = (area.height / 2).clamp(7, 15);
    let rows = [Constraint::Length(chart_height), Constraint::Min(0)];
    let [chart, legend] = Layout::vertical(rows).areas(area);
    let (wide, high) = (
        usize::from(chart.width),
        usize::from(chart.height).saturating_sub(2),
    );
    let mut grid = vec![vec![' '; wide]; high.max(1)];
    let span = |values: Vec<f64>| {
        let low = values.iter().copied().fold(f64::INFINITY, f64::min);
        let top = values.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        (low, (top - low).max(1e-9))
    };
    let of = |pick: fn(&DriverLine) -> f64| span(table.lines.iter().map(pick).collect());
    let (left, across) = of(|line| line.driver.performance);
    let (bottom, up) = of(|line| line.driver.importance);
    let column =
        |performance: f64| ((performance - left) / across * (wide - 1) as f64).round() as usize;
    let row = |importance: f64| {
        let part = (importance - bottom) / up * (high.max(1) - 1) as f64;
        high.max(1) - 1 - part.round() as usize
    };
    let (cut_row, cut_column) = (row(table.cuts.0), column(table.cuts.1));
    for (at, line) in grid.iter_mut().enumerate() {
        for (place, cell) in line.iter_mut().enumerate() {
            *cell = match (at == cut_row, place == cut_column) {
                (true, true) => theme.glyph("┼", "+").chars().next().unwrap_or('+'),
                (true, false) => theme.glyph("┄", "-").chars().next().unwrap_or('-'),
                (false, true) => theme.glyph("┆", "|").chars().next().unwrap_or('|'),
                (false, false) => ' ',
            };
        }
    }
    for (number, line) in table.lines.iter().enumerate() {
        grid[row(line.driver.importance)][column(line.driver.performance)] = letter(number);
    }
    let mut lines = vec![ends(wide, "concentrate here", "keep up", state)];
    lines.extend(
        grid.into_iter()
            .map(|row| Line::from(row.into_iter().collect::<String>())),
    );
    lines.push(ends(wide, "low priority", "overkill", state));
    frame.render_widget(Rows(lines), chart);
    let named = table.lines.iter().enumerate().map(|(number, line)| {
        let title = &state.workspace.journeys.touchpoint(line.touchpoint).title;
        let said = format!(
            "{} {:>5.1} %  {title}",
            letter(number),
            line.driver.importance
        );
        Line::raw(text::fit(&said, usize::from(legend.width)).into_owned())
    });
    frame.render_widget(Rows(named.collect()), legend);
}

/// Two words at the ends of a line.
fn ends(wide: usize, left: &str, right: &str, state: &State) -> Line<'static> {
    let gap = wide.saturating_sub(left.len() + right.len());
    let said = format!("{left}{}{right}", " ".repeat(gap));
    Line::from(Span::styled(said, state.theme.dim()))
}

/// The letter of a touchpoint, by its place in the table.
fn letter(place: usize) -> char {
    let letters = ('a'..='z').chain('A'..='Z');
    letters
        .chain(std::iter::repeat('*'))
        .nth(place)
        .unwrap_or('*')
}
