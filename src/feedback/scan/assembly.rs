//! Puts the workers' parts together into an overlay that is the same whatever worker read what.

use super::counter::Counter;
use super::gathering::{Gathering, Packed};
use super::orders::{Facets, Orders};
use super::part::Part;
use super::registry::Registry;
use crate::feedback::intake::Need;
use crate::feedback::ledger::Ledger;
use crate::feedback::plain;
use crate::feedback::rules::Plans;
use crate::feedback::{Books, Entry, Overlay, Rejected, Source, Tally, Weight, spread};
use std::panic::resume_unwind;
use std::sync::Arc;

/// From so many rows on their places are put in order on a core of their own.
const WORTH_A_CORE: u64 = 100_000;

/// The overlay of all parts together.
pub(super) fn assemble(
    sources: &[Source],
    plans: &Plans,
    files: &[(usize, String)],
    touchpoints: usize,
    gathering: Gathering,
) -> Overlay {
    let Gathering {
        registry,
        part,
        packed,
    } = gathering;
    let orders = Orders::of(&registry);
    let unread = never_met(sources, plans, files, &part);
    let mut tally = Tally::default();
    tally.sources = sources
        .iter()
        .map(|source| plain::line(&source.id))
        .collect();
    tally.segments = orders.segments(&registry);
    tally.scales = plans.scales.iter().cloned().map(Arc::new).collect();
    tally.readings = orders.readings(&registry);
    let weights = weights(&orders, &registry, &part);
    let Part {
        books: read,
        refused,
        counter,
        shelf,
        unmapped,
        ..
    } = part;
    let count = || ledger(&orders.facets(&registry), &counter, touchpoints);
    let place = || (orders.in_order(shelf), orders.in_order(unmapped));
    let rows: u64 = read.iter().map(|books| books.read).sum();
    let (ledger, (places, unmapped)) = match packed.map(|packed| *packed) {
        Some(Packed {
            ledger,
            places,
            unmapped,
        }) => (ledger, (places, unmapped)),
        None if rows < WORTH_A_CORE => (count(), place()),
        None => std::thread::scope(|scope| {
            let placed = scope.spawn(place);
            let counted = count();
            let placed = placed.join();
            (counted, placed.unwrap_or_else(|panic| resume_unwind(panic)))
        }),
    };
    Overlay {
        tally: tally.with_ledger(ledger).with_weights(weights),
        books: books(sources, unread, files, read, refused),
        files: files.iter().map(|(_, name)| name.clone()).collect(),
        places,
        unmapped,
        ..Overlay::default()
    }
}

fn books(
    sources: &[Source],
    unread: Vec<Rejected>,
    files: &[(usize, String)],
    books: Vec<crate::feedback::SourceBooks>,
    refused: Vec<Vec<super::part::Refusal>>,
) -> Books {
    let mut rejected = Vec::new();
    for (source, mut refused) in sources.iter().zip(refused) {
        refused.sort();
        refused.truncate(Books::MOST_REJECTED);
        refused.sort_by_key(|refusal| (refusal.file, refusal.line));
        rejected.extend(refused.into_iter().map(|refusal| Rejected {
            source: source.id.clone(),
            file: name_of(files, refusal.file),
            line: refusal.line,
            reason: refusal.reason,
        }));
    }
    Books {
        sources: books,
        rejected,
        unread,
        ..Books::default()
    }
}

fn name_of(files: &[(usize, String)], file: u32) -> String {
    files
        .get(file as usize)
        .map_or_else(String::new, |(_, name)| name.clone())
}

/// Rules that do nothing, and declared columns that no row of a file of JSON lines had.
fn never_met(
    sources: &[Source],
    plans: &Plans,
    files: &[(usize, String)],
    part: &Part,
) -> Vec<Rejected> {
    let mut unread = plans.inert.clone();
    for (file, keys) in &part.keys {
        let Some((source, name)) = files.get(*file as usize) else {
            continue;
        };
        let columns = plans.sources[*source].columns.iter().zip(keys);
        for (column, _) in columns.filter(|(_, seen)| !**seen) {
            let what = match &column.need {
                Need::Declared | Need::Useful => String::new(),
                Need::Rule(place) => format!(", which the rule at {place} reads"),
                Need::Optional => continue,
            };
            unread.push(Rejected {
                source: sources[*source].id.clone(),
                file: name.clone(),
                line: 0,
                reason: format!(
                    "no row has `{}`{what}; the rows were read without it",
                    column.name
                ),
            });
        }
    }
    unread
}

/// Every entry, packed in the order the tally wants them in.
fn ledger(facets: &Facets, counter: &Counter, touchpoints: usize) -> Ledger {
    let (kinds, ranks) = (facets.kinds.clone(), &facets.ranks);
    if counter.is_wide() {
        let all: Vec<usize> = (0..touchpoints).collect();
        let lengths = spread(&all, |&touchpoint| counter.len_of(touchpoint));
        return Ledger::filled(kinds, &lengths, |touchpoint, page| {
            counter.write(touchpoint, &facets.in_order, page);
        });
    }
    let lines = |put: &mut dyn FnMut((u32, i32, u32, u64))| {
        counter.each_in(&facets.in_order, |(touchpoint, day, facet), count| {
            put((touchpoint, day, ranks[facet as usize], count));
        });
    };
    Ledger::of(touchpoints, kinds, counter.len(), lines)
}

/// Every severity, in any order.
fn weights(orders: &Orders, registry: &Registry, part: &Part) -> Vec<Weight> {
    let weights = part
        .weights
        .each()
        .filter_map(|((touchpoint, day, facet), sum)| {
            let facet = orders.facet(*registry.facets.get(facet as usize)?);
            Some(Weight {
                entry: Entry {
                    touchpoint,
                    day,
                    source: facet.source,
                    segment: facet.segment,
                    reading: facet.reading,
                    count: sum.of,
                },
                of: sum.of,
                sum: sum.sum(),
                squares: sum.squares(),
            })
        });
    weights.collect()
}
