//! What runs beside the interface: one thread reads the terminal's input, one scans the feedback, one
//! reads verbatims. Each sends messages and shares nothing else.

use super::message::{Message, Wanted};
use crate::board::DriverTable;
use crate::feedback::{Overlay, Progress, Source, respondents, scan_with, verbatims};
use crate::measures::Unsaid;
use crate::measures::drivers::Bootstrap;
use crate::workspace::Workspace;
use ratatui::crossterm::event::{self, Event};
use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::Builder;

/// Reads keys, the mouse, pastes and sizes until nobody listens or the input is lost.
pub(super) fn listen(messages: Sender<Message>) -> io::Result<()> {
    Builder::new().name("input".into()).spawn(move || {
        loop {
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
}

impl Scanner {
    /// A scanner that tells its news to `messages`.
    pub(super) fn new(messages: Sender<Message>) -> Self {
        Self {
            messages,
            newest: Arc::default(),
        }
    }

    /// Begins a scan under a number higher than all before.
    pub(super) fn begin(&self, workspace: &Workspace, number: u64) -> io::Result<()> {
        self.newest.store(number, Ordering::SeqCst);
        let (messages, newest) = (self.messages.clone(), Arc::clone(&self.newest));
        let workspace = workspace.clone();
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
                &workspace.root,
                journeys,
                sources,
                &workspace.rules,
                &workspace.crowd,
                &mut watch,
            );
            let overlay = Box::new(overlay);
            let told = messages.send(Message::Scanned {
                scan: number,
                overlay,
            });
            // The survey is weighed after the board stands: it takes a while and moves nothing on it.
            if told.is_ok() && newest.load(Ordering::SeqCst) == number {
                let drivers = drivers(&workspace);
                let _ = messages.send(Message::Drivers {
                    scan: number,
                    drivers,
                });
            }
        })?;
        Ok(())
    }
}

/// Importance against performance; `None` when no survey is declared for it.
fn drivers(workspace: &Workspace) -> Option<Result<DriverTable, Unsaid>> {
    let survey = workspace.drivers.as_ref()?;
    let answers = respondents(
        &workspace.root,
        &workspace.journeys,
        &workspace.sources,
        &workspace.rules,
        survey,
    );
    Some(DriverTable::of(
        &answers,
        survey.least,
        &Bootstrap::default(),
    ))
}

fn news(scan: u64, progress: Progress) -> Message {
    let percent = (100 * progress.done).checked_div(progress.of).unwrap_or(0);
    Message::Progress {
        scan,
        percent: percent.min(100) as u8,
        so_far: progress.so_far.map(Box::new),
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

/// Starts a reader of verbatims; of several requests that wait it answers the newest alone.
pub(super) fn reader(messages: Sender<Message>) -> io::Result<Sender<Request>> {
    let (sender, requests) = channel();
    Builder::new()
        .name("verbatims".into())
        .spawn(move || answer(&requests, &messages))?;
    Ok(sender)
}

fn answer(requests: &Receiver<Request>, messages: &Sender<Message>) {
    while let Ok(first) = requests.recv() {
        let request = requests.try_iter().last().unwrap_or(first);
        let touchpoint = request.wanted.touchpoint.index() as u32;
        let places = request.overlay.places_of(touchpoint);
        let places = places.get(request.wanted.range.clone()).unwrap_or_default();
        let list = verbatims(&request.root, &request.sources, &request.overlay, places);
        let wanted = request.wanted;
        if messages.send(Message::Verbatims { wanted, list }).is_err() {
            return;
        }
    }
}
