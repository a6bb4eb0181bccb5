//! The words and tags behind a spike: which rows to read, and what is said in them.

use super::{Board, Trend};
use crate::feedback::{Day, Entry, Overlay, Place, Polarity, Verbatim, Week};
use crate::journey::TouchpointIndex;
use crate::measures::trend::{Growth, growing_words};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Words that say nothing about what hurts, in English; shorter ones than three letters are left out
/// anyway.
const EMPTY: [&str; 62] = [
    "about", "after", "again", "all", "also", "and", "any", "are", "back", "because", "been",
    "before", "but", "can", "could", "did", "does", "for", "from", "get", "got", "had", "has",
    "have", "her", "him", "his", "how", "into", "its", "just", "not", "now", "off", "one", "our",
    "out", "over", "she", "some", "than", "that", "the", "their", "them", "then", "there", "they",
    "this", "too", "very", "was", "were", "what", "when", "which", "who", "will", "with", "would",
    "you", "your",
];

/// How many words a spike names, and how many tags.
const MOST: usize = 5;

/// What a single row says is no sign of anything.
const LEAST: u64 = 2;

/// Rows of a week that spiked, and those of the weeks it was compared with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SpikeRows {
    /// Complaints of the week.
    pub now: Vec<Place>,
    /// Complaints of the weeks before.
    pub before: Vec<Place>,
}

impl Board {
    /// The complaints of a week and of the weeks a spike is judged by, as far as their places were kept.
    pub fn spike_rows(&self, overlay: &Overlay, index: TouchpointIndex, week: Week) -> SpikeRows {
        let monday = week.monday().0;
        let baseline = 7 * i32::try_from(self.vigilance.baseline).unwrap_or(i32::MAX / 7);
        let from = monday.saturating_sub(baseline);
        SpikeRows {
            now: self.complaints_between(overlay, index, monday..monday + 7),
            before: self.complaints_between(overlay, index, from..monday),
        }
    }

    fn complaints_between(
        &self,
        overlay: &Overlay,
        index: TouchpointIndex,
        days: Range<i32>,
    ) -> Vec<Place> {
        let tally = &overlay.tally;
        let ground = self.lens.ground(tally);
        let places = overlay.places_of(index.index() as u32).iter();
        let within = places.filter(|place| {
            let complains = tally.readings[place.reading as usize].polarity == Polarity::Complaint;
            complains
                && days.contains(&place.day)
                && ground.lets_through(&Entry {
                    touchpoint: place.touchpoint,
                    day: place.day,
                    source: place.source,
                    segment: place.segment,
                    reading: place.reading,
                    count: 1,
                })
        });
        within.copied().collect()
    }
}

/// What grew most among some rows, against others.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grown {
    /// Words, by how many rows say each.
    pub words: Vec<Growth>,
    /// Tags, by how many rows have each.
    pub tags: Vec<Growth>,
}

impl Grown {
    /// What grew from the rows before to those now.
    pub fn between(before: &[Verbatim], now: &[Verbatim]) -> Self {
        let grown = |count: fn(&[Verbatim]) -> BTreeMap<String, u64>| {
            let mut said = count(now);
            said.retain(|_, rows| *rows >= LEAST);
            growing_words(&said, &count(before), MOST)
        };
        Self {
            words: grown(vocabulary),
            tags: grown(labels),
        }
    }

    /// Whether nothing grew, or nothing could be read.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.tags.is_empty()
    }
}

/// How many rows have each tag.
fn labels(rows: &[Verbatim]) -> BTreeMap<String, u64> {
    let mut all: BTreeMap<String, u64> = BTreeMap::new();
    for tag in rows.iter().flat_map(|row| &row.tags) {
        *all.entry(tag.clone()).or_default() += 1;
    }
    all
}

/// In how many rows each word is said.
fn vocabulary(rows: &[Verbatim]) -> BTreeMap<String, u64> {
    let mut all: BTreeMap<String, u64> = BTreeMap::new();
    for row in rows {
        let text = row.text.to_lowercase();
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
        let words = words.map(|word| word.trim_matches('\'')).filter(|word| {
            word.chars().count() > 2
                && !word.chars().all(char::is_numeric)
                && EMPTY.binary_search(word).is_err()
        });
        for word in words.collect::<BTreeSet<_>>() {
            *all.entry(word.to_owned()).or_default() += 1;
        }
    }
    all
}

impl Trend {
    /// The weeks whose words are worth reading: the latest spikes.
    pub fn latest_spikes(&self, most: usize) -> Vec<Week> {
        self.spikes().take(most).map(|(week, _)| week).collect()
    }

    /// The place of a week in the series.
    pub fn place_of(&self, day: Day) -> Option<usize> {
        let first = self.first?.monday().0;
        let weeks = (day.0.checked_sub(first)?).div_euclid(7);
        let place = usize::try_from(weeks).ok()?;
        (place < self.weeks.len()).then_some(place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str) -> Verbatim {
        Verbatim {
            text: text.to_owned(),
            day: None,
            polarity: Polarity::Complaint,
            score: None,
            source: String::new(),
            segment: String::new(),
            customer: None,
            id: None,
            tags: Vec::new(),
            file: String::new(),
            line: 1,
        }
    }

    #[test]
    fn the_words_left_out_are_sorted_so_that_they_are_found() {
        assert!(EMPTY.is_sorted());
    }

    #[test]
    fn the_word_that_grew_is_named_and_a_word_said_twice_in_a_row_counts_once() {
        let before = vec![row("The queue was long"); 20];
        let now = vec![row("The gate, the gate was locked"); 6];
        let grown = Grown::between(&before, &now);
        let words: Vec<_> = grown
            .words
            .iter()
            .map(|one| (one.word.as_str(), one.now))
            .collect();
        assert_eq!(words, [("gate", 6), ("locked", 6)]);
        assert_eq!(grown.tags, []);
    }

    #[test]
    fn the_tag_that_grew_is_named_and_the_one_every_row_has_is_not() {
        let tagged = |tags: &[&str]| Verbatim {
            tags: tags.iter().map(|tag| (*tag).to_owned()).collect(),
            ..row("")
        };
        let before = vec![tagged(&["gate", "phone"]); 20];
        let now = vec![tagged(&["gate", "strike"]); 6];
        let grown = Grown::between(&before, &now);
        let tags = grown.tags.iter().map(|one| (one.word.as_str(), one.now));
        assert_eq!(tags.collect::<Vec<_>>(), [("strike", 6)]);
        assert!(grown.words.is_empty() && !grown.is_empty());
    }
}
