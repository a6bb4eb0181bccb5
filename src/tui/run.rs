//! The loop: it waits for messages, lets `update` change the state, does what comes out of it, and
//! draws once for all messages that were waiting. Nothing ticks.

use super::habits::Habits;
use super::look::Looking;
use super::message::{Effect, ExportRefusal, Message};
use super::opening;
use super::spikes;
use super::state::{State, Tone};
use super::terminal::{self, Held};
use super::theme::Theme;
use super::threads::{Opening, Request, Scanner, Search, answerer, listen};
use super::update::update;
use super::view;
use super::{chair, errand};
use crate::export::{Behind, Privacy, Subject, Testimony, markdown};
use crate::feedback::{Cache, Day, verbatims};
use crate::journey::Edit;
use crate::workspace::{self, Existing, Workspace, deliver};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// The board could not be shown.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The folder is no workspace.
    #[error(transparent)]
    Open(#[from] workspace::OpenError),
    /// The terminal refused, or went away.
    #[error("the terminal cannot be used: {0}")]
    Terminal(#[from] io::Error),
}

/// How the board is to be shown.
#[derive(Debug)]
pub struct Setup {
    /// How things look.
    pub theme: Theme,
    /// What keys and the mouse do.
    pub habits: Habits,
    /// Where feedback that has been read is remembered.
    pub cache: Option<Cache>,
    /// The day from which promises are overdue.
    pub today: Day,
    /// Whether a customer's words come first, as at the beginning of a meeting.
    pub meeting: bool,
}

/// Opens the workspace at a folder and shows its board until the user leaves.
pub fn run(root: &Path, setup: Setup) -> Result<(), RunError> {
    let (workspace, mut held) = opening::open(root)?;
    let size = held.canvas.size()?;
    let mut state = State::open(workspace, setup.theme, size);
    state.accustom(setup.habits);
    state.board.today = Some(setup.today);
    if setup.meeting {
        chair::toggle(&mut state);
    }
    held.canvas.draw(|frame| view::draw(frame, &state))?;
    let (sender, messages) = channel();
    let mut edge = Edge::new(sender, setup.cache)?;
    edge.scanner.begin(&state.workspace, state.scan)?;
    go_round(&mut state, &mut held, &mut edge, &messages)
}

fn go_round(
    state: &mut State,
    held: &mut Held,
    edge: &mut Edge,
    messages: &Receiver<Message>,
) -> Result<(), RunError> {
    while let Ok(first) = messages.recv() {
        state.vantage.today = Some(today());
        let waiting = std::iter::once(first).chain(messages.try_iter());
        for message in waiting {
            for effect in update(state, message) {
                match effect {
                    Effect::Quit => return Ok(()),
                    Effect::Redraw => held.wipe()?,
                    Effect::Suspend => held.suspend()?,
                    effect => edge.perform(effect, state)?,
                }
            }
        }
        held.canvas.draw(|frame| view::draw(frame, state))?;
    }
    Ok(())
}

/// The day by the clock on the wall.
fn today() -> Day {
    let date = jiff::Zoned::now().date();
    let (year, month, day) = (i32::from(date.year()), date.month(), date.day());
    Day::from_ymd(year, month as u32, day as u32).unwrap_or(Day(0))
}

/// Where effects are done; what comes of them comes back as messages.
struct Edge {
    messages: Sender<Message>,
    scanner: Scanner,
    verbatims: Sender<Request>,
    spikes: Sender<spikes::Reading>,
    looks: Sender<Looking>,
    inbox: Sender<Opening>,
    previews: Sender<Search>,
}

impl Edge {
    fn new(messages: Sender<Message>, cache: Option<Cache>) -> io::Result<Self> {
        listen(messages.clone())?;
        Ok(Self {
            scanner: Scanner::new(messages.clone(), cache),
            verbatims: answerer("verbatims", messages.clone(), Request::answer)?,
            spikes: answerer("spikes", messages.clone(), spikes::Reading::answer)?,
            looks: answerer("look", messages.clone(), Looking::answer)?,
            inbox: answerer("inbox", messages.clone(), Opening::answer)?,
            previews: answerer("previews", messages.clone(), Search::answer)?,
            messages,
        })
    }

    fn perform(&mut self, effect: Effect, state: &mut State) -> io::Result<()> {
        let answer = match effect {
            Effect::Save(edit) => save(&state.workspace, edit),
            Effect::Reread { scan } => Message::Reread {
                read: workspace::open(&state.workspace.root)
                    .map(Box::new)
                    .map_err(|error| error.to_string()),
                scan,
            },
            Effect::Flag(flag) => Message::Flagged {
                result: workspace::flag(&state.workspace, &flag).map_err(|why| why.to_string()),
                flag,
            },
            Effect::Export { path, replace } => Message::Exported(export(state, path, replace)),
            Effect::ReadVerbatims(wanted) => {
                // Without the reader there are no verbatims; the board itself goes on.
                let _ = self.verbatims.send(Request {
                    root: state.workspace.root.clone(),
                    sources: state.workspace.sources.clone(),
                    overlay: Arc::clone(&state.overlay),
                    wanted,
                });
                return Ok(());
            }
            Effect::ReadSpikes(behind) => {
                let _ = self.spikes.send(spikes::Reading::of(state, behind));
                return Ok(());
            }
            Effect::LookCloser(wish) => {
                let _ = self.looks.send(Looking::of(state, wish));
                return Ok(());
            }
            Effect::ReadInbox(scan) => {
                let _ = self.inbox.send(Opening {
                    root: state.workspace.root.clone(),
                    sources: state.workspace.sources.clone(),
                    overlay: Arc::clone(&state.overlay),
                    scan,
                });
                return Ok(());
            }
            Effect::Preview(sought) => {
                let inbox = Arc::clone(&state.unmapped.inbox);
                let _ = self.previews.send(Search { inbox, sought });
                return Ok(());
            }
            Effect::Scan(number) => return self.scanner.begin(&state.workspace, number),
            Effect::Copy(text) => {
                if let Err(error) = terminal::copy(&text) {
                    state.say(Tone::Bad, format!("not copied: {error}"));
                }
                return Ok(());
            }
            effect @ (Effect::Wait(_) | Effect::ReadChair { .. } | Effect::ReadHistory(_)) => {
                return errand::run(effect, state, &self.messages);
            }
            Effect::Redraw | Effect::Suspend | Effect::Quit => return Ok(()),
        };
        // The receiver is this very loop: it is there as long as anything is performed.
        let _ = self.messages.send(answer);
        Ok(())
    }
}

fn save(workspace: &Workspace, edit: Edit) -> Message {
    match workspace::save(workspace, &edit) {
        Ok(file) => {
            let place = line_of(workspace, &edit, &file)
                .map_or_else(|| file.clone(), |line| format!("{file}:{line}"));
            Message::Saved { edit, place }
        }
        Err(error) => Message::NotSaved {
            edit,
            why: error.to_string(),
        },
    }
}

/// The line that says the owner, the rule or the action now; where a rule or an action is gone, the touchpoint's.
fn line_of(workspace: &Workspace, edit: &Edit, file: &str) -> Option<usize> {
    let text = std::fs::read_to_string(workspace.root.join(file)).ok()?;
    let touchpoint = edit.touchpoint();
    let (journey, id) = (&touchpoint.journey, &touchpoint.touchpoint);
    if let Edit::Rule { rule, .. } = edit
        && let Ok(line) = workspace::rule_in(&text, journey, id, rule)
    {
        return Some(line);
    }
    if let Edit::Action { edit, .. } = edit
        && let Ok(line) = workspace::action_in(&text, journey, id, edit.action(), edit.field())
    {
        return Some(line);
    }
    let found = workspace::owner_in(&text, journey, id);
    found.ok().map(|(_, line)| line)
}

/// Writes the summary; a file that is there is replaced only when that was asked for.
fn export(state: &State, path: PathBuf, replace: bool) -> Result<PathBuf, ExportRefusal> {
    let (workspace, overlay) = (&state.workspace, &state.overlay);
    let testimony = Testimony::gather(
        (&state.board, &workspace.journeys, overlay),
        Behind::Everything,
        state.drivers.clone(),
        |places| {
            let rows = verbatims(&workspace.root, &workspace.sources, overlay, places);
            Privacy::Masked.words(rows)
        },
    );
    let subject = Subject {
        journeys: &state.workspace.journeys,
        charter: &state.workspace.charter,
        sources: &state.workspace.sources,
        overlay: &state.overlay,
        board: &state.board,
        order: state.order,
        testimony: &testimony,
    };
    let existing = if replace {
        Existing::Replace
    } else {
        Existing::Keep
    };
    match deliver(&path, existing, |out| markdown(subject, out)) {
        Ok(()) => Ok(path),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(ExportRefusal::Exists),
        Err(error) => Err(ExportRefusal::Failed(format!(
            "{}: {error}",
            path.display()
        ))),
    }
}
