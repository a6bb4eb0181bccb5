//! Where read feedback is remembered: `--no-cache`, then `POTHOLE_CACHE`, then the user's cache folder.

use crate::feedback::Cache;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The cache to use; nothing when it is switched off or the user has no folder for it.
pub(super) fn cache(switched_off: bool) -> Option<Cache> {
    if switched_off {
        return None;
    }
    folder(|name| std::env::var_os(name)).map(Cache::new)
}

/// The folder the environment names: `POTHOLE_CACHE` (`off` for none), else `pothole` in
/// `XDG_CACHE_HOME`, else in `~/.cache`.
fn folder(environment: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let set = |name: &str| environment(name).filter(|value| !value.is_empty());
    match set("POTHOLE_CACHE") {
        Some(value) if value == "off" => return None,
        Some(value) => return Some(PathBuf::from(value)),
        None => {}
    }
    // A relative path there is to be ignored, the XDG Base Directory Specification says.
    let own = set("XDG_CACHE_HOME").map(PathBuf::from);
    let own = own.filter(|folder| folder.is_absolute());
    let own = own.or_else(|| Some(Path::new(&set("HOME")?).join(".cache")));
    own.map(|folder| folder.join("pothole"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_says_where_or_that_nothing_is_remembered() {
        let of = |variables: &[(&str, &str)]| {
            folder(|name| {
                let (_, value) = variables.iter().find(|(known, _)| *known == name)?;
                Some(OsString::from(value))
            })
        };
        let home = ("HOME", "/people/ann");
        let path = |text: &str| Some(PathBuf::from(text));
        assert_eq!(of(&[home]), path("/people/ann/.cache/pothole"));
        assert_eq!(of(&[home, ("XDG_CACHE_HOME", "/c")]), path("/c/pothole"));
        let relative = ("XDG_CACHE_HOME", "c");
        assert_eq!(of(&[home, relative]), path("/people/ann/.cache/pothole"));
        assert_eq!(of(&[home, ("POTHOLE_CACHE", "/x")]), path("/x"));
        assert_eq!(of(&[home, ("POTHOLE_CACHE", "off")]), None);
        assert_eq!(of(&[]), None);
    }
}
