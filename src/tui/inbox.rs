//! The inbox: rows that no rule caught, a phrase being typed, and what a rule with it would catch. Rows
//! are read and searched beside the interface; what comes back late is dropped.

use super::line::Line;
use super::message::{Effect, Sought};
use super::state::{Mode, Screen, State};
use crate::feedback::{Inbox, InboxRow, Preview, SourceIndex};
use std::sync::Arc;

/// What the inbox shows.
#[derive(Clone, Debug, Default)]
pub struct Unmapped {
    /// The phrase.
    pub line: Line,
    /// The one source that is looked in; `None` for all.
    pub source: Option<SourceIndex>,
    /// The rows read last.
    pub inbox: Arc<Inbox>,
    /// What the phrase would catch, once that is known.
    pub preview: Option<Preview>,
    /// The rows listed, newest first, as places in [`Inbox::rows`].
    pub shown: Vec<usize>,
    /// The chosen one of them.
    pub chosen: usize,
    /// The scan whose rows are asked for.
    asked: Option<u64>,
    /// The scan whose rows are there.
    read: Option<u64>,
    /// The preview asked for last.
    sought: Option<Sought>,
}

impl Unmapped {
    /// What is typed, without blanks around it.
    pub fn phrase(&self) -> &str {
        self.line.text().trim()
    }

    /// Whether rows of any scan have been read.
    pub fn has_read(&self) -> bool {
        self.read.is_some()
    }

    /// Whether the rows of a scan are still to come.
    pub fn is_reading(&self, scan: u64) -> bool {
        self.read != Some(scan)
    }

    /// The chosen row.
    pub fn row(&self) -> Option<&InboxRow> {
        let place = self.shown.get(self.chosen)?;
        self.inbox.rows.get(*place)
    }

    /// How many rows of each source the list is about: those the phrase catches, or all of them.
    pub fn by_source(&self) -> &[u64] {
        match &self.preview {
            Some(preview) => &preview.rows_by_source,
            None => &self.inbox.kept,
        }
    }

    /// How many rows a rule with the phrase would catch in the sources looked in.
    pub fn catches(&self) -> u64 {
        let counts = self.preview.iter().flat_map(|preview| {
            let counts = preview.rows_by_source.iter().enumerate();
            counts.filter(|(source, _)| self.looks_in(*source))
        });
        counts.map(|(_, count)| count).sum()
    }

    /// Whether a source is looked in.
    pub fn looks_in(&self, source: SourceIndex) -> bool {
        self.source.is_none_or(|only| only == source)
    }

    /// Chooses a row so many lines further down, and stops at the ends.
    pub fn step(&mut self, by: isize) {
        let last = self.shown.len().saturating_sub(1);
        self.chosen = self.chosen.saturating_add_signed(by).min(last);
    }

    /// Lists the rows again, from the newest on.
    fn list(&mut self) {
        let rows = &self.inbox.rows;
        let here = |place: &usize| {
            let row = rows.get(*place);
            row.is_some_and(|row| self.looks_in(row.source))
        };
        self.shown = match &self.preview {
            Some(preview) => preview.caught.iter().copied().filter(here).collect(),
            None => (0..rows.len()).filter(here).collect(),
        };
        self.chosen = 0;
    }

    fn forget_phrase(&mut self) {
        self.line = Line::default();
        self.preview = None;
        self.sought = None;
        self.list();
    }
}

/// Shows the inbox, ready to type.
pub fn begin(state: &mut State) {
    state.screen = Screen::Inbox;
    state.mode = Mode::Phrase;
}

/// One step back: to all sources and rows, else to the board.
pub fn back(state: &mut State) {
    let unmapped = &mut state.unmapped;
    if unmapped.phrase().is_empty() && unmapped.source.is_none() {
        state.screen = Screen::Board;
        return;
    }
    unmapped.source = None;
    unmapped.forget_phrase();
}

/// Why the inbox has no sources to go through.
pub fn limit_refusal(state: &State) -> Option<&'static str> {
    (state.workspace.sources.len() < 2).then_some("there is one source only")
}

/// Looks in the next source alone, and after the last in all of them again.
pub fn limit(state: &mut State) {
    let of = state.workspace.sources.len();
    let next = state.unmapped.source.map_or(0, |source| source + 1);
    state.unmapped.source = Some(next).filter(|next| *next < of);
    state.unmapped.list();
}

/// The phrase is a rule now: what is listed next is all that is left.
pub fn written(state: &mut State) {
    state.unmapped.forget_phrase();
}

/// The sources are others: what was read speaks of the old ones.
pub fn reset(state: &mut State) {
    let line = std::mem::take(&mut state.unmapped.line);
    state.unmapped = Unmapped {
        line,
        ..Unmapped::default()
    };
}

/// Asks for what the inbox lacks: the rows of the newest scan once that is over, and a preview of what
/// is typed.
pub fn ask(state: &mut State) -> Vec<Effect> {
    if state.screen != Screen::Inbox {
        return Vec::new();
    }
    let mut effects = Vec::new();
    let unmapped = &mut state.unmapped;
    if state.progress.is_none() && unmapped.asked != Some(state.scan) {
        unmapped.asked = Some(state.scan);
        effects.push(Effect::ReadInbox(state.scan));
    }
    let phrase = unmapped.phrase();
    let sought = unmapped.read.filter(|_| !phrase.is_empty());
    let sought = sought.map(|scan| Sought {
        scan,
        phrase: phrase.to_owned(),
    });
    if sought == unmapped.sought {
        return effects;
    }
    if sought.is_none() {
        unmapped.preview = None;
        unmapped.list();
    }
    unmapped.sought.clone_from(&sought);
    effects.extend(sought.map(Effect::Preview));
    effects
}

/// Takes rows that were read, when they are of the newest scan.
pub fn take(state: &mut State, scan: u64, inbox: Inbox) {
    if state.unmapped.asked != Some(scan) || state.scan != scan {
        return;
    }
    let unmapped = &mut state.unmapped;
    unmapped.inbox = Arc::new(inbox);
    unmapped.read = Some(scan);
    unmapped.preview = None;
    unmapped.list();
}

/// Takes a preview, when it is of what is typed now.
pub fn take_preview(state: &mut State, sought: &Sought, preview: Preview) {
    if state.unmapped.sought.as_ref() == Some(sought) {
        state.unmapped.preview = Some(preview);
        state.unmapped.list();
    }
}
