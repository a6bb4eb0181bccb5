//! The tabs of a touchpoint's own view, and moving between them.

use super::message::Effect;
use super::said;
use super::state::State;

/// What is shown of the touchpoint that has the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Tab {
    /// Everything there is in short.
    #[default]
    Overview,
    /// Complaints week by week, with limits, spikes and fixes.
    Weeks,
    /// Segments, here and along the journey.
    Segments,
    /// Customers' own words.
    Words,
    /// The rules that feed it.
    Rules,
    /// What is being done about it.
    Actions,
    /// Who owned it since when.
    History,
}

impl Tab {
    /// All tabs, from left to right.
    pub const ALL: [Self; 7] = [
        Self::Overview,
        Self::Weeks,
        Self::Segments,
        Self::Words,
        Self::Rules,
        Self::Actions,
        Self::History,
    ];

    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Overview => "Overview",
            Self::Weeks => "Weeks",
            Self::Segments => "Segments",
            Self::Words => "Words",
            Self::Rules => "Rules",
            Self::Actions => "Actions",
            Self::History => "History",
        }
    }
}

/// Goes to the next tab, or to the one before; round and round.
pub(super) fn turn(state: &mut State, forward: bool) -> Vec<Effect> {
    let of = Tab::ALL.len();
    let at = Tab::ALL.iter().position(|tab| *tab == state.vantage.tab);
    let step = if forward { 1 } else { of - 1 };
    show(state, Tab::ALL[(at.unwrap_or(0) + step) % of])
}

/// Shows a tab from its beginning.
pub(super) fn show(state: &mut State, tab: Tab) -> Vec<Effect> {
    state.vantage.tab = tab;
    state.scroll = 0;
    if tab == Tab::Words {
        return said::read(state, false);
    }
    Vec::new()
}
