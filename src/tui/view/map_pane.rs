//! The pane in the middle: the map of the chosen journey, and the emotion curve under its columns.

use super::areas::Areas;
use super::curve::CurveView;
use super::map::{MapView, Offset, Zoom};
use super::{findings, first_journey, pane};
use crate::board::{Layout, Shade};
use crate::journey::{BrokenJourney, TouchpointIndex};
use crate::tui::state::{Pane, Row, State};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout as Split, Position, Rect};
use ratatui::widgets::{Block, Paragraph, Wrap};

/// Draws the map and the curve.
pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State) {
    if area.is_empty() {
        return;
    }
    frame.render_widget(frame_of(state, area), area);
    let [map_area, legend_area, curve_area] = parts(state, area);
    if let Some(layout) = &state.layout {
        let map = map_view(state, layout, map_area);
        frame.render_widget(&map, map_area);
        map.draw_legend(legend_area, frame.buffer_mut());
        let curve = CurveView {
            map: &map,
            segments: &state.curves.lines,
        };
        frame.render_widget(&curve, curve_area);
    } else if let Some(broken) = broken(state) {
        let lines = findings::of_file(state, &broken.file);
        let inner = frame_of(state, area).inner(area);
        frame.render_widget(Paragraph::new(lines).wrap(Wrap { trim: false }), inner);
    } else if state.workspace.journeys.all().is_empty() {
        let inner = frame_of(state, area).inner(area);
        let lines = first_journey::lines(state.theme, usize::from(inner.width));
        frame.render_widget(Paragraph::new(lines), inner);
    }
}

fn broken(state: &State) -> Option<&BrokenJourney> {
    match state.row {
        Some(Row::Broken(place)) => state.workspace.journeys.broken().get(place),
        _ => None,
    }
}

/// How near the map is looked at in an area.
pub fn zoom(state: &State, area: Rect) -> Zoom {
    let [map_area, ..] = parts(state, area);
    let layout = state.layout.as_ref();
    let fitting = layout.map(|layout| fitting(layout, map_area));
    state.zoom.or(fitting).unwrap_or_default()
}

/// How far the map is panned so that the chosen card is in sight.
pub fn pan(state: &State) -> Offset {
    let area = Areas::of(state).map;
    match (&state.layout, state.touchpoint) {
        _ if state.vantage.adrift => within(state, state.pan),
        (Some(layout), Some(chosen)) if !area.is_empty() => {
            let [map_area, ..] = parts(state, area);
            map_view(state, layout, map_area).offset_to_show(map_area, chosen)
        }
        _ => state.pan,
    }
}

/// The offset nearest to a wanted one at which the map fills its area.
pub fn within(state: &State, (x, y): Offset) -> Offset {
    let [map_area, ..] = parts(state, Areas::of(state).map);
    let Some(layout) = &state.layout else {
        return (0, 0);
    };
    let (width, height) = map_view(state, layout, map_area).size(map_area);
    let most = |whole: i32, seen: u16| (whole - i32::from(seen)).max(0);
    (
        x.clamp(0, most(width, map_area.width)),
        y.clamp(0, most(height, map_area.height)),
    )
}

/// How many lines of a pane the whole map takes at a width, as near as it is looked at or as a line a
/// card fits.
pub(super) fn wanted(state: &State, width: u16) -> u16 {
    let Some(layout) = &state.layout else {
        return 0;
    };
    let area = Rect::new(0, 0, width, u16::MAX);
    let zoom = Zoom::fit(layout, area).min(Zoom::Compact);
    let mut map = map_view(state, layout, area);
    map.zoom = state.zoom.unwrap_or(zoom);
    let lines = map.size(area).1 + 1 + i32::from(has_legend(state, 0)) + 3;
    u16::try_from(lines).unwrap_or(u16::MAX)
}

/// The touchpoint whose card is drawn at a position.
pub fn touchpoint_at(state: &State, area: Rect, at: Position) -> Option<TouchpointIndex> {
    let [map_area, ..] = parts(state, area);
    let layout = state.layout.as_ref()?;
    map_view(state, layout, map_area).touchpoint_at(map_area, at.x, at.y)
}

fn map_view<'a>(state: &'a State, layout: &'a Layout, area: Rect) -> MapView<'a> {
    MapView {
        journeys: &state.workspace.journeys,
        charter: &state.workspace.charter,
        board: &state.board,
        layout,
        shading: &state.vantage.shading,
        chosen: state.touchpoint,
        zoom: state.zoom.unwrap_or_else(|| fitting(layout, area)),
        offset: state.pan,
        theme: state.theme,
        focused: pane::has_keys(state, Pane::Map),
    }
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

fn frame_of(state: &State, area: Rect) -> Block<'static> {
    let title = state.journey().map(|journey| {
        let journey = &state.workspace.journeys.all()[journey];
        match &journey.persona {
            Some(persona) => format!("{}: {persona}", journey.title),
            None => journey.title.clone(),
        }
    });
    let focused = pane::has_keys(state, Pane::Map);
    let compact = Areas::of(state).compact;
    let title = title
        .or_else(|| broken(state).map(|broken| format!("{} could not be read", broken.file)))
        .unwrap_or_default();
    pane::frame(state.theme, &title, area, focused, compact)
}

/// The map, what its heat means, and as much of a curve below as the height allows.
fn parts(state: &State, area: Rect) -> [Rect; 3] {
    let inner = frame_of(state, area).inner(area);
    let curve = match inner.height {
        0..9 => 0,
        9..16 => 3,
        16..22 => 4,
        22..35 => 6,
        _ => 9,
    };
    // Several lines need more height to be told apart.
    let curve = if state.curves.lines.is_empty() {
        curve
    } else {
        curve.max(inner.height / 2).min(9)
    };
    let legend = u16::from(has_legend(state, inner.height) && inner.height > 3);
    let heights = [
        Constraint::Min(0),
        Constraint::Length(legend),
        Constraint::Length(curve),
    ];
    Split::vertical(heights).areas(inner)
}

/// Whether what the heat means is said: always when it is not friction, else where there is room.
fn has_legend(state: &State, height: u16) -> bool {
    state.layout.is_some() && (state.vantage.shading.by != Shade::Friction || height >= 16)
}
