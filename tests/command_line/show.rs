//! `pothole show`: the screen in words, and `pothole present` where there is no screen.

use crate::shop::{BUY, Shop};

#[test]
fn the_board_is_said_journey_by_journey_and_stage_by_stage() {
    let run = Shop::open().run(&["show"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines[0], "Corner shop");
    let said = |text: &str| lines.iter().any(|line| line.contains(text));
    assert!(said("Journey buy: Buy something"), "{}", run.out);
    assert!(
        said("Find it (buy/search): friction 14, warm; owner Tills and queues"),
        "{}",
        run.out
    );
    assert!(
        said("Pay at the till (buy/pay): silent; owner nobody"),
        "{}",
        run.out
    );
    assert!(!run.out.contains('\u{1b}'));
}

#[test]
fn a_touchpoint_is_said_with_its_numbers_its_weeks_and_its_owner() {
    let run = Shop::open().run(&["show", "search"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    for wanted in [
        "Find it  buy/search",
        "owner     Tills and queues",
        "friction  ▁ 14.2 warm",
        "10  25 %  complaints",
        "2025-W07  10 complaints",
        "Segments",
        "actions   none",
    ] {
        let wanted = wanted.replace('▁', "▄");
        assert!(run.out.contains(&wanted), "{wanted}\n{}", run.out);
    }
    // Nothing is drawn: no bar, no sparkline.
    assert!(
        !run.out.contains("██") && !run.out.contains("░░"),
        "{}",
        run.out
    );
}

#[test]
fn it_looks_through_the_lens_and_spells_in_ascii_when_asked() {
    let shop = Shop::open();
    let run = shop.run(&["show", "search", "--segment", "small", "--ascii"]);
    assert!(run.out.contains("10 100 %  complaints"), "{}", run.out);
    assert!(run.out.is_ascii(), "{}", run.out);
}

#[test]
fn a_journey_is_shown_alone_and_no_other_command_takes_it_for_a_touchpoint() {
    let shop = Shop::open();
    let run = shop.run(&["show", "buy"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    assert!(run.out.contains("lens: buy"), "{}", run.out);
    assert!(
        run.out.contains("Journey buy: Buy something"),
        "{}",
        run.out
    );
    let run = shop.run(&["explain", "buy"]);
    let wanted = "no touchpoint `buy`, but a journey: say one of its touchpoints, such as `buy/";
    assert!(run.err.contains(wanted), "{}", run.err);
    let run = shop.run(&["show", "buy/sear"]);
    assert!(
        run.err.contains("did you mean `buy/search`?"),
        "{}",
        run.err
    );
}

#[test]
fn an_unknown_touchpoint_is_an_error_and_so_is_a_meeting_without_a_terminal() {
    let shop = Shop::open();
    let none = shop.run(&["show", "serch"]);
    assert_eq!(none.code, Some(2));
    assert!(none.err.contains("did you mean `search`?"), "{}", none.err);
    let meeting = shop.run(&["present"]);
    assert_eq!(meeting.code, Some(2));
    assert!(meeting.err.contains("pothole show"), "{}", meeting.err);
    let palette = shop.run(&["--palette", "mauve", "show"]);
    assert_eq!(palette.code, Some(2));
    assert!(palette.err.contains("`color-blind`"), "{}", palette.err);
}

#[test]
fn what_is_overdue_follows_the_day_that_is_looked_from() {
    let shop = Shop::open();
    let owned = "        owner: tills            # since spring\n";
    let action = "{action: signs, title: Signs, status: planned, due: 2025-03-01}";
    let promised = format!("{owned}        actions: [{action}]\n");
    shop.write("buy.yaml", &BUY.replace(owned, &promised));
    let shown = |day| shop.run(&["show", "search", "--today", day]).out;
    assert!(
        shown("2025-03-11").contains("overdue"),
        "{}",
        shown("2025-03-11")
    );
    assert!(!shown("2025-03-01").contains("overdue"));
    // Before the command it would be the board's, and go unheard.
    let misplaced = shop.run(&["--today", "2025-03-11", "show", "search"]);
    assert_eq!(misplaced.code, Some(2));
    assert!(
        misplaced
            .err
            .contains("`--today` stands behind the command"),
        "{}",
        misplaced.err
    );
}

#[test]
fn of_a_touchpoint_where_nobody_has_spoken_no_share_is_said() {
    let sample = |what: &str| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/journeys");
        let run = Shop::open().run(&["-C", folder, what, "get-riding/hear-about-us"]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        run.out
    };
    let shown = sample("show");
    let passed = "passed    156,961, and none of them has spoken here";
    assert!(shown.contains(passed), "{shown}");
    assert!(shown.contains("no week has a complaint"), "{shown}");
    let explained = sample("explain");
    let passed = "156,961 passed, and none of them has spoken here";
    assert!(explained.contains(passed), "{explained}");
    assert!(!explained.contains("1,000 x 0"), "{explained}");
    let exported = |format| {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/journeys");
        Shop::open()
            .run(&["-C", folder, "export", "--format", format])
            .out
    };
    // Who passed is known; a rate of none would read as if all were well.
    let lines = exported("json");
    let own = lines
        .lines()
        .find(|line| line.contains("\"id\":\"get-riding/hear-about-us\""));
    let own = own.unwrap();
    for wanted in [
        "\"contact_rate\":{\"per_thousand\":null,\"low\":null,\"high\":null,\"complaints\":0,\"passed\":156961.0,",
        "\"saving\":null",
        "{\"measure\":\"contact_rate\",\"because\":\"cannot be said, because nobody has spoken here\"}",
    ] {
        assert!(own.contains(wanted), "{wanted}\n{own}");
    }
    let table = exported("csv");
    let mut table = csv::Reader::from_reader(table.as_bytes());
    let head = table.headers().unwrap().clone();
    let row = table
        .records()
        .map(Result::unwrap)
        .find(|row| &row[0] == "get-riding/hear-about-us");
    let row = row.unwrap();
    let cell = |name: &str| &row[head.iter().position(|head| head == name).unwrap()];
    for empty in [
        "contact_rate",
        "contact_rate_low",
        "contact_rate_high",
        "saving",
        "rank",
    ] {
        assert_eq!(cell(empty), "", "{empty}");
    }
    assert_eq!(cell("contact_rate_of"), "156961");
}
