//! Names that nobody sane would give, in every format, read back by a parser of that format.

use crate::shop::Shop;
use pothole::board::Lens;
use pothole::export::{csv, json, markdown};
use pothole::journey::{Address, Journeys, TouchpointIndex};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde_json::Value;

/// The shop with another title at its second touchpoint.
fn named(title: &str) -> Shop {
    let mut shop = Shop::open();
    let mut journeys = Journeys::new();
    for (index, touchpoint) in shop.journeys.touchpoints() {
        let mut touchpoint = touchpoint.clone();
        if index == TouchpointIndex::new(1) {
            title.clone_into(&mut touchpoint.title);
            touchpoint.owner = Some(title.to_owned());
        }
        journeys.add_touchpoint(touchpoint);
    }
    for journey in shop.journeys.all() {
        journeys.add_journey(journey.clone());
    }
    shop.journeys = journeys;
    shop
}

fn steps_of_buy() -> Lens {
    Lens {
        journeys: vec!["buy".into()],
        ..Lens::default()
    }
}

/// The text of every cell of the last table but one, row by row; panics on anything that is not text.
fn cells(page: &str) -> Vec<String> {
    let github = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_MATH;
    let mut cells = Vec::new();
    for event in Parser::new_ext(page, github) {
        match event {
            Event::Start(Tag::TableCell) => cells.push(String::new()),
            Event::Text(text) => {
                if let Some(cell) = cells.last_mut() {
                    cell.push_str(&text);
                }
            }
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::HtmlBlock)
            | Event::Html(_)
            | Event::InlineHtml(_)
            | Event::InlineMath(_)
            | Event::FootnoteReference(_) => panic!("{event:?} in {page}"),
            _ => {}
        }
    }
    cells
}

/// Any text at all, and text made of what the formats use for themselves.
fn names() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[|\\\\`*_\\[\\]<>~&#$@:/.=+()!{}^\"' \t\n\r,;-]{0,24}",
        "(http://|www\\.|<b>|&amp;|\\$x\\$|\\[\\^1\\]|javascript:|@all|~~|\\| )[a-z .)\\]|]{0,12}",
        "[ \t\r\n\u{a0}\u{feff}\u{200b}]{0,3}[=+@-][A-Za-z0-9()!\"'|, ]{0,16}",
    ]
}

/// The same throws on every run, more of them when `PROPTEST_CASES` asks.
fn dice() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        rng_seed: RngSeed::Fixed(20_251_109),
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(dice())]

    #[test]
    fn markdown_shows_every_name_as_text_in_its_own_cell(name in names()) {
        let page = named(&name).exported(&steps_of_buy(), markdown);
        let plain = named("Plain").exported(&steps_of_buy(), markdown);
        prop_assert_eq!(page.lines().count(), plain.lines().count());
        let cells = cells(&page);
        prop_assert_eq!(cells.len(), self::cells(&plain).len());
        let visible = name.chars().all(|c| !c.is_control() && (' '..='~').contains(&c));
        if visible {
            let words: Vec<&str> = name.split_whitespace().collect();
            let shown = format!("{} (buy/basket)", words.join(" "));
            prop_assert!(cells.contains(&shown.trim_start().to_owned()), "{:?} not in {}", name, page);
        }
        prop_assert!(!page.contains(|c: char| c.is_control() && c != '\n'));
    }

    #[test]
    fn a_csv_cell_is_one_line_and_no_formula(name in names()) {
        let text = named(&name).exported(&Lens::default(), csv);
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(rows.len(), 6);
        for cell in [&rows[1][3], &rows[1][5]] {
            let blank = |c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}');
            let begins = cell.trim_start_matches(blank);
            prop_assert!(!begins.starts_with(['=', '+', '-', '@']), "{:?}", cell);
            prop_assert!(!cell.contains(char::is_control), "{:?}", cell);
        }
    }

    #[test]
    fn json_gives_every_name_back_as_it_was(name in names()) {
        let text = named(&name).exported(&Lens::default(), json);
        let board: Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(&board["touchpoints"][1]["title"], &name);
        prop_assert!(!text.contains(|c: char| c.is_control() && c != '\n'));
    }
}

#[test]
fn the_shop_keeps_its_touchpoints_when_one_is_renamed() {
    let shop = named("Plain");
    assert!(shop.journeys.find(&Address::new("buy", "basket")).is_some());
    assert_eq!(shop.journeys.touchpoint_count(), 6);
}
