//! A condition made ready for the inner loop: columns by number, expressions compiled, tags and phrases
//! as leaves that one pass over the row marks as met.

use super::gauge::number;
use crate::feedback::intake::{Row, Slot};
use regex::Regex;
use std::collections::HashSet;

/// A condition, made ready.
#[derive(Debug)]
pub(crate) enum Check {
    /// A set of tags or of phrases; met when it has been marked.
    Leaf {
        /// Its number among the leaves of its source.
        leaf: u32,
        /// Whether it is about the text, which is searched only when something asks.
        text: bool,
    },
    /// A column holds one of these.
    OneOf(Slot, HashSet<String>),
    /// A column matches.
    Pattern(Slot, Regex),
    /// A column is a number from here to there.
    Range(Slot, f64, f64),
    /// The text matches.
    Matches(Regex),
    /// All are met.
    All(Vec<Check>),
    /// One is met.
    Any(Vec<Check>),
    /// None is met.
    None(Vec<Check>),
}

/// What a check may ask about the row before it.
pub(crate) trait Evidence {
    /// The row's columns.
    fn row(&self) -> &Row<'_>;
    /// The row's text.
    fn text(&self) -> &str;
    /// Whether a leaf is met.
    fn is_met(&mut self, leaf: u32, text: bool) -> bool;
}

impl Check {
    /// Whether a row meets it.
    pub(crate) fn is_met(&self, evidence: &mut dyn Evidence) -> bool {
        match self {
            Self::Leaf { leaf, text } => evidence.is_met(*leaf, *text),
            Self::OneOf(slot, values) => values.contains(evidence.row().cell(*slot).trim()),
            Self::Pattern(slot, regex) => regex.is_match(&evidence.row().cell(*slot)),
            Self::Range(slot, from, to) => number(evidence.row().cell(*slot).trim())
                .is_some_and(|value| *from <= value && value <= *to),
            Self::Matches(regex) => regex.is_match(evidence.text()),
            Self::All(checks) => checks.iter().all(|check| check.is_met(evidence)),
            Self::Any(checks) => checks.iter().any(|check| check.is_met(evidence)),
            Self::None(checks) => !checks.iter().any(|check| check.is_met(evidence)),
        }
    }
}
