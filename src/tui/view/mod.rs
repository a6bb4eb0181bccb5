//! Drawing: everything here borrows the state, and what it draws depends on nothing else.

pub mod areas;
pub mod details;
pub mod findings;
mod footer;
mod header;
mod help;
pub mod journeys;
pub mod map;
mod number;
mod owner;
mod pane;
mod popup;
mod prompt;
mod spark;
mod wrap;

use super::state::{Mode, Pane, Screen, State};
use crate::board::Layout;
use crate::journey::TouchpointIndex;
use areas::Areas;
use map::{MapView, Offset, Zoom};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::Block;

/// Draws the whole screen.
pub fn draw(frame: &mut Frame, state: &State) {
    let areas = Areas::within(state, frame.area());
    header::draw(frame, areas.header, state);
    match state.screen {
        Screen::Board => draw_board(frame, &areas, state),
        Screen::Touchpoint => details::draw(frame, areas.body, state),
        Screen::Problems | Screen::Rejected => findings::draw(frame, areas.body, state),
    }
    footer::draw(frame, areas.footer, state);
    match &state.mode {
        Mode::Browse | Mode::Filter => {}
        Mode::Owner(picker) => owner::draw(frame, state, picker),
        Mode::Export(prompt) => prompt::draw(frame, state, prompt),
        Mode::Help(list) => help::draw(frame, state, list),
    }
}

fn draw_board(frame: &mut Frame, areas: &Areas, state: &State) {
    journeys::draw(frame, areas.journeys, state);
    draw_map(frame, areas.map, state);
    details::draw(frame, areas.details, state);
}

fn draw_map(frame: &mut Frame, area: Rect, state: &State) {
    if area.is_empty() {
        return;
    }
    let block = map_frame(state, area);
    let inner = block.inner(area);
    frame.render_widget(block, area);
    if let Some(layout) = &state.layout {
        frame.render_widget(&map_view(state, layout, inner), inner);
    }
}

/// How many lines a page has where the keys are.
pub fn page(state: &State) -> usize {
    let areas = Areas::of(state);
    let area = match (state.screen, state.pane) {
        (Screen::Board, Pane::Journeys) => areas.journeys,
        (Screen::Board, Pane::Details) => areas.details,
        _ => areas.body,
    };
    usize::from(area.height.saturating_sub(2)).max(1)
}

/// The map of the chosen journey as it is drawn into an area.
fn map_view<'a>(state: &'a State, layout: &'a Layout, area: Rect) -> MapView<'a> {
    MapView {
        journeys: &state.workspace.journeys,
        charter: &state.workspace.charter,
        board: &state.board,
        layout,
        chosen: state.touchpoint,
        zoom: state.zoom.unwrap_or_else(|| fitting(layout, area)),
        offset: state.pan,
        theme: state.theme,
        focused: pane::has_keys(state, Pane::Map),
    }
}

fn map_frame(state: &State, area: Rect) -> Block<'static> {
    let title = state.journey().map(|journey| {
        let journey = &state.workspace.journeys.all()[journey];
        match &journey.persona {
            Some(persona) => format!("{}: {persona}", journey.title),
            None => journey.title.clone(),
        }
    });
    let focused = pane::has_keys(state, Pane::Map);
    let compact = Areas::of(state).compact;
    pane::frame(
        state.theme,
        &title.unwrap_or_default(),
        area,
        focused,
        compact,
    )
}

/// How near the map is looked at in an area.
pub fn zoom(state: &State, area: Rect) -> Zoom {
    let inner = map_frame(state, area).inner(area);
    let fitting = state.layout.as_ref().map(|layout| fitting(layout, inner));
    state.zoom.or(fitting).unwrap_or_default()
}

/// The nearest zoom at which the whole map is seen; where none is, lines rather than cards, as far as
/// its width fits.
fn fitting(layout: &Layout, area: Rect) -> Zoom {
    let whole = |zoom: &Zoom| {
        let (width, height) = zoom.size(layout);
        width <= i32::from(area.width) && height <= i32::from(area.height)
    };
    let nearest = Zoom::ALL.into_iter().rev().find(whole);
    let by_width = Zoom::fit(layout, area).min(Zoom::Compact);
    nearest.map_or(by_width, |zoom| zoom.max(by_width))
}

/// How far the map is panned so that the chosen card is in sight.
pub fn pan(state: &State) -> Offset {
    let area = Areas::of(state).map;
    match (&state.layout, state.touchpoint) {
        (Some(layout), Some(chosen)) if !area.is_empty() => {
            let inner = map_frame(state, area).inner(area);
            map_view(state, layout, inner).offset_to_show(inner, chosen)
        }
        _ => state.pan,
    }
}

/// The touchpoint whose card is drawn at a position of the map.
pub fn touchpoint_at(state: &State, area: Rect, at: Position) -> Option<TouchpointIndex> {
    let inner = map_frame(state, area).inner(area);
    let layout = state.layout.as_ref()?;
    map_view(state, layout, inner).touchpoint_at(inner, at.x, at.y)
}

/// A click while something lies over the screen: on one of its lines it chooses that line.
pub fn popup_click(state: &mut State, at: Position) {
    let size = state.size;
    let screen = Rect::new(0, 0, size.width, size.height);
    match &mut state.mode {
        Mode::Owner(picker) => {
            if let Some(line) = owner::line_at(screen, picker, at) {
                picker.chosen = line;
            }
        }
        Mode::Help(list) => {
            if let Some(line) = help::line_at(screen, list, at) {
                list.chosen = line;
            }
        }
        _ => {}
    }
}
