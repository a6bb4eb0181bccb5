//! A source and its rules, made ready for the inner loop: names turned into numbers, tables built, once
//! before the first row is read.

use super::calendar::Calendar;
use super::check::Check;
use super::gauge::Gauge;
use super::names::TouchpointNames;
use super::phrases::PhraseTargets;
use super::tag_table::TagTable;
use super::targets::Targets;
use super::weigher::Weigher;
use crate::feedback::intake::{Column, ITEM_END, Keys, Slot, trimmed};
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
    pub(crate) by_tag: TagTable,
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
    /// What each byte is: [`SEPARATES`], [`SHOUTS`] or neither.
    bytes: [u8; 256],
    others: Vec<char>,
}

/// A byte that stands between tags.
const SEPARATES: u8 = 1;

/// A byte for which a tag may not be its own lower case.
const SHOUTS: u8 = 2;

impl Separators {
    /// The source's own, and what stands between the items of a JSON list.
    pub(crate) fn new(own: &[char]) -> Self {
        let mut separators = Self {
            bytes: [0; 256],
            others: Vec::new(),
        };
        for (byte, kind) in (0..=u8::MAX).zip(&mut separators.bytes) {
            if byte.is_ascii_uppercase() || !byte.is_ascii() {
                *kind = SHOUTS;
            }
        }
        for &c in own.iter().chain([&ITEM_END]) {
            if c.is_ascii() {
                separators.bytes[c as usize] = SEPARATES;
            } else {
                separators.others.push(c);
            }
        }
        separators
    }

    /// Calls `met` with the tags of a cell, without blanks around them, and whether each is plainly its own
    /// lower case; none is empty.
    #[inline(always)]
    pub(crate) fn tags<'c>(&self, cell: &'c str, mut met: impl FnMut(&'c str, bool)) {
        let mut tag = |part: &'c str, kinds: u8| {
            let part = trimmed(part);
            if !part.is_empty() {
                met(part, kinds & SHOUTS == 0);
            }
        };
        let (mut start, mut kinds) = (0, 0);
        for (place, &byte) in cell.as_bytes().iter().enumerate() {
            let kind = self.bytes[usize::from(byte)];
            kinds |= kind;
            if kind == SEPARATES {
                self.parts(cell.get(start..place).unwrap_or_default(), kinds, &mut tag);
                (start, kinds) = (place + 1, 0);
            }
        }
        self.parts(cell.get(start..).unwrap_or_default(), kinds, &mut tag);
    }

    /// Splits at separators that are not ASCII as well; few sources have any.
    #[inline(always)]
    fn parts<'c>(&self, part: &'c str, kinds: u8, tag: &mut impl FnMut(&'c str, u8)) {
        if self.others.is_empty() || part.is_ascii() {
            tag(part, kinds);
        } else {
            for part in part.split(|c| self.others.contains(&c)) {
                tag(part, kinds);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tags(own: &[char], cell: &str) -> Vec<(String, bool)> {
        let mut found = Vec::new();
        Separators::new(own).tags(cell, |tag, lower| found.push((tag.to_owned(), lower)));
        found
    }

    #[test]
    fn tags_are_told_apart_without_blanks_and_empty_ones() {
        let of = |tags: &[(&str, bool)]| -> Vec<(String, bool)> {
            let list = tags.iter();
            list.map(|&(tag, lower)| (tag.to_owned(), lower)).collect()
        };
        assert_eq!(
            tags(&[';', '|'], " vip;; Late |\tapp, web;é"),
            of(&[
                ("vip", true),
                ("Late", false),
                ("app, web", true),
                ("é", false)
            ])
        );
        assert_eq!(
            tags(&['、', ';'], "返金、遅い;app、\u{3000}web"),
            of(&[
                ("返金", false),
                ("遅い", false),
                ("app", false),
                ("web", false)
            ])
        );
        assert_eq!(tags(&[';'], ""), []);
    }
}
