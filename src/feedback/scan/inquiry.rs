//! Reads the rows once more for everybody who complained at one touchpoint before a day. The scan keeps the
//! newest rows alone; here every customer counts, and texts are not kept.

use super::clerk::Clerk;
use super::found::Found;
use super::ids::{self, Dropped};
use super::part::Part;
use super::reader::{Outcome, Reader, Spot, Taker};
use super::registry::{Numbers, Registry, lock};
use super::scanner::workers;
use crate::feedback::complainant::Gathered;
use crate::feedback::intake::{Feed, FeedFile, JsonRow, Reach, Row, Slot};
use crate::feedback::rules::{Plan, Plans, Voice};
use crate::feedback::{
    Complainant, Complainants, Day, Overlay, Polarity, Register, Rule, Source, plain,
};
use crate::journey::{Journeys, TouchpointIndex};
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Mutex;

/// Everybody who complained at a touchpoint before a day, of the sources in which the overlay heard it.
///
/// Takes as long as reading those sources without a cache, and memory by customers, not by rows or words.
pub fn complainants(
    root: &Path,
    journeys: &Journeys,
    (sources, rules): (&[Source], &[Rule]),
    overlay: &Overlay,
    (touchpoint, before): (TouchpointIndex, Day),
) -> Complainants {
    let plans = Plans::new(journeys, sources, rules);
    let found = Found::of(root, sources, &plans);
    let mut heard = vec![false; sources.len()];
    for entry in overlay.tally.of(touchpoint) {
        if let Some(heard) = heard.get_mut(usize::from(entry.source)) {
            *heard = true;
        }
    }
    let files = found.batches.into_iter().flat_map(|batch| batch.files);
    let files: Vec<FeedFile> = files.filter(|file| heard[file.source]).collect();
    let (hands, reach) = (workers(found.bytes), Reach::of(found.bytes));
    let on = &mut |_| ControlFlow::Continue(());
    let dropped = ids::dropped(root, &plans, &files, (hands, reach), on);
    let inquiry = Inquiry {
        plans: &plans,
        dropped: &dropped,
        touchpoint: touchpoint.index() as u32,
        before,
    };
    let mut gathered = inquiry.rows(Feed::new(root.to_owned(), files, reach), hands);
    for (index, source) in sources.iter().enumerate() {
        if let Some(register) = &source.register {
            let own = |file: &str| {
                let mut all = found.names.iter();
                all.position(|(of, name)| *of == index && name == file)
            };
            let file = |file: &str| own(file).map_or(0, |place| place as u32);
            contacts(&mut gathered, (index, register), touchpoint, before, file);
        }
    }
    gathered.finish(found.names.into_iter().map(|(_, name)| name).collect())
}

/// Adds what customers complained of to those who listened.
fn contacts(
    gathered: &mut Gathered,
    (source, register): (usize, &Register),
    touchpoint: TouchpointIndex,
    before: Day,
    file: impl Fn(&str) -> u32,
) {
    for (number, contact) in register.contacts.iter().enumerate() {
        let mut about = contact.about.iter();
        let complained = about.any(|about| *about == (touchpoint, Polarity::Complaint));
        if complained && contact.on < before {
            let name = |name: &String| Some(plain::line(name)).filter(|name| !name.is_empty());
            gathered.add(Complainant {
                customer: contact.customer.as_ref().and_then(name),
                id: None,
                source,
                day: contact.on,
                has_words: contact.words.is_some(),
                complaints: 1,
                file: file(&contact.file),
                offset: number as u64,
            });
        }
    }
}

/// What is asked of every row.
#[derive(Clone, Copy)]
struct Inquiry<'s> {
    plans: &'s Plans,
    dropped: &'s Dropped,
    touchpoint: u32,
    before: Day,
}

impl Inquiry<'_> {
    /// Asks every row of a feed, with so many hands.
    fn rows(self, feed: Feed, hands: usize) -> Gathered {
        let feed = Mutex::new(feed);
        let registry = Mutex::new(Registry::new());
        let ask = || {
            let part = Part::new(self.plans.sources.len(), 0, 0);
            let numbers = Numbers::new(&registry);
            let mut reader = Reader::new(Asker {
                inquiry: self,
                clerk: Clerk::new(self.plans, self.dropped, None, numbers, part),
                registry: &registry,
                gathered: Gathered::default(),
            });
            let mut buffer = Vec::new();
            loop {
                let next = lock(&feed).next(&mut buffer);
                let Some(block) = next else {
                    break reader.taker.gathered;
                };
                reader.block(&block, &buffer[..block.len]);
            }
        };
        if hands < 2 {
            return ask();
        }
        std::thread::scope(|scope| {
            let hands: Vec<_> = (0..hands).map(|_| scope.spawn(ask)).collect();
            let mut whole = Gathered::default();
            for hand in hands {
                // A worker that broke off breaks off in the scan as well, where it is said.
                if let Ok(gathered) = hand.join() {
                    whole.join(gathered);
                }
            }
            whole
        })
    }
}

/// One worker: reads rows as a scan does, and keeps who complained.
struct Asker<'s> {
    inquiry: Inquiry<'s>,
    clerk: Clerk<'s>,
    registry: &'s Mutex<Registry>,
    gathered: Gathered,
}

impl Taker for Asker<'_> {
    fn row(&mut self, here: Spot<'_>, row: &Row<'_>) -> Outcome {
        let Some(plan) = self.inquiry.plans.sources.get(here.block.source) else {
            return Outcome::Unmapped;
        };
        let kept = plan.duplicates.is_none() || !self.inquiry.dropped.has(here);
        if kept
            && let Ok(Some(day)) = self.clerk.read(plan, row)
            && day < self.inquiry.before
        {
            self.note(plan, here, row, day);
        }
        // What became of the row stands in the books of the scan.
        Outcome::Unmapped
    }

    fn object(&mut self, here: Spot<'_>, object: &str, json: &mut JsonRow) -> Outcome {
        let Some(plan) = self.inquiry.plans.sources.get(here.block.source) else {
            return Outcome::Unmapped;
        };
        if plan.keys.read(object, json).is_err() {
            return Outcome::Unmapped;
        }
        let row = Row {
            text: &json.text,
            cells: &json.cells,
            columns: &plan.key_columns,
        };
        self.row(here, &row)
    }

    fn enter(&mut self, _: Spot<'_>, _: Outcome) {}
}

impl Asker<'_> {
    /// Keeps who speaks in the row, where it complains at the touchpoint.
    fn note(&mut self, plan: &Plan, here: Spot<'_>, row: &Row<'_>, day: Day) {
        let at = self.inquiry.touchpoint;
        let said = self.clerk.said.iter().filter(|said| said.0 == at);
        let complaints = said.filter(|said| self.complains(said.1));
        let complaints: u64 = complaints.map(|said| said.2).sum();
        if complaints == 0 {
            return;
        }
        if matches!(plan.voice, Voice::Counted(_)) {
            self.gathered.faceless += complaints;
            return;
        }
        let cell = |slot: Slot| Some(plain::line(&row.cell(slot))).filter(|cell| !cell.is_empty());
        self.gathered.add(Complainant {
            customer: plan.customer.and_then(cell),
            id: plan.id.and_then(cell),
            source: here.block.source,
            day,
            has_words: plan.text.iter().any(|&slot| row.has(slot)),
            complaints,
            file: here.block.file,
            offset: here.offset(),
        });
    }

    fn complains(&self, reading: u16) -> bool {
        let registry = lock(self.registry);
        let reading = registry.readings.get(usize::from(reading));
        reading.is_some_and(|reading| reading.polarity == Polarity::Complaint)
    }
}
