//! Colours and glyphs: which palette and which characters a terminal takes, and how every state looks in
//! them. Every state has a glyph beside its colour.

mod palette;

use crate::board::Heat;
pub use palette::Palette;
use palette::Role;
use ratatui::style::{Color, Modifier, Style};

/// Which characters the terminal can show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charset {
    /// Box drawing, blocks and arrows.
    #[default]
    Unicode,
    /// The 95 printable characters of ASCII.
    Ascii,
}

/// What the user wants of the looks, where neither an option nor the environment says otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taste {
    /// Which colours.
    pub palette: Option<Palette>,
    /// ASCII alone, or more than that whatever the locale says.
    pub ascii: Option<bool>,
}

/// Everything that decides how things look, and nothing that decides what is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Theme {
    /// How much colour.
    pub palette: Palette,
    /// Which characters.
    pub charset: Charset,
}

impl Theme {
    /// What the environment says about the terminal, and then the user's taste: `NO_COLOR` and `TERM=dumb`
    /// take the colours away, else `POTHOLE_PALETTE` chooses them, then taste, and `COLORTERM` tells of true
    /// colours. `TERM=dumb` and `POTHOLE_ASCII` take the characters beyond ASCII, and so does a locale that is
    /// not UTF-8, unless taste knows better.
    pub fn detect(taste: Taste, variable: impl Fn(&str) -> Option<String>) -> Self {
        let set = |name| variable(name).filter(|value| !value.is_empty());
        let dumb = set("TERM").is_some_and(|term| term == "dumb");
        let locale = set("LC_ALL")
            .or_else(|| set("LC_CTYPE"))
            .or_else(|| set("LANG"));
        let unicode = locale.is_none_or(|locale| {
            let locale = locale.to_lowercase();
            locale.contains("utf-8") || locale.contains("utf8")
        });
        let many = set("COLORTERM").is_some_and(|term| term == "truecolor" || term == "24bit");
        let chosen = set("POTHOLE_PALETTE").and_then(|name| Palette::named(&name));
        let told = dumb || set("POTHOLE_ASCII").is_some();
        Self {
            palette: match chosen.or(taste.palette) {
                _ if dumb || set("NO_COLOR").is_some() => Palette::Plain,
                Some(palette) => palette,
                None if many => Palette::True,
                None => Palette::Sixteen,
            },
            charset: if told || taste.ascii.unwrap_or(!unicode) {
                Charset::Ascii
            } else {
                Charset::Unicode
            },
        }
    }

    /// Ordinary text, on the terminal's own background.
    pub fn text(self) -> Style {
        Style::new()
    }

    /// Text that matters less.
    pub fn dim(self) -> Style {
        match self.palette {
            Palette::Plain | Palette::Sixteen => Style::new().add_modifier(Modifier::DIM),
            Palette::True | Palette::ColorBlind => self.role(Role::Dim),
        }
    }

    /// Titles and keys.
    pub fn accent(self) -> Style {
        self.role(Role::Accent).add_modifier(Modifier::BOLD)
    }

    /// A title on a line: it takes nothing of the line's own look on.
    pub fn title(self) -> Style {
        let plain = Style::new().fg(Color::Reset);
        plain.remove_modifier(Modifier::DIM).patch(self.accent())
    }

    /// The frame of the pane that has the keys, and other lines that stand out.
    pub fn line(self) -> Style {
        self.role(Role::Line).add_modifier(Modifier::BOLD)
    }

    /// What is chosen.
    pub fn chosen(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// The part of a text that was looked for.
    pub fn mark(self) -> Style {
        self.accent().add_modifier(Modifier::UNDERLINED)
    }

    /// Something is wrong or missing, in words. No colour of the sixteen that means a warning can be read on
    /// white and on black, so the words are bold there.
    pub fn warning(self) -> Style {
        match self.palette {
            Palette::Plain | Palette::Sixteen => Style::new().add_modifier(Modifier::BOLD),
            Palette::True | Palette::ColorBlind => self.role(Role::Warning),
        }
    }

    /// The same as a glyph, a bar or a line, which need not be read.
    pub fn warning_mark(self) -> Style {
        self.role(Role::WarningMark)
    }

    /// Something could not be done.
    pub fn error(self) -> Style {
        self.role(Role::Bad).add_modifier(Modifier::BOLD)
    }

    /// Praise and success, in words.
    pub fn good(self) -> Style {
        self.role(Role::Good)
    }

    /// The same as a glyph, a bar or a line, which need not be read.
    pub fn good_mark(self) -> Style {
        self.role(Role::GoodMark)
    }

    /// Complaints.
    pub fn bad(self) -> Style {
        self.role(Role::Bad)
    }

    /// How hot a touchpoint is, in numbers and words.
    pub fn heat(self, heat: Heat) -> Style {
        match heat {
            Heat::Silent | Heat::Thin => self.dim(),
            Heat::Calm => self.good(),
            Heat::Warm => self.warning(),
            Heat::Hot => self.bad(),
            Heat::Burning => self.error(),
        }
    }

    /// The same as a glyph.
    pub fn heat_mark(self, heat: Heat) -> Style {
        match heat {
            Heat::Calm => self.good_mark(),
            Heat::Warm => self.warning_mark(),
            _ => self.heat(heat),
        }
    }

    /// The glyph of a heat; one column wide.
    pub fn heat_glyph(self, heat: Heat) -> &'static str {
        match (self.charset, heat) {
            (Charset::Unicode, Heat::Silent) => "·",
            (Charset::Unicode, Heat::Thin) => "○",
            (Charset::Unicode, Heat::Calm) => "▁",
            (Charset::Unicode, Heat::Warm) => "▄",
            (Charset::Unicode, Heat::Hot) => "▆",
            (Charset::Unicode, Heat::Burning) => "█",
            (Charset::Ascii, Heat::Silent) => ".",
            (Charset::Ascii, Heat::Thin) => "o",
            (Charset::Ascii, Heat::Calm) => "-",
            (Charset::Ascii, Heat::Warm) => "=",
            (Charset::Ascii, Heat::Hot) => "#",
            (Charset::Ascii, Heat::Burning) => "@",
        }
    }

    /// One of two texts, by what the terminal can show.
    pub fn glyph(self, unicode: &'static str, ascii: &'static str) -> &'static str {
        match self.charset {
            Charset::Unicode => unicode,
            Charset::Ascii => ascii,
        }
    }

    /// The line of a step on the map: of the chosen touchpoint, or another; of a loop, or forward.
    pub fn route(self, chosen: bool, back: bool) -> Style {
        match (chosen, back) {
            (true, _) => self.line(),
            (false, true) => self.dim(),
            (false, false) => self.text(),
        }
    }

    fn role(self, role: Role) -> Style {
        let color = self.palette.color(role);
        color.map_or_else(Style::new, |color| Style::new().fg(color))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn detect(variables: &[(&str, &str)]) -> (Palette, Charset) {
        with(Taste::default(), variables)
    }

    fn with(taste: Taste, variables: &[(&str, &str)]) -> (Palette, Charset) {
        let theme = Theme::detect(taste, |name| {
            let known = variables.iter().find(|(known, _)| *known == name);
            known.map(|(_, value)| (*value).to_owned())
        });
        (theme.palette, theme.charset)
    }

    #[test]
    fn colours_and_characters_follow_the_environment() {
        use {Charset::*, Palette::*};
        for (variables, expected) in [
            (vec![], (Sixteen, Unicode)),
            (vec![("LANG", "en_US.UTF-8")], (Sixteen, Unicode)),
            (
                vec![("LANG", "de_DE.utf8"), ("NO_COLOR", "1")],
                (Plain, Unicode),
            ),
            (vec![("NO_COLOR", "")], (Sixteen, Unicode)),
            (vec![("LANG", "C")], (Sixteen, Ascii)),
            (
                vec![("LANG", "en_US.UTF-8"), ("LC_ALL", "POSIX")],
                (Sixteen, Ascii),
            ),
            (
                vec![("LC_ALL", ""), ("LANG", "C.UTF-8")],
                (Sixteen, Unicode),
            ),
            (vec![("TERM", "dumb"), ("LANG", "C.UTF-8")], (Plain, Ascii)),
            (vec![("COLORTERM", "truecolor")], (True, Unicode)),
            (vec![("COLORTERM", "yes")], (Sixteen, Unicode)),
            (
                vec![("COLORTERM", "24bit"), ("POTHOLE_PALETTE", "color-blind")],
                (ColorBlind, Unicode),
            ),
            (
                vec![("NO_COLOR", "1"), ("POTHOLE_PALETTE", "truecolor")],
                (Plain, Unicode),
            ),
            (
                vec![("LANG", "C.UTF-8"), ("POTHOLE_ASCII", "1")],
                (Sixteen, Ascii),
            ),
        ] {
            assert_eq!(detect(&variables), expected, "{variables:?}");
        }
    }

    #[test]
    fn taste_counts_where_the_environment_says_nothing() {
        use {Charset::*, Palette::*};
        let taste = |palette, ascii| Taste {
            palette: Some(palette),
            ascii: Some(ascii),
        };
        for (taste, variables, expected) in [
            (taste(ColorBlind, true), vec![], (ColorBlind, Ascii)),
            (taste(True, false), vec![("LANG", "C")], (True, Unicode)),
            (
                taste(Sixteen, false),
                vec![("COLORTERM", "truecolor")],
                (Sixteen, Unicode),
            ),
            (
                taste(True, false),
                vec![("POTHOLE_PALETTE", "mono"), ("POTHOLE_ASCII", "1")],
                (Plain, Ascii),
            ),
            (taste(True, false), vec![("TERM", "dumb")], (Plain, Ascii)),
            (taste(True, true), vec![("NO_COLOR", "1")], (Plain, Ascii)),
        ] {
            assert_eq!(with(taste, &variables), expected, "{variables:?}");
        }
    }
}
