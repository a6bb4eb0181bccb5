//! The pane in the middle: the map of the chosen journey, and the emotion curve under its columns.

use super::areas::Areas;
use super::casing::{self, Casing};
use super::curve::CurveView;
use super::map::{MapView, Offset, Sight};
use super::share::{Seen, Share};
use super::{findings, first_journey, pane};
use crate::board::Layout;
use crate::journey::{BrokenJourney, TouchpointIndex};
use crate::tui::command::Command;
use crate::tui::state::{Pane, Row, State};
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::widgets::{Paragraph, Wrap};

/// Draws the map and the curve.
pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State) {
    if area.is_empty() {
        return;
    }
    let (inner, share) = share(state, area);
    frame.render_widget(&frame_of(state, area, share), area);
    let [map_area, legend_area, curve_area] = share.areas(inner);
    if let Some(layout) = &state.layout {
        let map = map_view(state, layout, share.sight);
        frame.render_widget(&map, map_area);
        map.draw_legend(legend_area, frame.buffer_mut());
        let curve = CurveView {
            map: &map,
            segments: &state.curves.lines,
        };
        frame.render_widget(&curve, curve_area);
    } else if let Some(broken) = broken(state) {
        let lines = findings::of_file(state, &broken.file);
        frame.render_widget(Paragraph::new(lines).wrap(Wrap { trim: false }), inner);
    } else if state.workspace.journeys.all().is_empty() {
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

/// How the map is looked at in an area.
pub fn sight(state: &State, area: Rect) -> Sight {
    share(state, area).1.sight
}

/// How far the map is panned so that the chosen card is in sight.
pub fn pan(state: &State) -> Offset {
    let area = Areas::of(state).map;
    match (&state.layout, state.touchpoint) {
        _ if state.vantage.adrift => within(state, state.pan),
        (Some(layout), Some(chosen)) if !area.is_empty() => {
            let (inner, share) = share(state, area);
            let [map_area, ..] = share.areas(inner);
            map_view(state, layout, share.sight).offset_to_show(map_area, chosen)
        }
        _ => state.pan,
    }
}

/// The offset nearest to a wanted one at which the map fills its area.
pub fn within(state: &State, (x, y): Offset) -> Offset {
    let (inner, share) = share(state, Areas::of(state).map);
    let [map_area, ..] = share.areas(inner);
    let Some(layout) = &state.layout else {
        return (0, 0);
    };
    let (width, height) = map_view(state, layout, share.sight).size(map_area);
    let most = |whole: i32, seen: u16| (whole - i32::from(seen)).max(0);
    (
        x.clamp(0, most(width, map_area.width)),
        y.clamp(0, most(height, map_area.height)),
    )
}

/// What of the map is seen in a pane, as near as it is looked at.
pub(super) fn seen(state: &State, area: Rect, compact: bool) -> Seen {
    Share::of(state, casing::inner(area, compact)).seen
}

/// The touchpoint whose card is drawn at a position.
pub fn touchpoint_at(state: &State, area: Rect, at: Position) -> Option<TouchpointIndex> {
    let (inner, share) = share(state, area);
    let [map_area, ..] = share.areas(inner);
    let layout = state.layout.as_ref()?;
    map_view(state, layout, share.sight).touchpoint_at(map_area, at.x, at.y)
}

fn map_view<'a>(state: &'a State, layout: &'a Layout, sight: Sight) -> MapView<'a> {
    MapView {
        journeys: &state.workspace.journeys,
        charter: &state.workspace.charter,
        board: &state.board,
        layout,
        shading: &state.vantage.shading,
        chosen: state.touchpoint,
        sight,
        offset: state.pan,
        theme: state.theme,
        focused: pane::has_keys(state, Pane::Map),
    }
}

fn frame_of(state: &State, area: Rect, share: Share) -> Casing {
    let title = state.journey().map(|journey| {
        let journey = &state.workspace.journeys.all()[journey];
        match &journey.persona {
            Some(persona) => format!("{}: {persona}", journey.title),
            None => journey.title.clone(),
        }
    });
    let focused = pane::has_keys(state, Pane::Map);
    let title = title
        .or_else(|| broken(state).map(|broken| format!("{} could not be read", broken.file)))
        .unwrap_or_default();
    let aside = aside(state, share);
    pane::titled(state, (&title, &aside), area, focused)
}

/// What there is no room for, and which key shows it: the list of journeys, lines, the curve.
fn aside(state: &State, share: Share) -> String {
    let mut words = Vec::new();
    if Areas::of(state).journeys.height == 0 {
        let rows = state.rows();
        let at = rows.iter().position(|row| Some(*row) == state.row);
        if let (Some(at), 2..) = (at, rows.len()) {
            words.push(format!("{} of {} journeys", at + 1, rows.len()));
        }
    }
    if state.layout.is_some() && !share.sight.lines {
        let key = state.keymap.label(Command::ZoomIn);
        words.push(format!("{key} draws lines"));
    }
    if share.curveless && state.vantage.enlarged {
        words.push("no room for the curve".to_owned());
    } else if share.curveless {
        let key = state.keymap.label(Command::Enlarge);
        words.push(format!("{key} shows the curve"));
    }
    words.join(state.theme.glyph(" · ", ", "))
}

/// The part within the frame, and how it is shared out.
fn share(state: &State, area: Rect) -> (Rect, Share) {
    let inner = pane::inner(state, area);
    (inner, Share::of(state, inner))
}
