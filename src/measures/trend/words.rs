//! The words and tags that grew most between two spans of time.

use crate::measures::chance::chi_squared_upper;
use std::collections::BTreeMap;

/// How much more often a word is said than before.
#[derive(Clone, Debug, PartialEq)]
pub struct Growth {
    /// The word or tag.
    pub word: String,
    /// How often it was said in the span looked at.
    pub now: u64,
    /// How often before.
    pub before: u64,
    /// How many times as often, per word said; `None` when it is new.
    pub times: Option<f64>,
    /// The log-likelihood ratio G2.
    pub g2: f64,
    /// The probability of such a G2 by chance, for a word chosen beforehand.
    pub p: f64,
}

/// The words whose share of all words grew, by falling G2, then by name; at most `most` of them.
///
/// G2 = 2 (a ln(a / E1) + b ln(b / E2)), with a and b the word's counts now and before, and
/// E1 = c (a + b) / (c + d), E2 = d (a + b) / (c + d) for c and d words in all.
/// Source: P. Rayson, R. Garside, "Comparing corpora using frequency profiling" (2000), after T. Dunning,
/// Computational Linguistics 19 (1993), 61-74. Limits: many words are looked at, so a small p of one
/// among them is no proof; it puts them in order.
pub fn growing_words(
    now: &BTreeMap<String, u64>,
    before: &BTreeMap<String, u64>,
    most: usize,
) -> Vec<Growth> {
    let total = |words: &BTreeMap<String, u64>| words.values().sum::<u64>() as f64;
    let (all_now, all_before) = (total(now), total(before));
    let mut grown: Vec<Growth> = now
        .iter()
        .filter_map(|(word, count)| {
            let earlier = before.get(word).copied().unwrap_or(0);
            growth(word, (*count, all_now), (earlier, all_before))
        })
        .collect();
    grown.sort_by(|a, b| b.g2.total_cmp(&a.g2).then_with(|| a.word.cmp(&b.word)));
    grown.truncate(most);
    grown
}

fn growth(word: &str, now: (u64, f64), before: (u64, f64)) -> Option<Growth> {
    let (a, b) = (now.0 as f64, before.0 as f64);
    let share = (a + b) / (now.1 + before.1);
    let (expected_now, expected_before) = (now.1 * share, before.1 * share);
    if now.0 == 0 || before.1 <= 0.0 || a <= expected_now {
        return None;
    }
    let part = |seen: f64, expected: f64| {
        if seen > 0.0 {
            seen * (seen / expected).ln()
        } else {
            0.0
        }
    };
    let g2 = (2.0 * (part(a, expected_now) + part(b, expected_before))).max(0.0);
    Some(Growth {
        word: word.to_owned(),
        now: now.0,
        before: before.0,
        times: (before.0 > 0).then(|| (a / now.1) / (b / before.1)),
        g2,
        p: chi_squared_upper(g2, 1.0),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(counts: &[(&str, u64)]) -> BTreeMap<String, u64> {
        let owned = counts.iter().map(|(word, n)| ((*word).to_owned(), *n));
        owned.collect()
    }

    #[test]
    fn the_words_that_grew_come_first_and_those_that_shrank_not_at_all() {
        let before = words(&[("bag", 100), ("late", 50), ("kind", 850)]);
        let now = words(&[("bag", 30), ("late", 5), ("kind", 63), ("strike", 2)]);
        let grown = growing_words(&now, &before, 9);
        let names: Vec<_> = grown.iter().map(|growth| growth.word.as_str()).collect();
        assert_eq!(names, ["bag", "strike"]);
        assert!((grown[0].times.unwrap() - 3.0).abs() < 1e-12);
        // By hand: E1 = 130 x 100 / 1100, E2 = 130 x 1000 / 1100.
        let expected = 2.0 * (30.0 * (30.0 / (13_000.0 / 1_100.0f64)).ln())
            + 2.0 * (100.0 * (100.0 / (130_000.0 / 1_100.0f64)).ln());
        assert!((grown[0].g2 - expected).abs() < 1e-10);
        assert_eq!(grown[1].times, None);
        assert_eq!(growing_words(&now, &before, 1).len(), 1);
    }

    #[test]
    fn with_nothing_before_nothing_grew() {
        assert!(growing_words(&words(&[("bag", 3)]), &words(&[]), 5).is_empty());
        assert!(growing_words(&words(&[]), &words(&[]), 5).is_empty());
    }
}
