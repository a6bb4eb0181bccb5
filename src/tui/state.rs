//! What is on screen: the workspace and its numbers, what is chosen in it, and who has the keys.

use super::feed::FeedPicker;
use super::filter::Filter;
use super::help::HelpList;
use super::history::History;
use super::inbox::Unmapped;
use super::insight::{Insight, JourneyInsight};
use super::keymap::Keymap;
use super::owner::OwnerPicker;
use super::page;
use super::prompt::ExportPrompt;
use super::said::Said;
use super::theme::Theme;
use super::vantage::{self, Vantage};
use super::view::map::{Offset, Zoom};
use crate::board::{Board, Detail, DriverTable, Layout, Lens, Order, Series};
use crate::feedback::Overlay;
use crate::journey::{JourneyIndex, TouchpointIndex};
use crate::measures::Unsaid;
use crate::workspace::Workspace;
use ratatui::layout::Size;
use std::collections::HashMap;
use std::sync::Arc;

/// The view that fills the screen between header and footer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Journeys, map and details.
    Board,
    /// One touchpoint alone.
    Touchpoint,
    /// What is wrong in the files.
    Problems,
    /// Rows of feedback that could not be read.
    Rejected,
    /// The chosen journey's own numbers.
    Numbers,
    /// Rows of feedback that no rule caught.
    Inbox,
}

/// The pane of the board that has the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The list of journeys.
    Journeys,
    /// The map of the chosen journey.
    Map,
    /// The details of the chosen touchpoint.
    Details,
}

/// Who has the keys: the screen itself, or what lies over it.
#[derive(Clone, Debug)]
pub enum Mode {
    /// The screen.
    Browse,
    /// The line the filter is typed in.
    Filter,
    /// The choice of an owner.
    Owner(OwnerPicker),
    /// Where to write the summary.
    Export(ExportPrompt),
    /// The list of keys.
    Help(HelpList),
    /// The line of the inbox in which a phrase is typed.
    Phrase,
    /// The choice of the touchpoint a phrase is to feed.
    Feed(FeedPicker),
}

/// Where a key is pressed: what a command's `places` speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(missing_docs, reason = "the names of panes, screens and modes")]
pub enum Place {
    Journeys,
    Map,
    Details,
    Touchpoint,
    Problems,
    Rejected,
    Numbers,
    Filter,
    Owner,
    Export,
    Help,
    Inbox,
    Phrase,
    Feed,
}

/// A line of the list of journeys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A journey that could be read.
    Journey(JourneyIndex),
    /// A file that could not, as a place in [`crate::journey::Journeys::broken`].
    Broken(usize),
}

/// How good the news of a toast is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It worked.
    Good,
    /// Something to know.
    Plain,
    /// It did not work.
    Bad,
}

/// One line that says what just happened; it goes with the next key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Toast {
    /// How good the news is.
    pub tone: Tone,
    /// What happened.
    pub text: String,
}

/// Everything the screen shows; drawing borrows it, `update` alone changes it.
#[derive(Clone, Debug)]
pub struct State {
    /// The workspace as it is on disk.
    pub workspace: Workspace,
    /// Feedback read so far.
    pub overlay: Arc<Overlay>,
    /// The numbers under the lens.
    pub board: Board,
    /// Each journey's counts by week.
    pub trends: Vec<Series>,
    /// How far the scan has come, in percent; `None` when it is over.
    pub progress: Option<u8>,
    /// The number of the scan whose news counts.
    pub scan: u64,
    /// The terminal's size.
    pub size: Size,
    /// How things look.
    pub theme: Theme,
    /// What keys mean.
    pub keymap: Keymap,
    /// The view.
    pub screen: Screen,
    /// The pane with the keys, on the board.
    pub pane: Pane,
    /// Who has the keys.
    pub mode: Mode,
    /// The chosen line of the list of journeys.
    pub row: Option<Row>,
    /// The chosen touchpoint.
    pub touchpoint: Option<TouchpointIndex>,
    /// The touchpoint that was chosen last in each journey.
    pub remembered: HashMap<JourneyIndex, TouchpointIndex>,
    /// The chosen touchpoint's counts, cut three ways.
    pub detail: Detail,
    /// The chosen journey's numbers, as long as they hold.
    pub journey_insight: Option<JourneyInsight>,
    /// The chosen touchpoint's numbers beyond its counts.
    pub insight: Option<Insight>,
    /// What touchpoints are ranked by.
    pub order: Order,
    /// The touchpoint the board is shown without, as if it were fixed.
    pub fixed: Option<TouchpointIndex>,
    /// What moves the overall score, once the survey has been weighed.
    pub drivers: Option<Result<DriverTable, Unsaid>>,
    /// The chosen journey's own numbers, line by line, while they are on screen.
    pub numbers: Vec<String>,
    /// The chosen touchpoint's verbatims, as far as they have been read.
    pub said: Said,
    /// Where everything stands on the map of the chosen journey.
    pub layout: Option<Layout>,
    /// How near the map is looked at; `None` as near as fits.
    pub zoom: Option<Zoom>,
    /// How far the map is panned.
    pub pan: Offset,
    /// How the journey is looked at.
    pub vantage: Vantage,
    /// The filter.
    pub filter: Filter,
    /// How far the details are scrolled, in lines.
    pub scroll: usize,
    /// The chosen line of the problems or of the rejected rows.
    pub line: usize,
    /// Rows that no rule caught, as far as they have been read.
    pub unmapped: Unmapped,
    /// Edits made and taken back.
    pub history: History,
    /// What just happened.
    pub toast: Option<Toast>,
}

impl State {
    /// A workspace just opened, before any feedback has been read.
    pub fn open(workspace: Workspace, theme: Theme, size: Size) -> Self {
        let overlay = Arc::new(Overlay::default());
        let board = Board::build(
            &workspace.journeys,
            &workspace.charter,
            &overlay,
            &Lens::default(),
        );
        let mut state = Self {
            workspace,
            overlay,
            board,
            trends: Vec::new(),
            progress: Some(0),
            scan: 0,
            size,
            theme,
            keymap: Keymap::default(),
            screen: Screen::Board,
            pane: Pane::Map,
            mode: Mode::Browse,
            row: None,
            touchpoint: None,
            remembered: HashMap::new(),
            detail: Detail::default(),
            journey_insight: None,
            insight: None,
            order: Order::default(),
            fixed: None,
            drivers: None,
            numbers: Vec::new(),
            said: Said::default(),
            layout: None,
            zoom: None,
            pan: (0, 0),
            vantage: Vantage::default(),
            filter: Filter::default(),
            scroll: 0,
            line: 0,
            unmapped: Unmapped::default(),
            history: History::default(),
            toast: None,
        };
        state.rebuild();
        state.settle();
        state
    }

    /// Makes the numbers again, after the workspace, the feedback or the lens has changed.
    pub fn rebuild(&mut self) {
        let lens = self.board.lens.clone();
        let journeys = &self.workspace.journeys;
        let charter = &self.workspace.charter;
        self.board = Board::build(journeys, charter, &self.overlay, &lens);
        self.fixed = self
            .fixed
            .filter(|index| index.index() < journeys.touchpoint_count());
        if let Some(index) = self.fixed {
            match self.board.as_if_fixed(journeys, charter, index) {
                Ok(board) => self.board = board,
                Err(_) => self.fixed = None,
            }
        }
        self.journey_insight = None;
        self.trends = journeys
            .all()
            .iter()
            .map(|journey| {
                let places = journey.touchpoints.clone().map(TouchpointIndex::new);
                self.board.series(&self.overlay, places)
            })
            .collect();
        self.look_closer();
    }

    /// Cuts the chosen touchpoint's counts again.
    pub fn look_closer(&mut self) {
        self.detail = self.touchpoint.map_or_else(Detail::default, |index| {
            self.board.detail(&self.overlay, index)
        });
        let (journeys, overlay) = (&self.workspace.journeys, &*self.overlay);
        let known = self.journey_insight.take();
        self.journey_insight = self.journey().map(|journey| {
            let known = known.filter(|known| known.flow.journey == journey);
            known.unwrap_or_else(|| JourneyInsight::of(&self.board, journeys, overlay, journey))
        });
        let chosen = self.touchpoint.zip(self.journey_insight.as_ref());
        self.insight = chosen
            .map(|(index, journey)| Insight::of((&self.board, journeys, overlay), journey, index));
        self.numbers = page::lines(self);
        vantage::look(self);
    }

    /// Makes what is chosen exist: after the workspace or the filter has changed.
    pub fn settle(&mut self) {
        let rows = self.rows();
        if !self.row.is_some_and(|row| rows.contains(&row)) {
            self.row = rows.first().copied();
            self.touchpoint = None;
        }
        let range = match self.row {
            Some(Row::Journey(journey)) => {
                self.workspace.journeys.all()[journey].touchpoints.clone()
            }
            _ => 0..0,
        };
        if !self
            .touchpoint
            .is_some_and(|index| range.contains(&index.index()))
        {
            self.touchpoint = match self.row {
                Some(Row::Journey(journey)) => self.entrance(journey),
                _ => None,
            };
        }
        self.lay_out();
        self.look_closer();
    }

    /// Lays the chosen journey out, unless that was done.
    fn lay_out(&mut self) {
        let wanted = self.journey();
        if self.layout.as_ref().map(Layout::journey) != wanted {
            self.layout = wanted.map(|journey| vantage::layout(self, journey));
            (self.pan, self.vantage.adrift) = ((0, 0), false);
        }
    }

    /// Where one enters a journey: where one was last, else at its start.
    pub fn entrance(&self, journey: JourneyIndex) -> Option<TouchpointIndex> {
        let journeys = &self.workspace.journeys;
        let known = self.remembered.get(&journey).copied();
        let range = journeys.all()[journey].touchpoints.clone();
        known
            .filter(|index| range.contains(&index.index()))
            .or(journeys.all()[journey].start)
    }

    /// The lines of the list of journeys: those the lens and the filter let through, broken files last.
    pub fn rows(&self) -> Vec<Row> {
        let journeys = &self.workspace.journeys;
        let shown = (0..journeys.all().len()).filter(|journey| {
            self.board.lens.shows(journeys, *journey) && self.filter.shows(*journey)
        });
        let broken = (0..journeys.broken().len()).map(Row::Broken);
        shown.map(Row::Journey).chain(broken).collect()
    }

    /// The chosen journey.
    pub fn journey(&self) -> Option<JourneyIndex> {
        match self.row {
            Some(Row::Journey(journey)) => Some(journey),
            _ => None,
        }
    }

    /// Where a key is pressed now.
    pub fn place(&self) -> Place {
        match (&self.mode, self.screen) {
            (Mode::Filter, _) => Place::Filter,
            (Mode::Owner(_), _) => Place::Owner,
            (Mode::Export(_), _) => Place::Export,
            (Mode::Help(_), _) => Place::Help,
            (Mode::Phrase, _) => Place::Phrase,
            (Mode::Feed(_), _) => Place::Feed,
            (Mode::Browse, Screen::Inbox) => Place::Inbox,
            (Mode::Browse, Screen::Problems) => Place::Problems,
            (Mode::Browse, Screen::Rejected) => Place::Rejected,
            (Mode::Browse, Screen::Numbers) => Place::Numbers,
            (Mode::Browse, Screen::Touchpoint) => Place::Touchpoint,
            (Mode::Browse, Screen::Board) => match self.pane {
                Pane::Journeys => Place::Journeys,
                Pane::Map => Place::Map,
                Pane::Details => Place::Details,
            },
        }
    }

    /// How many rows and files of feedback could not be read.
    pub fn rejected_count(&self) -> u64 {
        self.board.totals.books.rejected + self.overlay.books.unread.len() as u64
    }

    /// Whether there is neither a view to leave nor a filter to clear.
    pub fn nothing_to_leave(&self) -> bool {
        self.screen == Screen::Board && self.filter.is_empty()
    }

    /// Says what happened.
    pub fn say(&mut self, tone: Tone, text: impl Into<String>) {
        self.toast = Some(Toast {
            tone,
            text: text.into(),
        });
    }
}
