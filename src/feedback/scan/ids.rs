//! Finds rows whose id another row has, before any row is counted, so that the same rows are dropped
//! however many workers there are.

use super::cell::{count, day, name};
use super::clerk::Clerk;
use super::part::Part;
use super::reader::{Reader, Spot};
use super::registry::{Numbers, Registry, lock};
use crate::feedback::intake::{Feed, FeedFile, Reach, Row, Slot};
use crate::feedback::rules::{Answer, Gauge, Plan, Plans, Voice};
use crate::feedback::{Keep, plain};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Sender, channel};

/// How many bits of a row's place say where it begins in its file; the others say which file it is.
const OFFSET_BITS: u32 = 44;

/// Where a row lies among all files; rows come in this order.
fn place_of(here: Spot<'_>) -> u64 {
    (u64::from(here.block.file) << OFFSET_BITS) | here.offset()
}

/// The rows to be dropped, in order.
#[derive(Debug, Default)]
pub(super) struct Dropped(Vec<u64>);

impl Dropped {
    /// Whether a row is to be dropped.
    #[inline]
    pub(super) fn has(&self, here: Spot<'_>) -> bool {
        !self.0.is_empty() && self.0.binary_search(&place_of(here)).is_ok()
    }
}

/// The ids met so far, by their hash, and where their rows lie.
#[derive(Debug, Default)]
pub(super) struct Ids(Vec<(u64, u64)>);

impl Ids {
    /// Notes the id of a row that has one and can be read as declared.
    pub(super) fn take(&mut self, plan: &Plan, here: Spot<'_>, row: &Row<'_>) {
        let Some(slot) = plan.id else {
            return;
        };
        let id = row.cell(slot);
        let id = id.trim();
        if !id.is_empty() && is_sound(plan, row) {
            self.note(id, here);
        }
    }

    fn note(&mut self, id: &str, here: Spot<'_>) {
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        self.0.push((hasher.finish(), place_of(here)));
    }

    /// All rows but one of each id.
    fn dropped(mut self, keep: Keep) -> Vec<u64> {
        self.0.sort_unstable();
        let mut dropped = Vec::new();
        for rows in self.0.chunk_by(|a, b| a.0 == b.0) {
            let rest = match keep {
                Keep::First => rows.get(1..),
                Keep::Last => rows.get(..rows.len() - 1),
            };
            dropped.extend(rest.unwrap_or_default().iter().map(|row| row.1));
        }
        dropped
    }
}

/// The rows to be dropped of these files' sources, of each of which they are all or none; none where every row
/// counts. `tell` hears of each few bytes that have been read for it, and may break it off.
pub(super) fn dropped(
    root: &Path,
    plans: &Plans,
    files: &[FeedFile],
    (workers, reach): (usize, Reach),
    tell: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Dropped {
    let mut all = Vec::new();
    for files in files.chunk_by(|one, other| one.source == other.source) {
        let source = files.first().map_or(0, |file| file.source);
        let plan = plans.sources.get(source);
        if let Some(keep) = plan.and_then(|plan| plan.duplicates) {
            let feed = Feed::new(root.to_owned(), files.to_vec(), reach);
            all.append(&mut taken(feed, plans, workers, tell).dropped(keep));
        }
    }
    all.sort_unstable();
    Dropped(all)
}

/// The ids of all rows of a feed.
fn taken(
    feed: Feed,
    plans: &Plans,
    workers: usize,
    tell: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Ids {
    let feed = Mutex::new(feed);
    let registry = Mutex::new(Registry::new());
    let none = Dropped::default();
    let stop = AtomicBool::new(false);
    let count = |news: Sender<u64>| {
        let part = Part::new(plans.sources.len(), 0, 0);
        let mut clerk = Clerk::new(plans, &none, None, Numbers::new(&registry), part);
        clerk.ids = Some(Ids::default());
        let mut reader = Reader::new(clerk);
        let mut buffer = Vec::new();
        while !stop.load(Ordering::Relaxed) {
            let next = lock(&feed).next(&mut buffer);
            let Some(block) = next else {
                break;
            };
            reader.block(&block, &buffer[..block.len]);
            // Who listens stays until all are done.
            let _ = news.send(block.bytes);
        }
        reader.taker.ids.unwrap_or_default()
    };
    let (sender, news) = channel();
    if workers < 2 {
        // So little is read before anybody could break it off.
        let ids = count(sender);
        for bytes in news {
            let _ = tell(bytes);
        }
        return ids;
    }
    std::thread::scope(|scope| {
        let hands: Vec<_> = (0..workers)
            .map(|_| {
                let (sender, count) = (sender.clone(), &count);
                scope.spawn(move || count(sender))
            })
            .collect();
        drop(sender);
        for bytes in news {
            if tell(bytes).is_break() {
                stop.store(true, Ordering::Relaxed);
            }
        }
        let mut whole = Ids::default();
        for hand in hands {
            // A worker that broke off breaks off in the scan as well, where it is said.
            if let Ok(mut ids) = hand.join() {
                whole.0.append(&mut ids.0);
            }
        }
        whole
    })
}

/// Whether the day and every score of a row can be read.
fn is_sound(plan: &Plan, row: &Row<'_>) -> bool {
    let scored = |slot: Slot, gauge: &Gauge| {
        matches!(
            gauge.read(&row.cell(slot)),
            Answer::Missing | Answer::Given(..)
        )
    };
    let heard = match &plan.voice {
        Voice::Always(_) => true,
        Voice::Scored(slot, gauge) => scored(*slot, gauge),
        Voice::Counted(columns) => columns
            .iter()
            .all(|&(slot, _)| count(plan, slot, row).is_ok()),
    };
    let mut ratings = plan.ratings.iter();
    heard && ratings.all(|rating| scored(rating.slot, &rating.gauge)) && day(plan, row).is_ok()
}

/// Why a row is dropped.
pub(super) fn refusal(plan: &Plan, keep: Keep, row: &Row<'_>) -> String {
    let slot = plan.id.unwrap_or_default();
    let (column, id) = (name(plan, slot), plain::line(&row.cell(slot)));
    let (which, key) = match keep {
        Keep::First => ("an earlier", "keep-first"),
        Keep::Last => ("a later", "keep-last"),
    };
    format!("{which} row has the same `{column}`, `{id}`; `duplicates: {key}` counts that one")
}
