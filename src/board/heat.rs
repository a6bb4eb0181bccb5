//! How hot a touchpoint is, in words: what colour, glyph and text alike are chosen by.

use super::TouchpointSheet;
use crate::journey::Thresholds;
use crate::measures::{Counts, Friction};

/// How hot a touchpoint is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Heat {
    /// Nobody has said anything.
    Silent,
    /// Too few have spoken to say.
    Thin,
    /// Friction below half of what the workspace calls high.
    Calm,
    /// From half of it on.
    Warm,
    /// From all of it on.
    Hot,
    /// From twice of it on.
    Burning,
}

impl Heat {
    /// How hot a touchpoint is under the workspace's thresholds.
    pub fn of(sheet: &TouchpointSheet, thresholds: &Thresholds) -> Self {
        Self::of_friction(sheet.friction.as_ref(), &sheet.counts, thresholds)
    }

    /// How hot anything is that has counts and, where they are enough, a friction: a journey too.
    pub fn of_friction(
        friction: Option<&Friction>,
        counts: &Counts,
        thresholds: &Thresholds,
    ) -> Self {
        match friction {
            None if counts.feedback() == 0 => Self::Silent,
            None => Self::Thin,
            Some(friction) if friction.value >= 2.0 * thresholds.high => Self::Burning,
            Some(friction) if friction.value >= thresholds.high => Self::Hot,
            Some(friction) if friction.value >= 0.5 * thresholds.high => Self::Warm,
            Some(_) => Self::Calm,
        }
    }

    /// The word for it: every state has one, not only a colour.
    pub fn word(self) -> &'static str {
        match self {
            Self::Silent => "silent",
            Self::Thin => "too few",
            Self::Calm => "calm",
            Self::Warm => "warm",
            Self::Hot => "hot",
            Self::Burning => "burning",
        }
    }
}
