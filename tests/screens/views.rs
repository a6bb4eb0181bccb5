//! The views beyond the board: what keys do to the table of journeys, a touchpoint's tabs,
//! earlier weeks and the empty chair.

use crate::fixture::{self, Desk};
use pothole::board::Shade;
use pothole::feedback::Polarity;
use pothole::journey::TouchpointIndex;
use pothole::tui::message::{Effect, Message};
use pothole::tui::state::{Pane, Screen};
use pothole::tui::tab::Tab;
use pothole::workspace::OwnerChange;
use std::sync::Arc;

/// The line of the screen that holds a text.
fn line_with(desk: &Desk, text: &str) -> String {
    let screen = desk.screen();
    let found = screen.lines().find(|line| line.contains(text));
    found
        .unwrap_or_else(|| panic!("no {text} in\n{screen}"))
        .to_owned()
}

#[test]
fn the_heat_goes_round_seven_numbers_and_its_legend_says_which() {
    let mut desk = Desk::read(120, 40);
    for shade in Shade::ALL.into_iter().skip(1) {
        desk.press("v");
        assert_eq!(desk.state.vantage.shading.by, shade);
        assert!(desk.screen().contains(&format!("{shade}:")), "{shade}");
    }
    desk.press("v");
    assert_eq!(desk.state.vantage.shading.by, Shade::Friction);
    desk.press("V");
    assert_eq!(desk.state.vantage.shading.by, Shade::Coverage);
}

#[test]
fn the_owner_as_heat_tells_whose_hot_touchpoints_are() {
    let mut desk = Desk::read(120, 40);
    desk.press("v v v v v");
    let of = |address: &str| {
        let index = desk
            .state
            .workspace
            .journeys
            .find(&address.parse().unwrap());
        desk.state
            .vantage
            .shading
            .get(index.unwrap())
            .unwrap()
            .clone()
    };
    assert_eq!(of("crossing/queue").word, "hot, nobody's");
    assert_eq!(of("crossing/pay").word, "owned");
    assert_eq!(
        (
            of("crossing/pay").figure.as_str(),
            of("crossing/queue").figure.as_str()
        ),
        ("We", "?")
    );
}

#[test]
fn lanes_put_the_cards_of_a_channel_into_one_row() {
    let mut desk = Desk::read(120, 40);
    desk.press("C");
    let layout = desk.state.layout.as_ref().unwrap();
    let channels: Vec<_> = layout
        .bands()
        .iter()
        .map(|band| band.channel.clone().unwrap())
        .collect();
    assert_eq!(channels, ["web", "harbour", "ship"]);
    let row = |address: &str| {
        let index = desk
            .state
            .workspace
            .journeys
            .find(&address.parse().unwrap());
        layout.card(index.unwrap()).unwrap().1
    };
    assert!(row("crossing/pay") < row("crossing/queue"));
    assert!(row("crossing/board") < row("crossing/cabin"));
    desk.press("C");
    assert!(desk.state.layout.as_ref().unwrap().bands().is_empty());
}

#[test]
fn the_map_pans_by_hand_until_something_is_chosen() {
    let mut desk = Desk::read(40, 24);
    desk.press("+ + shift-right");
    let pan = desk.state.pan;
    assert!(pan.0 > 0 && desk.state.vantage.adrift, "{pan:?}");
    desk.tell(Message::Resize(40, 24));
    assert_eq!(desk.state.pan, pan);
    desk.press("shift-left shift-left shift-left shift-down shift-up shift-up");
    assert_eq!(desk.state.pan, (0, 0));
    desk.press("shift-right j");
    assert!(!desk.state.vantage.adrift);
}

#[test]
fn one_pane_can_have_the_whole_screen() {
    let mut desk = Desk::read(80, 24);
    desk.press("z");
    assert!(!desk.screen().contains("Journeys"));
    desk.press("tab");
    assert_eq!(desk.state.pane, Pane::Details);
    assert!(!desk.screen().contains("At the harbour ──"));
    desk.press("z shift-tab");
    assert!(desk.screen().contains("Journeys"));
}

#[test]
fn the_table_sorts_and_groups_journeys_and_opens_one() {
    let mut desk = Desk::read(120, 40);
    desk.press("a");
    assert_eq!(desk.state.screen, Screen::Table);
    let first = |desk: &Desk| {
        let screen = desk.screen();
        let at = |text: &str| screen.find(text).unwrap();
        at("Cross with the car") < at("Get a refund")
    };
    assert!(first(&desk));
    desk.press("S");
    assert!(desk.screen().contains("grouped by owner"));
    assert!(line_with(&desk, "Harbour operations  1").contains('1'));
    desk.press("S S S s s s s s s");
    assert!(desk.screen().contains("by title"));
    desk.press("j enter");
    assert_eq!(
        (desk.state.screen, desk.chosen().as_str()),
        (Screen::Board, "refund/claim")
    );
}

#[test]
fn a_broken_file_stands_at_the_end_of_the_table() {
    let mut desk = Desk::over(fixture::with_a_broken_file(), 80, 24);
    desk.press("a");
    let screen = desk.screen();
    assert!(screen.find("3-broken.yaml").unwrap() > screen.find("Cross with").unwrap());
}

#[test]
fn the_tabs_of_a_touchpoint_are_gone_round_and_jumped_to() {
    let mut desk = Desk::read(80, 24);
    desk.press("l enter");
    for tab in Tab::ALL.into_iter().skip(1) {
        desk.press("tab");
        assert_eq!(desk.state.vantage.tab, tab);
    }
    desk.press("tab");
    assert_eq!(desk.state.vantage.tab, Tab::Overview);
    desk.press("shift-tab 2");
    assert_eq!(desk.state.vantage.tab, Tab::Weeks);
    desk.press("esc ] enter");
    assert_eq!(desk.state.vantage.tab, Tab::Weeks);
}

#[test]
fn words_are_looked_through_by_polarity_and_by_what_they_say() {
    let mut desk = Desk::read(80, 24);
    desk.press("l enter 4");
    assert!(desk.screen().contains("all words"));
    desk.press("p");
    assert_eq!(desk.state.vantage.words.polarity, Some(Polarity::Complaint));
    assert!(!desk.screen().contains("gerne wieder"));
    desk.press("/").write("SUN hours").press("enter");
    assert!(line_with(&desk, "complaints that say").contains("SUN hours"));
    assert!(desk.screen().contains("Two hours in the sun"));
    desk.press("/").write("x");
    assert!(desk.screen().contains("none of those read"));
    desk.press("esc");
    assert!(desk.screen().contains("gerne wieder"));
}

#[test]
fn the_place_of_the_chosen_words_is_copied() {
    let mut desk = Desk::read(80, 24);
    desk.press("l enter 4 j j");
    let chosen = pothole::tui::words::chosen(&desk.state).unwrap();
    let place = format!("{}:{}", chosen.file, chosen.line);
    desk.press("Y");
    assert_eq!(desk.effects(), [Effect::Copy(place)]);
}

#[test]
fn a_touchpoint_whose_complaints_say_that_nobody_was_allowed_to_help_is_marked() {
    let mut desk = Desk::read(120, 120);
    desk.press("l enter");
    assert!(!desk.screen().contains("lacks authority"));
    let workspace = Arc::make_mut(&mut desk.state.workspace);
    workspace.charter.authority.lacking = vec!["nobody told us".into()];
    desk.press("j");
    let screen = desk.screen();
    assert!(screen.contains("! lacks authority: "), "{screen}");
    assert!(screen.contains("told us\""), "{screen}");
}

#[test]
fn the_history_is_asked_for_once_and_told_when_it_comes() {
    let mut desk = Desk::read(80, 24);
    desk.press("l enter 7");
    let queue = desk.state.touchpoint.unwrap();
    assert_eq!(desk.effects(), [Effect::ReadHistory(queue)]);
    assert!(desk.screen().contains("being read from the repository"));
    let change = OwnerChange {
        day: "2025-03-01".into(),
        author: "Ada".into(),
        subject: "The harbour takes the queue".into(),
        commit: "1234abcd".into(),
        from: Some(None),
        to: Some("harbour".into()),
    };
    let other = TouchpointIndex::new(0);
    desk.tell(Message::HistoryRead {
        touchpoint: other,
        told: Err("stale".into()),
    });
    desk.tell(Message::HistoryRead {
        touchpoint: queue,
        told: Ok(vec![change]),
    });
    assert!(desk.screen().contains("nobody → Harbour operations"));
    assert_eq!(desk.effects(), []);
    desk.press("h");
    desk.effects();
    let touchpoint = desk.state.touchpoint.unwrap();
    desk.tell(Message::HistoryRead {
        touchpoint,
        told: Err("git is not installed".into()),
    });
    assert!(desk.screen().contains("git is not installed"));
}
