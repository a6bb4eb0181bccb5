//! Where read feedback is remembered: `--no-cache`, then `POTHOLE_CACHE`, then the user's cache folder.

use super::home::Home;
use crate::feedback::Cache;

/// The cache to use; nothing when it is switched off or the user has no folder for it.
pub(super) fn cache(switched_off: bool) -> Option<Cache> {
    if switched_off {
        return None;
    }
    Home::CACHE.folder().path().map(Cache::new)
}
