//! Finds rows whose id another row has, before any row is counted, so that the same rows are dropped
//! however many workers there are.

use super::clerk::Clerk;
use super::part::Part;
use super::reader::Reader;
use super::registry::{Numbers, Registry, lock};
use crate::feedback::Keep;
use crate::feedback::intake::{Block, Feed, FeedFile, Reach};
use crate::feedback::rules::Plans;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::Mutex;

/// How many bits of a row's place say where it begins in its file; the others say which file it is.
const OFFSET_BITS: u32 = 44;

/// Where a row lies among all files; rows come in this order.
fn place_of(block: &Block, start: usize) -> u64 {
    (u64::from(block.file) << OFFSET_BITS) | (block.offset + start as u64)
}

/// The rows to be dropped, in order.
#[derive(Debug, Default)]
pub(super) struct Dropped(Vec<u64>);

impl Dropped {
    /// Whether a row is to be dropped.
    #[inline]
    pub(super) fn has(&self, block: &Block, start: usize) -> bool {
        !self.0.is_empty() && self.0.binary_search(&place_of(block, start)).is_ok()
    }
}

/// The ids met so far, by their hash, and where their rows lie.
#[derive(Debug, Default)]
pub(super) struct Census(Vec<(u64, u64)>);

impl Census {
    /// Notes a row that can be read as declared.
    pub(super) fn note(&mut self, id: &str, block: &Block, start: usize) {
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        self.0.push((hasher.finish(), place_of(block, start)));
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

/// The rows to be dropped of all sources that want one row of each id.
pub(super) fn dropped(root: &Path, plans: &Plans, files: &[FeedFile], workers: usize) -> Dropped {
    let mut all = Vec::new();
    for (source, plan) in plans.sources.iter().enumerate() {
        let Some(keep) = plan.duplicates else {
            continue;
        };
        let own = files.iter().filter(|file| file.source == source);
        let feed = Feed::new(root.to_owned(), own.cloned().collect(), Reach::default());
        all.append(&mut taken(feed, plans, workers).dropped(keep));
    }
    all.sort_unstable();
    Dropped(all)
}

/// The census of all rows of a feed.
fn taken(feed: Feed, plans: &Plans, workers: usize) -> Census {
    let feed = Mutex::new(feed);
    let registry = Mutex::new(Registry::new());
    let none = Dropped::default();
    let count = || {
        let part = Part::new(plans.sources.len(), 0, 0);
        let mut clerk = Clerk::new(plans, &none, Numbers::new(&registry), part);
        clerk.census = Some(Census::default());
        let mut reader = Reader::new(clerk);
        let mut buffer = Vec::new();
        loop {
            let next = lock(&feed).next(&mut buffer);
            let Some(block) = next else {
                break reader.clerk.census.unwrap_or_default();
            };
            reader.block(&block, &buffer[..block.len]);
        }
    };
    std::thread::scope(|scope| {
        let hands: Vec<_> = (0..workers).map(|_| scope.spawn(count)).collect();
        let mut whole = Census::default();
        for hand in hands {
            // A worker that broke off breaks off in the scan as well, where it is said.
            if let Ok(mut census) = hand.join() {
                whole.0.append(&mut census.0);
            }
        }
        whole
    })
}
