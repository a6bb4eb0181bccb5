//! What bad input gets: a stated "cannot be said, because", never NaN, infinity or a silent zero, on
//! the board and in every export.

use crate::street::{BUY, CHARTER, Street};
use pothole::board::{Lens, Order, reason};
use pothole::export::{csv, json, markdown};
use pothole::feedback::Day;
use pothole::measures::Unsaid;
use serde_json::Value;

/// Everything an export says of a street, none of it a number that is none.
fn said(street: &Street, lens: &Lens) -> (Value, String) {
    let mut pages = Vec::new();
    for format in [json, csv, markdown] {
        let page = street.exported(lens, Order::default(), format);
        for none in ["NaN", "nan,", "inf,", "Infinity", "-0.0 "] {
            assert!(!page.contains(none), "{none} in {page}");
        }
        pages.push(page);
    }
    (
        serde_json::from_str(&pages[0]).unwrap(),
        pages.swap_remove(2),
    )
}

/// Why a measure of an object is not said.
fn because(of: &Value, measure: &str) -> String {
    let all = of["unsaid"].as_array().unwrap();
    let one = all.iter().find(|one| one["measure"] == measure);
    one.unwrap_or_else(|| panic!("{measure} is said in {of}"))["because"]
        .as_str()
        .unwrap()
        .to_owned()
}

#[test]
fn nobody_answered_and_nobody_passed() {
    let street = Street::open();
    let lens = Lens {
        since: Day::parse_iso("2031-01-01"),
        ..Lens::default()
    };
    let (board, page) = said(&street, &lens);
    for touchpoint in board["touchpoints"].as_array().unwrap() {
        assert_eq!(touchpoint["rank"], Value::Null);
        for measure in ["friction", "pain"] {
            assert_eq!(touchpoint[measure], Value::Null);
            assert_eq!(
                because(touchpoint, measure),
                "cannot be said, because nobody has answered"
            );
        }
        assert!(because(touchpoint, "contact_rate").starts_with("cannot be said, because"));
        assert!(because(touchpoint, "trend").starts_with("cannot be said, because"));
    }
    let flow = &board["journeys"][0]["flow"];
    assert_eq!(flow["expected_complaints"], Value::Null);
    assert_eq!(
        because(flow, "expected_complaints"),
        "cannot be said, because nobody has answered"
    );
    assert!(page.contains("No touchpoint has enough feedback to say."));
}

#[test]
fn one_respondent_is_too_few() {
    let street = Street::open();
    let lens = Lens {
        since: Day::parse_iso("2025-01-08"),
        until: Day::parse_iso("2025-01-08"),
        sources: vec!["survey".into()],
        ..Lens::default()
    };
    let (board, _) = said(&street, &lens);
    let queue = &board["touchpoints"][1];
    assert_eq!(
        (&queue["feedback"], &queue["friction"]),
        (&2.into(), &Value::Null)
    );
    assert_eq!(
        because(queue, "friction"),
        "cannot be said, because it rests on 2, and at least 30 are needed"
    );
}

#[test]
fn drivers_of_too_few_say_so() {
    let street = Street::with(&CHARTER.replace("least: 50", "least: 5000"), BUY);
    let (board, page) = said(&street, &Lens::default());
    assert_eq!(board["drivers"], Value::Null);
    assert!(because(&board, "drivers").contains("at least 5000 are needed"));
    assert!(page.contains("at least 5000 are needed"));
}

#[test]
fn all_alike_say_so() {
    let street = Street::open();
    let root = street.folder.path().to_owned();
    let rows = (0..200).map(|id| format!("a{id},2025-02-03,small,,4,4,4,7\n"));
    let rows = rows.collect::<Vec<_>>().concat();
    std::fs::write(
        root.join("feedback/survey.csv"),
        "id,day,size,who,enter,queue,pay,eat\n".to_owned() + &rows,
    )
    .unwrap();
    let street = street.again();
    let (board, _) = said(&street, &Lens::default());
    assert!(because(&board, "drivers").starts_with("cannot be said, because"));
}

#[test]
fn fewer_passed_than_complained() {
    let street = Street::open();
    let root = street.folder.path().to_owned();
    std::fs::write(
        root.join("feedback/visits.csv"),
        "place,day,passed\nbuy/queue,2025-10-13,3\nbuy/pay,2025-10-13,0\n",
    )
    .unwrap();
    let street = street.again();
    let (board, _) = said(&street, &Lens::default());
    let (queue, pay) = (&board["touchpoints"][1], &board["touchpoints"][2]);
    assert_eq!(queue["contact_rate"], Value::Null);
    assert!(because(queue, "contact_rate").contains("among only 3 who passed"));
    assert_eq!(pay["contact_rate"], Value::Null);
    assert!(because(pay, "contact_rate").contains("nobody is known to have passed"));
}

#[test]
fn shares_above_one_name_their_touchpoint() {
    let street = Street::with(
        CHARTER,
        &BUY.replace("to: enter, share: 0.1", "to: enter, share: 0.4"),
    );
    let (board, page) = said(&street, &Lens::default());
    let flow = &board["journeys"][0]["flow"];
    assert_eq!(flow["reaches_goal"], Value::Null);
    let why = "cannot be said, because the shares that leave `buy/queue` sum to 1.2, more than 1";
    assert_eq!(because(flow, "passage"), why);
    assert_eq!(because(&board["touchpoints"][1], "saving"), why);
    assert!(page.contains("buy/queue\\` sum to 1.2"), "{page}");
}

#[test]
fn a_loop_that_nobody_leaves_names_its_touchpoints() {
    let turned = BUY
        .replace(
            "{to: pay, share: 0.8}, {to: enter, share: 0.1}",
            "{to: enter, share: 1}",
        )
        .replace(
            "next: [{to: queue, share: 0.9}]",
            "next: [{to: queue, share: 1}]",
        );
    let street = Street::with(CHARTER, &turned);
    let (board, _) = said(&street, &Lens::default());
    let flow = &board["journeys"][0]["flow"];
    assert_eq!(
        because(flow, "passage"),
        "cannot be said, because customers who come to `buy/enter`, `buy/queue` never leave"
    );
    assert_eq!(
        because(flow, "choke_points"),
        "cannot be said, because no way leads from the start to the goal"
    );
    assert_eq!(flow["loops"], Value::Null);
}

#[test]
fn a_reason_without_a_place_is_told_as_it_is() {
    let street = Street::open();
    assert_eq!(
        reason(&Unsaid::NoGoal, &street.workspace.journeys, 0),
        "cannot be said, because the journey has no goal"
    );
}
