//! The closer look at a long journey: asked for when a touchpoint or the numbers have the screen, taken
//! beside the interface.

use super::insight::{JourneyInsight, LONG};
use super::message::{Effect, Message};
use super::page;
use super::state::{Screen, State};
use crate::board::{Board, DriverTable, Order};
use crate::feedback::Overlay;
use crate::journey::JourneyIndex;
use crate::measures::Unsaid;
use crate::workspace::Workspace;
use std::sync::Arc;

/// How far the closer look has come.
#[derive(Clone, Debug, Default)]
pub struct Look {
    /// Which board is looked at: every rebuilt one has another number.
    number: u64,
    /// What was asked for last.
    asked: Option<Wish>,
    /// The page of numbers, once it is written.
    pub page: Option<Vec<String>>,
}

/// What is wished for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wish {
    /// The board that is meant.
    pub number: u64,
    /// The journey.
    pub journey: JourneyIndex,
    /// Whether its page of numbers is wished for too.
    pub page: bool,
}

impl Look {
    /// Nothing that was seen holds any longer.
    pub(super) fn begin_anew(&mut self) {
        *self = Self {
            number: self.number + 1,
            ..Self::default()
        };
    }
}

/// Asks for what a long journey's screen needs, once.
pub(super) fn ask(state: &mut State) -> Vec<Effect> {
    let page = match state.screen {
        Screen::Numbers => true,
        Screen::Touchpoint => false,
        _ => return Vec::new(),
    };
    let Some(journey) = state.journey().filter(|_| state.progress.is_none()) else {
        return Vec::new();
    };
    let known = if page {
        state.look.page.is_some()
    } else {
        state.journey_insight.is_some()
    };
    let number = state.look.number;
    let wish = Wish {
        number,
        journey,
        page,
    };
    let long = state.workspace.journeys.all()[journey].touchpoints.len() > LONG;
    if !long || known || state.look.asked == Some(wish) {
        return Vec::new();
    }
    state.look.asked = Some(wish);
    vec![Effect::LookCloser(wish)]
}

/// Takes what was seen, when it is still what is looked at.
pub(super) fn take(
    state: &mut State,
    wish: Wish,
    insight: JourneyInsight,
    page: Option<Vec<String>>,
) {
    if state.look.asked == Some(wish) {
        state.look.asked = None;
    }
    if wish.number != state.look.number || state.journey() != Some(wish.journey) {
        return;
    }
    state.journey_insight = Some(insight);
    state.look.page = page.or(state.look.page.take());
    state.look_closer();
}

/// What it takes to look closer.
#[derive(Debug)]
pub(super) struct Looking {
    /// The workspace.
    pub workspace: Arc<Workspace>,
    /// What was said.
    pub overlay: Arc<Overlay>,
    /// The numbers under the lens.
    pub board: Board,
    /// What touchpoints are ranked by.
    pub order: Order,
    /// What moves the overall score, where that is known.
    pub drivers: Option<Result<DriverTable, Unsaid>>,
    /// What is wished for.
    pub wish: Wish,
}

impl Looking {
    /// All that a state knows about what is wished for.
    pub(super) fn of(state: &State, wish: Wish) -> Self {
        Self {
            workspace: Arc::clone(&state.workspace),
            overlay: Arc::clone(&state.overlay),
            board: state.board.clone(),
            order: state.order,
            drivers: state.drivers.clone(),
            wish,
        }
    }

    /// Looks.
    pub(super) fn answer(self) -> Message {
        let (board, overlay, journey) = (&self.board, &*self.overlay, self.wish.journey);
        let insight = JourneyInsight::of(board, &self.workspace.journeys, overlay, journey);
        let numbers = (board, self.order, self.drivers);
        let page =
            (self.wish.page).then(|| page::written(&self.workspace, overlay, numbers, journey));
        Message::LookedCloser {
            wish: self.wish,
            insight: Box::new(insight),
            page,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::Overlay;
    use crate::tui::theme::Theme;
    use crate::tui::update::update;
    use ratatui::layout::Size;
    use std::fmt::Write;

    /// A workspace with one journey of so many touchpoints.
    fn state(touchpoints: usize) -> State {
        let folder = tempfile::tempdir().unwrap();
        let mut text = "journey: long\nstages:\n  - stage: one\n    touchpoints:\n".to_owned();
        for at in 0..touchpoints {
            writeln!(
                text,
                "      - {{touchpoint: t{at}, next: [{{to: t{}, share: 0.9}}]}}",
                at + 1
            )
            .unwrap();
        }
        writeln!(text, "      - {{touchpoint: t{touchpoints}}}").unwrap();
        std::fs::write(folder.path().join("long.yaml"), text).unwrap();
        std::fs::write(folder.path().join("pothole.yaml"), "title: Long\n").unwrap();
        let workspace = crate::workspace::open(folder.path()).unwrap();
        let mut state = State::open(workspace, Theme::default(), Size::new(100, 30));
        let overlay = Box::<Overlay>::default();
        update(&mut state, Message::Scanned { scan: 0, overlay });
        state
    }

    fn show(state: &mut State, screen: Screen) -> Vec<Effect> {
        state.screen = screen;
        state.look_closer();
        update(state, Message::FilesChanged(Vec::new()))
    }

    #[test]
    fn a_long_journey_is_looked_into_beside_the_interface_and_a_short_one_at_once() {
        let mut short = state(20);
        assert_eq!(show(&mut short, Screen::Numbers), []);
        assert!(short.journey_insight.is_some() && short.numbers.len() > 5);

        let mut long = state(LONG);
        assert_eq!(long.journey_insight.as_ref().map(|_| ()), None);
        let effects = show(&mut long, Screen::Numbers);
        let [Effect::LookCloser(wish)] = effects[..] else {
            panic!("{effects:?}");
        };
        assert_eq!(long.numbers[1], page::WAITS);
        assert_eq!(show(&mut long, Screen::Numbers), [], "asked for twice");
        let answer = Looking::of(&long, wish).answer();
        update(&mut long, answer);
        assert!(long.journey_insight.is_some() && long.insight.is_some());
        assert!(long.numbers.iter().any(|line| line == "Of 1,000 who start"));
    }

    #[test]
    fn what_was_seen_of_an_older_board_is_not_taken() {
        let mut long = state(LONG);
        let effects = show(&mut long, Screen::Touchpoint);
        let [Effect::LookCloser(wish)] = effects[..] else {
            panic!("{effects:?}");
        };
        let stale = Looking::of(&long, wish).answer();
        long.rebuild();
        let again = update(&mut long, stale);
        assert!(long.journey_insight.is_none());
        assert!(matches!(again[..], [Effect::LookCloser(next)] if next != wish));
    }
}
