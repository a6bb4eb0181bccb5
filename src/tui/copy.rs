//! What can be put on the terminal's clipboard: an address, a customer's own words, a summary in Markdown.

use super::finder;
use super::line::Line;
use super::message::Effect;
use super::state::{Mode, State, Tone};
use crate::export::{Privacy, Subject, Testimony, markdown_brief};

/// Something to copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// What it is, in a word or two.
    pub what: &'static str,
    /// The text.
    pub text: String,
}

/// The list of what can be copied.
#[derive(Clone, Debug)]
pub struct CopyList {
    /// What is typed.
    pub line: Line,
    /// Everything there is to copy.
    pub all: Vec<Offer>,
    /// What is found, as places in `all`.
    pub found: Vec<usize>,
    /// The chosen line.
    pub chosen: usize,
}

/// Copies the chosen touchpoint's address.
pub(super) fn address(state: &mut State) -> Vec<Effect> {
    match chosen_address(state) {
        Some(text) => copy(
            state,
            Offer {
                what: "the address",
                text,
            },
        ),
        None => Vec::new(),
    }
}

fn chosen_address(state: &State) -> Option<String> {
    let touchpoint = state.workspace.journeys.touchpoint(state.touchpoint?);
    Some(touchpoint.address.to_string())
}

fn copy(state: &mut State, offer: Offer) -> Vec<Effect> {
    let letters = offer.text.chars().count();
    let said = if offer.text.lines().count() > 1 || letters > 60 {
        format!("copied {}: {letters} characters", offer.what)
    } else {
        format!("copied {}", offer.text)
    };
    state.say(Tone::Good, said);
    vec![Effect::Copy(offer.text)]
}

/// Opens the list.
pub(super) fn begin(state: &mut State) {
    let Some(address) = chosen_address(state) else {
        return;
    };
    let offer = |what, text| Offer { what, text };
    let mut all = vec![offer("the address", address)];
    all.extend(summary(state).map(|text| offer("a summary in Markdown", text)));
    let words = state.said.list.iter();
    all.extend(words.map(|verbatim| offer("what a customer said", verbatim.text.clone())));
    state.mode = Mode::Copy(CopyList {
        line: Line::default(),
        found: (0..all.len()).collect(),
        all,
        chosen: 0,
    });
}

/// The chosen touchpoint in a few lines of Markdown.
fn summary(state: &State) -> Option<String> {
    let index = state.touchpoint?;
    let workspace = &state.workspace;
    let subject = Subject {
        journeys: &workspace.journeys,
        charter: &workspace.charter,
        sources: &workspace.sources,
        overlay: &state.overlay,
        board: &state.board,
        order: state.order,
        testimony: &Testimony::default(),
    };
    // A summary leaves the house: what customers wrote of themselves stays in it.
    let said = Privacy::Masked.words(state.said.list.clone());
    Some(markdown_brief(subject, index, &said))
}

/// Finds again, after what is typed has changed.
pub(super) fn look(state: &mut State) {
    if let Mode::Copy(list) = &mut state.mode {
        let texts: Vec<String> = list
            .all
            .iter()
            .map(|offer| format!("{} {}", offer.what, offer.text))
            .collect();
        list.found = finder::best(list.line.text(), texts.iter().map(String::as_str));
        list.chosen = 0;
    }
}

/// Copies the chosen line.
pub(super) fn accept(state: &mut State) -> Vec<Effect> {
    let Mode::Copy(list) = &state.mode else {
        return Vec::new();
    };
    let place = list.found.get(list.chosen).copied();
    let Some(offer) = place.and_then(|place| list.all.get(place)).cloned() else {
        return Vec::new();
    };
    state.mode = Mode::Browse;
    copy(state, offer)
}
