//! What a survey of the rules found, as plain data.

use crate::feedback::{Books, SourceIndex};
use crate::journey::TouchpointIndex;

/// What one rule did in one source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RuleCount {
    /// Rows that meet it.
    pub met: u64,
    /// Rows that meet it and count at its touchpoint. The others went to a touchpoint with stronger
    /// evidence, or to one that comes first.
    pub caught: u64,
    /// Rows that no other rule meets and no column places: unmapped without it.
    pub alone: u64,
    /// Rows that meet a rule of another touchpoint at the deciding rank too, so that the workspace's
    /// order decided.
    pub fought: u64,
    /// Those of the fought-over rows that went to the other touchpoint.
    pub lost: u64,
}

impl RuleCount {
    pub(super) fn add(&mut self, other: &Self) {
        self.met += other.met;
        self.caught += other.caught;
        self.alone += other.alone;
        self.fought += other.fought;
        self.lost += other.lost;
    }
}

/// What the rules did in one source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceCoverage {
    /// One for each rule, in the workspace's order; rules of other sources are all zero.
    pub rules: Vec<RuleCount>,
    /// Rows that rules of different touchpoints fought over.
    pub fought: u64,
    /// Rows at each touchpoint that the `touchpoint` column named, by touchpoint.
    pub named: Vec<u64>,
    /// Rows at each touchpoint, once each, by touchpoint.
    pub rows: Vec<u64>,
}

/// A row that shows a word in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// Its source.
    pub source: SourceIndex,
    /// The file, relative to the workspace.
    pub file: String,
    /// The line the row begins on, counted from 1.
    pub line: u64,
    /// The row's text, cleaned; empty when it has none.
    pub text: String,
}

/// A word or a tag that rows carry which no rule catches.
#[derive(Clone, Debug, PartialEq)]
pub struct Leftover {
    /// The word, in lower case.
    pub word: String,
    /// Unmapped rows that have it.
    pub unmapped: u64,
    /// Mapped rows that have it.
    pub mapped: u64,
    /// How much more it belongs to the unmapped rows than chance would have it: Dunning's
    /// log-likelihood ratio, from 0 on.
    pub score: f64,
    /// The first unmapped row that has it.
    pub example: Option<Example>,
}

/// What the rules of a workspace do with its feedback.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coverage {
    /// What became of every row, whatever the scope.
    pub books: Books,
    /// One for each source, in the workspace's order.
    pub sources: Vec<SourceCoverage>,
    /// What stands out in the unmapped rows' texts, most telling first.
    pub words: Vec<Leftover>,
    /// What stands out in the unmapped rows' tags, most telling first.
    pub tags: Vec<Leftover>,
}

impl Coverage {
    /// How many words and how many tags are kept.
    pub const MOST_LEFTOVERS: usize = 25;

    /// What a rule did in all sources together.
    pub fn rule(&self, rule: usize) -> RuleCount {
        let mut sum = RuleCount::default();
        for source in &self.sources {
            sum.add(&source.rules.get(rule).copied().unwrap_or_default());
        }
        sum
    }

    /// How many rows are at a touchpoint, from all sources together.
    pub fn rows_at(&self, touchpoint: TouchpointIndex) -> u64 {
        let place = touchpoint.index();
        let rows = self.sources.iter().map(|source| source.rows.get(place));
        rows.flatten().sum()
    }
}
