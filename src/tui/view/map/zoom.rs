//! How near the map is looked at: a glyph a card, a line a card, or whole cards.

use super::plan::Plan;
use crate::board::Layout;
use ratatui::layout::Rect;

/// How much of each touchpoint is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Zoom {
    /// A glyph and a number a card: the whole journey at once.
    Overview,
    /// One line a card.
    #[default]
    Compact,
    /// Whole cards.
    Cards,
}

impl Zoom {
    /// From far to near.
    pub const ALL: [Self; 3] = [Self::Overview, Self::Compact, Self::Cards];

    /// The nearest at which the whole width fits; the overview when none does.
    pub fn fit(layout: &Layout, area: Rect) -> Self {
        let fits = |zoom: &&Self| {
            let (width, _) = zoom.size(layout);
            width <= i32::from(area.width)
        };
        let near = Self::ALL.iter().rev().find(fits);
        near.copied().unwrap_or(Self::Overview)
    }

    /// The next nearer one; itself when there is none.
    #[must_use]
    pub fn nearer(self) -> Self {
        match self {
            Self::Overview => Self::Compact,
            Self::Compact | Self::Cards => Self::Cards,
        }
    }

    /// The next farther one; itself when there is none.
    #[must_use]
    pub fn farther(self) -> Self {
        match self {
            Self::Overview | Self::Compact => Self::Overview,
            Self::Cards => Self::Compact,
        }
    }

    /// The columns and lines the map takes when it is drawn as narrowly as possible, the line of stage
    /// titles included; whole cards may take a line more for long titles.
    pub fn size(self, layout: &Layout) -> (i32, i32) {
        let plan = Plan::new(layout, self, 0, |_| false);
        (plan.width, plan.height + 1)
    }

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Compact => "compact",
            Self::Cards => "cards",
        }
    }
}
