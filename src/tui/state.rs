//! What is on screen: the workspace and its numbers, what is chosen in it, and who has the keys.

use super::copy::CopyList;
use super::curves::Curves;
use super::feed::FeedPicker;
use super::filter::Filter;
use super::flag::FlagPrompt;
use super::habits::Habits;
use super::help::HelpList;
use super::history::History;
use super::inbox::Unmapped;
use super::insight::{Insight, JourneyInsight};
use super::jump::JumpList;
use super::keymap::Keymap;
use super::lens::LensPicker;
use super::look::Look;
use super::owner::OwnerPicker;
use super::palette::Palette;
pub use super::place::Place;
use super::prompt::ExportPrompt;
use super::rounds::Rounds;
use super::said::Said;
use super::spikes::Spikes;
use super::tab::Tab;
use super::theme::Theme;
use super::trends::Trends;
use super::vantage::Vantage;
use super::view::map::{Offset, Zoom};
use crate::board::{Board, Detail, DriverTable, Layout, Lens, Order};
use crate::feedback::{Day, Overlay};
use crate::journey::{JourneyIndex, TouchpointIndex};
use crate::measures::Unsaid;
use crate::workspace::{Problem, Workspace};
use ratatui::layout::{Position, Size};
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
    /// Who listens to customers, and who is due.
    Listening,
    /// Every owner's scorecard.
    Teams,
    /// Which source hears what.
    Voices,
    /// All journeys in a table.
    Table,
    /// The friction board as columns.
    Columns,
    /// One customer's own words.
    Chair,
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
    /// The line in which one types what customers' words have to say.
    Search,
    /// The choice of an owner.
    Owner(OwnerPicker),
    /// Where to write the summary.
    Export(ExportPrompt),
    /// What hurts at a touchpoint.
    Flag(FlagPrompt),
    /// The list of keys.
    Help(HelpList),
    /// The line of the inbox in which a phrase is typed.
    Phrase,
    /// The choice of the touchpoint a phrase is to feed.
    Feed(FeedPicker),
    /// The command palette.
    Palette(Palette),
    /// The list of everything one can go to.
    Jump(JumpList),
    /// The choice of what counts.
    Lens(LensPicker),
    /// The choice of what to copy.
    Copy(CopyList),
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
    /// In which line of which file, where it is one: it stands at the end, however long the rest is.
    pub place: Option<String>,
}

/// Everything the screen shows; drawing borrows it, `update` alone changes it.
#[derive(Clone, Debug)]
pub struct State {
    /// The workspace as it is on disk.
    pub workspace: Arc<Workspace>,
    /// Feedback read so far.
    pub overlay: Arc<Overlay>,
    /// The numbers under the lens.
    pub board: Board,
    /// Each journey's counts by week, as far as somebody has looked at them.
    pub trends: Trends,
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
    /// What is wrong in the user's config file.
    pub config_problems: Vec<Problem>,
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
    /// How far the closer look at a long journey has come.
    pub look: Look,
    /// The chosen touchpoint's numbers beyond its counts.
    pub insight: Option<Insight>,
    /// What grew in the weeks in which it spiked.
    pub spikes: Spikes,
    /// The emotion curves of the segments, while they are asked for.
    pub curves: Curves,
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
    /// The last day on which anything was said, whatever the lens.
    pub last_day: Option<Day>,
    /// How far the details are scrolled, in lines.
    pub scroll: usize,
    /// The chosen line of the problems or of the rejected rows.
    pub line: usize,
    /// Rows that no rule caught, as far as they have been read.
    pub unmapped: Unmapped,
    /// The views of listening, of teams and of voices.
    pub rounds: Rounds,
    /// Edits made and taken back.
    pub history: History,
    /// What is wrong for as long as it is: a file that broke while the board was open.
    pub banner: Option<String>,
    /// Whether clicks and the wheel are the board's.
    pub mouse: bool,
    /// Whether the board was opened without a place to come back to and nothing was done yet: then it goes
    /// where it hurts most as soon as that is known.
    pub new: bool,
    /// Where the map is held by the mouse.
    pub grab: Option<Position>,
    /// How far a scan had come that was broken off, in percent.
    pub stopped: Option<u8>,
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
            workspace: Arc::new(workspace),
            overlay,
            board,
            trends: Trends::default(),
            progress: Some(0),
            scan: 0,
            size,
            theme,
            keymap: Keymap::default(),
            config_problems: Vec::new(),
            screen: Screen::Board,
            pane: Pane::Map,
            mode: Mode::Browse,
            row: None,
            touchpoint: None,
            remembered: HashMap::new(),
            detail: Detail::default(),
            journey_insight: None,
            look: Look::default(),
            insight: None,
            spikes: Spikes::default(),
            curves: Curves::default(),
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
            last_day: None,
            scroll: 0,
            line: 0,
            unmapped: Unmapped::default(),
            rounds: Rounds::default(),
            history: History::default(),
            banner: None,
            mouse: true,
            new: false,
            grab: None,
            stopped: None,
            toast: None,
        };
        state.rebuild();
        state.settle();
        state
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
            (Mode::Flag(_), _) => Place::Flag,
            (Mode::Help(_), _) => Place::Help,
            (Mode::Phrase, _) => Place::Phrase,
            (Mode::Feed(_), _) => Place::Feed,
            (Mode::Search, _) => Place::Search,
            (Mode::Palette(_), _) => Place::Palette,
            (Mode::Jump(_), _) => Place::Jump,
            (Mode::Lens(_), _) => Place::Lens,
            (Mode::Copy(_), _) => Place::Copy,
            (Mode::Browse, Screen::Inbox) => Place::Inbox,
            (Mode::Browse, Screen::Table) => Place::Table,
            (Mode::Browse, Screen::Columns) => Place::Columns,
            (Mode::Browse, Screen::Chair) => Place::Chair,
            (Mode::Browse, Screen::Problems) => Place::Problems,
            (Mode::Browse, Screen::Rejected) => Place::Rejected,
            (Mode::Browse, Screen::Numbers) => Place::Numbers,
            (Mode::Browse, Screen::Listening) => Place::Listening,
            (Mode::Browse, Screen::Teams) => Place::Teams,
            (Mode::Browse, Screen::Voices) => Place::Voices,
            (Mode::Browse, Screen::Touchpoint) if self.vantage.tab == Tab::Words => Place::Words,
            (Mode::Browse, Screen::Touchpoint) => Place::Touchpoint,
            (Mode::Browse, Screen::Board) => match self.pane {
                Pane::Journeys => Place::Journeys,
                Pane::Map => Place::Map,
                Pane::Details => Place::Details,
            },
        }
    }

    /// Everything that is wrong in a file: the config file first, then the workspace's.
    pub fn problems(&self) -> impl Iterator<Item = &Problem> {
        self.config_problems.iter().chain(&self.workspace.problems)
    }

    /// Takes the user's habits on.
    pub fn accustom(&mut self, habits: Habits) {
        if let Some(first) = habits.problems.first() {
            self.say(Tone::Bad, first.one_line());
        }
        self.mouse = habits.mouse;
        self.keymap = habits.keymap;
        self.config_problems = habits.problems;
    }

    /// How many rows and files of feedback could not be read.
    pub fn rejected_count(&self) -> u64 {
        self.board.totals.books.rejected + self.overlay.books.unread.len() as u64
    }

    /// Whether there is neither a view to leave nor a filter to clear.
    pub fn nothing_to_leave(&self) -> bool {
        let travels = self.vantage.travel.is_some();
        self.screen == Screen::Board && self.filter.is_blank() && !travels
    }

    /// Says what happened.
    pub fn say(&mut self, tone: Tone, text: impl Into<String>) {
        self.toast = Some(Toast {
            tone,
            text: text.into(),
            place: None,
        });
    }
}
