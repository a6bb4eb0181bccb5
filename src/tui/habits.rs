//! How the user wants the board: what the config file says of keys and mouse.

use super::keymap::Keymap;
use super::remap;
use crate::workspace::{Problem, Settings};

/// How the user wants the board.
#[derive(Clone, Debug)]
pub struct Habits {
    /// What keys mean.
    pub keymap: Keymap,
    /// Whether clicks and the wheel are the board's, rather than the terminal's own.
    pub mouse: bool,
    /// What is wrong in the config file.
    pub problems: Vec<Problem>,
}

impl Default for Habits {
    fn default() -> Self {
        Self {
            keymap: Keymap::default(),
            mouse: true,
            problems: Vec::new(),
        }
    }
}

impl Habits {
    /// What the settings say, after the problems met in reading them.
    pub fn of(settings: &Settings, mut problems: Vec<Problem>) -> Self {
        let (keymap, more) = remap::keymap(settings);
        problems.extend(more);
        problems.sort_by_key(|problem| (problem.line, problem.column));
        Self {
            keymap,
            mouse: settings.mouse.unwrap_or(true),
            problems,
        }
    }
}
