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

/// Finds again, after what is typed has changed: a command whose key is typed comes first, those that can
/// do nothing now come last.
pub fn look(state: &mut State) {
    let Mode::Palette(palette) = &state.mode else {
        return;
    };
    let typed = palette.line.text().trim().to_owned();
    let applying = Command::ALL.iter().copied();
    let applying: Vec<Command> = applying
        .filter(|command| command.applies(palette.place) && *command != Command::Palette)
        .collect();
    let texts: Vec<String> = applying
        .iter()
        .map(|command| format!("{} {}", command.spec().name, command.spec().does))
        .collect();
    let places = finder::best(&typed, texts.iter().map(String::as_str));
    let by_name = places.into_iter().filter_map(|place| applying.get(place));
    let has_key = |command: &&Command| {
        let mut keys = state.keymap.keys(**command).iter();
        !typed.is_empty() && keys.any(|key| key.is_named(&typed))
    };
    let by_key: Vec<Command> = applying.iter().filter(has_key).copied().collect();
    let mut found = by_key.clone();
    found.extend(by_name.filter(|command| !by_key.contains(command)));
    found.sort_by_key(|command| command.disabled(state).is_some());
    if let Mode::Palette(palette) = &mut state.mode {
        palette.found = found;
        palette.chosen = 0;
    }
}
