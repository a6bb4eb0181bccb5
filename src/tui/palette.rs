//! The command palette: every command that applies where it was opened, by name and by key.

use super::command::Command;
use super::finder;
use super::line::Line;
use super::place::Place;
use super::state::{Mode, State};

/// The palette.
#[derive(Clone, Debug)]
pub struct Palette {
    /// What is typed.
    pub line: Line,
    /// What it finds, the best first.
    pub found: Vec<Command>,
    /// The chosen line.
    pub chosen: usize,
    /// Where it was opened.
    pub place: Place,
}

/// Opens the palette.
pub fn begin(state: &mut State) {
    state.mode = Mode::Palette(Palette {
        line: Line::default(),
        found: Vec::new(),
        chosen: 0,
        place: state.place(),
    });
    look(state);
}

/// Finds again, after what is typed has changed: a command whose key is typed comes first, then those whose
/// name has the letters, then those whose sentence has the words. While nothing is typed, those that can do
/// nothing now come last.
pub fn look(state: &mut State) {
    let Mode::Palette(palette) = &state.mode else {
        return;
    };
    let typed = palette.line.text().trim().to_owned();
    let applying = Command::ALL.iter().copied();
    let applying: Vec<Command> = applying
        .filter(|command| command.applies(palette.place) && *command != Command::Palette)
        .collect();
    let places = finder::best(&typed, applying.iter().map(|command| command.spec().name));
    let by_name = places.into_iter().filter_map(|place| applying.get(place));
    let words = typed.to_lowercase();
    let said = |command: &&Command| {
        let does = command.spec().does.to_lowercase();
        words.split_whitespace().all(|word| does.contains(word))
    };
    let has_key = |command: &&Command| {
        let mut keys = state.keymap.keys(**command).iter();
        !typed.is_empty() && keys.any(|key| key.is_named(&typed))
    };
    let by_key: Vec<Command> = applying.iter().filter(has_key).copied().collect();
    let mut found = by_key;
    for command in by_name.chain(applying.iter().filter(said)) {
        if !found.contains(command) {
            found.push(*command);
        }
    }
    if typed.is_empty() {
        found.sort_by_key(|command| command.disabled(state).is_some());
    }
    if let Mode::Palette(palette) = &mut state.mode {
        palette.found = found;
        palette.chosen = 0;
    }
}
