//! The loop: it waits for messages, lets `update` change the state, does what comes out of it, and
//! draws once for all messages that were waiting. Nothing ticks.

use super::gate::Gate;
use super::habits::Habits;
use super::look::Looking;
use super::message::{Effect, Message, Spot};
use super::opening;
use super::scanner::Scanner;
use super::spikes;
use super::state::{State, Tone};
use super::summary::Summary;
use super::terminal::{self, Held};
use super::theme::Theme;
use super::threads::{Opening, Request, Rereading, Search, answerer, listen};
use super::update::update;
use super::whereabouts::Whereabouts;
use super::{chair, clipboard, editor, errand, view, watcher};
use crate::feedback::{Cache, Day};
use crate::journey::Edit;
use crate::workspace::{self, Workspace};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::SystemTime;

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
    /// The folder in which it is kept where one was.
    pub whereabouts: Option<PathBuf>,
    /// Whether to begin at the beginning all the same.
    pub fresh: bool,
    /// The day to look from, and that edits are dated by; without it, whatever day it is.
    pub today: Option<Day>,
    /// Whether a customer's words come first, as at the beginning of a meeting.
    pub meeting: bool,
}

/// Opens the workspace at a folder and shows its board until the user leaves.
pub fn run(root: &Path, setup: Setup) -> Result<(), RunError> {
    let opened = SystemTime::now();
    let (workspace, mut held) = opening::open(root)?;
    let size = held.canvas.size()?;
    let mut state = State::open(workspace, setup.theme, size);
    state.accustom(setup.habits);
    state.look_from(setup.today.unwrap_or_else(today));
    let kept = setup.whereabouts.as_deref();
    let known = kept.filter(|_| !setup.fresh);
    match known.and_then(|folder| Whereabouts::read(folder, root)) {
        Some(known) => known.resume(&mut state),
        None => state.new = true,
    }
    if !state.mouse {
        terminal::mouse(false)?;
    }
    if setup.meeting {
        chair::toggle(&mut state);
    }
    let (sender, messages) = channel();
    // What is remembered is recalled while the first frame is drawn.
    let scanner = Scanner::new(sender.clone(), setup.cache)?;
    scanner.begin(&state.workspace, state.scan)?;
    held.draw(|frame| view::draw(frame, &state))?;
    // Without a watcher changes are read by a key.
    let _ = watcher::watch(root, opened, sender.clone());
    let mut edge = Edge::new(sender, scanner, setup.today)?;
    go_round(&mut state, &mut held, &mut edge, &messages)?;
    if let Some(folder) = kept {
        // The next time begins at the beginning, if this cannot be kept.
        let _ = Whereabouts::of(&state).write(folder, root);
    }
    Ok(())
}

fn go_round(
    state: &mut State,
    held: &mut Held,
    edge: &mut Edge,
    messages: &Receiver<Message>,
) -> Result<(), RunError> {
    while let Ok(first) = messages.recv() {
        // A board that is open at midnight goes on into the next day.
        state.look_from(edge.today.unwrap_or_else(today));
        let waiting = std::iter::once(first).chain(messages.try_iter());
        let mut anew = false;
        for message in waiting {
            for effect in update(state, message) {
                match effect {
                    Effect::Quit => return Ok(()),
                    Effect::Redraw => anew = true,
                    Effect::Suspend => held.suspend()?,
                    Effect::Mouse(ours) => terminal::mouse(ours)?,
                    Effect::OpenEditor(spot) => edge.edit(&spot, state, held)?,
                    effect => edge.perform(effect, state)?,
                }
            }
        }
        if anew {
            held.wipe()?;
        }
        held.draw(|frame| view::draw(frame, state))?;
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
    /// The day that was given to look from.
    today: Option<Day>,
    messages: Sender<Message>,
    scanner: Scanner,
    verbatims: Sender<Request>,
    spikes: Sender<spikes::Reading>,
    looks: Sender<Looking>,
    inbox: Sender<Opening>,
    previews: Sender<Search>,
    journeys: Sender<Rereading>,
    summaries: Sender<Summary>,
    gate: Arc<Gate>,
}

impl Edge {
    fn new(messages: Sender<Message>, scanner: Scanner, today: Option<Day>) -> io::Result<Self> {
        let gate = Arc::new(Gate::default());
        listen(messages.clone(), Arc::clone(&gate))?;
        Ok(Self {
            today,
            journeys: Rereading::thread(messages.clone())?,
            summaries: answerer("summary", messages.clone(), Summary::answer)?,
            gate,
            scanner,
            verbatims: answerer("verbatims", messages.clone(), Request::answer)?,
            spikes: answerer("spikes", messages.clone(), spikes::Reading::answer)?,
            looks: answerer("look", messages.clone(), Looking::answer)?,
            inbox: answerer("inbox", messages.clone(), Opening::answer)?,
            previews: answerer("previews", messages.clone(), Search::answer)?,
            messages,
        })
    }

    fn perform(&mut self, effect: Effect, state: &mut State) -> io::Result<()> {
        match effect {
            Effect::Save(edit) => {
                // The receiver is this very loop: it is there as long as anything is performed.
                let _ = self.messages.send(save(&state.workspace, edit));
            }
            Effect::Flag(flag) => {
                let written = workspace::flag(&state.workspace, &flag);
                let result = written.map_err(|why| why.to_string());
                let _ = self.messages.send(Message::Flagged { flag, result });
            }
            Effect::StopScan(number) => self.scanner.stop(number),
            Effect::Scan(number) => self.scanner.begin(&state.workspace, number)?,
            Effect::Copy(text) => match clipboard::copy(&text) {
                Ok(false) => {}
                Ok(true) => state.say(Tone::Plain, "copied the beginning: it is too long"),
                Err(error) => state.say(Tone::Bad, format!("not copied: {error}")),
            },
            effect @ (Effect::Wait(_) | Effect::ReadChair { .. } | Effect::ReadHistory(_)) => {
                errand::run(effect, state, &self.messages)?;
            }
            effect => self.ask(effect, state),
        }
        Ok(())
    }

    /// Hands on what is done beside the interface. Where its thread is gone the answer is missing, and the
    /// board itself goes on.
    fn ask(&self, effect: Effect, state: &State) {
        let (root, sources) = (&state.workspace.root, &state.workspace.sources);
        let (root, sources) = (|| root.clone(), || sources.clone());
        let overlay = || Arc::clone(&state.overlay);
        let _ = match effect {
            Effect::Reread { scan } => {
                let root = root();
                self.journeys.send(Rereading { root, scan }).is_ok()
            }
            Effect::Export { path, replace } => {
                let summary = Summary {
                    workspace: Arc::clone(&state.workspace),
                    overlay: overlay(),
                    board: state.board.clone(),
                    order: state.order,
                    drivers: state.drivers.clone(),
                    path,
                    replace,
                };
                self.summaries.send(summary).is_ok()
            }
            Effect::ReadVerbatims(wanted) => {
                let (root, sources, overlay) = (root(), sources(), overlay());
                let request = Request {
                    root,
                    sources,
                    overlay,
                    wanted,
                };
                self.verbatims.send(request).is_ok()
            }
            Effect::ReadSpikes(behind) => {
                let reading = spikes::Reading::of(state, behind);
                self.spikes.send(reading).is_ok()
            }
            Effect::LookCloser(wish) => {
                let looking = Looking::of(state, wish);
                self.looks.send(looking).is_ok()
            }
            Effect::ReadInbox(scan) => {
                let (root, sources, overlay) = (root(), sources(), overlay());
                let opening = Opening {
                    root,
                    sources,
                    overlay,
                    scan,
                };
                self.inbox.send(opening).is_ok()
            }
            Effect::Preview(sought) => {
                let inbox = Arc::clone(&state.unmapped.inbox);
                self.previews.send(Search { inbox, sought }).is_ok()
            }
            _ => true,
        };
    }
}

impl Edge {
    /// Lends the terminal to the user's editor, with the thread that reads keys standing aside.
    fn edit(&mut self, spot: &Spot, state: &State, held: &mut Held) -> io::Result<()> {
        let editor = editor::chosen(|name| std::env::var(name).ok());
        let (file, line) = stand(&state.workspace, spot);
        if let Some(why) = editor::refusal(&file) {
            let _ = self.messages.send(Message::Edited(Err(why)));
            return Ok(());
        }
        self.gate.close(terminal::wake);
        let ended = held.lend(|| editor::run(&editor, &file, line));
        self.gate.open();
        let ended = match ended? {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(format!("`{editor}` ended with {status}")),
            Err(error) => Err(format!("`{editor}` cannot be run: {error}")),
        };
        // Whatever became of the editor, it may have written.
        let _ = self.messages.send(Message::Edited(Ok(())));
        if ended.is_err() {
            let _ = self.messages.send(Message::Edited(ended));
        }
        Ok(())
    }
}

/// The file and line of a spot.
fn stand(workspace: &Workspace, spot: &Spot) -> (PathBuf, usize) {
    match spot {
        Spot::File { file, line } => (workspace.root.join(file), *line),
        Spot::Touchpoint(address) => {
            let journey = workspace.journeys.find_journey(&address.journey);
            let journey = journey.and_then(|place| workspace.journeys.all().get(place));
            let file = journey.map_or("", |journey| journey.file.as_str());
            let path = workspace.root.join(file);
            let text = std::fs::read_to_string(&path).unwrap_or_default();
            let found = workspace::owner_in(&text, &address.journey, &address.touchpoint);
            (path, found.map_or(1, |(_, line)| line))
        }
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
