//! What every rule does with every row, counted while the rows go by. The rows are routed by plans in
//! which each rule stands for itself, so that all rules a row meets are known.

use super::lexicon::{Lexicon, words};
use super::report::{RuleCount, SourceCoverage};
use super::scope::Scope;
use crate::feedback::intake::{Row, Slot, joined};
use crate::feedback::plain;
use crate::feedback::rules::Plan;
use crate::feedback::{Day, Mapping};
use std::sync::Arc;

pub(crate) use super::lexicon::Sight;

/// How strong the evidence of a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// A rating: outside of all ranks, it always counts.
    Rating,
    /// On tags or columns.
    Fields,
    /// On text alone.
    Text,
}

/// What is known of a rule beforehand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Standing {
    pub(super) touchpoint: u32,
    pub(super) rank: Rank,
}

/// What is known of a source beforehand.
#[derive(Clone, Copy, Debug)]
pub(super) struct Station {
    pub(super) mapping: Mapping,
    /// The column that names the touchpoint.
    pub(super) named: Option<Slot>,
    /// Whether its rows count.
    pub(super) counts: bool,
}

/// What is known before the first row.
#[derive(Debug)]
pub(super) struct Terms {
    pub(super) rules: Vec<Standing>,
    pub(super) sources: Vec<Station>,
    pub(super) scope: Scope,
}

/// What the rules did so far, as one worker has seen it.
#[derive(Clone, Debug)]
pub(crate) struct Census {
    terms: Arc<Terms>,
    pub(super) sources: Vec<SourceCoverage>,
    pub(super) words: Lexicon,
    pub(super) tags: Lexicon,
    room: Room,
}

/// Room to work in, kept from row to row.
#[derive(Clone, Debug, Default)]
struct Room {
    met: Vec<u32>,
    touchpoints: Vec<u32>,
    lower: String,
    text: String,
}

/// Where a row counts, and what decided it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Verdict {
    named: Option<u32>,
    /// The rank that decided, where one touchpoint had to be chosen among rules.
    rank: Option<Rank>,
}

impl Census {
    /// A census before the first row.
    pub(super) fn new(terms: Terms, touchpoints: usize) -> Self {
        let source = SourceCoverage {
            rules: vec![RuleCount::default(); terms.rules.len()],
            fought: 0,
            named: vec![0; touchpoints],
            rows: vec![0; touchpoints],
        };
        Self {
            sources: vec![source; terms.sources.len()],
            terms: Arc::new(terms),
            words: Lexicon::default(),
            tags: Lexicon::default(),
            room: Room::default(),
        }
    }

    /// Counts a row that has been read; whether it is mapped. `met` are the rules it meets.
    pub(crate) fn row(
        &mut self,
        plan: &Plan,
        row: &Row<'_>,
        sight: Sight,
        day: Option<Day>,
        met: impl Iterator<Item = u32>,
    ) -> bool {
        self.room.met.clear();
        self.room.met.extend(met);
        self.room.met.sort_unstable();
        self.room.met.dedup();
        let terms = Arc::clone(&self.terms);
        let Some(station) = terms.sources.get(sight.source) else {
            return false;
        };
        let named = station
            .named
            .and_then(|slot| plan.names.find(&row.cell(slot), &mut self.room.lower));
        let mapped = named.is_some() || !self.room.met.is_empty();
        let segment = || {
            let cell = plan.segment.map(|slot| plain::line(&row.cell(slot)));
            cell.unwrap_or_default()
        };
        if station.counts && terms.scope.takes_day(day) && terms.scope.takes_segment(segment) {
            let verdict = self.judge(&terms.rules, station.mapping, named);
            self.count(&terms.rules, sight.source, verdict);
            self.listen(plan, row, (!mapped).then_some(sight));
        }
        mapped
    }

    /// Adds what another worker has seen.
    pub(crate) fn merge(&mut self, other: Self) {
        for (ours, theirs) in self.sources.iter_mut().zip(&other.sources) {
            ours.fought += theirs.fought;
            for (ours, theirs) in ours.rules.iter_mut().zip(&theirs.rules) {
                ours.add(theirs);
            }
            let pairs = ours.named.iter_mut().zip(&theirs.named);
            for (ours, theirs) in pairs.chain(ours.rows.iter_mut().zip(&theirs.rows)) {
                *ours += theirs;
            }
        }
        self.words.merge(other.words);
        self.tags.merge(other.tags);
    }

    /// Finds where the row counts and leaves it in `room.touchpoints`, as the router would.
    fn judge(&mut self, rules: &[Standing], mapping: Mapping, named: Option<u32>) -> Verdict {
        let Room {
            met, touchpoints, ..
        } = &mut self.room;
        let standing = met.iter().filter_map(|&rule| rules.get(rule as usize));
        let (ratings, others) = (Rank::Rating, standing.clone());
        let others = others.filter(|rule| rule.rank != ratings);
        touchpoints.clear();
        touchpoints.extend(named);
        let mut rank = None;
        if mapping == Mapping::All {
            touchpoints.extend(others.map(|rule| rule.touchpoint));
        } else if named.is_none() {
            let best = others.map(|rule| (rule.rank, rule.touchpoint)).min();
            rank = best.map(|(rank, _)| rank);
            touchpoints.extend(best.map(|(_, touchpoint)| touchpoint));
        }
        let rated = standing.filter(|rule| rule.rank == ratings);
        touchpoints.extend(rated.map(|rule| rule.touchpoint));
        touchpoints.sort_unstable();
        touchpoints.dedup();
        Verdict { named, rank }
    }

    fn count(&mut self, rules: &[Standing], source: usize, verdict: Verdict) {
        let Room {
            met, touchpoints, ..
        } = &self.room;
        let Some(counts) = self.sources.get_mut(source) else {
            return;
        };
        let of = |rule: u32| rules.get(rule as usize);
        let decides = |rule: &Standing| verdict.rank == Some(rule.rank);
        let mut rivals = met
            .iter()
            .filter_map(|&rule| of(rule))
            .filter(|r| decides(r));
        let first = rivals.next().map(|rule| rule.touchpoint);
        let fought = rivals.any(|rule| Some(rule.touchpoint) != first);
        counts.fought += u64::from(fought);
        for &number in met {
            let (Some(rule), Some(count)) = (of(number), counts.rules.get_mut(number as usize))
            else {
                continue;
            };
            let caught = touchpoints.binary_search(&rule.touchpoint).is_ok();
            let fought = fought && decides(rule);
            count.met += 1;
            count.caught += u64::from(caught);
            count.alone += u64::from(met.len() == 1 && verdict.named.is_none());
            count.fought += u64::from(fought);
            count.lost += u64::from(fought && !caught);
        }
        let at = |touchpoint: u32, list: &mut Vec<u64>| {
            if let Some(rows) = list.get_mut(touchpoint as usize) {
                *rows += 1;
            }
        };
        for &touchpoint in touchpoints {
            at(touchpoint, &mut counts.rows);
        }
        if let Some(named) = verdict.named {
            at(named, &mut counts.named);
        }
    }

    /// Counts the row's words and tags.
    fn listen(&mut self, plan: &Plan, row: &Row<'_>, sight: Option<Sight>) {
        let Room { text, .. } = &mut self.room;
        text.clear();
        text.push_str(&joined(row, &plan.text).to_lowercase());
        self.words.add(words(text), sight);
        if let Some(slot) = plan.tags {
            let lower = row.cell(slot).to_lowercase();
            let mut tags = Vec::new();
            plan.separators.tags(&lower, |tag, _| tags.push(tag));
            self.tags.add(tags.into_iter(), sight);
        }
    }
}
