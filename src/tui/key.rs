//! One key press, with the name people write it by: `q`, `ctrl-r`, `shift-tab`.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use std::fmt;
use std::str::FromStr;

/// A key with what was held down beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    code: KeyCode,
    modifiers: KeyModifiers,
}

/// The text names no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no key; write one like q, G, enter, ctrl-r or shift-tab")]
pub struct KeyError(String);

const NAMED: [(&str, KeyCode); 15] = [
    ("enter", KeyCode::Enter),
    ("esc", KeyCode::Esc),
    ("tab", KeyCode::Tab),
    ("backspace", KeyCode::Backspace),
    ("delete", KeyCode::Delete),
    ("up", KeyCode::Up),
    ("down", KeyCode::Down),
    ("left", KeyCode::Left),
    ("right", KeyCode::Right),
    ("home", KeyCode::Home),
    ("end", KeyCode::End),
    ("pageup", KeyCode::PageUp),
    ("pagedown", KeyCode::PageDown),
    ("space", KeyCode::Char(' ')),
    ("insert", KeyCode::Insert),
];

/// The code of a function key: `f1` to `f12`.
fn function(name: &str) -> Option<KeyCode> {
    let number: u8 = name.strip_prefix('f')?.parse().ok()?;
    (1..=12).contains(&number).then_some(KeyCode::F(number))
}

impl Key {
    /// The key of a terminal's event, the same however the terminal reports shifted letters.
    pub fn of(event: KeyEvent) -> Self {
        let held =
            event.modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        match event.code {
            KeyCode::BackTab => Self {
                code: KeyCode::Tab,
                modifiers: held | KeyModifiers::SHIFT,
            },
            KeyCode::Char(c) if held.contains(KeyModifiers::SHIFT) => Self {
                code: KeyCode::Char(c.to_uppercase().next().unwrap_or(c)),
                modifiers: held - KeyModifiers::SHIFT,
            },
            code => Self {
                code,
                modifiers: held,
            },
        }
    }

    /// The event a terminal would send for it.
    pub fn event(self) -> KeyEvent {
        KeyEvent::new(self.code, self.modifiers)
    }

    /// Whether it types a character where something is typed.
    pub fn types(self) -> bool {
        let held = KeyModifiers::CONTROL | KeyModifiers::ALT;
        matches!(self.code, KeyCode::Char(_)) && !self.modifiers.intersects(held)
    }

    /// Whether people mean it by a text: its name or its label, in any case but for single letters.
    pub fn is_named(self, text: &str) -> bool {
        let name = self.to_string();
        let label = self.label();
        if name.chars().count() == 1 {
            name == text
        } else {
            name.eq_ignore_ascii_case(text) || label.eq_ignore_ascii_case(text)
        }
    }

    /// How people read it: `Ctrl-R`, `Shift-Tab`, `q`.
    pub fn label(self) -> String {
        let name = self.to_string();
        let is_letter = |part: &str| part.chars().count() == 1;
        if is_letter(&name) {
            return name;
        }
        let parts: Vec<String> = name
            .split('-')
            .map(|part| match part {
                "pageup" => "PgUp".to_owned(),
                "pagedown" => "PgDn".to_owned(),
                part => capital(part),
            })
            .collect();
        parts.join("-")
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next().map(|letter| letter.to_ascii_uppercase());
    first.into_iter().chain(letters).collect()
}

impl FromStr for Key {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (mut rest, mut modifiers) = (text, KeyModifiers::NONE);
        let held = [
            ("ctrl-", KeyModifiers::CONTROL),
            ("alt-", KeyModifiers::ALT),
            ("shift-", KeyModifiers::SHIFT),
        ];
        while let Some((prefix, modifier)) = held.iter().find(|(name, _)| rest.starts_with(name)) {
            rest = &rest[prefix.len()..];
            modifiers |= *modifier;
        }
        let named = NAMED.iter().find(|(name, _)| *name == rest);
        let named = named.map(|(_, code)| *code).or_else(|| function(rest));
        let mut letters = rest.chars();
        let code = match (named, letters.next(), letters.next()) {
            (Some(code), ..) => code,
            (None, Some(letter), None) if !letter.is_control() => KeyCode::Char(letter),
            _ => return Err(KeyError(text.to_owned())),
        };
        Ok(Self { code, modifiers })
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let held = [
            (KeyModifiers::CONTROL, "ctrl-"),
            (KeyModifiers::ALT, "alt-"),
            (KeyModifiers::SHIFT, "shift-"),
        ];
        for (modifier, name) in held {
            if self.modifiers.contains(modifier) {
                f.write_str(name)?;
            }
        }
        match (NAMED.iter().find(|(_, code)| *code == self.code), self.code) {
            (Some((name, _)), _) => f.write_str(name),
            (None, KeyCode::Char(letter)) => write!(f, "{letter}"),
            (None, KeyCode::F(number)) => write!(f, "f{number}"),
            (None, other) => write!(f, "{other}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_reads_back_as_it_is_written() {
        for name in [
            "q",
            "G",
            "ctrl-r",
            "shift-tab",
            "alt-x",
            "enter",
            "space",
            "f1",
            "f12",
            "ctrl-space",
            "-",
            "?",
            "/",
        ] {
            let key: Key = name.parse().unwrap();
            assert_eq!(key.to_string(), name);
            assert_eq!(Key::of(key.event()), key, "{name}");
        }
        assert!("".parse::<Key>().is_err());
        assert!("hello".parse::<Key>().is_err());
    }

    #[test]
    fn people_read_keys_with_capitals() {
        let label = |name: &str| name.parse::<Key>().unwrap().label();
        let labels = ["q", "-", "ctrl-r", "shift-tab", "pageup", "f1"].map(label);
        assert_eq!(labels, ["q", "-", "Ctrl-R", "Shift-Tab", "PgUp", "F1"]);
    }

    #[test]
    fn a_shifted_letter_is_one_key_however_the_terminal_tells_it() {
        let upper: Key = "G".parse().unwrap();
        let plain = KeyEvent::new(KeyCode::Char('G'), KeyModifiers::NONE);
        let shifted = KeyEvent::new(KeyCode::Char('g'), KeyModifiers::SHIFT);
        assert_eq!(Key::of(plain), upper);
        assert_eq!(Key::of(shifted), upper);
        let back = KeyEvent::new(KeyCode::BackTab, KeyModifiers::NONE);
        assert_eq!(Key::of(back), "shift-tab".parse().unwrap());
    }
}
