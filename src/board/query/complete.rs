//! What the end of a query could become: a field's name, or a value the workspace has.

use super::field::Is;
use super::{Course, Field, Ground, Sort};
use std::collections::BTreeSet;

/// One way to go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completion {
    /// The whole line with the end completed.
    pub line: String,
    /// The part that is completed, for a list: `owner:`, `none`, `car-parks`.
    pub word: String,
}

/// How the end of a line could go on, at most so many ways; none where it ends in a blank or in text that
/// begins no field's name.
pub fn completions(line: &str, ground: &Ground<'_>, most: usize) -> Vec<Completion> {
    let start = last_word(line);
    let (before, word) = line.split_at(start);
    let (dash, word) = match word.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", word),
    };
    if let Some((name, typed)) = word.split_once(':') {
        let Some(field) = Field::named(&name.to_lowercase()) else {
            return Vec::new();
        };
        let (done, typed) = typed
            .rsplit_once(',')
            .map_or(("", typed), |(done, rest)| (done, rest));
        let comma = if done.is_empty() { "" } else { "," };
        let wanted = typed.trim_matches('"').to_lowercase();
        let head = format!("{before}{dash}{name}:{done}{comma}");
        let values = values(field, ground).into_iter();
        let near = values.filter(|value| {
            let value = value.to_lowercase();
            value.contains(&wanted) && value != wanted
        });
        let mut near: Vec<String> = near.collect();
        near.sort_by_key(|value| !value.to_lowercase().starts_with(&wanted));
        let ways = near.into_iter().take(most).map(|value| Completion {
            line: format!("{head}{}", quoted(&value)),
            word: value,
        });
        return ways.collect();
    }
    if word.is_empty() && !line.is_empty() && !line.ends_with(' ') {
        return Vec::new();
    }
    let fields = Field::ALL.iter().filter(|f| f.name().starts_with(word));
    let ways = fields.take(most).map(|field| Completion {
        line: format!("{before}{dash}{}:", field.name()),
        word: format!("{}:", field.name()),
    });
    ways.collect()
}

/// Where the last word begins; a blank inside quotes parts nothing.
fn last_word(line: &str) -> usize {
    let (mut start, mut open) = (0, false);
    for (at, letter) in line.char_indices() {
        match letter {
            '"' => open = !open,
            letter if letter.is_whitespace() && !open => start = at + letter.len_utf8(),
            _ => {}
        }
    }
    start
}

fn quoted(value: &str) -> String {
    let parts = [' ', ',', ':'];
    if value.contains(parts) {
        format!("\"{value}\"")
    } else {
        value.to_owned()
    }
}

/// The values a field has in this workspace.
fn values(field: Field, ground: &Ground<'_>) -> Vec<String> {
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    match field.sort() {
        Sort::Trend => return words(&Course::WORDS.map(|(word, _)| word)),
        Sort::Is => return words(&Is::WORDS.map(|(word, _)| word)),
        Sort::Number => return words(&[">", "<", "none"]),
        Sort::Name => {}
    }
    let mut found = BTreeSet::new();
    let touchpoints = || {
        ground
            .journeys
            .touchpoints()
            .map(|(_, touchpoint)| touchpoint)
    };
    let all = ground.journeys.all();
    match field {
        Field::Owner => {
            found.extend(ground.roster.ids().map(str::to_owned));
            found.extend(touchpoints().filter_map(|t| t.owner.clone()));
        }
        Field::Channel => found.extend(touchpoints().filter_map(|t| t.channel.clone())),
        Field::Stage => found.extend(all.iter().flat_map(|j| &j.stages).map(|s| s.id.clone())),
        Field::Journey => found.extend(all.iter().map(|journey| journey.id.clone())),
        Field::Persona => found.extend(all.iter().filter_map(|j| j.persona.clone())),
        Field::Touchpoint => {
            found.extend(touchpoints().map(|t| t.address.touchpoint.clone()));
        }
        Field::Tag => found.extend(ground.all_tags().into_iter().map(str::to_owned)),
        Field::Source => found.extend(ground.overlay.tally.sources.iter().cloned()),
        Field::Segment => {
            let segments = ground.overlay.tally.segments.iter();
            found.extend(segments.filter(|name| !name.is_empty()).cloned());
        }
        Field::Action => {
            let words = crate::journey::Status::WORDS.iter();
            found.extend(words.map(|(_, status)| status.word().to_owned()));
        }
        _ => {}
    }
    std::iter::once("none".to_owned()).chain(found).collect()
}
