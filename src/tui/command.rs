//! The one table of commands: name, what it does, keys and where it applies. The footer, the help,
//! the printed keymap and the conflict test all read it; running and disabling match it exhaustively.

use super::state::{Place, State};
use super::{feed, filter, history, inbox, owner, vantage, what_if};

/// What a command is called and where it applies.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// Its stable name, for a keymap file and a palette.
    pub name: &'static str,
    /// One word or two for the footer; empty when the footer does not mention it.
    pub hint: &'static str,
    /// What it does, in a sentence without its full stop.
    pub does: &'static str,
    /// The keys it has unless they are mapped otherwise.
    pub keys: &'static [&'static str],
    /// Where it applies.
    pub places: &'static [Place],
}

const BROWSE: &[Place] = &[
    Place::Journeys,
    Place::Map,
    Place::Details,
    Place::Touchpoint,
    Place::Problems,
    Place::Rejected,
    Place::Numbers,
    Place::Inbox,
];
const UNDOING: &[Place] = &[
    Place::Journeys,
    Place::Map,
    Place::Details,
    Place::Touchpoint,
    Place::Inbox,
];
const OUTSIDE_INBOX: &[Place] = &[
    Place::Journeys,
    Place::Map,
    Place::Details,
    Place::Touchpoint,
    Place::Problems,
    Place::Rejected,
    Place::Numbers,
];
const INBOX: &[Place] = &[Place::Inbox];
const SEARCHING: &[Place] = &[Place::Inbox, Place::Phrase];
const BOARD: &[Place] = &[Place::Journeys, Place::Map, Place::Details];
const TOUCHPOINT: &[Place] = &[
    Place::Journeys,
    Place::Map,
    Place::Details,
    Place::Touchpoint,
];
const MAP: &[Place] = &[Place::Map];
const TYPING: &[Place] = &[
    Place::Filter,
    Place::Owner,
    Place::Export,
    Place::Help,
    Place::Phrase,
    Place::Feed,
];
const CHOOSING: &[Place] = &[Place::Owner, Place::Help, Place::Phrase, Place::Feed];
const ANYWHERE: &[Place] = &[
    Place::Journeys,
    Place::Map,
    Place::Details,
    Place::Touchpoint,
    Place::Problems,
    Place::Rejected,
    Place::Numbers,
    Place::Filter,
    Place::Owner,
    Place::Export,
    Place::Help,
    Place::Inbox,
    Place::Phrase,
    Place::Feed,
];

macro_rules! commands {
    ($($command:ident $name:literal $hint:literal $does:literal $keys:expr, $places:expr;)*) => {
        /// Everything a key, a click or a palette can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command {
            $(#[doc = $does] $command,)*
        }

        impl Command {
            /// Every command, in the order footer and help show them.
            pub const ALL: &'static [Self] = &[$(Self::$command,)*];

            /// Its line of the table.
            pub const fn spec(self) -> Spec {
                match self {
                    $(Self::$command => Spec {
                        name: $name, hint: $hint, does: $does, keys: &$keys, places: $places,
                    },)*
                }
            }
        }
    };
}

commands! {
    Accept "accept" "take it" "Take what is typed or chosen" ["enter"], TYPING;
    Cancel "cancel" "cancel" "Close this and change nothing" ["esc"], TYPING;
    ChooseNext "choose-next" "" "Choose the next line" ["down", "ctrl-n"], CHOOSING;
    ChoosePrevious "choose-previous" "" "Choose the previous line" ["up", "ctrl-p"], CHOOSING;
    Open "open" "open" "Open what is chosen" ["enter"], BOARD;
    Assign "assign-owner" "owner" "Put an owner on the touchpoint, or take the owner away" ["o"], TOUCHPOINT;
    Filter "filter" "filter" "Filter journeys and touchpoints by title, id, owner or channel" ["/"], TOUCHPOINT;
    Hotter "hottest-next" "hottest" "Go to the touchpoint that hurts most, then to the next of them" ["]"], TOUCHPOINT;
    Colder "hottest-previous" "" "Go back to the touchpoint that hurts more" ["["], TOUCHPOINT;
    Rank "rank" "" "Rank touchpoints by another number: pain, friction, share, contact rate, saving" ["s"], TOUCHPOINT;
    Numbers "numbers" "numbers" "Show the journey's own numbers, what to fix first, and what drives the overall score" ["f"], BROWSE;
    WhatIf "what-if" "" "See every number as if this touchpoint complained like the journey's median" ["w"], TOUCHPOINT;
    Feed "feed-touchpoint" "to a touchpoint" "Choose the touchpoint that rows with the phrase are about" ["enter"], INBOX;
    Phrase "phrase" "phrase" "Type what customers say, to see which rows say it" ["/", "i"], INBOX;
    Limit "limit-source" "source" "Look in one source after the other, then in all" ["tab"], SEARCHING;
    Help "help" "help" "Show every key, filtered as you type" ["?", "f1"], BROWSE;
    Quit "quit" "quit" "Leave pothole" ["q"], BROWSE;
    Back "back" "back" "Leave this view, or clear the filter" ["esc"], BROWSE;
    NextPane "next-pane" "pane" "Go to the next pane" ["tab"], BOARD;
    PreviousPane "previous-pane" "" "Go to the previous pane" ["shift-tab"], BOARD;
    Problems "problems" "problems" "Show what is wrong in the files of the workspace" ["P"], BROWSE;
    Rejected "rejected" "rejected" "Show the rows of feedback that could not be read" ["R"], BROWSE;
    Inbox "inbox" "inbox" "Show the rows that no rule caught, and write rules for them" ["i"], OUTSIDE_INBOX;
    Export "export" "export" "Write the friction summary to a Markdown file" ["x"], TOUCHPOINT;
    Undo "undo" "undo" "Take the last edit back" ["u"], UNDOING;
    Redo "redo" "" "Make the last edit that was taken back again" ["ctrl-r"], UNDOING;
    Copy "copy" "" "Copy the touchpoint's address to the clipboard of the terminal" ["y"], TOUCHPOINT;
    Up "up" "" "Go up" ["k", "up"], BROWSE;
    Down "down" "" "Go down" ["j", "down"], BROWSE;
    Left "left" "" "Go left" ["h", "left"], BROWSE;
    Right "right" "" "Go right" ["l", "right"], BROWSE;
    PageUp "page-up" "" "Go up a page" ["pageup", "ctrl-u"], BROWSE;
    PageDown "page-down" "" "Go down a page" ["pagedown", "ctrl-d", "space"], BROWSE;
    First "first" "" "Go to the first" ["g", "home"], BROWSE;
    Last "last" "" "Go to the last" ["G", "end"], BROWSE;
    NextJourney "next-journey" "" "Go to the next journey" ["J", "}"], TOUCHPOINT;
    PreviousJourney "previous-journey" "" "Go to the previous journey" ["K", "{"], TOUCHPOINT;
    NextHit "next-hit" "" "Go to the next touchpoint the filter finds" ["n"], TOUCHPOINT;
    PreviousHit "previous-hit" "" "Go to the previous touchpoint the filter finds" ["N"], TOUCHPOINT;
    ZoomIn "zoom-in" "" "Draw the map larger" ["+", "="], MAP;
    ZoomOut "zoom-out" "" "Draw the map smaller" ["-"], MAP;
    Shade "shade" "heat" "Let the map's heat show the next number: friction, pain, NPS, CES, trend, owner, coverage" ["v"], BOARD;
    ShadeBack "shade-back" "" "Let the map's heat show the number before" ["V"], BOARD;
    Lanes "lanes" "" "Put the cards of each channel into a lane of their own, or back" ["C"], BOARD;
    Enlarge "enlarge" "" "Give this pane the whole screen, or its part again" ["z"], BOARD;
    PanLeft "pan-left" "" "Pan the map to the left" ["shift-left", "alt-h"], BOARD;
    PanRight "pan-right" "" "Pan the map to the right" ["shift-right", "alt-l"], BOARD;
    PanUp "pan-up" "" "Pan the map up" ["shift-up", "alt-k"], BOARD;
    PanDown "pan-down" "" "Pan the map down" ["shift-down", "alt-j"], BOARD;
    Reread "reread" "" "Read the workspace and its feedback again" ["r"], BROWSE;
    Redraw "redraw" "" "Draw the screen again" ["ctrl-l"], ANYWHERE;
    Suspend "suspend" "" "Stop pothole; fg goes on" ["ctrl-z"], ANYWHERE;
    Leave "leave-now" "" "Leave pothole from wherever you are" ["ctrl-c"], ANYWHERE;
}

impl Command {
    /// Why it can do nothing now, if so: the footer hides it, the help says why, a key press shows it.
    pub fn disabled(self, state: &State) -> Option<&'static str> {
        match self {
            Self::Assign => owner::refusal(state),
            Self::Feed => feed::refusal(state),
            Self::Limit => inbox::limit_refusal(state),
            Self::Undo => history::undo_refusal(state),
            Self::Redo => history::redo_refusal(state),
            Self::NextHit | Self::PreviousHit => filter::refusal(state),
            Self::WhatIf => what_if::refusal(state),
            Self::Enlarge => vantage::enlarge_refusal(state),
            Self::Open
            | Self::Hotter
            | Self::Colder
            | Self::Copy
            | Self::Export
            | Self::Rank
            | Self::Numbers => {
                let none = state.workspace.journeys.touchpoint_count() == 0;
                none.then_some("there is no touchpoint yet")
            }
            Self::Problems => state
                .workspace
                .problems
                .is_empty()
                .then_some("nothing is wrong in the files"),
            Self::Rejected => state
                .rejected_count()
                .eq(&0)
                .then_some("no row was rejected"),
            Self::Back => state.nothing_to_leave().then_some("this is the board"),
            Self::Suspend => cfg!(not(unix)).then_some("this system cannot suspend a program"),
            Self::Accept
            | Self::Cancel
            | Self::ChooseNext
            | Self::ChoosePrevious
            | Self::Filter
            | Self::Inbox
            | Self::Phrase
            | Self::Help
            | Self::Quit
            | Self::NextPane
            | Self::PreviousPane
            | Self::Up
            | Self::Down
            | Self::Left
            | Self::Right
            | Self::PageUp
            | Self::PageDown
            | Self::First
            | Self::Last
            | Self::NextJourney
            | Self::PreviousJourney
            | Self::ZoomIn
            | Self::ZoomOut
            | Self::Shade
            | Self::ShadeBack
            | Self::Lanes
            | Self::PanLeft
            | Self::PanRight
            | Self::PanUp
            | Self::PanDown
            | Self::Reread
            | Self::Redraw
            | Self::Leave => None,
        }
    }

    /// Whether it applies at a place.
    pub fn applies(self, place: Place) -> bool {
        self.spec().places.contains(&place)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn no_two_commands_share_a_name_and_each_says_what_it_does() {
        let mut names = HashSet::new();
        for command in Command::ALL {
            let spec = command.spec();
            assert!(names.insert(spec.name), "{}", spec.name);
            assert!(!spec.does.is_empty() && !spec.does.ends_with('.'));
            assert!(!spec.keys.is_empty() && !spec.places.is_empty());
        }
    }
}
