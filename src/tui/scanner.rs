//! Scans feedback beside the interface, on one thread for as long as the board is open: the memory a scan takes is
//! that of the one before.

use super::message::Message;
use crate::board::DriverTable;
use crate::feedback::{Cache, Progress, ScanOptions, Unpacking, scan_with};
use crate::workspace::Workspace;
use std::io;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Sender, channel};
use std::thread::Builder;

/// Scans feedback, one scan at a time: a newer one breaks an older one off.
#[derive(Debug)]
pub(super) struct Scanner {
    scans: Sender<Scan>,
    newest: Arc<AtomicU64>,
}

/// A workspace whose feedback is to be scanned, and the number of the scan.
#[derive(Debug)]
struct Scan {
    workspace: Arc<Workspace>,
    number: u64,
}

impl Scanner {
    /// A scanner that tells its news to `messages` and remembers what it has read in `cache`.
    pub(super) fn new(messages: Sender<Message>, cache: Option<Cache>) -> io::Result<Self> {
        let newest = Arc::<AtomicU64>::default();
        let desk = Desk {
            messages,
            newest: Arc::clone(&newest),
            options: ScanOptions {
                cache,
                so_far: true,
            },
        };
        let (scans, asked) = channel::<Scan>();
        Builder::new().name("scan".into()).spawn(move || {
            while let Ok(scan) = asked.recv() {
                if desk.wants(scan.number) && desk.scan(&scan).is_break() {
                    return;
                }
            }
        })?;
        Ok(Self { scans, newest })
    }

    /// Breaks off the scan that is under way, if its number is lower than this.
    pub(super) fn stop(&self, number: u64) {
        self.newest.store(number, Ordering::SeqCst);
    }

    /// Begins a scan under a number higher than all before.
    pub(super) fn begin(&self, workspace: &Arc<Workspace>, number: u64) -> io::Result<()> {
        self.newest.store(number, Ordering::SeqCst);
        let workspace = Arc::clone(workspace);
        let asked = self.scans.send(Scan { workspace, number });
        asked.map_err(|_| io::Error::other("nobody scans feedback any more"))
    }
}

/// What a scan needs.
#[derive(Clone)]
struct Desk {
    messages: Sender<Message>,
    newest: Arc<AtomicU64>,
    options: ScanOptions,
}

impl Desk {
    /// Whether no newer scan has been asked for.
    fn wants(&self, number: u64) -> bool {
        self.newest.load(Ordering::SeqCst) == number
    }

    /// Scans; breaks off when nobody listens any more.
    fn scan(&self, scan: &Scan) -> ControlFlow<()> {
        let (workspace, number) = (&scan.workspace, scan.number);
        let mut watch = |progress: Progress| {
            let told = self.messages.send(news(number, progress)).is_ok();
            if told && self.wants(number) {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        };
        let overlay = scan_with(
            &self.options,
            &workspace.root,
            &workspace.journeys,
            &workspace.sources,
            &workspace.rules,
            &workspace.crowd,
            &mut watch,
        );
        let unpacking = Unpacking::of(&workspace.root, &workspace.sources, &overlay);
        let overlay = Box::new(overlay);
        let told = self.messages.send(Message::Scanned {
            scan: number,
            overlay,
        });
        if told.is_err() {
            return ControlFlow::Break(());
        }
        if self.wants(number) {
            self.follow(scan, unpacking);
        }
        ControlFlow::Continue(())
    }

    /// Weighs the survey after the board stands, and unpacks what words will be read from: that takes a while and
    /// moves nothing on the board, so the next scan does not wait for it.
    fn follow(&self, scan: &Scan, unpacking: Unpacking) {
        let (workspace, number) = (Arc::clone(&scan.workspace), scan.number);
        let quick = workspace.drivers.is_none() && unpacking.is_empty();
        let desk = self.clone();
        let follow = move || {
            let drivers = DriverTable::declared(workspace.respondents().as_ref());
            let _ = desk.messages.send(Message::Drivers {
                scan: number,
                drivers,
            });
            unpacking.run(|| desk.wants(number));
        };
        if quick {
            return follow();
        }
        // Without a thread to spare the survey is not weighed.
        let _ = Builder::new().name("weigh".into()).spawn(follow);
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
