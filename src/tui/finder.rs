//! Fuzzy finding: letters in their order, with gaps, the best first.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use std::cmp::Reverse;

/// The places of the texts that hold what is typed, the best first and among equals in their order; all
/// of them when nothing is typed.
pub(super) fn best<'t>(typed: &str, texts: impl Iterator<Item = &'t str>) -> Vec<usize> {
    let typed = typed.trim();
    if typed.is_empty() {
        return (0..texts.count()).collect();
    }
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut letters = Vec::new();
    let mut found: Vec<(u32, usize)> = texts
        .enumerate()
        .filter_map(|(place, text)| {
            let score = pattern.score(Utf32Str::new(text, &mut letters), &mut matcher)?;
            Some((score, place))
        })
        .collect();
    found.sort_by_key(|(score, place)| (Reverse(*score), *place));
    found.into_iter().map(|(_, place)| place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_with_gaps_find_and_the_nearest_comes_first() {
        let texts = [
            "Queue for the ramp",
            "Quote",
            "Find a seat",
            "Rückerstattung",
        ];
        let find = |typed: &str| best(typed, texts.into_iter());
        assert_eq!(find(""), [0, 1, 2, 3]);
        assert_eq!(find("quo"), [1, 0]);
        assert_eq!(find("ruck"), [3]);
        assert_eq!(find("ramp queue"), [0]);
        assert_eq!(find("zeppelin"), [0; 0]);
    }
}
