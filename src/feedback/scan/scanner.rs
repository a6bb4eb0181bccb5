//! The scan as a whole: finds the files, asks the cache for what is known of them, sets workers to the
//! rest, and puts everything together.

use super::attendance::Attendance;
use super::found::{FileBatch, Found};
use super::gathering::Gathering;
use super::hearing;
use super::ids;
use super::part::Part;
use super::presence::Presence;
use super::recall::{Known, Recall};
use super::registry::{Registry, lock};
use super::roll::Roll;
use super::stage::{Listener, Stage};
use super::worker::{Desk, set_to_work, work_alone};
use crate::feedback::cache::{Cache, fingerprint};
use crate::feedback::coverage::Census;
use crate::feedback::intake::{Feed, Reach, Resume};
use crate::feedback::rules::Plans;
use crate::feedback::{Crowd, Overlay, Progress, Rejected, Rule, Source, cores};
use crate::journey::Journeys;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Below this many bytes one worker is as fast as several.
const ONE_WORKER: u64 = 2 * 1024 * 1024;

/// Below this many bytes no thread is worth its while, even if they should be packed.
const ALONE: u64 = 64 * 1024;

/// What a scan does besides scanning.
#[derive(Clone, Debug)]
pub struct ScanOptions {
    /// Where files that have been read are remembered; `None` to read them all, and remember nothing.
    pub cache: Option<Cache>,
    /// Whether `watch` is to be shown overlays of what has been read so far.
    pub so_far: bool,
}

impl Default for ScanOptions {
    fn default() -> Self {
        Self {
            cache: None,
            so_far: true,
        }
    }
}

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
    let options = ScanOptions::default();
    let crowd = Crowd::default();
    scan_with(&options, root, journeys, sources, rules, &crowd, watch)
}

/// The same, with options, and who passed and who stayed: customers are read before the feedback, visits
/// after it. The overlay is the same with a cache and without.
pub fn scan_with(
    options: &ScanOptions,
    root: &Path,
    journeys: &Journeys,
    sources: &[Source],
    rules: &[Rule],
    crowd: &Crowd,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Overlay {
    let plans = Plans::new(journeys, sources, rules);
    let found = Found::of(root, sources, &plans);
    let recall = options.cache.as_ref().map(|cache| Recall {
        cache,
        fingerprint: fingerprint(journeys, sources, rules),
        root,
        read_all: false,
    });
    let presence = recall.and_then(|recall| Presence::of(recall, journeys, crowd, &found));
    let known = presence.as_ref().and_then(Presence::known);
    let is_known = known.is_some();
    let mut attendance = known.unwrap_or_else(|| Attendance::enrol(root, journeys, crowd));
    let read_all = attendance.roll.is_some();
    let terms = Terms {
        recall: recall.map(|recall| Recall { read_all, ..recall }),
        so_far: options.so_far,
        root,
        sources,
        plans: &plans,
        roll: attendance.roll.as_ref(),
    };
    let empty = Part::new(sources.len(), journeys.touchpoint_count(), found.bytes);
    let read = terms.read(found, empty, watch);
    if !read.stopped && !is_known {
        attendance.visits(root, journeys, crowd);
    }
    attendance.close();
    if let Some(presence) = presence.filter(|_| read.complete && !is_known) {
        presence.remember(&attendance);
    }
    let mut overlay = read.overlay;
    attendance.enter(&mut overlay);
    overlay
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
    let terms = Terms {
        recall: None,
        so_far: false,
        root,
        sources,
        plans,
        roll: None,
    };
    let found = Found::of(root, sources, plans);
    let mut empty = Part::new(sources.len(), 0, found.bytes);
    empty.census = Some(census);
    let read = terms.read(found, empty, watch);
    (read.overlay, read.census)
}

/// How many workers read so many bytes.
pub(super) fn workers(bytes: u64) -> usize {
    if bytes < ONE_WORKER { 1 } else { cores() }
}

/// What a scan goes by.
#[derive(Clone, Copy)]
struct Terms<'s> {
    recall: Option<Recall<'s>>,
    so_far: bool,
    root: &'s Path,
    sources: &'s [Source],
    plans: &'s Plans,
    roll: Option<&'s Roll>,
}

/// What came of reading all files.
struct Read {
    overlay: Overlay,
    census: Option<Census>,
    /// Whether `watch` broke it off.
    stopped: bool,
    /// Whether all that can be read was read.
    complete: bool,
}

impl Terms<'_> {
    /// Reads the files that were found, each worker into a copy of an empty part.
    fn read(
        &self,
        mut found: Found,
        empty: Part,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Read {
        let batches = std::mem::take(&mut found.batches);
        let work = batches.iter().map(FileBatch::work).sum();
        let mut scan = Scan {
            terms: *self,
            stage: Stage {
                sources: self.sources,
                plans: self.plans,
                files: &found.names,
                touchpoints: empty.shelf.touchpoints(),
            },
            listener: Listener::new(work, self.so_far),
            whole: Gathering::of(Registry::new(), empty.clone()),
            lone: batches.len() == 1,
            empty,
            unread: Vec::new(),
            complete: true,
        };
        for batch in batches {
            if scan.batch(batch, watch).is_break() {
                break;
            }
        }
        hearing::enter(&mut scan.whole, self.sources, &found.names);
        let census = scan.whole.part.census.take();
        let mut overlay = scan.stage.overlay(scan.whole);
        overlay.books.unread.extend(scan.unread);
        overlay.books.unread.extend(found.missing);
        overlay.books.unread.sort();
        Read {
            overlay,
            census,
            stopped: scan.listener.stopped,
            complete: scan.complete,
        }
    }
}

/// A scan under way.
struct Scan<'s> {
    terms: Terms<'s>,
    stage: Stage<'s>,
    listener: Listener,
    whole: Gathering,
    /// Whether there is one batch alone.
    lone: bool,
    empty: Part,
    unread: Vec<Rejected>,
    /// Whether every batch so far was read as far as it can be.
    complete: bool,
}

/// What came of reading a batch's files.
struct Reading {
    gathering: Gathering,
    /// Whether all of them were read as far as they can be.
    complete: bool,
    /// What is wrong with them.
    notes: Vec<Rejected>,
    end: Option<Resume>,
}

impl Scan<'_> {
    /// Reads a batch, or remembers it.
    fn batch(
        &mut self,
        mut files: FileBatch,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let recall = self.terms.recall;
        let marks = recall.and_then(|recall| recall.marks(&files));
        let asked = recall.zip(marks.as_ref());
        let known =
            asked.and_then(|(recall, marks)| recall.known(&files, marks, &self.empty, self.lone));
        let mut beginning = None;
        match known {
            Some(Known::Whole(gathering, notes)) => {
                self.unread.extend(notes);
                self.whole.absorb(*gathering);
                self.listener.passed(files.work());
                return ControlFlow::Continue(());
            }
            Some(Known::Beginning(gathering, resume)) => {
                if let Some(file) = files.files.first_mut() {
                    file.resume = Some(resume);
                }
                beginning = Some(*gathering);
            }
            None => {}
        }
        let reading = self.read(&files, beginning, watch);
        if let Some((recall, marks)) = recall.zip(marks).filter(|_| reading.complete) {
            let found = (&reading.notes[..], reading.end);
            recall.remember(&files, marks, &reading.gathering, found);
        }
        self.complete &= reading.complete;
        self.unread.extend(reading.notes);
        self.whole.absorb(reading.gathering);
        if reading.complete || !self.listener.stopped {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    }

    /// What is wrong with the files of a feed.
    fn notes(&self, feed: &Feed) -> Vec<Rejected> {
        let unread = feed.unread.iter().map(|(source, unread)| Rejected {
            source: self.stage.sources[*source].id.clone(),
            ..unread.clone()
        });
        unread.collect()
    }

    /// Reads the files of a batch with as many workers as that is worth, and adds what is known already.
    fn read(
        &mut self,
        files: &FileBatch,
        known: Option<Gathering>,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Reading {
        let registry = known.as_ref().map(|known| known.registry.clone());
        let workers = workers(files.bytes);
        let (root, plans, listener) = (self.terms.root, self.terms.plans, &mut self.listener);
        let reach = Reach::of(files.bytes);
        let dropped = ids::dropped(root, plans, &files.files, (workers, reach), &mut |bytes| {
            listener.count(bytes, watch)
        });
        let desk = Desk {
            plans,
            dropped: &dropped,
            roll: self.terms.roll,
            feed: Mutex::new(Feed::new(root.to_owned(), files.files.clone(), reach)),
            registry: Mutex::new(registry.unwrap_or_else(Registry::new)),
            stop: AtomicBool::new(self.listener.stopped),
            wanted: AtomicUsize::new(0),
        };
        // What is known already is where the first worker begins.
        let mut parts = vec![self.empty.clone(); workers];
        if let (Some(first), Some(known)) = (parts.first_mut(), known) {
            *first = known.part;
        }
        let (listener, stage, whole) = (&mut self.listener, &self.stage, &self.whole);
        let listen = |news: &_| listener.listen(stage, whole, &desk, news, workers, watch);
        let parts = match parts.pop() {
            Some(part) if files.bytes < ALONE => {
                work_alone(&desk, part, listen).into_iter().collect()
            }
            last => set_to_work(&desk, parts.into_iter().chain(last).collect(), listen),
        };
        let lost = parts.len() < workers;
        let part = parts.into_iter().reduce(|mut part, other| {
            part.join(other);
            part
        });
        if lost {
            self.unread.push(Rejected {
                source: String::new(),
                file: String::new(),
                line: 0,
                reason: "a worker broke off; part of the feedback is not counted".to_owned(),
            });
        }
        let feed = lock(&desk.feed);
        Reading {
            notes: self.notes(&feed),
            gathering: Gathering::of(
                lock(&desk.registry).clone(),
                part.unwrap_or_else(|| self.empty.clone()),
            ),
            complete: !lost && !feed.broken && !desk.stop.load(Ordering::Relaxed),
            end: feed.end,
        }
    }
}
