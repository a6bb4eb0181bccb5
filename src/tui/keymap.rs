//! Which command a key means at a place, read from the table of commands.

use super::command::Command;
use super::key::Key;
use super::state::Place;
use std::collections::HashMap;

/// Keys to commands, for every place.
#[derive(Clone, Debug)]
pub struct Keymap {
    commands: HashMap<(Place, Key), Command>,
}

impl Default for Keymap {
    /// The keys of the table of commands.
    fn default() -> Self {
        let mut commands = HashMap::new();
        for command in Command::ALL {
            for key in Self::keys(*command) {
                for place in command.spec().places {
                    commands.entry((*place, key)).or_insert(*command);
                }
            }
        }
        Self { commands }
    }
}

impl Keymap {
    /// The command a key means at a place.
    pub fn command(&self, place: Place, key: Key) -> Option<Command> {
        self.commands.get(&(place, key)).copied()
    }

    /// The keys of a command.
    pub fn keys(command: Command) -> impl Iterator<Item = Key> {
        let names = command.spec().keys.iter();
        names.filter_map(|name| name.parse().ok())
    }

    /// The first key of a command, as the footer writes it.
    pub fn label(command: Command) -> String {
        Self::keys(command)
            .next()
            .map(Key::label)
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things_at_one_place() {
        let mut seen: HashMap<(Place, Key), Command> = HashMap::new();
        for command in Command::ALL {
            let spec = command.spec();
            for name in spec.keys {
                let key: Key = name.parse().expect(name);
                for place in spec.places {
                    let before = seen.insert((*place, key), *command);
                    assert_eq!(before, None, "{key} at {place:?}");
                }
            }
        }
    }

    #[test]
    fn vim_keys_and_arrows_mean_the_same() {
        let keymap = Keymap::default();
        for (vim, arrow) in [("h", "left"), ("j", "down"), ("k", "up"), ("l", "right")] {
            let (vim, arrow) = (vim.parse().unwrap(), arrow.parse().unwrap());
            let command = keymap.command(Place::Map, vim);
            assert!(command.is_some());
            assert_eq!(command, keymap.command(Place::Map, arrow));
        }
    }
}
