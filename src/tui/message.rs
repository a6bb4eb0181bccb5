//! What happens to the program, and what it asks the world to do about it.

use super::insight::JourneyInsight;
use super::look::Wish;
use super::past::Told;
use super::spikes::Behind;
use crate::board::{DriverTable, Grown};
use crate::feedback::{Inbox, Overlay, Place, Preview, Verbatim, Week};
use crate::journey::{Address, Edit, TouchpointIndex};
use crate::measures::Unsaid;
use crate::workspace::Workspace;
use ratatui::crossterm::event::{KeyEvent, MouseEvent};
use std::ops::Range;
use std::path::PathBuf;

/// Something that happened.
#[derive(Debug)]
pub enum Message {
    /// A key was pressed.
    Key(KeyEvent),
    /// The mouse did something.
    Mouse(MouseEvent),
    /// Text was pasted.
    Paste(String),
    /// The terminal has another size.
    Resize(u16, u16),
    /// The scan has come this far.
    Progress {
        /// The scan's number; the news of an older scan is stale.
        scan: u64,
        /// How far, 0 to 100.
        percent: u8,
        /// What has been read so far, when it is worth drawing.
        so_far: Option<Box<Overlay>>,
    },
    /// The scan is over.
    Scanned {
        /// The scan's number.
        scan: u64,
        /// All feedback.
        overlay: Box<Overlay>,
    },
    /// The survey has been weighed.
    Drivers {
        /// The scan's number.
        scan: u64,
        /// What moves the overall score; `None` when no survey is declared for it.
        drivers: Option<Result<DriverTable, Unsaid>>,
    },
    /// Verbatims were read.
    Verbatims {
        /// The request they answer.
        wanted: Wanted,
        /// The verbatims, newest first.
        list: Vec<Verbatim>,
    },
    /// The rows behind spikes were read and compared.
    SpikesRead {
        /// The scan whose places were meant.
        scan: u64,
        /// The touchpoint.
        touchpoint: TouchpointIndex,
        /// What grew in each week that spiked.
        grown: Vec<(Week, Grown)>,
    },
    /// A long journey was looked into.
    LookedCloser {
        /// What was wished for.
        wish: Wish,
        /// The journey's own numbers.
        insight: Box<JourneyInsight>,
        /// Its page of numbers, where that was wished for.
        page: Option<Vec<String>>,
    },
    /// The unmapped rows were read.
    InboxRead {
        /// The scan whose rows they are.
        scan: u64,
        /// The rows.
        inbox: Box<Inbox>,
    },
    /// It is known what a phrase would catch.
    Previewed {
        /// The request it answers.
        sought: Sought,
        /// What the phrase would catch.
        preview: Preview,
    },
    /// The words for the empty chair were read.
    ChairRead {
        /// The scan whose words they are.
        scan: u64,
        /// Customers' words, each with its touchpoint.
        list: Vec<(TouchpointIndex, Verbatim)>,
    },
    /// The repository told who owned a touchpoint since when.
    HistoryRead {
        /// The touchpoint.
        touchpoint: TouchpointIndex,
        /// What it told.
        told: Told,
    },
    /// A wait of this number is over.
    Tick(u64),
    /// An edit was saved.
    Saved {
        /// The edit.
        edit: Edit,
        /// The file, and the line where it is known: `fly-out.yaml:14`.
        place: String,
    },
    /// An edit could not be saved; the file is as it was.
    NotSaved {
        /// The edit.
        edit: Edit,
        /// Why, and how to mend it.
        why: String,
    },
    /// The summary was written, or not.
    Exported(Result<PathBuf, ExportRefusal>),
    /// The workspace was read again.
    Reread {
        /// What it says now, or why it could not be read.
        read: Result<Box<Workspace>, String>,
        /// Whether its feedback is to be scanned again whatever it says.
        scan: bool,
    },
    /// Files of the workspace were changed by others, named from its folder.
    FilesChanged(Vec<String>),
    /// The user's editor was left, or could not be run.
    Edited(Result<(), String>),
    /// The terminal's input is lost: there is nobody to draw for.
    InputLost,
}

/// Why the summary was not written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportRefusal {
    /// There is a file of that name already.
    Exists,
    /// It could not be written.
    Failed(String),
}

/// Which verbatims are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The scan whose places are meant.
    pub scan: u64,
    /// The touchpoint.
    pub touchpoint: TouchpointIndex,
    /// Which of its places, newest first.
    pub range: Range<usize>,
}

/// A phrase, and the rows it is looked for in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sought {
    /// The scan whose unmapped rows are meant.
    pub scan: u64,
    /// The phrase.
    pub phrase: String,
}

/// A place in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Spot {
    /// Where a touchpoint's owner stands, or the touchpoint itself.
    Touchpoint(Address),
    /// A line of a file, named from the workspace's folder; 0 for the file as a whole.
    File {
        /// The file.
        file: String,
        /// Counted from 1.
        line: usize,
    },
}

/// Something the loop's edge is to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Save an edit to its file.
    Save(Edit),
    /// Read verbatims.
    ReadVerbatims(Wanted),
    /// Read the rows behind a touchpoint's spikes.
    ReadSpikes(Behind),
    /// Look into a long journey.
    LookCloser(Wish),
    /// Read the unmapped rows that a scan has found.
    ReadInbox(u64),
    /// Find what a phrase would catch of the rows in the inbox.
    Preview(Sought),
    /// Read words for the empty chair.
    ReadChair {
        /// The scan that found them.
        scan: u64,
        /// Where they lie.
        places: Vec<Place>,
    },
    /// Ask the repository who owned a touchpoint since when.
    ReadHistory(TouchpointIndex),
    /// Wait as long as a week stands on the screen, then tell this number.
    Wait(u64),
    /// Scan the feedback again, under a new number.
    Scan(u64),
    /// Read the workspace again, and its feedback too when `scan` says so.
    Reread {
        /// Whether the feedback is to be scanned again whatever the workspace says.
        scan: bool,
    },
    /// Write the summary.
    Export {
        /// Where, from the current folder.
        path: PathBuf,
        /// Whether a file of that name may be replaced.
        replace: bool,
    },
    /// Put text on the terminal's clipboard.
    Copy(String),
    /// Open a file in the user's editor, and come back.
    OpenEditor(Spot),
    /// Break off the scan under way; the number is the one that counts now.
    StopScan(u64),
    /// Take the mouse, or leave it to the terminal's own selection.
    Mouse(bool),
    /// Draw everything again.
    Redraw,
    /// Stop until the shell goes on.
    Suspend,
    /// Leave.
    Quit,
}

/// What a command's function gives back: effects, or nothing.
pub trait Outcome {
    /// The effects.
    fn effects(self) -> Vec<Effect>;
}

impl Outcome for () {
    fn effects(self) -> Vec<Effect> {
        Vec::new()
    }
}

impl Outcome for Vec<Effect> {
    fn effects(self) -> Vec<Effect> {
        self
    }
}
