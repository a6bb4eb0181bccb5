//! The scan as a whole: finds the files, sets the workers to them, tells how far they have come and puts
//! their parts together.

use super::assembly::assemble;
use super::attendance::Attendance;
use super::ids;
use super::part::Part;
use super::registry::{Registry, lock};
use super::roll::Roll;
use super::worker::{Desk, News, work};
use crate::feedback::coverage::Census;
use crate::feedback::intake::{Feed, FeedFile, Reach, Writing, matching, path_of};
use crate::feedback::rules::Plans;
use crate::feedback::{Crowd, Overlay, Progress, Rejected, Rule, Source};
use crate::journey::Journeys;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, channel};
use std::sync::{Arc, Mutex};

/// `watch` hears of the progress at most each this many bytes.
const STEP: u64 = 8 * 1024 * 1024;

/// An overlay of what has been read so far is made at most each this many bytes.
const SO_FAR_STEP: u64 = 256 * 1024 * 1024;

/// Below this many bytes one worker is as fast as several.
const ONE_WORKER: u64 = 2 * 1024 * 1024;

/// Reads all feedback of a workspace and lays it over its touchpoints.
///
/// `watch` hears of the progress and may break the scan off; then what was read so far is returned.
/// Nothing here fails as a whole: what cannot be read stands in the books.
pub fn scan(
    root: &Path,
    journeys: &Journeys,
    sources: &[Source],
    rules: &[Rule],
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Overlay {
    scan_with(root, journeys, sources, rules, &Crowd::default(), watch)
}

/// The same, and who passed and who stayed: customers are read before the feedback, visits after it.
pub fn scan_with(
    root: &Path,
    journeys: &Journeys,
    sources: &[Source],
    rules: &[Rule],
    crowd: &Crowd,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Overlay {
    let mut attendance = Attendance::enrol(root, journeys, crowd);
    let roll = attendance.roll.as_ref();
    let mut broken_off = false;
    let mut watched = |progress| {
        let told = watch(progress);
        broken_off |= told.is_break();
        told
    };
    let mut overlay = feedback(root, journeys, (sources, rules), roll, &mut watched);
    if !broken_off {
        attendance.visits(root, journeys, crowd);
    }
    attendance.enter(&mut overlay);
    overlay
}

/// Reads the feedback alone, marking the roll.
fn feedback(
    root: &Path,
    journeys: &Journeys,
    (sources, rules): (&[Source], &[Rule]),
    roll: Option<&Roll>,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Overlay {
    let plans = Plans::new(journeys, sources, rules);
    let found = Found::of(root, sources, &plans);
    let empty = Part::new(sources.len(), journeys.touchpoint_count(), found.bytes);
    read(root, sources, (&plans, roll), found, empty, watch).0
}

/// Reads all feedback of a workspace for a census, which counts the rows instead of the tally. The books
/// and the files of the overlay are those of a scan.
pub(crate) fn survey(
    root: &Path,
    sources: &[Source],
    plans: &Plans,
    census: Census,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> (Overlay, Option<Census>) {
    let found = Found::of(root, sources, plans);
    let mut empty = Part::new(sources.len(), 0, found.bytes);
    empty.census = Some(census);
    read(root, sources, (plans, None), found, empty, watch)
}

/// Sets the workers to the files that were found, each with an empty part; they mark the roll.
fn read(
    root: &Path,
    sources: &[Source],
    (plans, roll): (&Plans, Option<&Roll>),
    found: Found,
    empty: Part,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> (Overlay, Option<Census>) {
    let stage = Stage {
        sources,
        plans,
        files: &found.names,
        touchpoints: empty.shelf.touchpoints(),
        bytes: found.bytes,
        so_far: empty.census.is_none(),
    };
    let desk = Desk {
        plans,
        dropped: ids::dropped(root, plans, &found.files, workers(found.bytes)),
        roll,
        feed: Mutex::new(Feed::new(root.to_owned(), found.files, Reach::default())),
        registry: Mutex::new(Registry::new()),
        stop: AtomicBool::new(false),
        wanted: AtomicUsize::new(0),
    };
    let (mut whole, lost) = stage.work(&desk, empty, watch);
    let census = whole.census.take();
    let mut overlay = stage.overlay(&desk, whole);
    overlay.books.unread.extend(found.missing);
    if lost {
        overlay.books.unread.push(Rejected {
            source: String::new(),
            file: String::new(),
            line: 0,
            reason: "a worker broke off; part of the feedback is not counted".to_owned(),
        });
    }
    overlay.books.unread.sort();
    (overlay, census)
}

/// How many workers read so many bytes.
fn workers(bytes: u64) -> usize {
    if bytes < ONE_WORKER {
        1
    } else {
        std::thread::available_parallelism().map_or(1, usize::from)
    }
}

/// The files of all sources.
struct Found {
    files: Vec<FeedFile>,
    names: Vec<(usize, String)>,
    missing: Vec<Rejected>,
    bytes: u64,
}

impl Found {
    fn of(root: &Path, sources: &[Source], plans: &Plans) -> Self {
        let mut found = Self {
            files: Vec::new(),
            names: Vec::new(),
            missing: Vec::new(),
            bytes: 0,
        };
        for (index, (source, plan)) in sources.iter().zip(&plans.sources).enumerate() {
            let names = matching(root, &source.files);
            if names.is_empty() {
                found.missing.push(Rejected {
                    source: source.id.clone(),
                    file: source.files.join(", "),
                    line: 0,
                    reason: "no file of this name; paths are relative to the workspace's folder"
                        .to_owned(),
                });
            }
            for name in names {
                let path = path_of(root, &name);
                found.bytes += path.metadata().map_or(0, |metadata| metadata.len());
                found.files.push(FeedFile {
                    file: found.names.len() as u32,
                    source: index,
                    name: name.clone(),
                    writing: Writing::of(source),
                    columns: Arc::clone(&plan.columns),
                });
                found.names.push((index, name));
            }
        }
        found
    }
}

/// What the calling thread needs while the workers work.
struct Stage<'s> {
    sources: &'s [Source],
    plans: &'s Plans,
    files: &'s [(usize, String)],
    touchpoints: usize,
    bytes: u64,
    /// Whether overlays of what has been read so far are worth their cost.
    so_far: bool,
}

impl Stage<'_> {
    /// Lets the workers work, each with a copy of an empty part, and adds up their parts; whether one of
    /// them was lost.
    fn work(
        &self,
        desk: &Desk<'_>,
        empty: Part,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> (Part, bool) {
        let workers = workers(self.bytes);
        let parts = std::thread::scope(|scope| {
            let (sender, news) = channel();
            let hands: Vec<_> = (0..workers)
                .map(|_| {
                    let (empty, sender) = (empty.clone(), sender.clone());
                    scope.spawn(move || work(desk, empty, &sender))
                })
                .collect();
            drop(sender);
            self.listen(desk, &news, workers, watch);
            let parts = hands.into_iter().map(std::thread::ScopedJoinHandle::join);
            parts.collect::<Vec<_>>()
        });
        let mut whole = empty;
        let mut lost = false;
        for part in parts {
            match part {
                Ok(part) => whole.merge(part),
                Err(_) => lost = true,
            }
        }
        (whole, lost)
    }

    /// Tells `watch` how far the workers have come, until they are done.
    fn listen(
        &self,
        desk: &Desk<'_>,
        news: &Receiver<News>,
        workers: usize,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) {
        let (mut done, mut told) = (0, 0);
        let so_far_step = SO_FAR_STEP.max(self.bytes / 8);
        let mut so_far: Vec<Part> = Vec::new();
        for what in news {
            let mut progress = Progress {
                done,
                of: self.bytes,
                so_far: None,
            };
            match what {
                News::Read(bytes) => {
                    done += bytes;
                    let wanted = (done / so_far_step) as usize;
                    if self.so_far && wanted > desk.wanted.fetch_max(wanted, Ordering::Relaxed) {
                        so_far.clear();
                    }
                    if done - told < STEP {
                        continue;
                    }
                    told = done;
                    progress.done = done;
                }
                News::SoFar(asked, part) if asked == desk.wanted.load(Ordering::Relaxed) => {
                    so_far.push(*part);
                    if so_far.len() < workers {
                        continue;
                    }
                    progress.so_far = so_far
                        .drain(..)
                        .reduce(|mut whole, part| {
                            whole.merge(part);
                            whole
                        })
                        .map(|whole| self.overlay(desk, whole));
                }
                News::SoFar(..) => continue,
            }
            if watch(progress).is_break() {
                desk.stop.store(true, Ordering::Relaxed);
            }
        }
    }

    fn overlay(&self, desk: &Desk<'_>, part: Part) -> Overlay {
        let registry = lock(&desk.registry);
        let mut overlay = assemble(
            self.sources,
            self.plans,
            self.files,
            self.touchpoints,
            &registry,
            part,
        );
        drop(registry);
        let refused = lock(&desk.feed);
        let unread = refused.unread.iter().map(|(source, unread)| Rejected {
            source: self.sources[*source].id.clone(),
            ..unread.clone()
        });
        overlay.books.unread.extend(unread);
        overlay
    }
}
