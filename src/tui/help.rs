//! The list of keys: every command of the table that holds what is typed.

use super::command::Command;
use super::keymap::Keymap;
use super::line::Line;
use super::section::Section;
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

/// A line of the help.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HelpRow {
    /// What the commands below have in common.
    Heading(&'static str),
    /// A command.
    Command(Command),
}

impl HelpList {
    /// The commands that hold what is typed in their name, their sentence or their keys, section by section;
    /// those of the place where help was asked for come first.
    pub fn commands(&self, keymap: &Keymap) -> Vec<Command> {
        let wanted = self.line.text().trim().to_lowercase();
        let sections = Section::ALL.iter().flat_map(|section| {
            let all = Command::ALL.iter().copied();
            all.filter(move |command| command.spec().section == *section)
        });
        let (here, elsewhere): (Vec<Command>, Vec<Command>) = sections
            .filter(|command| holds(*command, &wanted, keymap, self.line.text().trim()))
            .partition(|command| command.applies(self.place));
        here.into_iter().chain(elsewhere).collect()
    }

    /// The commands with a heading before each section, and one before those that apply elsewhere alone.
    pub fn rows(&self, keymap: &Keymap) -> Vec<HelpRow> {
        let mut rows = Vec::new();
        let mut last = None;
        for command in self.commands(keymap) {
            let heading = if command.applies(self.place) {
                command.spec().section.title()
            } else {
                "Not here"
            };
            if last != Some(heading) {
                rows.push(HelpRow::Heading(heading));
            }
            last = Some(heading);
            rows.push(HelpRow::Command(command));
        }
        rows
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
