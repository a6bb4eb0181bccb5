//! One worker: takes blocks from the feed, reads their rows by the plan of their source, and keeps its
//! own part of the overlay until all are put together.

use super::clerk::Clerk;
use super::ids::Dropped;
use super::part::Part;
use super::reader::Reader;
use super::registry::{Numbers, Registry, lock};
use super::roll::Roll;
use crate::feedback::intake::Feed;
use crate::feedback::rules::Plans;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

/// How many bytes a worker reads before it tells of them: each telling wakes the thread that listens.
const TOLD_TOGETHER: u64 = 2 * 1024 * 1024;

/// What all workers share.
#[derive(Debug)]
pub(super) struct Desk<'s> {
    pub(super) plans: &'s Plans,
    /// Rows that are dropped for others of their id.
    pub(super) dropped: &'s Dropped,
    /// The customers, where a file lists them.
    pub(super) roll: Option<&'s Roll>,
    pub(super) feed: Mutex<Feed>,
    pub(super) registry: Mutex<Registry>,
    /// Set when the scan is to be broken off.
    pub(super) stop: AtomicBool,
    /// How many times an overlay of what has been read so far was asked for.
    pub(super) wanted: AtomicUsize,
}

/// What a worker tells.
#[derive(Debug)]
pub(super) enum News {
    /// So many bytes more have been read.
    Read(u64),
    /// What it has so far, for the asking of this number.
    SoFar(usize, Box<Part>),
}

/// Sets a worker to each part while `listen` hears their news; the parts of workers that broke off are
/// missing afterwards.
pub(super) fn set_to_work(
    desk: &Desk<'_>,
    parts: Vec<Part>,
    listen: impl FnOnce(&Receiver<News>),
) -> Vec<Part> {
    std::thread::scope(|scope| {
        let (sender, news) = channel();
        let hands: Vec<_> = parts
            .into_iter()
            .map(|part| {
                let sender = sender.clone();
                scope.spawn(move || work(desk, part, &sender))
            })
            .collect();
        drop(sender);
        listen(&news);
        hands
            .into_iter()
            .filter_map(|hand| hand.join().ok())
            .collect()
    })
}

/// Lets the calling thread read for itself, and `listen` hear of it afterwards: for what is read before anybody
/// could ask how far it is. No part is left where it broke off.
pub(super) fn work_alone(
    desk: &Desk<'_>,
    part: Part,
    listen: impl FnOnce(&Receiver<News>),
) -> Option<Part> {
    let (sender, news) = channel();
    let done = catch_unwind(AssertUnwindSafe(|| work(desk, part, &sender)));
    drop(sender);
    listen(&news);
    done.ok()
}

/// Reads blocks until there are no more.
fn work(desk: &Desk<'_>, part: Part, news: &Sender<News>) -> Part {
    let clerk = Clerk::new(
        desk.plans,
        desk.dropped,
        desk.roll,
        Numbers::new(&desk.registry),
        part,
    );
    let mut reader = Reader::new(clerk);
    let mut buffer = Vec::new();
    let (mut told, mut read) = (0, 0);
    while !desk.stop.load(Ordering::Relaxed) {
        let next = lock(&desk.feed).next(&mut buffer);
        let Some(block) = next else {
            break;
        };
        reader.block(&block, &buffer[..block.len]);
        read += block.bytes;
        if read >= TOLD_TOGETHER {
            // Nobody listens any more when the scan has been broken off.
            let _ = news.send(News::Read(std::mem::take(&mut read)));
        }
        let wanted = desk.wanted.load(Ordering::Relaxed);
        if wanted > told {
            told = wanted;
            reader.taker.part.counter.settle();
            let part = Box::new(reader.taker.part.clone());
            let _ = news.send(News::SoFar(wanted, part));
        }
    }
    let _ = news.send(News::Read(read));
    reader.taker.part.counter.settle();
    reader.taker.part
}
