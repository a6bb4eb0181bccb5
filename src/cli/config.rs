//! The config file: `--config`, then `POTHOLE_CONFIG`, then `config.yaml` in the user's config folder.

use super::home::{Home, Named};
use crate::tui::Habits;
use crate::workspace::Settings;
use std::path::{Path, PathBuf};

/// What the config file says; one that is not there says nothing, unless it was asked for by name.
pub(super) fn habits(given: Option<&Path>) -> Habits {
    match file(given) {
        Some(path) => {
            let (settings, problems) = Settings::read(&path);
            Habits::of(&settings, problems)
        }
        None => Habits::default(),
    }
}

fn file(given: Option<&Path>) -> Option<PathBuf> {
    if let Some(path) = given {
        return (path != Path::new("off")).then(|| path.to_owned());
    }
    match Home::CONFIG.folder() {
        Named::None => None,
        Named::Given(path) => Some(path),
        Named::Usual(folder) => Some(folder.join("config.yaml")).filter(|path| path.exists()),
    }
}
