//! What runs beside the interface: one thread reads the terminal's input, others read journeys, verbatims and the
//! inbox and search it. Each sends messages and shares nothing else.

use super::gate::Gate;
use super::message::{Message, Sought, Wanted};
use crate::feedback::{Inbox, Overlay, Source, verbatims};
use crate::workspace;
use ratatui::crossterm::event::{self, Event};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
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
