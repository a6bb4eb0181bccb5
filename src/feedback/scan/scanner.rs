//! The scan as a whole: finds the files, asks the cache for what is known of them, sets workers to the
//! rest, and puts everything together.

use super::attendance::Attendance;
use super::found::{FileBatch, Found};
use super::gathering::Gathering;
use super::hearing;
use super::ids::{self, Dropped};
use super::memory;
use super::part::Part;
use super::registry::{Registry, lock};
use super::roll::Roll;
use super::stage::{Listener, Stage};
use super::worker::{Desk, set_to_work};
use crate::feedback::cache::{Cache, FileMark, Remembered, fingerprint};
use crate::feedback::coverage::Census;
use crate::feedback::intake::{Feed, Reach, Resume, path_of};
use crate::feedback::rules::Plans;
use crate::feedback::{Crowd, Overlay, Progress, Rejected, Rule, Source};
use crate::journey::Journeys;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Below this many bytes one worker is as fast as several.
const ONE_WORKER: u64 = 2 * 1024 * 1024;

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
    let mut attendance = Attendance::enrol(root, journeys, crowd);
    let mut broken_off = false;
    let mut watched = |progress| {
        let told = watch(progress);
        broken_off |= told.is_break();
        told
    };
    // The roll is marked while rows are read: what is not read marks nothing.
    let cached = options.cache.is_some() && *crowd == Crowd::default();
    let plans = Plans::new(journeys, sources, rules);
    let terms = Terms {
        cache: options.cache.as_ref().filter(|_| cached),
        fingerprint: cached.then(|| fingerprint(journeys, sources, rules)),
        so_far: options.so_far,
        root,
        sources,
        plans: &plans,
        roll: attendance.roll.as_ref(),
    };
    let found = Found::of(root, sources, &plans);
    let empty = Part::new(sources.len(), journeys.touchpoint_count(), found.bytes);
    let mut overlay = terms.read(found, empty, &mut watched).0;
    if !broken_off {
        attendance.visits(root, journeys, crowd);
    }
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
        cache: None,
        fingerprint: None,
        so_far: false,
        root,
        sources,
        plans,
        roll: None,
    };
    let found = Found::of(root, sources, plans);
    let mut empty = Part::new(sources.len(), 0, found.bytes);
    empty.census = Some(census);
    terms.read(found, empty, watch)
}

/// How many workers read so many bytes.
pub(super) fn workers(bytes: u64) -> usize {
    if bytes < ONE_WORKER {
        1
    } else {
        std::thread::available_parallelism().map_or(1, usize::from)
    }
}

/// What a scan goes by.
#[derive(Clone, Copy)]
struct Terms<'s> {
    cache: Option<&'s Cache>,
    fingerprint: Option<u64>,
    so_far: bool,
    root: &'s Path,
    sources: &'s [Source],
    plans: &'s Plans,
    roll: Option<&'s Roll>,
}

impl Terms<'_> {
    /// Reads the files that were found, each worker into a copy of an empty part.
    fn read(
        &self,
        mut found: Found,
        empty: Part,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> (Overlay, Option<Census>) {
        let batches = std::mem::take(&mut found.batches);
        let files = batches.iter().flat_map(|batch| &batch.files);
        let files: Vec<_> = files.cloned().collect();
        let dropped = ids::dropped(self.root, self.plans, &files, workers(found.bytes));
        let mut scan = Scan {
            terms: *self,
            dropped: &dropped,
            stage: Stage {
                sources: self.sources,
                plans: self.plans,
                files: &found.names,
                touchpoints: empty.shelf.touchpoints(),
            },
            listener: Listener::new(found.bytes, self.so_far),
            whole: Gathering {
                registry: Registry::new(),
                part: empty.clone(),
            },
            empty,
            unread: Vec::new(),
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
        (overlay, census)
    }
}

/// A scan under way.
struct Scan<'s> {
    terms: Terms<'s>,
    dropped: &'s Dropped,
    stage: Stage<'s>,
    listener: Listener,
    whole: Gathering,
    empty: Part,
    unread: Vec<Rejected>,
}

/// What came of reading a batch's files.
struct Reading {
    gathering: Gathering,
    /// Whether all of them were read to their end.
    complete: bool,
    end: Option<Resume>,
}

impl Scan<'_> {
    /// Reads a batch, or remembers it.
    fn batch(
        &mut self,
        mut files: FileBatch,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let marks = self.marks(&files);
        let mut known = None;
        if let (Some(marks), Some(remembered)) = (&marks, self.remembered(&files)) {
            let fresh = remembered.marks == *marks;
            let grown = || {
                let (mark, file) = (remembered.marks.first()?, files.files.first()?);
                let path = path_of(self.terms.root, &file.name);
                let single = files.files.len() == 1;
                remembered
                    .resume
                    .filter(|_| single && mark.has_grown(&path))
            };
            let resume = if fresh { None } else { grown() };
            if fresh || resume.is_some() {
                let portion = &remembered.portion;
                known = memory::read(files.batch, portion, self.empty.clone());
            }
            if let Some(gathering) = known.take_if(|_| fresh) {
                // Only what the headers say is not remembered: it costs nothing to find out.
                self.notes(&files);
                self.whole.absorb(gathering);
                self.listener.passed(files.bytes);
                return ControlFlow::Continue(());
            }
            if let (Some(_), Some(file)) = (&known, files.files.first_mut()) {
                file.resume = resume;
            }
        }
        let mut reading = self.read(&files, known, watch);
        if let Some(marks) = marks.filter(|_| reading.complete) {
            self.remember(&files, marks, &mut reading);
        }
        self.whole.absorb(reading.gathering);
        if reading.complete || !self.listener.stopped {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    }

    /// How the files of a batch are, when it is worth remembering and can be.
    fn marks(&self, files: &FileBatch) -> Option<Vec<FileMark>> {
        let cache = self.terms.cache?;
        let plan = self.terms.plans.sources.get(files.batch.source)?;
        // Which row of an id counts is decided over all files; severities are not remembered.
        if files.bytes < cache.least || plan.duplicates.is_some() || plan.weigher.is_some() {
            return None;
        }
        if !files.plain {
            return None;
        }
        let marks = files.files.iter();
        let marks =
            marks.map(|file| FileMark::of(&path_of(self.terms.root, &file.name), &file.name));
        marks.collect()
    }

    fn remembered(&self, files: &FileBatch) -> Option<Remembered> {
        let names: Vec<&str> = files.files.iter().map(|file| file.name.as_str()).collect();
        let cache = self.terms.cache?;
        cache.load(self.terms.root, &names, self.terms.fingerprint?)
    }

    /// Remembers what a batch came to, unless a file changed while it was read.
    fn remember(&self, files: &FileBatch, marks: Vec<FileMark>, reading: &mut Reading) {
        let (Some(cache), Some(fingerprint)) = (self.terms.cache, self.terms.fingerprint) else {
            return;
        };
        if self.marks(files).as_ref() != Some(&marks) {
            return;
        }
        let size: u64 = marks.iter().map(|mark| mark.size).sum();
        let remembered = Remembered {
            resume: reading
                .end
                .filter(|end| marks.len() == 1 && end.offset == size),
            marks,
            portion: memory::written(files.batch, &reading.gathering),
        };
        cache.store(self.terms.root, fingerprint, &remembered);
    }

    /// What is wrong with the headers of files that are not read again.
    fn notes(&mut self, files: &FileBatch) {
        let mut feed = Feed::new(
            self.terms.root.to_owned(),
            files.files.clone(),
            Reach::default(),
        );
        feed.open_all();
        self.refuse(&feed);
    }

    fn refuse(&mut self, feed: &Feed) {
        let unread = feed.unread.iter().map(|(source, unread)| Rejected {
            source: self.stage.sources[*source].id.clone(),
            ..unread.clone()
        });
        self.unread.extend(unread);
    }

    /// Reads the files of a batch with as many workers as that is worth, and adds what is known already.
    fn read(
        &mut self,
        files: &FileBatch,
        known: Option<Gathering>,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> Reading {
        let registry = known.as_ref().map(|known| known.registry.clone());
        let desk = Desk {
            plans: self.terms.plans,
            dropped: self.dropped,
            roll: self.terms.roll,
            feed: Mutex::new(Feed::new(
                self.terms.root.to_owned(),
                files.files.clone(),
                Reach::default(),
            )),
            registry: Mutex::new(registry.unwrap_or_else(Registry::new)),
            stop: AtomicBool::new(false),
            wanted: AtomicUsize::new(0),
        };
        let workers = workers(files.bytes);
        // What is known already is where the first worker begins.
        let mut parts = vec![self.empty.clone(); workers];
        if let (Some(first), Some(known)) = (parts.first_mut(), known) {
            *first = known.part;
        }
        let (listener, stage, whole) = (&mut self.listener, &self.stage, &self.whole);
        let parts = set_to_work(&desk, parts, |news| {
            listener.listen(stage, whole, &desk, news, workers, watch);
        });
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
        self.refuse(&feed);
        Reading {
            gathering: Gathering {
                registry: lock(&desk.registry).clone(),
                part: part.unwrap_or_else(|| self.empty.clone()),
            },
            complete: !lost && !feed.broken && !desk.stop.load(Ordering::Relaxed),
            end: feed.end,
        }
    }
}
