//! When to use colour: `--color`, then `NO_COLOR` (<https://no-color.org>), then what stands at the
//! other end.

use clap::ValueEnum;
use std::env;
use std::io::IsTerminal;

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
    use crate::tui::theme::{Palette, Theme};

    #[test]
    fn the_option_outranks_the_environment_on_the_board() {
        let palette = |when: When| {
            Theme::detect(|name| match name {
                "NO_COLOR" => when.environment(name),
                _ => None,
            })
        };
        assert_eq!(palette(When::Never).palette, Palette::Plain);
        assert_eq!(palette(When::Always).palette, Palette::Sixteen);
    }
}
