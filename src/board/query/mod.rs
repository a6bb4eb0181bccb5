//! The filter's small language: `owner:none friction:>30 channel:web trend:worse late`. Every term must
//! hold; of a field's values, parted by commas, one must; a dash before a term turns it round.

mod complete;
mod field;
mod ground;
mod parse;
mod trend;

pub use complete::{Completion, completions};
pub use field::{Field, Is, Sort};
pub use ground::Ground;
pub use trend::Course;

use crate::journey::{JourneyIndex, TouchpointIndex};

/// What is looked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    terms: Vec<Term>,
}

/// One condition of a query.
#[derive(Clone, Debug, PartialEq)]
struct Term {
    negated: bool,
    test: Test,
}

/// What a term asks of a touchpoint.
#[derive(Clone, Debug, PartialEq)]
enum Test {
    /// Its names hold this text; in lower case.
    Text(String),
    /// A field holds one of these texts, in lower case; `none` for nothing at all.
    Named(Field, Vec<String>),
    /// A number lies within one of these; `None` for a number that cannot be said.
    Number(Field, Vec<Option<Bounds>>),
    /// Its complaints took one of these courses.
    Trend(Vec<Course>),
    /// One of these holds of it.
    Is(Vec<Is>),
}

/// From where to where a number may be.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Bounds {
    from: f64,
    to: f64,
    /// Whether the ends themselves are meant.
    with_ends: (bool, bool),
}

impl Bounds {
    fn hold(self, number: f64) -> bool {
        let above = number > self.from || self.with_ends.0 && number >= self.from;
        let below = number < self.to || self.with_ends.1 && number <= self.to;
        above && below
    }
}

/// A query that cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("column {column}: {message}; {help}")]
pub struct QueryError {
    /// Where, in characters, counted from 1.
    pub column: usize,
    /// How many characters are meant; at least 1.
    pub width: usize,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: String,
}

impl Query {
    /// Reads a query.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        parse::query(text)
    }

    /// Whether it asks for nothing, so that everything is found.
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether it holds of a touchpoint.
    pub fn holds(&self, ground: &Ground<'_>, index: TouchpointIndex) -> bool {
        let mut terms = self.terms.iter();
        terms.all(|term| ground.holds(&term.test, index) != term.negated)
    }

    /// The touchpoints of which it holds, in the workspace's order.
    pub fn find(&self, ground: &Ground<'_>) -> Vec<TouchpointIndex> {
        let all = ground.journeys.touchpoints().map(|(index, _)| index);
        all.filter(|index| self.holds(ground, *index)).collect()
    }

    /// Whether it holds of a journey's own names, when it asks for words alone.
    pub fn holds_of_journey(&self, ground: &Ground<'_>, journey: JourneyIndex) -> bool {
        let Some(journey) = ground.journeys.all().get(journey) else {
            return false;
        };
        let text = ground.journey_text(journey);
        self.terms.iter().all(|term| match &term.test {
            Test::Text(word) => text.contains(word.as_str()) != term.negated,
            _ => false,
        })
    }
}

#[cfg(test)]
mod tests;
