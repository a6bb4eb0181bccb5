//! The user's own folders: for what is remembered, for settings, for where one was.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// A kind of folder, and the variables of the environment that say where it is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Home {
    /// A variable of pothole's own: a path, or `off` for none.
    own: &'static str,
    /// The variable of the XDG Base Directory Specification.
    xdg: &'static str,
    /// The folder in the user's own where that says nothing.
    below: &'static str,
}

/// What the environment says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// Nothing is to be kept or read, or there is no place for it.
    None,
    /// pothole's own variable names this very path.
    Given(PathBuf),
    /// The folder `pothole` where such things are by habit.
    Usual(PathBuf),
}

impl Home {
    /// Where read feedback is remembered.
    pub(super) const CACHE: Self = Self {
        own: "POTHOLE_CACHE",
        xdg: "XDG_CACHE_HOME",
        below: ".cache",
    };
    /// Where the config file is.
    pub(super) const CONFIG: Self = Self {
        own: "POTHOLE_CONFIG",
        xdg: "XDG_CONFIG_HOME",
        below: ".config",
    };
    /// Where it is kept what one looked at last.
    pub(super) const STATE: Self = Self {
        own: "POTHOLE_STATE",
        xdg: "XDG_STATE_HOME",
        below: ".local/state",
    };

    /// Where this environment has it.
    pub(super) fn folder(self) -> Named {
        self.within(|name| std::env::var_os(name))
    }

    fn within(self, environment: impl Fn(&str) -> Option<OsString>) -> Named {
        let set = |name: &str| environment(name).filter(|value| !value.is_empty());
        match set(self.own) {
            Some(value) if value == "off" => return Named::None,
            Some(value) => return Named::Given(PathBuf::from(value)),
            None => {}
        }
        // A relative path there is to be ignored, the specification says.
        let base = set(self.xdg).map(PathBuf::from);
        let base = base.filter(|folder| folder.is_absolute());
        let base = base.or_else(|| Some(Path::new(&set("HOME")?).join(self.below)));
        base.map_or(Named::None, |folder| Named::Usual(folder.join("pothole")))
    }
}

impl Named {
    /// The folder, whoever named it.
    pub(super) fn path(self) -> Option<PathBuf> {
        match self {
            Self::None => None,
            Self::Given(path) | Self::Usual(path) => Some(path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_says_where_or_that_nothing_is_kept() {
        let of = |home: Home, variables: &[(&str, &str)]| {
            home.within(|name| {
                let (_, value) = variables.iter().find(|(known, _)| *known == name)?;
                Some(OsString::from(value))
            })
        };
        let home = ("HOME", "/people/ann");
        let usual = |text: &str| Named::Usual(PathBuf::from(text));
        let given = |text: &str| Named::Given(PathBuf::from(text));
        assert_eq!(
            of(Home::CACHE, &[home]),
            usual("/people/ann/.cache/pothole")
        );
        assert_eq!(
            of(Home::STATE, &[home]),
            usual("/people/ann/.local/state/pothole")
        );
        let xdg = ("XDG_CONFIG_HOME", "/c");
        assert_eq!(of(Home::CONFIG, &[home, xdg]), usual("/c/pothole"));
        let relative = ("XDG_CACHE_HOME", "c");
        assert_eq!(
            of(Home::CACHE, &[home, relative]),
            usual("/people/ann/.cache/pothole")
        );
        assert_eq!(
            of(Home::CACHE, &[home, ("POTHOLE_CACHE", "/x")]),
            given("/x")
        );
        assert_eq!(
            of(Home::CACHE, &[home, ("POTHOLE_CACHE", "off")]),
            Named::None
        );
        assert_eq!(of(Home::CACHE, &[]), Named::None);
    }
}
