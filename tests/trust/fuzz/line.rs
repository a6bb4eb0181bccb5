//! Text in the middle of things: the filter's language, edits made in damaged files, cleaning and masking,
//! typing and pasting.

use super::{Target, folder};
use crate::attacks::foreign_text;
use crate::dice::Dice;
use pothole::board::query::{Ground, completions};
use pothole::board::{Board, Lens, Query};
use pothole::export::{masked, secrets};
use pothole::feedback::scan;
use pothole::journey::{Action, ActionField, FieldChange, PhraseRule};
use pothole::tui::key::Key;
use pothole::tui::message::Message;
use pothole::tui::state::State;
use pothole::tui::theme::Theme;
use pothole::tui::update::update;
use pothole::workspace::{
    Operations, Refusal, action_in, add_action, add_rule, change_action, open, owner_in,
    remove_action, remove_rule, rule_in, splice, visible,
};
use ratatui::layout::Size;
use std::fs;
use std::ops::ControlFlow;

#[test]
fn any_text_may_be_a_filter() {
    const PIECES: &[&str] = &[
        " ",
        ":",
        ",",
        "-",
        "\"",
        "..",
        "<",
        ">",
        "<=",
        ">=",
        "none",
        "owner:",
        "friction:",
        "is:",
        "is:thin",
        "is:hot",
        "trend:",
        "trend:worse",
        "tag:",
        "rows:",
        "nps:",
        "1e309",
        "NaN",
        "inf",
        "-0",
        "9..1",
        "\\",
        "é",
        "İ",
        "ß",
        "\u{0}",
        "\u{202e}",
    ];
    let folder = crate::private::sample();
    let workspace = open(folder.path().join("journeys").as_path()).unwrap();
    let (journeys, rules) = (&workspace.journeys, &workspace.rules);
    let watch = &mut |_| ControlFlow::Continue(());
    let overlay = scan(&workspace.root, journeys, &workspace.sources, rules, watch);
    let board = Board::build(journeys, &workspace.charter, &overlay, &Lens::default());
    let ground = Ground::new(journeys, &workspace.charter, &board, &overlay, rules);
    let target = Target {
        name: "filter",
        seed: 19,
        cases: 4_000,
        pieces: PIECES,
    };
    target.fuzz(|_, text| {
        if let Ok(query) = Query::parse(text) {
            let found = query.find(&ground);
            let all = journeys.touchpoints().map(|(index, _)| index);
            let held = all.filter(|index| query.holds(&ground, *index));
            assert!(found.iter().copied().eq(held), "{text:?}");
        }
        for completion in completions(text, &ground, 8) {
            assert_eq!(foreign_text(&completion.word), None);
        }
    });
}

/// Every kind of edit on a text, each followed by what takes it back.
fn edit(text: &str, rule: &PhraseRule, action: &Action) {
    let Ok((before, _)) = owner_in(text, "j", "a") else {
        return;
    };
    for owner in [Some("other: team"), None] {
        let Ok(new) = splice(text, "j", "a", owner) else {
            continue;
        };
        assert_eq!(
            owner_in(&new, "j", "a").unwrap().0.as_deref(),
            owner,
            "{text}"
        );
        if let Ok(back) = splice(&new, "j", "a", before.as_deref()) {
            assert_eq!(owner_in(&back, "j", "a").unwrap().0, before, "{text}");
        }
    }
    if let Ok(new) = add_rule(text, "j", "a", rule) {
        assert!(rule_in(&new, "j", "a", rule).is_ok(), "{text}");
        let back = remove_rule(&new, "j", "a", rule).unwrap();
        let gone = rule_in(&back, "j", "a", rule);
        assert!(matches!(gone, Err(Refusal::NoRule { .. })), "{text}");
    }
    if let Ok(new) = add_action(text, "j", "a", action) {
        assert!(
            action_in(&new, "j", "a", &action.id, None).is_ok(),
            "{text}"
        );
        let back = remove_action(&new, "j", "a", action).unwrap();
        assert!(
            action_in(&back, "j", "a", &action.id, None).is_err(),
            "{text}"
        );
    }
    for (field, from) in [
        (ActionField::Due, None),
        (ActionField::Status, Some("planned")),
    ] {
        let change = FieldChange {
            field,
            from: from.map(str::to_owned),
            to: Some(
                if from.is_some() {
                    "fixing"
                } else {
                    "2026-05-01"
                }
                .to_owned(),
            ),
        };
        if let Ok(new) = change_action(text, "j", "a", "fix", std::slice::from_ref(&change)) {
            let back = change_action(&new, "j", "a", "fix", &[change.inverse()]).unwrap();
            // It says again what it said, so that the same change can be made again.
            let again = change_action(&back, "j", "a", "fix", &[change]);
            assert!(again.is_ok(), "{again:?} {text}");
        }
    }
}

#[test]
fn any_text_may_be_edited() {
    const PIECES: &[&str] = &[
        "{",
        "}",
        "[",
        "]",
        ": ",
        "- ",
        ", ",
        "\n",
        "\r\n",
        "  ",
        "\t",
        " # c",
        "&a ",
        "*a",
        "<<: *d",
        "|+\n",
        ">-\n",
        "'",
        "\"",
        "? ",
        "---\n",
        "touchpoint: a",
        "owner: x",
        "owner:",
        "\"owner\": ",
        "feedback: [",
        "feedback:\n",
        "actions: [",
        "action: fix",
        "due: ~",
        "status: planned",
        "\u{feff}",
        "é",
        "next: []",
        "!!str ",
    ];
    let rule = PhraseRule {
        phrase: "no: 'seat'".into(),
        sources: Vec::new(),
    };
    let action = Action {
        id: "brand-new".to_owned(),
        title: "A sign: lit #1".to_owned(),
        ..Action::default()
    };
    Target {
        name: "splice",
        seed: 6,
        cases: 2_000,
        pieces: PIECES,
    }
    .fuzz(|_, text| edit(text, &rule, &action));
}

/// What people, programs and attackers write.
const WORDS: &[&str] = &[
    "\u{1b}[",
    "\u{1b}]0;",
    "\u{7}",
    "\u{9b}",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{200d}",
    "\u{e0041}",
    "\u{301}",
    "\u{fe0f}",
    "👩",
    "🇵",
    "é",
    "@",
    "ann@example.org",
    "+49 171 ",
    "4111 1111 1111 1111",
    "DE89 3704 0044 0532 0130 00",
    "0",
    "-",
    "(",
    ")",
    ".",
    " ",
    "2025-03-01",
    "\n",
    "\r",
    "\t",
    "{\"id\":",
];

#[test]
fn any_text_may_be_cleaned_masked_and_logged() {
    let root = folder();
    fs::create_dir(root.path().join(".pothole")).unwrap();
    let target = Target {
        name: "cleaning",
        seed: 7,
        cases: 20_000,
        pieces: WORDS,
    };
    target.fuzz(|dice, text| {
        assert_eq!(foreign_text(&visible(text)), None);
        let found = secrets(text);
        assert!(
            found
                .iter()
                .all(|(range, _)| text.get(range.clone()).is_some())
        );
        let apart = found.windows(2).all(|two| two[0].0.end <= two[1].0.start);
        assert!(apart, "{text:?}");
        assert!(found.is_empty() || masked(text) != text, "{text:?}");
        if dice.once_in(50) {
            fs::write(root.path().join(".pothole/log"), text).unwrap();
            let read = Operations::read(root.path()).unwrap();
            assert!(read.all.len() + read.unreadable.len() <= text.lines().count() + 1);
        }
    });
}

#[test]
fn any_text_may_be_typed_and_pasted() {
    let folder = folder();
    fs::write(folder.path().join("pothole.yaml"), "title: T\n").unwrap();
    let journey = "journey: j\nstages: [{stage: s, touchpoints: [{touchpoint: a, owner: x}]}]\n";
    fs::write(folder.path().join("j.yaml"), journey).unwrap();
    let size = Size::new(80, 24);
    let mut state = State::open(open(folder.path()).unwrap(), Theme::default(), size);
    let keys = [
        "/",
        "esc",
        "enter",
        "o",
        "i",
        "?",
        ":",
        "x",
        "tab",
        "backspace",
    ];
    let target = Target {
        name: "cleaning",
        seed: 8,
        cases: 1_000,
        pieces: WORDS,
    };
    target.fuzz(|dice: &mut Dice, text| {
        if let Ok(key) = dice.pick(&keys).parse::<Key>() {
            update(&mut state, Message::Key(key.event()));
        }
        update(&mut state, Message::Paste(text.to_owned()));
    });
}
