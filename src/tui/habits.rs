//! How the user wants the board: what the config file says of keys, mouse and looks.

use super::keymap::Keymap;
use super::remap;
use super::theme::{Palette, Taste};
use crate::workspace::{Kind, Problem, Settings, nearest, visible};

/// How the user wants the board.
#[derive(Clone, Debug)]
pub struct Habits {
    /// What keys mean.
    pub keymap: Keymap,
    /// Whether clicks and the wheel are the board's, rather than the terminal's own.
    pub mouse: bool,
    /// Colours and characters.
    pub taste: Taste,
    /// What is wrong in the config file.
    pub problems: Vec<Problem>,
}

impl Default for Habits {
    fn default() -> Self {
        Self {
            keymap: Keymap::default(),
            mouse: true,
            taste: Taste::default(),
            problems: Vec::new(),
        }
    }
}

impl Habits {
    /// What the settings say, after the problems met in reading them.
    pub fn of(settings: &Settings, mut problems: Vec<Problem>) -> Self {
        let (keymap, more) = remap::keymap(settings);
        problems.extend(more);
        let palette = palette(settings, &mut problems);
        problems.sort_by_key(|problem| (problem.line, problem.column));
        Self {
            keymap,
            mouse: settings.mouse.unwrap_or(true),
            taste: Taste {
                palette,
                ascii: settings.ascii,
            },
            problems,
        }
    }
}

/// The palette the settings name, unless there is none of that name.
fn palette(settings: &Settings, problems: &mut Vec<Problem>) -> Option<Palette> {
    let word = settings.palette.as_ref()?;
    let found = Palette::named(&word.text);
    if found.is_none() {
        let names = Palette::NAMES.map(|(name, _)| name);
        let message = format!("no palette is called `{}`", visible(&word.text));
        let help = match nearest(&word.text, names) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("there is `{}`", names.join("`, `")),
        };
        problems.push(settings.problem(Kind::BadValue, word, message, help));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Habits {
        let (settings, problems) = Settings::of("config.yaml", text.to_owned());
        Habits::of(&settings, problems)
    }

    #[test]
    fn looks_are_taken_from_the_file() {
        let habits = read("palette: color-blind\nascii: false\n");
        assert_eq!(habits.problems, []);
        assert_eq!(habits.taste.palette, Some(Palette::ColorBlind));
        assert_eq!(habits.taste.ascii, Some(false));
        assert_eq!(read("palette: 16\n").taste.palette, Some(Palette::Sixteen));
    }

    #[test]
    fn a_palette_that_is_not_there_is_told_with_its_place() {
        let habits = read("mouse: false\npalette: truecolour\nascii: maybe\n");
        let lines: Vec<String> = habits.problems.iter().map(Problem::one_line).collect();
        assert_eq!(
            lines,
            [
                "config.yaml:2:10: error[bad-value]: no palette is called `truecolour`",
                "config.yaml:3:8: error[wrong-type]: `ascii` is true or false, not `maybe`",
            ]
        );
        let help = habits.problems[0].help.as_deref();
        assert_eq!(help, Some("did you mean `truecolor`?"));
        assert!(!habits.mouse);
    }
}
