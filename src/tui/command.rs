//! The one table of commands: name, what it does, keys, where it applies, what it runs and why it can
//! do nothing now. Footer, help, palette, printed keymap, README and conflict test all read it.

use super::message::{Effect, Outcome};
use super::place::{Place, Where};
use super::section::Section;
use super::state::{Screen, State, Tone};
use super::tab::{self, Tab};
use super::{
    browse, chair, columns, copy, curves, feed, filter, flag, help, history, inbox, jump, lens,
    owner, palette, prompt, rounds, spot, table, travel, typing, vantage, what_if, words,
};

/// One line of the table.
#[derive(Clone, Copy, Debug)]
pub struct Spec {
    /// Its stable name, for the config file and the palette.
    pub name: &'static str,
    /// One word or two for the footer; empty when the footer does not mention it.
    pub hint: &'static str,
    /// What it does, in a sentence without its full stop.
    pub does: &'static str,
    /// The keys it has unless they are mapped otherwise.
    pub keys: &'static [&'static str],
    /// Where it applies.
    pub places: Where,
    /// The part of a list of keys it stands in.
    pub section: Section,
    /// Does it.
    pub run: fn(&mut State) -> Vec<Effect>,
    /// Why it can do nothing now, if so.
    pub why_not: fn(&State) -> Option<&'static str>,
}

const ANYWHERE: Where = Where::Anywhere;
const SCREENS: Where = Where::Screens;
const TYPING: Where = Where::Typing;
const CHOOSING: Where = Where::Choosing;
const OUTSIDE_INBOX: Where = Where::ScreensBut(&[Place::Inbox]);
const FILTER: Where = Where::At(&[Place::Filter]);
const LENS: Where = Where::At(&[Place::Lens]);
const INBOX: Where = Where::At(&[Place::Inbox]);
const SEARCHING: Where = Where::At(&[Place::Inbox, Place::Phrase]);
const BOARD: Where = Where::At(&[Place::Journeys, Place::Map, Place::Details]);
const COPYING: Where = Where::At(&[
    Place::Journeys,
    Place::Map,
    Place::Details,
    Place::Touchpoint,
]);
const LINES: Where = Where::At(&[Place::Teams, Place::Voices]);
const MAP: Where = Where::At(&[Place::Map]);
const TOUCHPOINT: Where = Where::At(&[
    Place::Journeys,
    Place::Map,
    Place::Details,
    Place::Touchpoint,
    Place::Words,
]);
const FILTERING: Where = Where::At(&[
    Place::Journeys,
    Place::Map,
    Place::Details,
    Place::Touchpoint,
]);
const OWNING: Where = Where::At(&[
    Place::Journeys,
    Place::Map,
    Place::Details,
    Place::Touchpoint,
    Place::Words,
    Place::Columns,
    Place::Chair,
]);
const FLAGGING: Where = Where::At(&[
    Place::Journeys,
    Place::Map,
    Place::Details,
    Place::Touchpoint,
    Place::Words,
    Place::Columns,
]);
const OPENING: Where = Where::At(&[
    Place::Journeys,
    Place::Map,
    Place::Details,
    Place::Table,
    Place::Columns,
]);
const TABS: Where = Where::At(&[Place::Touchpoint, Place::Words]);
const WORDS: Where = Where::At(&[Place::Words]);
const FINDS: Where = Where::At(&[Place::Words, Place::Problems, Place::Rejected]);
const TABLE: Where = Where::At(&[Place::Table]);
const COLUMNS: Where = Where::At(&[Place::Columns]);
const EDITING: Where = Where::At(&[
    Place::Journeys,
    Place::Map,
    Place::Details,
    Place::Touchpoint,
    Place::Words,
    Place::Columns,
    Place::Inbox,
]);

macro_rules! why_not {
    () => {
        |_| None
    };
    ($why:path) => {
        $why
    };
}

/// A line reads: `Name "name" "hint" "What it does" ["keys"] WHERE in Section |state| what it runs, unless why_not;`
macro_rules! commands {
    ($($command:ident $name:literal $hint:literal $does:literal $keys:tt $places:ident
        in $section:ident |$state:ident| $run:expr $(, unless $why:path)?;)*) => {
        /// Everything a key, a click or the palette can ask for.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Command {
            $(#[doc = $does] $command,)*
        }

        impl Command {
            /// Every command, in the order footer and help show them.
            pub const ALL: &'static [Self] = &[$(Self::$command,)*];

            /// Its line of the table.
            pub fn spec(self) -> &'static Spec {
                match self {
                    $(Self::$command => {
                        const SPEC: Spec = Spec {
                            name: $name,
                            hint: $hint,
                            does: $does,
                            keys: &$keys,
                            places: $places,
                            section: Section::$section,
                            run: |$state: &mut State| Outcome::effects($run),
                            why_not: why_not!($($why)?),
                        };
                        &SPEC
                    })*
                }
            }
        }
    };
}

commands! {
    Accept "accept" "take it" "Take what is typed or chosen" ["enter"] TYPING in Typing |s| typing::accept(s);
    Cancel "cancel" "cancel" "Close this and change nothing" ["esc"] TYPING in Typing |s| typing::cancel(s);
    ChooseNext "choose-next" "" "Choose the next line" ["down", "ctrl-n"] CHOOSING in Typing |s| typing::choose(s, true);
    ChoosePrevious "choose-previous" "" "Choose the previous line" ["up", "ctrl-p"] CHOOSING in Typing |s| typing::choose(s, false);
    Open "open" "open" "Open what is chosen" ["enter"] OPENING in First |s| browse::open(s), unless no_touchpoint;
    OpenLine "open-line" "open" "Open what the owner owns, or the touchpoint" ["enter"] LINES in Views |s| rounds::open(s), unless rounds::refusal;
    OpenFile "open-file" "open file" "Open the file at the line of what is chosen in your editor" ["enter"] FINDS in Touchpoint |s| spot::open(s), unless spot::line_refusal;
    Sort "sort" "sort" "Sort the journeys by the next number" ["s"] TABLE in Table |s| table::sort(s);
    Group "group" "group" "Group the journeys by owner, persona or friction" ["S"] TABLE in Table |s| table::group(s);
    Forward "forward" "move on" "Move the card to the next column: an edit of the YAML" [">", "shift-right"] COLUMNS in Edits |s| columns::shift(s, true), unless history::saving_refusal;
    Backward "backward" "move back" "Move the card to the column before: an edit of the YAML" ["<", "shift-left"] COLUMNS in Edits |s| columns::shift(s, false), unless history::saving_refusal;
    Reopen "reopen" "open again" "Open the fix again that came back: the reason goes into the YAML" ["A"] COLUMNS in Edits |s| columns::reopen(s), unless columns::reopen_refusal;
    NextTab "next-tab" "tab" "Show the next tab of the touchpoint" ["tab"] TABS in Touchpoint |s| tab::turn(s, true);
    Search "search-words" "search" "Type what customers' words have to say" ["/"] WORDS in Touchpoint |s| words::begin(s), unless words::refusal;
    Polarity "polarity" "polarity" "Show complaints alone, then neutral words, praise, and all again" ["p"] WORDS in Touchpoint |s| words::cycle(s), unless words::refusal;
    Assign "assign-owner" "owner" "Put an owner on the touchpoint, or take the owner away" ["o"] OWNING in First |s| owner::begin(s), unless owner::refusal;
    Flag "flag" "" "Flag friction at the touchpoint: a dated row in a feedback file" ["F"] FLAGGING in Edits |s| flag::begin(s), unless no_touchpoint;
    Hotter "hottest-next" "hottest" "Go to the touchpoint that hurts most, then to the next of them" ["]"] TOUCHPOINT in First |s| browse::hottest(s, true), unless no_touchpoint;
    Colder "hottest-previous" "" "Go back to the touchpoint that hurts more" ["["] TOUCHPOINT in Moving |s| browse::hottest(s, false), unless no_touchpoint;
    Complete "complete" "complete" "Complete the end of the filter as proposed" ["tab"] FILTER in Typing |s| filter::complete(s), unless nothing_proposed;
    Toggle "toggle" "mark" "Mark the line, or unmark it, and see the board under it" ["tab", "space"] LENS in Typing |s| lens::toggle(s);
    Filter "filter" "filter" "Filter by words, or by owner:none friction:>30 channel:web trend:worse and the like" ["/"] FILTERING in First |s| filter::begin(s);
    NextHit "next-hit" "next hit" "Go to the next touchpoint the filter finds" ["n"] TOUCHPOINT in Moving |s| filter::step(s, true), unless filter::refusal;
    PreviousHit "previous-hit" "" "Go to the previous touchpoint the filter finds" ["N"] TOUCHPOINT in Moving |s| filter::step(s, false), unless filter::refusal;
    Columns "board" "board" "Show the friction board as columns, from hot and unowned to told" ["b"] SCREENS in First |s| columns::toggle(s), unless no_touchpoint;
    Lens "lens" "lens" "Set what counts: dates, sources, segments" ["L"] SCREENS in Counts |s| lens::begin(s);
    Dates "dates" "" "Look at the last 4 weeks, the last 13, the last 52, then at all days again" ["d"] SCREENS in Counts |s| lens::next_dates(s);
    ClearLens "clear-lens" "all feedback" "Take the lens away: all feedback counts" ["backspace"] SCREENS in Counts |s| lens::clear(s), unless lens::refusal;
    Jump "jump" "go to" "Go to any journey, touchpoint, owner or tag by a few letters" ["ctrl-f", "'"] SCREENS in Moving |s| jump::begin(s);
    Palette "palette" "commands" "Find a command by its name or key, and run it" [":", "ctrl-p"] SCREENS in First |s| palette::begin(s);
    Table "journeys" "journeys" "Show all journeys in a table, sorted and grouped" ["a"] SCREENS in Views |s| table::toggle(s);
    Chair "empty-chair" "chair" "Fill the screen with one customer's own words" ["c"] SCREENS in Views |s| chair::toggle(s), unless no_touchpoint;
    Rank "rank" "" "Rank touchpoints by another number: pain, friction, share, contact rate, saving" ["s"] TOUCHPOINT in Map |s| browse::rank(s), unless no_touchpoint;
    Numbers "numbers" "numbers" "Show the journey's own numbers, what to fix first, and what drives the overall score" ["f"] SCREENS in Views |s| browse::show_numbers(s), unless no_touchpoint;
    Curves "curve-segments" "" "Draw the emotion curve once for each segment, or once for all" ["E"] TOUCHPOINT in Map |s| curves::toggle(s), unless no_touchpoint;
    WhatIf "what-if" "" "See every number as if this touchpoint complained like the journey's median" ["w"] TOUCHPOINT in Map |s| what_if::toggle(s), unless what_if::refusal;
    Feed "feed-touchpoint" "to a touchpoint" "Choose the touchpoint that rows with the phrase are about" ["enter"] INBOX in Inbox |s| feed::begin(s), unless feed::refusal;
    Phrase "phrase" "phrase" "Type what customers say, to see which rows say it" ["/", "i"] INBOX in Inbox |s| inbox::begin(s);
    Limit "limit-source" "source" "Look in one source after the other, then in all" ["tab"] SEARCHING in Inbox |s| inbox::limit(s), unless inbox::limit_refusal;
    Help "help" "help" "Show every key, filtered as you type" ["?", "f1"] SCREENS in First |s| help::begin(s);
    Quit "quit" "quit" "Leave pothole" ["q"] SCREENS in First |_s| vec![Effect::Quit];
    Back "back" "back" "Leave this view, or clear the filter" ["esc"] SCREENS in First |s| browse::back(s), unless nothing_to_leave;
    NextPane "next-pane" "pane" "Go to the next pane" ["tab"] BOARD in Moving |s| browse::turn(s, true);
    PreviousPane "previous-pane" "" "Go to the previous pane" ["shift-tab"] BOARD in Moving |s| browse::turn(s, false);
    Problems "problems" "problems" "Show what is wrong in the files of the workspace" ["P"] SCREENS in Views |s| browse::show(s, Screen::Problems), unless no_problem;
    Rejected "rejected" "rejected" "Show the rows of feedback that could not be read" ["R"] SCREENS in Views |s| browse::show(s, Screen::Rejected), unless no_rejected;
    Inbox "inbox" "inbox" "Show the rows that no rule caught, and write rules for them" ["i"] OUTSIDE_INBOX in Views |s| inbox::begin(s);
    Listening "listening" "" "Show who is due to listen to customers, and which segments nobody hears" ["H"] SCREENS in Views |s| rounds::show(s, Screen::Listening);
    Teams "teams" "" "Show what each team and person owns, how it hurts and how that changed" ["O"] SCREENS in Views |s| rounds::show(s, Screen::Teams);
    Voices "voices" "" "Show which source hears customers where, and where they contradict each other" ["D"] SCREENS in Views |s| rounds::show(s, Screen::Voices), unless no_touchpoint;
    Export "export" "export" "Write the friction summary to a Markdown file" ["x"] TOUCHPOINT in Edits |s| prompt::begin(s), unless no_touchpoint;
    Undo "undo" "undo" "Take the last edit back" ["u"] EDITING in First |s| history::undo(s), unless history::undo_refusal;
    Redo "redo" "" "Make the last edit again that was taken back or could not be saved" ["ctrl-r"] EDITING in Edits |s| history::redo(s), unless history::redo_refusal;
    Copy "copy" "" "Copy the touchpoint's address to the clipboard of the terminal" ["y"] TOUCHPOINT in Edits |s| copy::address(s), unless no_touchpoint;
    CopyWhat "copy-what" "" "Choose what to copy: the address, a summary in Markdown, a customer's words" ["Y"] COPYING in Edits |s| copy::begin(s), unless no_touchpoint;
    Edit "edit" "edit" "Open what is chosen at its line in your editor, and come back: the YAML, or the feedback" ["e"] SCREENS in Edits |s| spot::open(s), unless spot::refusal;
    Stop "stop" "stop" "Stop reading feedback; what has been read stays" ["ctrl-g"] SCREENS in Program |s| stop(s), unless not_reading;
    Mouse "mouse" "" "Leave the mouse to the terminal's own selection, or take it back" ["M"] SCREENS in Program |s| mouse(s);
    Up "up" "" "Go up" ["k", "up"] SCREENS in Moving |s| browse::go(s, Command::Up);
    Down "down" "" "Go down" ["j", "down"] SCREENS in Moving |s| browse::go(s, Command::Down);
    Left "left" "" "Go left" ["h", "left"] SCREENS in Moving |s| browse::go(s, Command::Left);
    Right "right" "" "Go right" ["l", "right"] SCREENS in Moving |s| browse::go(s, Command::Right);
    PageUp "page-up" "" "Go up a page" ["pageup", "ctrl-u"] SCREENS in Moving |s| browse::go(s, Command::PageUp);
    PageDown "page-down" "" "Go down a page" ["pagedown", "ctrl-d", "space"] SCREENS in Moving |s| browse::go(s, Command::PageDown);
    First "first" "" "Go to the first" ["g", "home"] SCREENS in Moving |s| browse::go(s, Command::First);
    Last "last" "" "Go to the last" ["G", "end"] SCREENS in Moving |s| browse::go(s, Command::Last);
    NextJourney "next-journey" "" "Go to the next journey" ["J", "}"] TOUCHPOINT in Moving |s| browse::step_row(s, 1);
    PreviousJourney "previous-journey" "" "Go to the previous journey" ["K", "{"] TOUCHPOINT in Moving |s| browse::step_row(s, -1);
    ZoomIn "zoom-in" "" "Draw the map larger" ["+", "="] MAP in Map |s| browse::zoom(s, true);
    ZoomOut "zoom-out" "" "Draw the map smaller" ["-"] MAP in Map |s| browse::zoom(s, false);
    PreviousTab "previous-tab" "" "Show the tab before" ["shift-tab"] TABS in Touchpoint |s| tab::turn(s, false);
    Overview "tab-overview" "" "Show everything about the touchpoint in short" ["1"] TABS in Touchpoint |s| tab::show(s, Tab::Overview);
    Weeks "tab-weeks" "" "Show the touchpoint's weeks with limits, spikes and fixes" ["2"] TABS in Touchpoint |s| tab::show(s, Tab::Weeks);
    Segments "tab-segments" "" "Show the touchpoint's segments" ["3"] TABS in Touchpoint |s| tab::show(s, Tab::Segments);
    Words "tab-words" "" "Show customers' own words at the touchpoint" ["4"] TABS in Touchpoint |s| tab::show(s, Tab::Words);
    Rules "tab-rules" "" "Show the rules that feed the touchpoint" ["5"] TABS in Touchpoint |s| tab::show(s, Tab::Rules);
    Actions "tab-actions" "" "Show what is being done about the touchpoint" ["6"] TABS in Touchpoint |s| tab::show(s, Tab::Actions);
    History "tab-history" "" "Show who owned the touchpoint since when, from git" ["7"] TABS in Touchpoint |s| tab::show(s, Tab::History);
    WordsPlace "copy-place" "" "Copy the file and line of the chosen words" ["Y"] WORDS in Touchpoint |s| words::copy(s), unless words::refusal;
    WeekBack "week-back" "" "Show the board as it was a week earlier" [","] SCREENS in Counts |s| travel::step(s, -1), unless travel::refusal;
    WeekOn "week-on" "" "Show the board as it was a week later" ["."] SCREENS in Counts |s| travel::step(s, 1), unless travel::refusal;
    Play "play" "" "Play the board week by week, or pause" ["t"] SCREENS in Counts |s| travel::play(s), unless travel::refusal;
    Home "now" "" "Come back from earlier weeks to the board as it stands" ["T"] SCREENS in Counts |s| travel::leave(s), unless travel::home_refusal;
    Shade "shade" "heat" "Let the map's heat show the next number: friction, pain, NPS, CES, trend, owner, coverage" ["v"] BOARD in Map |s| vantage::shade(s, true);
    ShadeBack "shade-back" "" "Let the map's heat show the number before" ["V"] BOARD in Map |s| vantage::shade(s, false);
    Lanes "lanes" "" "Put the cards of each channel into a lane of their own, or back" ["C"] BOARD in Map |s| vantage::lanes(s);
    Enlarge "enlarge" "" "Give this pane the whole screen, or its part again" ["z"] BOARD in Map |s| vantage::enlarge(s);
    PanLeft "pan-left" "" "Pan the map to the left" ["shift-left", "alt-h"] BOARD in Map |s| vantage::pan(s, (-1, 0));
    PanRight "pan-right" "" "Pan the map to the right" ["shift-right", "alt-l"] BOARD in Map |s| vantage::pan(s, (1, 0));
    PanUp "pan-up" "" "Pan the map up" ["shift-up", "alt-k"] BOARD in Map |s| vantage::pan(s, (0, -1));
    PanDown "pan-down" "" "Pan the map down" ["shift-down", "alt-j"] BOARD in Map |s| vantage::pan(s, (0, 1));
    Reread "reread" "" "Read the workspace and its feedback again" ["r"] SCREENS in Program |s| reread(s);
    Redraw "redraw" "" "Draw the screen again" ["ctrl-l"] ANYWHERE in Program |_s| vec![Effect::Redraw];
    Suspend "suspend" "" "Stop pothole; fg goes on" ["ctrl-z"] ANYWHERE in Program |_s| vec![Effect::Suspend], unless no_job_control;
    Leave "leave-now" "" "Leave pothole from wherever you are" ["ctrl-c"] ANYWHERE in Program |_s| vec![Effect::Quit];
}

impl Command {
    /// Why it can do nothing now, if so: the footer hides it, the help says why, a key press shows it.
    pub fn disabled(self, state: &State) -> Option<&'static str> {
        (self.spec().why_not)(state)
    }

    /// Whether it applies at a place.
    pub fn applies(self, place: Place) -> bool {
        self.spec().places.holds(place)
    }

    /// The command of a name.
    pub fn named(name: &str) -> Option<Self> {
        let mut all = Self::ALL.iter().copied();
        all.find(|command| command.spec().name == name)
    }
}

fn no_touchpoint(state: &State) -> Option<&'static str> {
    let none = state.workspace.journeys.touchpoint_count() == 0;
    none.then_some("there is no touchpoint yet")
}

fn nothing_proposed(state: &State) -> Option<&'static str> {
    let none = state.filter.offered.is_empty();
    none.then_some("nothing is proposed here")
}

fn no_problem(state: &State) -> Option<&'static str> {
    let none = state.problems().next().is_none();
    none.then_some("nothing is wrong in the files")
}

fn no_rejected(state: &State) -> Option<&'static str> {
    (state.rejected_count() == 0).then_some("no row was rejected")
}

fn nothing_to_leave(state: &State) -> Option<&'static str> {
    state.nothing_to_leave().then_some("this is the board")
}

fn no_job_control(_: &State) -> Option<&'static str> {
    cfg!(not(unix)).then_some("this system cannot suspend a program")
}

fn not_reading(state: &State) -> Option<&'static str> {
    let over = state.progress.is_none();
    over.then_some("nothing is being read")
}

fn stop(state: &mut State) -> Vec<Effect> {
    state.stopped = state.progress.take();
    state.scan += 1;
    state.say(
        Tone::Plain,
        "stopped: the numbers are of what has been read",
    );
    vec![Effect::StopScan(state.scan)]
}

fn mouse(state: &mut State) -> Vec<Effect> {
    state.mouse = !state.mouse;
    let said = if state.mouse {
        "the mouse is the board's"
    } else {
        "the mouse is the terminal's: select as anywhere"
    };
    state.say(Tone::Plain, said);
    vec![Effect::Mouse(state.mouse)]
}

fn reread(state: &mut State) -> Vec<Effect> {
    state.say(Tone::Plain, "reading everything again");
    vec![Effect::Reread { scan: true }]
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
            assert!(!spec.keys.is_empty(), "{}", spec.name);
            assert!(
                Place::ALL.iter().any(|place| command.applies(*place)),
                "{}",
                spec.name
            );
            assert_eq!(Command::named(spec.name), Some(*command));
        }
    }
}
