//! How near the map is looked at: a glyph a card, a line a card, or whole cards.

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

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overview => "overview",
            Self::Compact => "compact",
            Self::Cards => "cards",
        }
    }
}
