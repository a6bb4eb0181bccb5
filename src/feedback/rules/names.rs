//! Finds the touchpoint that a cell names: by address, or by id or title where one touchpoint alone
//! has it.

use crate::feedback::intake::trimmed;
use crate::feedback::scan::FastMap;
use crate::journey::Journeys;

/// Every name of every touchpoint, in lower case.
#[derive(Debug, Default)]
pub(crate) struct TouchpointNames {
    /// The touchpoint, or `None` where several have the name.
    names: FastMap<String, Option<u32>>,
}

impl TouchpointNames {
    /// The names of all touchpoints.
    pub(crate) fn new(journeys: &Journeys) -> Self {
        let mut names = Self::default();
        // An address outranks an id, and an id a title.
        let mut kinds = [FastMap::default(), FastMap::default(), FastMap::default()];
        for (index, touchpoint) in journeys.touchpoints() {
            let address = touchpoint.address.to_string();
            let own = [&address, &touchpoint.address.touchpoint, &touchpoint.title];
            for (kind, name) in kinds.iter_mut().zip(own) {
                kind.entry(name.trim().to_lowercase())
                    .and_modify(|known| *known = None)
                    .or_insert(Some(index.index() as u32));
            }
        }
        for kind in kinds {
            for (name, touchpoint) in kind {
                let known = names.names.entry(name).or_insert(None);
                *known = known.or(touchpoint);
            }
        }
        names
    }

    /// The touchpoint a cell names. `lower` is room to work in.
    pub(crate) fn find(&self, cell: &str, lower: &mut String) -> Option<u32> {
        let cell = trimmed(cell);
        if cell.is_empty() {
            return None;
        }
        if is_lower(cell) {
            return self.names.get(cell).copied().flatten();
        }
        lowercase(cell, lower);
        self.names.get(lower.as_str()).copied().flatten()
    }
}

/// Writes the lower case of `text` into `lower`.
#[inline]
pub(crate) fn lowercase(text: &str, lower: &mut String) {
    lower.clear();
    if text.is_ascii() {
        lower.push_str(text);
        lower.make_ascii_lowercase();
    } else {
        lower.push_str(&text.to_lowercase());
    }
}

/// Whether a text is its own lower case, as far as that is plain to see.
#[inline]
pub(crate) fn is_lower(text: &str) -> bool {
    text.bytes().all(|b| b < 128 && !b.is_ascii_uppercase())
}
