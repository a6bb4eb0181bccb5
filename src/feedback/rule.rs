//! What makes a row of a source belong to a touchpoint.

use super::{Scale, SourceIndex};
use crate::journey::TouchpointIndex;

/// One item of a touchpoint's `feedback:` list.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// The touchpoint it feeds.
    pub touchpoint: TouchpointIndex,
    /// The source it reads; `None` for every source.
    pub source: Option<SourceIndex>,
    /// What it looks for.
    pub evidence: Evidence,
    /// The journey file and line it stands on, for `explain` and the board: `fly-out.yaml:14`.
    pub place: String,
}

/// What a rule looks for in a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Evidence {
    /// A column of a wide survey that rates this very touchpoint.
    Rating {
        /// The column.
        column: String,
        /// The scale of that column, when it is not the source's.
        scale: Option<Scale>,
        /// Cells of that column that mean "no answer"; `None` for the source's.
        missing: Option<Vec<String>>,
    },
    /// A condition on tags, columns or text.
    When(Condition),
}

/// A condition a row meets or does not.
#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    /// It carries one of these tags; compared ignoring case.
    Tags(Vec<String>),
    /// A column's value passes a test.
    Where {
        /// The column.
        column: String,
        /// The test.
        test: Test,
    },
    /// Its text holds one of these phrases, as whole words, ignoring case.
    Text(Vec<String>),
    /// Its text matches this regular expression, ignoring case.
    Matches(String),
    /// It meets all of these.
    All(Vec<Condition>),
    /// It meets at least one of these.
    Any(Vec<Condition>),
    /// It meets none of these.
    None(Vec<Condition>),
}

/// A test on one column's value.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// Equals one of these; compared as written, without blanks at either end.
    OneOf(Vec<String>),
    /// Matches this regular expression anywhere, ignoring case.
    Pattern(String),
    /// A number between these, both included.
    Range {
        /// The least.
        from: Option<f64>,
        /// The most.
        to: Option<f64>,
    },
}
