//! The Markdown summary, read back as GitHub reads it.

use crate::shop::{BITING, Shop};
use pothole::board::Lens;
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
fn the_hottest_touchpoint_comes_first_with_its_interval_and_owner() {
    let tables = tables(&page(&Lens::default()));
    let hottest = &tables[0];
    assert_eq!(hottest[1][0], "Pay at the till ★ (buy/checkout)");
    assert_eq!(hottest[1][1], "68.2");
    assert_eq!(hottest[1][2], "48 of 60 = 80.0 % (68.2 to 88.2)");
    assert_eq!(hottest[1][3], "Tills & queues");
    assert_eq!(hottest[2][3], "Ana Sousa");
    assert_eq!(hottest.len(), 3);
}

#[test]
fn the_books_stand_on_the_page() {
    let text = page(&Lens::default());
    let tables = tables(&text);
    let books = tables.last().unwrap();
    assert_eq!(
        books.last().unwrap()[..],
        ["All", "1,175", "172", "1,002", "1", "8"].map(String::from)
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
    assert_eq!(steps[2][3], "nobody");
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
    assert_eq!(headings(&page(&Lens::default())), 4);
    assert_eq!(
        headings(&Shop::empty().exported(&Lens::default(), markdown)),
        4
    );
}
