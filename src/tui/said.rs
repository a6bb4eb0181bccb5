//! The chosen touchpoint's verbatims: read a page at a time, newest first, when somebody looks.

use super::message::{Effect, Wanted};
use super::state::State;
use crate::board::{Lacking, lacking};
use crate::feedback::Verbatim;
use crate::journey::TouchpointIndex;

/// How many verbatims are read at once.
const PAGE: usize = 100;

/// How many of them are looked through for staff who were not allowed to help.
const MOST_JUDGED: usize = 200;

/// Verbatims read so far.
#[derive(Clone, Debug, Default)]
pub struct Said {
    /// The touchpoint they are about.
    pub touchpoint: Option<TouchpointIndex>,
    /// Newest first.
    pub list: Vec<Verbatim>,
    /// How many there are to read.
    pub of: usize,
    wanted: Option<Wanted>,
    next: usize,
    judged: Option<Judged>,
}

/// What the complaints among the newest rows say of staff who were not allowed to help, and what was asked.
#[derive(Clone, Debug)]
struct Judged {
    rows: usize,
    phrases: Vec<String>,
    found: Option<Lacking>,
}

impl Said {
    /// Whether some are being read.
    pub fn is_reading(&self) -> bool {
        self.wanted.is_some()
    }

    /// What shows that staff of the touchpoint were not allowed to help, as far as its rows have been read.
    pub fn lacking(&self) -> Option<&Lacking> {
        self.judged.as_ref()?.found.as_ref()
    }
}

/// Looks through the rows for staff who were not allowed to help, unless these were looked through for the
/// same phrases: a frame must not wait for it.
pub fn judge(state: &mut State) {
    let (said, phrases) = (&mut state.said, &state.workspace.charter.authority.lacking);
    let Some(touchpoint) = said.touchpoint.or(state.touchpoint) else {
        return;
    };
    let rows = said.list.len().min(MOST_JUDGED);
    let known = said.judged.as_ref();
    if known.is_some_and(|known| known.rows == rows && known.phrases == *phrases) {
        return;
    }
    said.judged = Some(Judged {
        rows,
        phrases: phrases.clone(),
        found: (rows > 0)
            .then(|| lacking(touchpoint, &said.list[..rows], phrases))
            .flatten(),
    });
}

/// The feedback is another: what was read stays on screen until it has been read again.
pub fn refresh(state: &mut State) {
    state.said.wanted = None;
    state.said.next = 0;
}

/// Asks for the first page when another touchpoint is chosen, and for the next one when `deeper`.
pub fn read(state: &mut State, deeper: bool) -> Vec<Effect> {
    let Some(touchpoint) = state.touchpoint else {
        state.said = Said::default();
        return Vec::new();
    };
    let of = state.overlay.places_of(touchpoint.index() as u32).len();
    let said = &mut state.said;
    if said.touchpoint != Some(touchpoint) {
        *said = Said {
            touchpoint: Some(touchpoint),
            of,
            ..Said::default()
        };
    } else if said.is_reading() || !(deeper || said.next == 0) {
        return Vec::new();
    }
    said.of = of;
    if said.next >= of {
        return Vec::new();
    }
    let wanted = Wanted {
        scan: state.scan,
        touchpoint,
        range: said.next..(said.next + PAGE).min(of),
    };
    said.wanted = Some(wanted.clone());
    vec![Effect::ReadVerbatims(wanted)]
}

/// Takes verbatims that were read, when they are still the ones asked for.
pub fn take(state: &mut State, wanted: &Wanted, list: Vec<Verbatim>) {
    let said = &mut state.said;
    if said.wanted.as_ref() == Some(wanted) {
        said.wanted = None;
        said.next = wanted.range.end;
        if wanted.range.start == 0 {
            said.list.clear();
            said.judged = None;
        }
        said.list.extend(list);
    }
}
