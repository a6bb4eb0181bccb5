//! The Markdown summary, read back as GitHub reads it.

use crate::shop::{BITING, Shop};
use crate::street::Street;
use pothole::board::{Lens, Order};
use pothole::export::markdown;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

fn page(lens: &Lens) -> String {
    Shop::open().exported(lens, markdown)
}

/// Every table as rows of cells, each cell as the text a reader sees.
fn tables(text: &str) -> Vec<Vec<Vec<String>>> {
    let mut tables: Vec<Vec<Vec<String>>> = Vec::new();
    let mut inside = false;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::Table(_)) => {
                inside = true;
                tables.push(Vec::new());
            }
            Event::End(TagEnd::Table) => inside = false,
            Event::Start(Tag::TableHead | Tag::TableRow) => {
                tables.last_mut().unwrap().push(Vec::new());
            }
            Event::Start(Tag::TableCell) => {
                let row = tables.last_mut().unwrap().last_mut().unwrap();
                row.push(String::new());
            }
            Event::Text(words) if inside => {
                let row = tables.last_mut().unwrap().last_mut().unwrap();
                row.last_mut().unwrap().push_str(&words);
            }
            _ => {}
        }
    }
    tables
}

#[test]
fn the_page_is_what_was_agreed() {
    insta::assert_snapshot!("markdown", page(&Lens::default()));
}

#[test]
fn the_worst_touchpoint_comes_first_with_its_interval_and_owner() {
    let text = page(&Lens::default());
    let worst = &tables(&text)[0];
    let names = worst.iter().skip(1).map(|row| row[0].as_str());
    assert_eq!(
        names.collect::<Vec<_>>(),
        [
            "Pay at the till ★ (buy/checkout)",
            "-10 % back (give-back/refund)",
            "Find it (buy/search)"
        ]
    );
    assert_eq!(worst[1][1], "48 (72.7 %)");
    assert_eq!(worst[1][2], "68.2");
    assert_eq!(worst[1][3], "48 of 60 = 80.0 % (68.2 to 88.2)");
    assert_eq!(worst[2][4], "nobody");
    assert_eq!(worst[1][4], "Tills & queues");
    assert_eq!(worst[3][4], "Ana Sousa");
    assert!(text.contains("6 touchpoints: 2 hot, 1 of them without an owner;"));
}

#[test]
fn a_place_where_only_complaints_can_be_heard_is_marked() {
    let text = page(&Lens::default());
    let worst = &tables(&text)[0];
    assert_eq!(worst[2][2], "89.0 †");
    assert!(text.contains("† Only sources in which every row is a complaint speak here"));
    let stars = Lens {
        sources: vec!["stars".into(), "nps".into()],
        ..Lens::default()
    };
    assert!(!page(&stars).contains('†'));
}

#[test]
fn a_measure_that_nobody_was_asked_for_takes_no_column() {
    let worst = &tables(&page(&Lens::default()))[0];
    assert!(worst[0].contains(&"NPS".to_owned()) && !worst[0].contains(&"CES".to_owned()));
}

#[test]
fn the_books_stand_on_the_page() {
    let text = page(&Lens::default());
    let tables = tables(&text);
    let books = tables.last().unwrap();
    assert_eq!(
        books.last().unwrap()[..],
        ["All", "1,206", "203", "1,002", "1", "8"].map(String::from)
    );
    assert!(
        text.contains("**Not read:** feedback/tickets-2.csv (column \\`subject\\` is missing)")
    );
    assert!(text.contains("**Broken journey:** loyalty.yaml"));
}

#[test]
fn a_name_that_bites_is_shown_as_it_is_written() {
    let lens = Lens {
        journeys: vec!["buy".into()],
        ..Lens::default()
    };
    let text = page(&lens);
    let steps = &tables(&text)[2];
    assert_eq!(steps[2][0], format!("{BITING} (buy/basket)"));
    assert_eq!(steps[2][4], "nobody");
    for event in Parser::new_ext(&text, Options::all()) {
        assert!(
            !matches!(
                event,
                Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock)
                    | Event::Html(_)
                    | Event::InlineHtml(_)
            ),
            "{event:?}"
        );
    }
}

#[test]
fn every_row_has_a_cell_for_every_column() {
    let lens = Lens {
        journeys: vec!["buy".into(), "give-back".into()],
        ..Lens::default()
    };
    for table in tables(&page(&lens)) {
        assert!(
            table.iter().all(|row| row.len() == table[0].len()),
            "{table:?}"
        );
    }
}

#[test]
fn headings_lead_from_the_title_down_and_an_empty_workspace_has_them_too() {
    let headings = |text: &str| {
        let events = Parser::new_ext(text, Options::ENABLE_TABLES);
        events
            .filter(|e| matches!(e, Event::End(TagEnd::Heading(_))))
            .count()
    };
    assert_eq!(headings(&page(&Lens::default())), 6);
    assert_eq!(
        headings(&Shop::empty().exported(&Lens::default(), markdown)),
        4
    );
}

#[test]
fn the_page_tells_spikes_fixes_savings_targets_and_drivers() {
    let text = Street::open().exported(&Lens::default(), Order::default(), markdown);
    for said in [
        "**Stand in the queue** (buy/queue) spiked, 32 complaints where ",
        "Words that grew most: “broke” (28, before 0), “oven” (28, before 0).",
        "| A card reader that works | Pay ",
        "**better**",
        "0.20 (0.13 to 0.29)",
        "| Stand in the queue (buy/queue) | Buy bread | ",
        "75.2 % reach the goal",
        "by the complaints of those known to have passed",
        "**target missed**",
        "bakers' guild",
        "concentrate here",
        "**By number and by share the order differs**",
    ] {
        assert!(text.contains(said), "{said} is not in {text}");
    }
}

#[test]
fn another_order_puts_another_touchpoint_first() {
    let first = |order| {
        let text = Street::open().exported(&Lens::default(), order, markdown);
        tables(&text)[0][1][0].clone()
    };
    assert_eq!(first(Order::Pain), "Pay ★ (buy/pay)");
    assert_eq!(first(Order::Complaints), "Stand in the queue (buy/queue)");
}

#[test]
fn a_spike_names_its_tags_and_a_journeys_page_its_emotion_curves() {
    let street = Street::open();
    let page = street.exported(&Lens::default(), Order::default(), markdown);
    assert!(
        page.contains("Tags that grew most: “repair” (28, before"),
        "{page}"
    );
    let lens = Lens {
        journeys: vec!["buy".into()],
        ..Lens::default()
    };
    let page = street.exported(&lens, Order::default(), markdown);
    let curves = tables(&page)
        .into_iter()
        .find(|table| table[0][0] == "Emotion curve")
        .unwrap();
    assert_eq!(curves[0], ["Emotion curve", "All", "small", "large"]);
    assert_eq!(curves[3][0], "Pay ★");
    // Nobody scored the attic: a gap in every curve.
    assert_eq!(curves[5][1..], ["–", "–", "–"]);
}
