//! How things are looked at. For the map: what the heat of its map shows, whether cards stand in lanes by channel,
//! whether one pane has the whole screen, and whether the map was panned away from what is chosen.

use super::chair::Chair;
use super::columns::{self, Columns};
use super::entrance::Entrance;
use super::past::Past;
use super::state::{State, Tone};
use super::tab::Tab;
use super::table::{self, Table};
use super::travel::{self, Travel};
use super::view;
use super::words::Words;
use crate::board::{Layout, Shade, Shading, Terrain};
use crate::feedback::Day;

/// How a journey is looked at.
#[derive(Clone, Debug, Default)]
pub struct Vantage {
    /// What the heat of the map shows, touchpoint by touchpoint.
    pub shading: Shading,
    /// Whether cards stand in lanes by channel.
    pub lanes: bool,
    /// Whether the pane with the keys has all of the body.
    pub enlarged: bool,
    /// Where the touchpoint that has the screen was opened from.
    pub entrance: Option<Entrance>,
    /// The tab of the touchpoint that has the screen.
    pub tab: Tab,
    /// How customers' own words are looked through.
    pub words: Words,
    /// The history of the touchpoint's owner.
    pub past: Past,
    /// How the table of all journeys is looked at.
    pub table: Table,
    /// How the columns of the friction board are looked at.
    pub columns: Columns,
    /// Who sits in the empty chair.
    pub chair: Chair,
    /// Where in time the board is looked at; `None` at its last week.
    pub travel: Option<Travel>,
    /// Which day it is, as the loop's edge knows it.
    pub today: Option<Day>,
    /// Whether the map was panned by hand, so that it need not show what is chosen.
    pub adrift: bool,
}

/// Columns and lines the map is panned by at once.
const STRIDE: (i32, i32) = (12, 4);

/// Shows the next number as heat, or the one before it.
pub(super) fn shade(state: &mut State, forward: bool) {
    let by = state.vantage.shading.by.next(forward);
    state.vantage.shading.by = by;
    look(state);
    state.say(Tone::Plain, format!("the heat shows {by}"));
}

/// Works the shading out again, after the journey, the numbers or the rules have changed.
pub(super) fn look(state: &mut State) {
    travel::keep(state);
    table::look(state);
    columns::look(state);
    let by = state.vantage.shading.by;
    let terrain = Terrain {
        journeys: &state.workspace.journeys,
        charter: &state.workspace.charter,
        overlay: &state.overlay,
        rules: &state.workspace.rules,
    };
    state.vantage.shading = match state.journey().filter(|_| by != Shade::Friction) {
        Some(journey) => Shading::of(&state.board, terrain, journey, by),
        None => Shading::empty(by),
    };
}

/// Puts the cards into lanes by channel, or back.
pub(super) fn lanes(state: &mut State) {
    state.vantage.lanes = !state.vantage.lanes;
    state.layout = None;
    state.settle();
    let said = if state.vantage.lanes {
        "cards stand in lanes by channel"
    } else {
        "cards stand where their steps are shortest"
    };
    state.say(Tone::Plain, said);
}

/// Where everything stands on the map of a journey.
pub(super) fn layout(state: &State, journey: usize) -> Layout {
    let journeys = &state.workspace.journeys;
    if state.vantage.lanes {
        Layout::in_lanes(journeys, journey)
    } else {
        Layout::new(journeys, journey)
    }
}

/// Gives the pane with the keys all of the body, or its part again.
pub(super) fn enlarge(state: &mut State) {
    state.vantage.enlarged = !state.vantage.enlarged;
}

/// Pans the map so many strides to the right and down, whatever is chosen.
pub(super) fn pan(state: &mut State, (right, down): (i32, i32)) {
    drift(state, (STRIDE.0 * right, STRIDE.1 * down));
}

/// Pans the map by so many columns and lines.
pub fn drift(state: &mut State, (x, y): (i32, i32)) {
    state.vantage.adrift = true;
    let (left, top) = state.pan;
    state.pan = view::map_pane::within(state, (left + x, top + y));
}
