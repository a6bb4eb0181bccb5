//! The user's own keys: what the config file says, checked against the table of commands.

use super::command::Command;
use super::key::Key;
use super::keymap::{Keymap, Remap, defaults};
use super::place::Place;
use crate::workspace::{Kind, Problem, Settings, Word, nearest, visible};

/// The keymap that the settings ask for, and what is wrong with what they ask.
pub(super) fn keymap(settings: &Settings) -> (Keymap, Vec<Problem>) {
    let mut reading = Reading {
        settings,
        remaps: Vec::new(),
        given: Vec::new(),
        problems: Vec::new(),
    };
    for line in &settings.keys {
        let Some(command) = Command::named(&line.command.text) else {
            reading.unknown(&line.command);
            continue;
        };
        let keys = line.keys.iter();
        let keys = keys.filter_map(|word| Some((word, reading.key(command, word)?)));
        let keys: Vec<(&Word, Key)> = keys.collect();
        if command == Command::Leave && keys.is_empty() {
            reading.kept(&line.command);
            continue;
        }
        reading.take(command, &line.command, keys);
    }
    let keymap = Keymap::remapped(&reading.remaps);
    reading.lost(&keymap);
    (keymap, reading.problems)
}

/// The config file on its way to a keymap.
struct Reading<'s> {
    settings: &'s Settings,
    remaps: Vec<Remap>,
    /// What was given to whom, where.
    given: Vec<(Command, Key, &'s Word)>,
    problems: Vec<Problem>,
}

impl<'s> Reading<'s> {
    fn say(&mut self, kind: Kind, word: &Word, message: String, help: impl Into<String>) {
        let problem = self.settings.problem(kind, word, message, help.into());
        self.problems.push(problem);
    }

    fn unknown(&mut self, word: &Word) {
        let names = Command::ALL.iter().map(|command| command.spec().name);
        let help = match nearest(&word.text, names) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`pothole keys` lists every command".to_owned(),
        };
        let message = format!("no command is called `{}`", visible(&word.text));
        self.say(Kind::UnknownCommand, word, message, help);
    }

    fn kept(&mut self, word: &Word) {
        let message = "`leave-now` needs a key: it is the way out of everything".to_owned();
        self.say(
            Kind::BadKey,
            word,
            message,
            "leave it ctrl-c, or give it another",
        );
    }

    fn key(&mut self, command: Command, word: &Word) -> Option<Key> {
        let Ok(key) = word.text.parse::<Key>() else {
            let message = format!("`{}` is no key", visible(&word.text));
            let help = "write one like q, G, enter, f5, ctrl-r or shift-tab";
            self.say(Kind::BadKey, word, message, help);
            return None;
        };
        let types = |place: &&Place| !place.is_screen() && command.applies(**place);
        let usual = defaults(command).contains(&key);
        if key.types() && !usual && Place::ALL.iter().any(|place| types(&place)) {
            let message = format!(
                "`{key}` types a letter where `{}` applies",
                command.spec().name
            );
            let help = "take a key with ctrl or alt, or a named one such as enter or f5";
            self.say(Kind::BadKey, word, message, help);
            return None;
        }
        Some(key)
    }

    /// Gives a command its keys, but for those another was given before at a place of both.
    fn take(&mut self, command: Command, line: &'s Word, keys: Vec<(&'s Word, Key)>) {
        let mut taken = Vec::new();
        for (word, key) in keys {
            let rival = self.given.iter().find(|(other, known, _)| {
                let shared = |place: &&Place| other.applies(**place) && command.applies(**place);
                *known == key && *other != command && Place::ALL.iter().any(|p| shared(&p))
            });
            if let Some((other, ..)) = rival {
                let message = format!("`{key}` is given to `{}` already", other.spec().name);
                let help = format!("give `{}` another key", command.spec().name);
                self.say(Kind::KeyConflict, word, message, help);
            } else {
                self.given.push((command, key, word));
                taken.push(key);
            }
        }
        let wanted_none = self
            .settings
            .keys
            .iter()
            .any(|known| known.command == *line && known.keys.is_empty());
        if !taken.is_empty() || wanted_none {
            self.remaps.push((command, taken));
        }
    }

    /// Commands that the table gives keys, and that have none any more without having been asked.
    fn lost(&mut self, keymap: &Keymap) {
        for command in Command::ALL {
            let asked = self.remaps.iter().any(|(known, _)| known == command);
            if asked || !keymap.keys(*command).is_empty() {
                continue;
            }
            let keys = defaults(*command);
            let mut given = self.given.iter();
            let Some((taker, key, word)) = given.find(|(_, key, _)| keys.contains(key)) else {
                continue;
            };
            let name = command.spec().name;
            let (taker, word) = (taker.spec().name, *word);
            let message = format!("`{key}` was `{name}`'s only key, and is `{taker}`'s now");
            let help = format!("give `{name}` another key, or `{name}: []` if that is meant");
            self.say(Kind::KeyLost, word, message, help);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Keymap, Vec<String>) {
        let (settings, problems) = Settings::of("config.yaml", format!("keys:\n{text}"));
        assert_eq!(problems, []);
        let (keymap, problems) = keymap(&settings);
        (keymap, problems.iter().map(Problem::one_line).collect())
    }

    #[test]
    fn a_remapped_key_means_its_command_and_nothing_else() {
        let (keymap, problems) = read("  quit: ctrl-q\n  export: [q, x]\n");
        assert_eq!(problems, [""; 0]);
        let at = |name: &str| keymap.command(Place::Map, name.parse().unwrap());
        assert_eq!(at("ctrl-q"), Some(Command::Quit));
        assert_eq!(at("q"), Some(Command::Export));
        assert_eq!(at("x"), Some(Command::Export));
        assert_eq!(keymap.label(Command::Quit), "Ctrl-Q");
    }

    #[test]
    fn every_slip_is_told_at_its_place() {
        let (keymap, problems) = read(
            "  qiut: a\n  undo: hello\n  accept: a\n  copy: m\n  reread: m\n  filter: u\n  leave-now: []\n",
        );
        assert_eq!(
            problems,
            [
                "config.yaml:2:3: error[unknown-command]: no command is called `qiut`",
                "config.yaml:3:9: error[bad-key]: `hello` is no key",
                "config.yaml:4:11: error[bad-key]: `a` types a letter where `accept` applies",
                "config.yaml:6:11: error[key-conflict]: `m` is given to `copy` already",
                "config.yaml:8:3: error[bad-key]: `leave-now` needs a key: it is the way out of everything",
                "config.yaml:7:11: warning[key-lost]: `u` was `undo`'s only key, and is `filter`'s now",
            ]
        );
        assert_eq!(keymap.label(Command::Accept), "Enter");
        assert_eq!(keymap.label(Command::Leave), "Ctrl-C");
    }

    #[test]
    fn a_command_may_be_left_without_a_key_on_purpose() {
        let (keymap, problems) = read("  quit: []\n");
        assert_eq!(problems, [""; 0]);
        assert_eq!(keymap.keys(Command::Quit), []);
    }
}
