//! The words and tags behind the latest spikes of the touchpoint that has the screen to itself: read from
//! its rows beside the interface.

use super::message::{Effect, Message};
use super::state::{Screen, State};
use crate::board::{Grown, SpikeRows};
use crate::feedback::{Overlay, Source, Week, verbatims};
use crate::journey::TouchpointIndex;
use std::path::PathBuf;
use std::sync::Arc;

/// Of how many spikes the words are read.
const MOST: usize = 3;

/// What has been read.
#[derive(Clone, Debug, Default)]
pub struct Spikes {
    /// The touchpoint whose rows were asked for.
    of: Option<TouchpointIndex>,
    /// What grew in each week that spiked.
    pub grown: Vec<(Week, Grown)>,
}

/// The rows behind the spikes of a touchpoint.
#[derive(Clone, Debug, PartialEq)]
pub struct Behind {
    /// The scan whose places are meant.
    pub scan: u64,
    /// The touchpoint.
    pub touchpoint: TouchpointIndex,
    /// Each week with its rows and those of the weeks before.
    pub rows: Vec<(Week, SpikeRows)>,
}

/// Asks for the words, once for each touchpoint looked at.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    let looked_at = state.screen == Screen::Touchpoint && state.progress.is_none();
    let (Some(touchpoint), Some(insight)) = (state.touchpoint, &state.insight) else {
        return Vec::new();
    };
    if !looked_at || state.spikes.of == Some(touchpoint) {
        return Vec::new();
    }
    let weeks = insight.trend.latest_spikes(MOST).into_iter();
    let (board, overlay) = (&state.board, &state.overlay);
    let rows: Vec<_> = weeks
        .map(|week| (week, board.spike_rows(overlay, touchpoint, week)))
        .collect();
    state.spikes = Spikes {
        of: Some(touchpoint),
        grown: Vec::new(),
    };
    if rows.is_empty() {
        return Vec::new();
    }
    let scan = state.scan;
    vec![Effect::ReadSpikes(Behind {
        scan,
        touchpoint,
        rows,
    })]
}

/// Takes what was read, when it is still what was asked for.
pub(super) fn take(
    state: &mut State,
    (scan, touchpoint): (u64, TouchpointIndex),
    grown: Vec<(Week, Grown)>,
) {
    if scan == state.scan && state.spikes.of == Some(touchpoint) {
        state.spikes.grown = grown;
    }
}

/// What a reader of rows needs.
#[derive(Debug)]
pub(super) struct Reading {
    /// The workspace's folder.
    pub root: PathBuf,
    /// Where feedback comes from.
    pub sources: Vec<Source>,
    /// Where each row lies.
    pub overlay: Arc<Overlay>,
    /// Which rows.
    pub behind: Behind,
}

impl Reading {
    /// What a state knows of those rows.
    pub(super) fn of(state: &State, behind: Behind) -> Self {
        Self {
            root: state.workspace.root.clone(),
            sources: state.workspace.sources.clone(),
            overlay: Arc::clone(&state.overlay),
            behind,
        }
    }

    /// Reads the rows and compares them.
    pub(super) fn answer(self) -> Message {
        let read = |places: &[_]| verbatims(&self.root, &self.sources, &self.overlay, places);
        let weeks = self.behind.rows.iter();
        let grown = weeks.map(|(week, rows)| {
            let (before, now) = (read(&rows.before), read(&rows.now));
            (*week, Grown::between(&before, &now))
        });
        Message::SpikesRead {
            scan: self.behind.scan,
            touchpoint: self.behind.touchpoint,
            grown: grown.collect(),
        }
    }
}
