//! The inbox: a phrase is typed, its rows are seen, and it becomes a rule of a touchpoint.

use crate::unmapped::{self, CROSSING, Harbour};
use pothole::feedback::{Inbox, Preview};
use pothole::tui::message::{Effect, Message, Sought};
use pothole::tui::state::{Mode, Screen};
use ratatui::crossterm::event::{KeyModifiers, MouseButton, MouseEvent, MouseEventKind};
use std::fs;

const RULE: &str = "          - {source: tickets, text: \"the lift\"}\n";

#[test]
fn unmapped_rows_are_listed_newest_first_and_a_phrase_narrows_them_as_it_is_typed() {
    let mut harbour = Harbour::read(120, 40);
    harbour.press("i");
    let all = harbour.listed().len();
    assert_eq!((all, harbour.listed()[1]), (6, "The lift was broken"));
    assert!(
        harbour
            .desk
            .screen()
            .contains("6 rows with text: tickets 3, reviews 3")
    );
    harbour.write("lift");
    let caught = [
        "Sailing out at sunset with the whole family on deck was the best evening of the whole year for all of us",
        "The lift was broken",
        "A LIFT that smells",
        "Nobody could say when the broken lift would work again",
        "No lift at all",
    ];
    assert_eq!(harbour.listed(), caught);
    assert!(
        harbour
            .desk
            .screen()
            .contains("catches 5 of 6 rows: tickets 3, reviews 2")
    );
    harbour.write(" ho");
    assert!(harbour.desk.screen().contains("no unmapped row says this"));
    harbour.press("ctrl-u");
    assert_eq!(harbour.listed().len(), all);
}

#[test]
fn a_key_goes_through_the_sources_and_back_to_all() {
    let mut harbour = Harbour::read(120, 40);
    harbour.press("i").write("lift").press("tab");
    assert!(
        harbour
            .desk
            .screen()
            .contains("catches 3 of 3 rows: tickets 3")
    );
    harbour.press("tab");
    assert!(
        harbour
            .desk
            .screen()
            .contains("catches 2 of 3 rows: reviews 2")
    );
    assert!(harbour.desk.screen().contains("in reviews alone"));
    harbour.press("tab");
    assert!(harbour.desk.screen().contains("catches 5 of 6 rows"));
}

#[test]
fn a_phrase_becomes_a_rule_the_counts_move_and_undo_gives_the_bytes_back() {
    let mut harbour = Harbour::read(120, 40);
    let mapped = |harbour: &Harbour| harbour.desk.state.board.totals.books.mapped;
    assert_eq!(mapped(&harbour), 1);
    harbour.press("i").write("broken").press("tab enter");
    assert!(
        harbour
            .desk
            .screen()
            .contains("which catches 2 rows, to crossing.yaml")
    );
    harbour.write("lift").press("enter");
    let said = "saved: rules of crossing/lift: + text \"broken\" in tickets, in crossing.yaml";
    assert!(
        harbour.desk.screen().contains(said),
        "{}",
        harbour.desk.screen()
    );
    let saved = harbour.crossing();
    let title = "        title: Take the lift\n";
    let rule = "        feedback:\n          - {source: tickets, text: \"broken\"}\n";
    assert_eq!(saved, CROSSING.replace(title, &format!("{title}{rule}")));
    assert_eq!((mapped(&harbour), harbour.listed().len()), (3, 1));
    assert_eq!(harbour.desk.chosen(), "crossing/lift");
    harbour.press("u");
    assert_eq!(harbour.crossing(), CROSSING);
    assert_eq!((mapped(&harbour), harbour.listed().len()), (1, 3));
    harbour.press("ctrl-r");
    assert_eq!((harbour.crossing(), mapped(&harbour)), (saved, 3));
}

#[test]
fn a_rule_joins_the_touchpoints_others_as_one_line() {
    let mut harbour = Harbour::read(120, 40);
    harbour
        .press("i")
        .write("the lift")
        .press("tab enter enter");
    let others = "          - {text: queue}   # all of them\n";
    let wanted = CROSSING.replace(others, &format!("{others}{RULE}"));
    assert_eq!(harbour.crossing(), wanted);
}

#[test]
fn the_picker_begins_at_the_boards_touchpoint_and_finds_others_as_one_types() {
    let mut harbour = Harbour::read(120, 40);
    harbour.press("l j i").write("lift").press("enter");
    let chosen = harbour.desk.chosen();
    let picked = |harbour: &Harbour| {
        let Mode::Feed(picker) = &harbour.desk.state.mode else {
            panic!("the picker is not open");
        };
        let index = picker.choices[picker.chosen];
        let journeys = &harbour.desk.state.workspace.journeys;
        (
            journeys.touchpoint(index).address.to_string(),
            picker.choices.len(),
        )
    };
    assert_eq!(picked(&harbour), (chosen, 3));
    harbour.write("aboard");
    assert_eq!(picked(&harbour), ("crossing/board".into(), 1));
    harbour.write(" zzz").press("enter");
    assert!(
        harbour
            .desk
            .screen()
            .contains("no touchpoint holds this text")
    );
    assert_eq!(harbour.crossing(), CROSSING);
}

#[test]
fn a_rule_that_cannot_be_saved_says_why_and_can_be_tried_again() {
    let mut harbour = Harbour::read(120, 40);
    harbour.press("i").write("lift").press("enter");
    let file = harbour.folder.path().join("crossing.yaml");
    fs::write(&file, "journey: [half\n").unwrap();
    harbour.press("enter");
    let screen = harbour.desk.screen();
    assert!(screen.contains("not saved: crossing.yaml"), "{screen}");
    assert!(screen.contains("Enter tries again."), "{screen}");
    fs::write(&file, CROSSING).unwrap();
    harbour.press("enter");
    assert!(
        harbour
            .crossing()
            .contains("          - {text: \"lift\"}\n")
    );
    assert!(
        harbour
            .desk
            .screen()
            .contains("saved: rules of crossing/queue")
    );
}

#[test]
fn a_rule_is_saved_once_however_often_enter_is_pressed() {
    let mut harbour = Harbour::read(120, 40);
    harbour.press("i").write("lift").press("enter");
    harbour.desk.press("enter enter enter");
    let effects = harbour.desk.effects();
    assert!(
        matches!(effects.as_slice(), [Effect::Save(_)]),
        "{effects:?}"
    );
}

#[test]
fn escape_goes_back_a_step_at_a_time() {
    let mut harbour = Harbour::read(120, 40);
    harbour.press("i").write("lift").press("enter esc");
    assert!(matches!(harbour.desk.state.mode, Mode::Phrase));
    harbour.press("esc");
    assert!(matches!(harbour.desk.state.mode, Mode::Browse));
    assert_eq!(harbour.desk.state.unmapped.phrase(), "lift");
    harbour.press("esc");
    assert_eq!(
        (harbour.desk.state.unmapped.phrase(), harbour.listed().len()),
        ("", 6)
    );
    assert_eq!(harbour.desk.state.screen, Screen::Inbox);
    harbour.press("esc");
    assert_eq!(harbour.desk.state.screen, Screen::Board);
}

#[test]
fn the_list_has_the_usual_keys_once_the_line_is_left() {
    let mut harbour = Harbour::read(120, 40);
    harbour.press("i enter");
    assert!(harbour.desk.screen().contains("type a phrase first"));
    harbour.press("esc j j");
    assert_eq!(harbour.desk.state.unmapped.chosen, 2);
    harbour.press("G");
    assert_eq!(harbour.desk.state.unmapped.chosen, 5);
    harbour.press("G k g u");
    assert!(harbour.desk.screen().contains("nothing was changed yet"));
    harbour.press("/").write("q");
    assert_eq!(harbour.desk.state.unmapped.phrase(), "q");
}

#[test]
fn the_mouse_chooses_rows_and_the_wheel_goes_through_them() {
    let mut harbour = Harbour::read(120, 40);
    harbour.press("i esc");
    let screen = harbour.desk.screen();
    let row = screen
        .lines()
        .position(|line| line.contains("A LIFT"))
        .unwrap();
    let mouse = |kind, row: usize| {
        Message::Mouse(MouseEvent {
            kind,
            column: 20,
            row: row as u16,
            modifiers: KeyModifiers::NONE,
        })
    };
    harbour
        .desk
        .tell(mouse(MouseEventKind::Down(MouseButton::Left), row));
    assert_eq!(harbour.desk.state.unmapped.chosen, 2);
    harbour.desk.tell(mouse(MouseEventKind::ScrollDown, row));
    assert_eq!(harbour.desk.state.unmapped.chosen, 5);
    harbour.desk.tell(mouse(MouseEventKind::ScrollUp, row));
    assert_eq!(harbour.desk.state.unmapped.chosen, 2);
    let line = screen
        .lines()
        .position(|line| line.contains("> type"))
        .unwrap();
    harbour
        .desk
        .tell(mouse(MouseEventKind::Down(MouseButton::Left), line));
    assert!(matches!(harbour.desk.state.mode, Mode::Phrase));
}

#[test]
fn a_row_of_a_segment_says_so() {
    let mut harbour = Harbour::read(120, 40);
    harbour.press("i").write("when the");
    let screen = harbour.desk.screen();
    assert!(
        screen.contains("2025-03-02  tickets  family  Nobody"),
        "{screen}"
    );
    assert!(
        screen.contains("2025-03-02 · tickets · family  tickets.csv:4"),
        "{screen}"
    );
}

#[test]
fn a_rule_for_several_sources_is_one_line_of_the_details() {
    let several = "{source: [tickets, reviews], text: queue}";
    let crossing = CROSSING.replace("{text: queue}", several);
    let files = [
        ("pothole.yaml", unmapped::CHARTER),
        ("crossing.yaml", &crossing),
    ];
    let screen = Harbour::of(&files, 120, 40).press("enter").desk.screen();
    assert!(
        screen.contains("tickets, reviews: says \"queue\""),
        "{screen}"
    );
    assert_eq!(screen.matches("crossing.yaml:9").count(), 1, "{screen}");
}

#[test]
fn the_inbox_fits_every_size_and_keeps_the_phrase_and_the_chosen_row() {
    let mut harbour = Harbour::read(80, 24);
    harbour.press("i").write("lift").press("down");
    for width in [1, 2, 7, 19, 40, 80, 89, 90, 120, 200, 500] {
        for height in [1, 2, 3, 5, 8, 12, 17, 24, 30, 60, 200] {
            harbour.desk.tell(Message::Resize(width, height));
            let screen = harbour.desk.screen();
            let roomy = width >= 40 && height >= 8;
            assert!(
                !roomy || screen.contains("> lift"),
                "{width}x{height}\n{screen}"
            );
            assert!(
                !roomy || screen.contains("The lift was"),
                "{width}x{height}\n{screen}"
            );
            harbour.press("enter").desk.draw();
            harbour.press("esc");
        }
    }
}

#[test]
fn answers_that_come_too_late_are_dropped() {
    let mut harbour = Harbour::read(120, 40);
    harbour.desk.press("i");
    assert_eq!(harbour.desk.effects(), [Effect::ReadInbox(0)]);
    assert!(harbour.desk.screen().contains("reading the unmapped rows"));
    let inbox = Box::new(Inbox::default());
    harbour.desk.tell(Message::InboxRead { scan: 7, inbox });
    assert!(harbour.desk.screen().contains("reading the unmapped rows"));
    harbour.desk.effects.push(Effect::ReadInbox(0));
    harbour.settle();
    harbour.desk.write("li");
    let sought = |phrase: &str| Sought {
        scan: 0,
        phrase: phrase.into(),
    };
    let asked = ["l", "li"].map(|phrase| Effect::Preview(sought(phrase)));
    assert_eq!(harbour.desk.effects(), asked);
    assert!(harbour.desk.screen().contains("looking through 6 rows"));
    let (sought, preview) = (sought("l"), Preview::default());
    harbour.desk.tell(Message::Previewed { sought, preview });
    assert!(harbour.desk.screen().contains("looking through 6 rows"));
}

const CHARTER: &str = "sources: {nps: {files: nps.csv, scale: nps, columns: {score: mark}}}\n";

#[test]
fn an_empty_inbox_says_why_it_is_empty() {
    let rule = CROSSING.replace("{text: queue}   # all of them", "{tags: a}");
    let with = |rows: &str, charter: &str| {
        let files = [
            ("pothole.yaml", charter),
            ("crossing.yaml", &rule),
            ("nps.csv", rows),
        ];
        let mut harbour = Harbour::of(&files, 120, 40);
        harbour.press("i").desk.screen()
    };
    let silent = with("mark\n9\n2\n", CHARTER);
    assert!(silent.contains("Inbox: 2 unmapped rows"), "{silent}");
    assert!(
        silent.contains("no text column is declared for nps."),
        "{silent}"
    );
    let none = with("mark\n", CHARTER);
    assert!(none.contains("no feedback has been read"), "{none}");
    let named = CHARTER.replace("score: mark", "score: mark, touchpoint: at");
    let all = with("mark,at\n9,queue\n", &named);
    assert!(
        all.contains("Nothing is unmapped: every row is at a touchpoint."),
        "{all}"
    );
}
