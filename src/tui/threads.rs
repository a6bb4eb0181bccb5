//! What runs beside the interface: one thread reads the terminal's input, one scans the feedback,
//! others read verbatims and the inbox and search it. Each sends messages and shares nothing else.

use super::gate::Gate;
use super::message::{Message, Sought, Wanted};
use crate::board::DriverTable;
use crate::feedback::{
    Cache, Inbox, Overlay, Progress, ScanOptions, Source, Unpacking, scan_with, verbatims,
};
use crate::workspace::{self, Workspace};
use ratatui::crossterm::event::{self, Event};
use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread::Builder;

/// Reads keys, the mouse, pastes and sizes until nobody listens or the input is lost.
pub(super) fn listen(messages: Sender<Message>, gate: Arc<Gate>) -> io::Result<()> {
    Builder::new().name("input".into()).spawn(move || {
        loop {
            gate.pass();
            let message = match event::read() {
                Ok(Event::Key(key)) => Message::Key(key),
                Ok(Event::Mouse(mouse)) => Message::Mouse(mouse),
                Ok(Event::Paste(text)) => Message::Paste(text),
                Ok(Event::Resize(width, height)) => Message::Resize(width, height),
                Ok(Event::FocusGained | Event::FocusLost) => continue,
                Err(_) => Message::InputLost,
            };
            let lost = matches!(message, Message::InputLost);
            if messages.send(message).is_err() || lost {
                return;
            }
        }
    })?;
    Ok(())
}

/// Scans feedback, one scan at a time: a newer one breaks an older one off.
#[derive(Debug)]
pub(super) struct Scanner {
    messages: Sender<Message>,
    newest: Arc<AtomicU64>,
    options: ScanOptions,
}

impl Scanner {
    /// A scanner that tells its news to `messages` and remembers what it has read in `cache`.
    pub(super) fn new(messages: Sender<Message>, cache: Option<Cache>) -> Self {
        let so_far = true;
        Self {
            messages,
            newest: Arc::default(),
            options: ScanOptions { cache, so_far },
        }
    }

    /// Breaks off the scan that is under way, if its number is lower than this.
    pub(super) fn stop(&self, number: u64) {
        self.newest.store(number, Ordering::SeqCst);
    }

    /// Begins a scan under a number higher than all before.
    pub(super) fn begin(&self, workspace: &Arc<Workspace>, number: u64) -> io::Result<()> {
        self.newest.store(number, Ordering::SeqCst);
        let (messages, newest) = (self.messages.clone(), Arc::clone(&self.newest));
        let (workspace, options) = (Arc::clone(workspace), self.options.clone());
        Builder::new().name("scan".into()).spawn(move || {
            let mut watch = |progress: Progress| {
                let told = messages.send(news(number, progress)).is_ok();
                if told && newest.load(Ordering::SeqCst) == number {
                    ControlFlow::Continue(())
                } else {
                    ControlFlow::Break(())
                }
            };
            let (journeys, sources) = (&workspace.journeys, &workspace.sources);
            let overlay = scan_with(
                &options,
                &workspace.root,
                journeys,
                sources,
                &workspace.rules,
                &workspace.crowd,
                &mut watch,
            );
            let unpacking = Unpacking::of(&workspace.root, sources, &overlay);
            let overlay = Box::new(overlay);
            let told = messages.send(Message::Scanned {
                scan: number,
                overlay,
            });
            // The survey is weighed after the board stands: it takes a while and moves nothing on it.
            if told.is_ok() && newest.load(Ordering::SeqCst) == number {
                let drivers = DriverTable::declared(workspace.respondents().as_ref());
                let _ = messages.send(Message::Drivers {
                    scan: number,
                    drivers,
                });
                unpacking.run(|| newest.load(Ordering::SeqCst) == number);
            }
        })?;
        Ok(())
    }
}

fn news(scan: u64, progress: Progress) -> Message {
    let percent = (100 * progress.done).checked_div(progress.of).unwrap_or(0);
    Message::Progress {
        scan,
        percent: percent.min(100) as u8,
        so_far: progress.so_far.map(Box::new),
    }
}

/// A folder whose journeys are to be read again.
#[derive(Debug)]
pub(super) struct Rereading {
    /// The workspace's folder.
    pub root: PathBuf,
    /// Whether its feedback is to be scanned again whatever it says.
    pub scan: bool,
}

impl Rereading {
    /// Reads them on a thread of its own; of several requests that wait, one answers all.
    pub(super) fn thread(messages: Sender<Message>) -> io::Result<Sender<Self>> {
        let (sender, requests) = channel::<Self>();
        Builder::new().name("journeys".into()).spawn(move || {
            while let Ok(mut request) = requests.recv() {
                for later in requests.try_iter() {
                    request = Self {
                        scan: request.scan || later.scan,
                        ..later
                    };
                }
                let read = workspace::open(&request.root);
                let read = read.map(Box::new).map_err(|error| error.to_string());
                let scan = request.scan;
                if messages.send(Message::Reread { read, scan }).is_err() {
                    return;
                }
            }
        })?;
        Ok(sender)
    }
}

/// What a reader of verbatims needs for one request.
#[derive(Debug)]
pub(super) struct Request {
    /// The workspace's folder.
    pub root: PathBuf,
    /// Where feedback comes from.
    pub sources: Vec<Source>,
    /// Where each verbatim lies.
    pub overlay: Arc<Overlay>,
    /// Which are asked for.
    pub wanted: Wanted,
}

impl Request {
    /// Reads the verbatims.
    pub(super) fn answer(self) -> Message {
        let wanted = self.wanted;
        let places = self.overlay.places_of(wanted.touchpoint.index() as u32);
        let places = places.get(wanted.range.clone()).unwrap_or_default();
        let list = verbatims(&self.root, &self.sources, &self.overlay, places);
        Message::Verbatims { wanted, list }
    }
}

/// What a reader of the inbox needs.
#[derive(Debug)]
pub(super) struct Opening {
    /// The workspace's folder.
    pub root: PathBuf,
    /// Where feedback comes from.
    pub sources: Vec<Source>,
    /// Where each unmapped row lies.
    pub overlay: Arc<Overlay>,
    /// The scan that found them.
    pub scan: u64,
}

impl Opening {
    /// Reads the rows.
    pub(super) fn answer(self) -> Message {
        let inbox = Inbox::open(&self.root, &self.sources, &self.overlay);
        let (scan, inbox) = (self.scan, Box::new(inbox));
        Message::InboxRead { scan, inbox }
    }
}

/// A phrase and the rows to look for it in.
#[derive(Debug)]
pub(super) struct Search {
    /// The rows.
    pub inbox: Arc<Inbox>,
    /// The phrase.
    pub sought: Sought,
}

impl Search {
    /// Finds what the phrase would catch.
    pub(super) fn answer(self) -> Message {
        let (preview, sought) = (self.inbox.preview(&self.sought.phrase), self.sought);
        Message::Previewed { sought, preview }
    }
}

/// Starts a thread for one kind of request; of several that wait it answers the newest alone.
pub(super) fn answerer<R: Send + 'static>(
    name: &str,
    messages: Sender<Message>,
    answer: fn(R) -> Message,
) -> io::Result<Sender<R>> {
    let (sender, requests) = channel::<R>();
    Builder::new().name(name.into()).spawn(move || {
        while let Ok(first) = requests.recv() {
            let request = requests.try_iter().last().unwrap_or(first);
            if messages.send(answer(request)).is_err() {
                return;
            }
        }
    })?;
    Ok(sender)
}
