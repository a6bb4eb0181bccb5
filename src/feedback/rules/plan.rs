//! A source and its rules, made ready for the inner loop: names turned into numbers, tables built, once
//! before the first row is read.

use super::calendar::Calendar;
use super::check::Check;
use super::gauge::Gauge;
use super::names::TouchpointNames;
use super::phrases::PhraseTargets;
use super::targets::Targets;
use super::weigher::Weigher;
use crate::feedback::intake::{Column, ITEM_END, Keys, Slot};
use crate::feedback::scan::FastMap;
use crate::feedback::{Day, Keep, Mapping, Polarity};
use std::sync::Arc;

/// How the rows of a source speak when no rating decides it.
#[derive(Debug)]
pub(crate) enum Voice {
    /// By the score in this column.
    Scored(Slot, Gauge),
    /// Every row alike.
    Always(Polarity),
    /// By the numbers in these columns.
    Counted(Vec<(Slot, Polarity)>),
}

/// A column that rates a touchpoint.
#[derive(Debug)]
pub(crate) struct Rating {
    pub(crate) slot: Slot,
    pub(crate) touchpoint: u32,
    pub(crate) gauge: Gauge,
}

/// A rule that takes more than one look into a table.
#[derive(Debug)]
pub(crate) struct Compound {
    pub(crate) touchpoint: u32,
    pub(crate) check: Check,
}

/// A column whose value decides touchpoints.
#[derive(Debug)]
pub(crate) struct ValueTable {
    pub(crate) slot: Slot,
    pub(crate) values: FastMap<String, Targets>,
}

/// A source, made ready.
#[derive(Debug)]
pub(crate) struct Plan {
    /// The columns in use; a [`Slot`] is a place in it.
    pub(crate) columns: Arc<Vec<Column>>,
    /// The same, as keys of JSON lines.
    pub(crate) keys: Keys,
    /// The cell of each slot in a row of JSON lines: its own.
    pub(crate) key_columns: Vec<u32>,
    pub(crate) at: Option<Slot>,
    pub(crate) date: Option<Day>,
    pub(crate) calendar: Calendar,
    pub(crate) id: Option<Slot>,
    pub(crate) duplicates: Option<Keep>,
    pub(crate) text: Vec<Slot>,
    pub(crate) segment: Option<Slot>,
    pub(crate) customer: Option<Slot>,
    pub(crate) weigher: Option<Weigher>,
    pub(crate) touchpoint: Option<Slot>,
    pub(crate) names: Arc<TouchpointNames>,
    pub(crate) voice: Voice,
    pub(crate) ratings: Vec<Rating>,
    pub(crate) mapping: Mapping,
    pub(crate) tags: Option<Slot>,
    pub(crate) separators: Separators,
    pub(crate) by_tag: FastMap<String, Targets>,
    pub(crate) by_value: Vec<ValueTable>,
    pub(crate) by_phrase: PhraseTargets,
    /// Rules with tags or columns in them, by touchpoint.
    pub(crate) on_fields: Vec<Compound>,
    /// Rules on text alone, by touchpoint.
    pub(crate) on_text: Vec<Compound>,
    /// How many leaves the compound rules have.
    pub(crate) leaves: u32,
}

/// What stands between the tags of one cell.
#[derive(Clone, Debug)]
pub(crate) struct Separators {
    ascii: [bool; 128],
    others: Vec<char>,
}

impl Separators {
    /// The source's own, and what stands between the items of a JSON list.
    pub(crate) fn new(own: &[char]) -> Self {
        let mut separators = Self {
            ascii: [false; 128],
            others: Vec::new(),
        };
        for &c in own.iter().chain([&ITEM_END]) {
            match separators.ascii.get_mut(c as usize) {
                Some(place) => *place = true,
                None => separators.others.push(c),
            }
        }
        separators
    }

    /// The tags of a cell, without blanks around them; none is empty.
    #[inline]
    pub(crate) fn tags<'c>(&self, cell: &'c str) -> impl Iterator<Item = &'c str> {
        let parts = cell.split(|c: char| match self.ascii.get(c as usize) {
            Some(&separates) => separates,
            None => self.others.contains(&c),
        });
        parts.map(str::trim).filter(|tag| !tag.is_empty())
    }
}
