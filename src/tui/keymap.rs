//! Which command a key means at a place: the keys of the table of commands, or the user's own.

use super::command::Command;
use super::key::Key;
use super::place::Place;
use super::section::Section;
use std::collections::HashMap;

/// Keys to commands, for every place.
#[derive(Clone, Debug)]
pub struct Keymap {
    keys: HashMap<Command, Bound>,
    commands: HashMap<(Place, Key), Command>,
}

/// The keys of a command, and how people read them: every frame shows some.
#[derive(Clone, Debug, Default)]
struct Bound {
    keys: Vec<Key>,
    first: String,
    all: String,
}

impl Bound {
    fn add(&mut self, key: Key) {
        let label = key.label();
        if self.keys.is_empty() {
            self.first.clone_from(&label);
        } else {
            self.all.push(' ');
        }
        self.all.push_str(&label);
        self.keys.push(key);
    }
}

/// Other keys for a command than the table gives it; none at all leave it to the palette.
pub type Remap = (Command, Vec<Key>);

impl Default for Keymap {
    /// The keys of the table of commands.
    fn default() -> Self {
        Self::remapped(&[])
    }
}

impl Keymap {
    /// The keys of the table, but for the commands that are given others. A key that was given to a
    /// command is taken from those that have it by the table alone, when both apply at some place.
    pub fn remapped(remaps: &[Remap]) -> Self {
        let mut map = Self {
            keys: HashMap::new(),
            commands: HashMap::new(),
        };
        for (command, keys) in remaps {
            map.give(*command, keys);
        }
        for command in Command::ALL {
            if !remaps.iter().any(|(known, _)| known == command) {
                map.give(*command, &defaults(*command));
            }
        }
        map
    }

    fn give(&mut self, command: Command, keys: &[Key]) {
        for key in keys {
            let places = Place::ALL.iter().filter(|place| command.applies(**place));
            let places: Vec<(Place, Key)> = places.map(|place| (*place, *key)).collect();
            let taken = |at: &(Place, Key)| self.commands.get(at).is_some_and(|c| *c != command);
            if places.iter().any(taken) {
                continue;
            }
            self.commands
                .extend(places.into_iter().map(|at| (at, command)));
            self.keys.entry(command).or_default().add(*key);
        }
    }

    /// The command a key means at a place.
    pub fn command(&self, place: Place, key: Key) -> Option<Command> {
        self.commands.get(&(place, key)).copied()
    }

    /// The command that a key means in some view: of several, the one whose part of the list of keys comes
    /// first.
    pub fn elsewhere(&self, key: Key) -> Option<Command> {
        let views = || Place::ALL.iter().filter(|place| place.is_screen());
        let means =
            |command: &Command| views().any(|place| self.command(*place, key) == Some(*command));
        let all = Command::ALL.iter().copied();
        all.filter(means).min_by_key(|command| {
            let sections = Section::ALL.iter();
            sections
                .take_while(|one| **one != command.spec().section)
                .count()
        })
    }

    /// The keys of a command, each of which means it at one place at least.
    pub fn keys(&self, command: Command) -> &[Key] {
        self.keys.get(&command).map_or(&[], |bound| &bound.keys)
    }

    /// The first key of a command, as the footer writes it; empty when it has none.
    pub fn label(&self, command: Command) -> &str {
        self.keys.get(&command).map_or("", |bound| &bound.first)
    }

    /// Every key of a command, for people to read.
    pub fn labels(&self, command: Command) -> &str {
        self.keys.get(&command).map_or("", |bound| &bound.all)
    }
}

/// The keys the table gives a command.
pub fn defaults(command: Command) -> Vec<Key> {
    let names = command.spec().keys.iter();
    names.filter_map(|name| name.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> Key {
        name.parse().unwrap()
    }

    #[test]
    fn no_key_means_two_things_at_one_place() {
        let mut seen: HashMap<(Place, Key), Command> = HashMap::new();
        for command in Command::ALL {
            for name in command.spec().keys {
                let key: Key = name.parse().expect(name);
                for place in Place::ALL.iter().filter(|place| command.applies(**place)) {
                    let before = seen.insert((*place, key), *command);
                    assert_eq!(before, None, "{key} at {place:?}");
                }
            }
        }
    }

    #[test]
    fn no_plain_letter_is_a_command_where_something_is_typed() {
        for command in Command::ALL {
            let types = |place: &&Place| !place.is_screen() && command.applies(**place);
            if let Some(place) = Place::ALL.iter().find(types) {
                for key in defaults(*command) {
                    // In the list of the lens a blank marks a line: nobody needs it to find one.
                    let marks = *command == Command::Toggle && key.is_named("space");
                    assert!(marks || !key.types(), "{key} at {place:?}");
                }
            }
        }
    }

    #[test]
    fn vim_keys_and_arrows_mean_the_same() {
        let keymap = Keymap::default();
        for (vim, arrow) in [("h", "left"), ("j", "down"), ("k", "up"), ("l", "right")] {
            let command = keymap.command(Place::Map, key(vim));
            assert!(command.is_some());
            assert_eq!(command, keymap.command(Place::Map, key(arrow)));
        }
    }

    #[test]
    fn a_key_given_to_a_command_is_taken_from_the_one_that_had_it() {
        let keymap = Keymap::remapped(&[(Command::Quit, vec![key("x"), key("ctrl-q")])]);
        assert_eq!(keymap.command(Place::Map, key("x")), Some(Command::Quit));
        assert_eq!(keymap.command(Place::Map, key("q")), None);
        assert_eq!(keymap.labels(Command::Quit), "x Ctrl-Q");
        assert_eq!(keymap.labels(Command::Export), "");
    }
}
