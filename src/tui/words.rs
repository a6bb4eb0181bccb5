//! The tab of customers' own words: looked through by polarity and by what is typed, one of them in full.

use super::line::Line;
use super::message::Effect;
use super::said;
use super::state::{Mode, Place, State, Tone};
use crate::feedback::{Polarity, Verbatim};

/// How the words are looked through.
#[derive(Clone, Debug, Default)]
pub struct Words {
    /// Only words that speak this way.
    pub polarity: Option<Polarity>,
    /// What they have to say.
    pub line: Line,
    /// The chosen one, of those shown.
    pub chosen: usize,
}

impl Words {
    /// Whether any are left out.
    pub fn is_narrow(&self) -> bool {
        self.polarity.is_some() || !self.line.text().trim().is_empty()
    }
}

/// What is gone round by the key.
const ROUND: [Option<Polarity>; 5] = [
    None,
    Some(Polarity::Complaint),
    Some(Polarity::Neutral),
    Some(Polarity::Praise),
    Some(Polarity::Unscored),
];

/// How a polarity's words are called.
pub fn named(polarity: Option<Polarity>) -> &'static str {
    match polarity {
        None => "all words",
        Some(Polarity::Complaint) => "complaints",
        Some(Polarity::Neutral) => "neutral words",
        Some(Polarity::Praise) => "praise",
        Some(Polarity::Unscored) => "words without a score",
    }
}

/// The words that were read and are let through, the newest first.
pub fn shown(state: &State) -> Vec<&Verbatim> {
    let words = &state.vantage.words;
    let sought = words.line.text().trim().to_lowercase();
    let sought: Vec<&str> = sought.split_whitespace().collect();
    let holds = |verbatim: &&Verbatim| {
        if words
            .polarity
            .is_some_and(|wanted| wanted != verbatim.polarity)
        {
            return false;
        }
        if sought.is_empty() {
            return true;
        }
        let text = verbatim.text.to_lowercase();
        sought.iter().all(|word| text.contains(word))
    };
    state.said.list.iter().filter(holds).collect()
}

/// The words that are chosen.
pub fn chosen(state: &State) -> Option<&Verbatim> {
    let all = shown(state);
    let at = state.vantage.words.chosen.min(all.len().saturating_sub(1));
    all.get(at).copied()
}

/// Chooses words so many further down.
pub(super) fn step(state: &mut State, by: isize) {
    let last = shown(state).len().saturating_sub(1);
    let at = state.vantage.words.chosen.min(last);
    state.vantage.words.chosen = at.saturating_add_signed(by).min(last);
}

/// Lets through words of the next polarity, then all again.
pub(super) fn cycle(state: &mut State) {
    let now = state.vantage.words.polarity;
    let at = ROUND.iter().position(|one| *one == now).unwrap_or(0);
    let next = ROUND[(at + 1) % ROUND.len()];
    (state.vantage.words.polarity, state.vantage.words.chosen) = (next, 0);
    state.say(Tone::Plain, named(next));
}

/// Begins to type what the words have to say.
pub(super) fn begin(state: &mut State) {
    state.mode = Mode::Search;
}

/// Whether words are looked for that say what was typed.
pub(super) fn is_sought(state: &State) -> bool {
    !state.vantage.words.line.text().trim().is_empty()
}

/// Shows all words again.
pub(super) fn clear(state: &mut State) {
    state.vantage.words = Words::default();
}

/// Reads on while too few of those read are let through to fill the screen.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    let looked = matches!(state.place(), Place::Words | Place::Search);
    if !looked || state.said.list.is_empty() {
        return Vec::new();
    }
    let most = usize::from(state.size.height);
    if shown(state).len() > state.vantage.words.chosen + most {
        return Vec::new();
    }
    said::read(state, true)
}

/// Copies the file and line of the chosen words.
pub(super) fn copy(state: &mut State) -> Vec<Effect> {
    let Some(place) = chosen(state).map(|one| format!("{}:{}", one.file, one.line)) else {
        return Vec::new();
    };
    state.say(Tone::Good, format!("copied {place}"));
    vec![Effect::Copy(place)]
}

/// Why there are no words to do anything with.
pub(super) fn refusal(state: &State) -> Option<&'static str> {
    state
        .said
        .list
        .is_empty()
        .then_some("no words have been read here")
}
