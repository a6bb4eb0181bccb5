//! When to use colour: `--color`, then `NO_COLOR` (<https://no-color.org>), then what stands at the
//! other end.

use crate::tui::theme::{Palette, Taste, Theme};
use clap::{Args, ValueEnum};
use std::env;
use std::io::IsTerminal;

/// How things look in the terminal, beyond whether there is colour.
#[derive(Args, Clone, Copy, Debug, Default)]
pub(super) struct Looks {
    /// Which colours: 16, truecolor, color-blind or mono; `POTHOLE_PALETTE` does the same
    #[arg(long, value_name = "NAME", global = true, value_parser = palette)]
    palette: Option<Palette>,

    /// Draw with the characters of ASCII alone; `POTHOLE_ASCII=1` does the same
    #[arg(long, global = true)]
    ascii: bool,
}

impl Looks {
    /// How the board looks: options outrank the environment, and that the user's taste.
    pub(super) fn theme(self, when: When, taste: Taste) -> anyhow::Result<Theme> {
        let named = env::var("POTHOLE_PALETTE").unwrap_or_default();
        if !named.is_empty() {
            palette(&named).map_err(|why| anyhow::anyhow!("POTHOLE_PALETTE: {why}"))?;
        }
        let mut theme = Theme::detect(taste, |name| match name {
            "POTHOLE_ASCII" if self.ascii => Some("1".to_owned()),
            name => when.environment(name),
        });
        theme.palette = self.palette.unwrap_or(theme.palette);
        Ok(theme)
    }
}

fn palette(name: &str) -> Result<Palette, String> {
    Palette::named(name).ok_or_else(|| {
        let names = Palette::NAMES.map(|(name, _)| name);
        format!("no palette `{name}`; there is `{}`", names.join("`, `"))
    })
}

/// When to use colour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum When {
    /// On a terminal that can, unless `NO_COLOR` is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

impl When {
    /// A variable of the environment as the board shall see it: `--color` outranks `NO_COLOR`.
    pub(super) fn environment(self, name: &str) -> Option<String> {
        match (name, self) {
            ("NO_COLOR", Self::Always) => None,
            ("NO_COLOR", Self::Never) => Some("1".to_owned()),
            _ => env::var(name).ok(),
        }
    }

    /// Whether to use colour on a stream.
    pub(super) fn on(self, stream: &impl IsTerminal) -> bool {
        match self {
            Self::Always => true,
            Self::Never => false,
            Self::Auto => {
                let refused = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
                let dumb = env::var_os("TERM").is_some_and(|value| value == "dumb");
                !refused && !dumb && stream.is_terminal()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::theme::{Palette, Taste, Theme};

    #[test]
    fn the_option_outranks_the_environment_on_the_board() {
        let palette = |when: When| {
            Theme::detect(Taste::default(), |name| match name {
                "NO_COLOR" => when.environment(name),
                _ => None,
            })
        };
        assert_eq!(palette(When::Never).palette, Palette::Plain);
        assert_eq!(palette(When::Always).palette, Palette::Sixteen);
    }
}
