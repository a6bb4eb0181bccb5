//! Unpacks, decodes and takes out of their sheets the files whose words are likely to be asked for next, so that
//! nobody waits for it then.

use super::copies::Text;
use super::intake::{Writing, path_of};
use super::{Overlay, Source};
use std::collections::HashSet;
use std::path::{Path, PathBuf};

/// How many of a touchpoint's newest words count as asked for next.
const NEXT: usize = 20;

/// Files whose rows cannot be read where they lie.
#[derive(Debug, Default)]
pub struct Unpacking(Vec<(PathBuf, Writing)>);

impl Unpacking {
    /// The files in which the newest words of every touchpoint lie, and the newest that no rule caught.
    pub fn of(root: &Path, sources: &[Source], overlay: &Overlay) -> Self {
        let mut met = HashSet::new();
        let mut unpacking = Self::default();
        let by_touchpoint = overlay.places.chunk_by(|a, b| a.touchpoint == b.touchpoint);
        let newest = by_touchpoint.flat_map(|places| places.iter().take(NEXT));
        for place in newest.chain(overlay.unmapped.iter().take(NEXT)) {
            if !met.insert(place.file) {
                continue;
            }
            let source = sources.get(usize::from(place.source));
            let name = overlay.files.get(place.file as usize);
            if let (Some(source), Some(name)) = (source, name)
                && source.register.is_none()
            {
                let (path, writing) = (path_of(root, name), Writing::of(source));
                if !writing.is_plain(&path) {
                    unpacking.0.push((path, writing));
                }
            }
        }
        unpacking
    }

    /// Whether there is nothing to unpack.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Unpacks them one after another, as long as that is still wanted.
    pub fn run(self, wanted: impl Fn() -> bool) {
        for (path, writing) in self.0 {
            if !wanted() {
                return;
            }
            // One that cannot be read has no words either.
            drop(Text::open(&path, &writing));
        }
    }
}
