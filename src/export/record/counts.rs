//! Counts by polarity, and counts by a name.

use crate::measures::Counts;
use serde::{Serialize, Serializer};

/// Counts by polarity; `feedback` is their sum.
#[derive(Serialize)]
pub(in crate::export) struct CountsRecord {
    feedback: u64,
    complaints: u64,
    neutral: u64,
    praise: u64,
    unscored: u64,
}

impl CountsRecord {
    pub(in crate::export) fn of(counts: &Counts) -> Self {
        Self {
            feedback: counts.feedback(),
            complaints: counts.complaints,
            neutral: counts.neutral,
            praise: counts.praise,
            unscored: counts.unscored,
        }
    }
}

/// A JSON object whose keys come in an order of their own: weeks, segments, sources, scores.
pub(super) struct Keyed<V>(pub(super) Vec<(String, V)>);

impl<V: Serialize> Serialize for Keyed<V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key, value)))
    }
}

/// Counts by a name, as a JSON object.
pub(super) fn by_name<N: ToString>(counts: Vec<(N, Counts)>) -> Keyed<CountsRecord> {
    let named = counts.into_iter();
    let named = named.map(|(name, counts)| (name.to_string(), CountsRecord::of(&counts)));
    Keyed(named.collect())
}
