//! The calling thread's part while workers work: it tells how far they have come, and makes overlays of
//! what there is so far.

use super::assembly::assemble;
use super::gathering::Gathering;
use super::part::Part;
use super::registry::lock;
use super::worker::{Desk, News};
use crate::feedback::rules::Plans;
use crate::feedback::{Overlay, Progress, Source};
use std::ops::ControlFlow;
use std::sync::atomic::Ordering;
use std::sync::mpsc::Receiver;

/// `watch` hears of the progress at most each this many bytes.
const STEP: u64 = 8 * 1024 * 1024;

/// An overlay of what has been read so far is made at most each this many bytes.
const SO_FAR_STEP: u64 = 256 * 1024 * 1024;

/// What it takes to make an overlay.
pub(super) struct Stage<'s> {
    pub(super) sources: &'s [Source],
    pub(super) plans: &'s Plans,
    pub(super) files: &'s [(usize, String)],
    pub(super) touchpoints: usize,
}

impl Stage<'_> {
    /// The overlay of all that has been gathered.
    pub(super) fn overlay(&self, gathering: Gathering) -> Overlay {
        assemble(
            self.sources,
            self.plans,
            self.files,
            self.touchpoints,
            gathering,
        )
    }
}

/// How far the scan has come, over all batches.
pub(super) struct Listener {
    bytes: u64,
    so_far: bool,
    done: u64,
    told: u64,
    /// How many overlays have been asked for before this batch.
    asked: usize,
    /// Whether `watch` broke the scan off.
    pub(super) stopped: bool,
}

impl Listener {
    /// Nothing of so many bytes has been read.
    pub(super) fn new(bytes: u64, so_far: bool) -> Self {
        Self {
            bytes,
            so_far,
            done: 0,
            told: 0,
            asked: 0,
            stopped: false,
        }
    }

    /// So many bytes need not be read.
    pub(super) fn passed(&mut self, bytes: u64) {
        self.done += bytes;
    }

    /// So many bytes more have been read, of which `watch` hears now and then.
    pub(super) fn count(
        &mut self,
        bytes: u64,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        self.done += bytes;
        if self.stopped || self.done - self.told < STEP {
            return ControlFlow::Continue(());
        }
        self.told = self.done;
        let told = watch(Progress {
            done: self.done,
            of: self.bytes,
            so_far: None,
        });
        self.stopped = told.is_break();
        told
    }

    /// Tells `watch` how far the workers have come, until they are done.
    pub(super) fn listen(
        &mut self,
        stage: &Stage<'_>,
        whole: &Gathering,
        desk: &Desk<'_>,
        news: &Receiver<News>,
        workers: usize,
        watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
    ) {
        let step = SO_FAR_STEP.max(self.bytes / 8);
        let mut so_far: Vec<Part> = Vec::new();
        for what in news {
            let mut progress = Progress {
                done: self.done,
                of: self.bytes,
                so_far: None,
            };
            match what {
                News::Read(bytes) => {
                    self.done += bytes;
                    let wanted = (self.done / step) as usize;
                    if self.so_far && wanted > self.asked {
                        self.asked = wanted;
                        desk.wanted.store(wanted, Ordering::Relaxed);
                        so_far.clear();
                    }
                    if self.done - self.told < STEP {
                        continue;
                    }
                    self.told = self.done;
                    progress.done = self.done;
                }
                News::SoFar(asked, part) if asked == self.asked => {
                    so_far.push(*part);
                    if so_far.len() < workers {
                        continue;
                    }
                    let parts = so_far.drain(..).reduce(|mut whole, part| {
                        whole.join(part);
                        whole
                    });
                    progress.so_far = parts.map(|part| {
                        let registry = lock(&desk.registry).clone();
                        let mut all = whole.clone();
                        all.absorb(Gathering::of(registry, part));
                        stage.overlay(all)
                    });
                }
                News::SoFar(..) => continue,
            }
            if !self.stopped && watch(progress).is_break() {
                self.stopped = true;
                desk.stop.store(true, Ordering::Relaxed);
            }
        }
    }
}
