//! The parts of a list of keys: what matters first, then what belongs together.

/// A part of a list of keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Section {
    /// Ten keys that are enough to begin with, beside the arrows.
    First,
    /// Going from one thing to another.
    Moving,
    /// Views to open.
    Views,
    /// Which feedback counts, and up to when.
    Counts,
    /// The map.
    Map,
    /// One touchpoint and its tabs.
    Touchpoint,
    /// What changes files, or takes something out of the program.
    Edits,
    /// The table of all journeys.
    Table,
    /// The inbox.
    Inbox,
    /// Lines being typed and lists to choose from.
    Typing,
    /// The program itself.
    Program,
}

impl Section {
    /// Every section, in the order of a list of keys.
    pub const ALL: &'static [Self] = &[
        Self::First,
        Self::Moving,
        Self::Views,
        Self::Counts,
        Self::Map,
        Self::Touchpoint,
        Self::Edits,
        Self::Table,
        Self::Inbox,
        Self::Typing,
        Self::Program,
    ];

    /// Its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::First => "The ten that matter first",
            Self::Moving => "Going about",
            Self::Views => "Views",
            Self::Counts => "What counts, and when",
            Self::Map => "The map",
            Self::Touchpoint => "A touchpoint",
            Self::Edits => "Changing, copying, writing",
            Self::Table => "All journeys",
            Self::Inbox => "The inbox",
            Self::Typing => "Typing and choosing",
            Self::Program => "The program",
        }
    }
}
