//! Whether the emotion curve is one line for all customers or one a segment, and those lines.

use super::command::Command;
use super::state::{State, Tone};
use crate::board::SegmentCurve;
use crate::journey::JourneyIndex;

/// The lines of the segments, while they are asked for.
#[derive(Clone, Debug, Default)]
pub struct Curves {
    on: bool,
    of: Option<JourneyIndex>,
    /// One for each segment of the chosen journey; none while one line stands for all.
    pub lines: Vec<SegmentCurve>,
}

/// Draws one line a segment, or one for all again.
pub(super) fn toggle(state: &mut State) {
    state.curves = Curves {
        on: !state.curves.on,
        ..Curves::default()
    };
    refresh(state, false);
    if !state.curves.on {
        return state.say(Tone::Plain, "one emotion curve for all customers");
    }
    let said = match state.curves.lines.len() {
        0 => "no segment gave a score in this journey".to_owned(),
        1 => "one emotion curve: there is one segment".to_owned(),
        many => {
            let key = state.keymap.label(Command::Curves);
            format!("{many} emotion curves, one a segment; {key} brings all customers back")
        }
    };
    state.say(Tone::Plain, said);
}

/// Cuts the curves of the chosen journey, unless that was done; `anew` when the numbers are others.
pub(super) fn refresh(state: &mut State, anew: bool) {
    let journey = state.journey();
    if !state.curves.on || (state.curves.of == journey && !anew) {
        return;
    }
    let (journeys, overlay) = (&state.workspace.journeys, &state.overlay);
    let lines = journey.map(|at| state.board.segment_curves(journeys, overlay, at));
    state.curves.lines = lines.unwrap_or_default();
    state.curves.of = journey;
}
