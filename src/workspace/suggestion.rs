//! "Did you mean": the known name that a misspelt one is nearest to.

/// The candidate nearest to a word, when it is near enough to be meant.
pub fn nearest<'c>(word: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    if word.len() > 200 {
        return None;
    }
    let word = word.trim().to_lowercase();
    let allowed = (word.chars().count() / 3).max(1);
    candidates
        .into_iter()
        .filter(|candidate| candidate.len() <= 200)
        .map(|candidate| (distance(&word, &candidate.to_lowercase()), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Help that names the nearest candidate, or else all of them when they are few.
pub(super) fn help<'c>(
    word: &str,
    candidates: impl IntoIterator<Item = &'c str> + Clone,
    known_as: &str,
) -> String {
    if let Some(near) = nearest(word, candidates.clone()) {
        return format!("did you mean {}?", super::visible::quoted(near));
    }
    let names: Vec<String> = candidates.into_iter().map(super::visible::quoted).collect();
    match names.len() {
        0 => format!("no {known_as} are declared"),
        1..=20 => format!("{known_as}: {}", names.join(", ")),
        more => format!(
            "{known_as}: {}, and {} more",
            names[..20].join(", "),
            more - 20
        ),
    }
}

/// Letters changed, added or left out; words in another order count as one change.
fn distance(word: &str, candidate: &str) -> usize {
    let parts = |text: &str| {
        let mut parts: Vec<String> = text.split(['-', '_', ' ']).map(str::to_owned).collect();
        parts.sort_unstable();
        parts
    };
    if word != candidate && parts(word) == parts(candidate) {
        return 1;
    }
    strsim::damerau_levenshtein(word, candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_name_finds_the_one_that_was_meant() {
        let known = ["car-parks", "terminal-ops", "security"];
        assert_eq!(nearest("car-park", known), Some("car-parks"));
        assert_eq!(nearest("Ops-Terminal", known), Some("terminal-ops"));
        assert_eq!(nearest("secruity", known), Some("security"));
        assert_eq!(nearest("catering", known), None);
        assert_eq!(nearest("x", ["y"]), Some("y"));
    }

    #[test]
    fn help_lists_what_is_known_when_nothing_is_near() {
        assert_eq!(help("catering", ["a-team"], "teams"), "teams: `a-team`");
        assert_eq!(help("a", [], "teams"), "no teams are declared");
    }
}
