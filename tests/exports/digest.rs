//! The digest of a week in every format, each read back by a parser of its own.

use crate::dom::parsed;
use crate::shop::Shop;
use pothole::board::{Board, Lens, Order};
use pothole::export::{
    Digest, Subject, Testimony, WeekError, digest_html, digest_markdown, digest_slack, digest_text,
    digest_week,
};
use pothole::feedback::{Day, Polarity, Verbatim};
use pulldown_cmark::{Event, Parser, Tag};
use serde_json::Value;
use std::io;
use unicode_width::UnicodeWidthStr;

/// What a chat would shout to everybody, what it would set bold, and what a page would run.
const SHOUT: &str =
    "<!channel> *everybody* <script>alert('&')</script> the till is _always_ closed";

fn said(text: &str, polarity: Polarity) -> Verbatim {
    Verbatim {
        text: text.to_owned(),
        day: Day::parse_iso("2024-12-30"),
        polarity,
        score: None,
        tags: Vec::new(),
        source: "tickets".to_owned(),
        segment: "small".to_owned(),
        customer: Some("Ada Lovelace".to_owned()),
        id: Some("T-1815".to_owned()),
        file: "feedback/tickets.csv".to_owned(),
        line: 2,
    }
}

fn with_board<T>(shop: &Shop, then: impl Fn(Subject<'_>) -> T) -> T {
    let board = Board::build(
        &shop.journeys,
        &shop.charter,
        &shop.overlay,
        &Lens::default(),
    );
    then(Subject {
        journeys: &shop.journeys,
        charter: &shop.charter,
        sources: &shop.sources,
        overlay: &shop.overlay,
        board: &board,
        order: Order::default(),
        testimony: &Testimony::default(),
    })
}

fn digest_of(shop: &Shop, week: Option<&str>, words: &str) -> Digest {
    with_board(shop, |subject| {
        let week = digest_week(subject.board, week).unwrap();
        Digest::gather(subject, week, |_| {
            let short = said("ok", Polarity::Complaint);
            vec![short, said(words, Polarity::Complaint)]
        })
    })
}

fn digest(week: &str) -> Digest {
    digest_of(&Shop::open(), Some(week), SHOUT)
}

fn written(digest: &Digest, format: fn(&Digest, &mut dyn io::Write) -> io::Result<()>) -> String {
    let mut bytes = Vec::new();
    format(digest, &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// The busiest week of the shop.
const BUSY: &str = "2025-W01";

#[test]
fn the_digest_is_what_was_agreed_in_every_format() {
    let digest = digest(BUSY);
    insta::assert_snapshot!("digest_text", written(&digest, digest_text));
    insta::assert_snapshot!("digest_markdown", written(&digest, digest_markdown));
    insta::assert_snapshot!("digest_slack", written(&digest, digest_slack));
    let page = written(&digest, digest_html);
    let (before, rest) = page.split_once("<style>").unwrap();
    let after = rest.split_once("</style>").unwrap().1;
    insta::assert_snapshot!("digest_html", format!("{before}<style></style>{after}"));
}

#[test]
fn a_chat_takes_the_message_and_nobody_is_called_by_it() {
    let endless = "& < > * 🦆🦆🦆🦆🦆 ".repeat(1_000);
    for words in [SHOUT, endless.as_str()] {
        let mut shop = Shop::open();
        shop.charter.title = Some(endless.clone());
        let message = written(&digest_of(&shop, Some(BUSY), words), digest_slack);
        let message: Value = serde_json::from_str(&message).unwrap();
        let blocks = message["blocks"].as_array().unwrap();
        assert!((4..=50).contains(&blocks.len()));
        // However long the title is, the week stays.
        let header = blocks[0]["text"]["text"].as_str().unwrap();
        assert!(header.ends_with(&format!(", week {BUSY}")), "{header}");
        let mut texts = Vec::new();
        for block in blocks {
            let elements = block["elements"].as_array().cloned().unwrap_or_default();
            texts.extend(elements);
            texts.extend(block.get("text").cloned());
        }
        for text in &texts {
            let words = text["text"].as_str().unwrap();
            let header = text["type"] == "plain_text";
            let most = if header { 150 } else { 3_000 };
            assert!(
                (1..=most).contains(&words.encode_utf16().count()),
                "{}",
                words.len()
            );
            if !header {
                assert_eq!(text["verbatim"], true);
                assert!(!words.contains('<'), "{words}");
                let quotes = words.matches('>').count();
                assert_eq!(quotes, words.matches("\n> ").count(), "{words}");
                let escapes = ["&amp;", "&lt;", "&gt;"].map(|one| words.matches(one).count());
                assert_eq!(words.matches('&').count(), escapes.iter().sum::<usize>());
            }
        }
    }
    assert!(written(&digest(BUSY), digest_slack).contains("&lt;!channel&gt; ∗everybody∗"));
}

#[test]
fn praise_comes_first_and_foreign_words_stay_words() {
    let page = written(&digest(BUSY), digest_markdown);
    let mut headings = Vec::new();
    let mut inside = false;
    for event in Parser::new(&page) {
        match event {
            Event::Start(Tag::Heading { .. }) => inside = true,
            Event::Text(text) if inside => {
                headings.push(text.to_string());
                inside = false;
            }
            Event::Html(_)
            | Event::InlineHtml(_)
            | Event::Start(Tag::Link { .. } | Tag::Emphasis) => {
                panic!("{event:?}")
            }
            _ => {}
        }
    }
    assert_eq!(headings[1..3], ["Praise", "Complaints"]);
    let document = parsed(&written(&digest(BUSY), digest_html));
    assert!(document.text().contains(SHOUT));
    assert!(document.named(&["script"]).is_empty());
}

#[test]
fn no_format_names_a_customer() {
    let digest = digest(BUSY);
    for format in [digest_text, digest_markdown, digest_slack, digest_html] {
        let text = written(&digest, format);
        assert!(
            !text.contains("Lovelace") && !text.contains("1815"),
            "{text}"
        );
        assert_eq!(text, written(&digest, format));
    }
}

#[test]
fn the_text_fits_a_terminal_of_eighty_columns() {
    let text = written(&digest(BUSY), digest_text);
    assert!(text.lines().all(|line| line.width() <= 80), "{text}");
    assert!(text.lines().count() <= 60, "{text}");
}

#[test]
fn a_week_of_silence_says_so_and_still_tells_how_it_stands() {
    let text = written(&digest("2025-W05"), digest_text);
    assert!(text.contains("Nothing was said in this week."), "{text}");
    assert!(
        !text.contains("PRAISE") && text.contains("Heard at 0 of"),
        "{text}"
    );
}

#[test]
fn a_week_that_is_not_there_is_refused_with_those_that_are() {
    with_board(&Shop::open(), |subject| {
        let refused = |text| digest_week(subject.board, Some(text)).unwrap_err();
        let told = refused("2030-W01").to_string();
        assert_eq!(
            told,
            "there is no feedback of week 2030-W01; the feedback runs from 2025-W01 to 2025-W07"
        );
        assert_eq!(refused("last"), WeekError::NotAWeek("last".to_owned()));
    });
    with_board(&Shop::empty(), |subject| {
        assert_eq!(digest_week(subject.board, None), Err(WeekError::Undated));
    });
}
