//! Which rows a survey of the rules counts.

use crate::feedback::{Day, Source};

/// Which rows count. An empty list means "all of them".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The first day that counts. A scope with a day leaves undated rows out.
    pub since: Option<Day>,
    /// The last day that counts.
    pub until: Option<Day>,
    /// Ids of sources.
    pub sources: Vec<String>,
    /// Segments; `""` stands for rows without one.
    pub segments: Vec<String>,
}

impl Scope {
    /// Whether a source counts at all.
    pub(super) fn takes_source(&self, source: &Source) -> bool {
        self.sources.is_empty() || self.sources.contains(&source.id)
    }

    /// Whether a row of this day counts.
    pub(super) fn takes_day(&self, day: Option<Day>) -> bool {
        match day {
            Some(day) => {
                self.since.is_none_or(|since| since <= day)
                    && self.until.is_none_or(|until| day <= until)
            }
            None => self.since.is_none() && self.until.is_none(),
        }
    }

    /// Whether a row of this segment counts.
    pub(super) fn takes_segment(&self, segment: impl FnOnce() -> String) -> bool {
        self.segments.is_empty() || self.segments.contains(&segment())
    }
}
