//! Which colours the board is drawn in: the terminal's own sixteen, true colours that stand out from a
//! light and a dark background alike, colours that eyes without red or green tell apart, or none.

use ratatui::style::Color;

/// How much colour, and which.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Palette {
    /// The terminal's own sixteen colours, so right on whatever background it has.
    #[default]
    Sixteen,
    /// True colours of one middling brightness: at least 3.8 to 1 against white and against black.
    True,
    /// Blue for good and vermilion for bad, of the 256 that most terminals have.
    ColorBlind,
    /// No colour: bold, dim, reversed and underlined only.
    Plain,
}

/// What a colour stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Dim,
    Accent,
    Line,
    Good,
    GoodMark,
    Warning,
    WarningMark,
    Bad,
}

impl Palette {
    /// Every palette with its name, as `--palette` and `POTHOLE_PALETTE` take it.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("16", Self::Sixteen),
        ("truecolor", Self::True),
        ("color-blind", Self::ColorBlind),
        ("mono", Self::Plain),
    ];

    /// The palette of a name.
    pub fn named(name: &str) -> Option<Self> {
        let mut names = Self::NAMES.iter();
        names.find(|(known, _)| *known == name).map(|(_, one)| *one)
    }

    /// The colour of a role; none where the palette has no colours.
    pub(super) fn color(self, role: Role) -> Option<Color> {
        let color = match (self, role) {
            // On white nobody can read yellow, green and cyan, on black neither blue nor dark grey: of the
            // sixteen, words take red alone, lines magenta, and the others stay with glyphs and bars.
            (Self::Plain, _)
            | (Self::Sixteen, Role::Dim | Role::Accent | Role::Good | Role::Warning) => {
                return None;
            }
            (Self::Sixteen, Role::Line) => Color::Magenta,
            (Self::Sixteen, Role::GoodMark) => Color::Green,
            (Self::Sixteen, Role::WarningMark) => Color::Yellow,
            (Self::Sixteen, Role::Bad) => Color::Red,
            (Self::True, Role::Dim) => Color::Rgb(0x7d, 0x7d, 0x7d),
            (Self::True, Role::Accent | Role::Line) => Color::Rgb(0x1f, 0x86, 0xa8),
            (Self::True, Role::Good | Role::GoodMark) => Color::Rgb(0x2f, 0x8f, 0x46),
            (Self::True, Role::Warning | Role::WarningMark) => Color::Rgb(0xb0, 0x70, 0x00),
            (Self::True, Role::Bad) => Color::Rgb(0xe0, 0x39, 0x2f),
            // Okabe and Ito's vermilion and blue, and a purple, as near as the colour cube comes.
            (Self::ColorBlind, Role::Dim) => Color::Indexed(244),
            (Self::ColorBlind, Role::Accent | Role::Line) => Color::Indexed(133),
            (Self::ColorBlind, Role::Good | Role::GoodMark) => Color::Indexed(32),
            (Self::ColorBlind, Role::Warning | Role::WarningMark) => Color::Indexed(136),
            (Self::ColorBlind, Role::Bad) => Color::Indexed(166),
        };
        Some(color)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROLES: [Role; 5] = [
        Role::Dim,
        Role::Accent,
        Role::Good,
        Role::Warning,
        Role::Bad,
    ];

    /// The relative luminance of a colour (WCAG 2.2).
    fn luminance([red, green, blue]: [u8; 3]) -> f64 {
        let linear = |part: u8| match f64::from(part) / 255.0 {
            part if part <= 0.04045 => part / 12.92,
            part => ((part + 0.055) / 1.055).powf(2.4),
        };
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    fn parts(color: Color) -> [u8; 3] {
        match color {
            Color::Rgb(red, green, blue) => [red, green, blue],
            Color::Indexed(grey @ 232..) => [8 + 10 * (grey - 232); 3],
            Color::Indexed(cube @ 16..) => {
                let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
                let cube = cube - 16;
                [level(cube / 36), level(cube / 6 % 6), level(cube % 6)]
            }
            other => panic!("{other:?} is what the terminal makes of it"),
        }
    }

    #[test]
    fn colours_of_our_own_stand_out_from_white_and_from_black() {
        for palette in [Palette::True, Palette::ColorBlind] {
            for role in ROLES {
                let light = luminance(parts(palette.color(role).unwrap()));
                let (white, black) = (1.05 / (light + 0.05), (light + 0.05) / 0.05);
                let least = if palette == Palette::True { 3.8 } else { 3.0 };
                assert!(
                    white >= least && black >= least,
                    "{palette:?} {role:?}: {white:.2} {black:.2}"
                );
            }
        }
    }

    /// Of the sixteen colours as common terminals paint them, the worst against their white and black.
    #[test]
    fn words_in_the_terminals_own_colours_stand_out_from_white_and_from_black() {
        // xterm, Tango, VS Code light and dark.
        let painted = |color: Color| match color {
            Color::Red => [[205, 0, 0], [204, 0, 0], [205, 49, 49]],
            Color::Magenta => [[205, 0, 205], [117, 80, 123], [188, 5, 188]],
            other => panic!("{other:?} cannot be read on white or on black"),
        };
        for role in [
            Role::Dim,
            Role::Accent,
            Role::Line,
            Role::Good,
            Role::Warning,
            Role::Bad,
        ] {
            let Some(color) = Palette::Sixteen.color(role) else {
                continue;
            };
            for parts in painted(color) {
                let light = luminance(parts);
                let (white, black) = (1.05 / (light + 0.05), (light + 0.05) / 0.05);
                assert!(
                    white >= 3.0 && black >= 3.0,
                    "{role:?}: {white:.2} {black:.2}"
                );
            }
        }
    }

    /// What remains of a colour without the green cones (Viénot, Brettel and Mollon 1999).
    fn without_green([red, green, blue]: [u8; 3]) -> [f64; 2] {
        let linear = |part: u8| (f64::from(part) / 255.0).powf(2.2);
        let (red, green, blue) = (linear(red), linear(green), linear(blue));
        [
            0.292_75 * red + 0.707_25 * green,
            -0.022_34 * red + 0.022_34 * green + blue,
        ]
    }

    #[test]
    fn good_and_bad_differ_for_eyes_without_green() {
        let far = |palette: Palette| {
            let seen = |role| without_green(parts(palette.color(role).unwrap()));
            let ([a, b], [c, d]) = (seen(Role::Good), seen(Role::Bad));
            ((a - c).powi(2) + (b - d).powi(2)).sqrt()
        };
        assert!(
            far(Palette::ColorBlind) > 0.5,
            "{}",
            far(Palette::ColorBlind)
        );
        assert!(far(Palette::True) < far(Palette::ColorBlind) / 2.0);
    }

    #[test]
    fn every_palette_is_found_by_its_name() {
        for (name, palette) in Palette::NAMES {
            assert_eq!(Palette::named(name), Some(palette));
        }
        assert_eq!(Palette::named("mauve"), None);
    }
}
