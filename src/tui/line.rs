//! A line of text being typed: keys and pastes into it, nothing a terminal could be steered by.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use tui_input::{Input, InputRequest};

/// The most characters a line takes; a paste may be a megabyte.
const MOST: usize = 500;

/// A line of text with a cursor in it.
#[derive(Clone, Debug, Default)]
pub struct Line {
    input: Input,
}

impl Line {
    /// A line that already says something, the cursor at its end.
    pub fn of(text: &str) -> Self {
        Self {
            input: Input::new(text.to_owned()),
        }
    }

    /// What is typed.
    pub fn text(&self) -> &str {
        self.input.value()
    }

    /// How many columns stand left of the cursor.
    pub fn cursor(&self) -> usize {
        self.input.visual_cursor()
    }

    /// Types a key; `false` when the key types nothing.
    pub fn key(&mut self, key: KeyEvent) -> bool {
        let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        let request = match key.code {
            KeyCode::Char('w') if ctrl => InputRequest::DeletePrevWord,
            KeyCode::Char('u') if ctrl => InputRequest::DeleteFromStart,
            KeyCode::Char('k') if ctrl => InputRequest::DeleteTillEnd,
            KeyCode::Char('a') if ctrl => InputRequest::GoToStart,
            KeyCode::Char('e') if ctrl => InputRequest::GoToEnd,
            KeyCode::Char(letter) if !ctrl && !alt => return self.insert(letter),
            KeyCode::Backspace => InputRequest::DeletePrevChar,
            KeyCode::Delete => InputRequest::DeleteNextChar,
            KeyCode::Left if ctrl => InputRequest::GoToPrevWord,
            KeyCode::Right if ctrl => InputRequest::GoToNextWord,
            KeyCode::Left => InputRequest::GoToPrevChar,
            KeyCode::Right => InputRequest::GoToNextChar,
            KeyCode::Home => InputRequest::GoToStart,
            KeyCode::End => InputRequest::GoToEnd,
            _ => return false,
        };
        self.input.handle(request).is_some()
    }

    /// Types what was pasted, up to the first line's end.
    pub fn paste(&mut self, text: &str) {
        for letter in text.trim_start().chars().take(MOST) {
            if letter == '\n' || letter == '\r' {
                break;
            }
            self.insert(letter);
        }
    }

    fn insert(&mut self, letter: char) -> bool {
        let steers = letter.is_control() || is_invisible(letter);
        if steers || self.text().len() >= MOST {
            return false;
        }
        self.input
            .handle(InputRequest::InsertChar(letter))
            .is_some()
    }
}

/// Characters that show nothing and change how others are shown: bidi marks, zero-width ones, tags.
fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paste_of_a_megabyte_types_one_short_clean_line() {
        let mut line = Line::default();
        line.paste(&format!(
            "a\u{1b}[2J\u{202e}{}\nsecond",
            "x".repeat(1_000_000)
        ));
        assert!(line.text().starts_with("a[2Jx"));
        assert!(line.text().len() <= MOST);
        let mut line = Line::default();
        line.paste("one\ntwo");
        assert_eq!(line.text(), "one");
    }

    #[test]
    fn the_usual_keys_edit_the_line() {
        let mut line = Line::of("car parks");
        line.key(KeyEvent::new(KeyCode::Char('w'), KeyModifiers::CONTROL));
        assert_eq!(line.text(), "car ");
        line.key(KeyEvent::new(KeyCode::Home, KeyModifiers::NONE));
        line.key(KeyEvent::new(KeyCode::Char('a'), KeyModifiers::NONE));
        assert_eq!((line.text(), line.cursor()), ("acar ", 1));
        assert!(!line.key(KeyEvent::new(KeyCode::Char('x'), KeyModifiers::CONTROL)));
    }
}
