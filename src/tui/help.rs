//! The list of keys: every command of the table that holds what is typed.

use super::command::Command;
use super::keymap::Keymap;
use super::line::Line;
use super::state::{Mode, Place, State};

/// The help: what is typed, and where it was opened.
#[derive(Clone, Debug)]
pub struct HelpList {
    /// What is typed.
    pub line: Line,
    /// The chosen line.
    pub chosen: usize,
    /// Where the help was asked for: its commands come first.
    pub place: Place,
}

impl HelpList {
    /// The commands that hold what is typed in their name, their sentence or their keys; those of the
    /// place where help was asked for come first.
    pub fn commands(&self, keymap: &Keymap) -> Vec<Command> {
        let wanted = self.line.text().trim().to_lowercase();
        let (here, elsewhere): (Vec<Command>, Vec<Command>) = Command::ALL
            .iter()
            .filter(|command| holds(**command, &wanted, keymap, self.line.text().trim()))
            .partition(|command| command.applies(self.place));
        here.into_iter().chain(elsewhere).collect()
    }

    /// Chooses the next line or the previous one, and stops at the ends.
    pub fn step(&mut self, keymap: &Keymap, forward: bool) {
        let last = self.commands(keymap).len().saturating_sub(1);
        self.chosen = if forward {
            (self.chosen + 1).min(last)
        } else {
            self.chosen.saturating_sub(1)
        };
    }
}

fn holds(command: Command, wanted: &str, keymap: &Keymap, typed: &str) -> bool {
    let spec = command.spec();
    spec.name.contains(wanted)
        || spec.does.to_lowercase().contains(wanted)
        || keymap.keys(command).iter().any(|key| key.is_named(typed))
}

/// Opens the help.
pub fn begin(state: &mut State) {
    state.mode = Mode::Help(HelpList {
        line: Line::default(),
        chosen: 0,
        place: state.place(),
    });
}
