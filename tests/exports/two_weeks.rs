//! The digests of two weeks of the sample, as the program prints them: one in which a fix was shipped, one in
//! which customers were told. Each format is read back by a parser of its own.

use crate::dom::parsed;
use insta::assert_snapshot;
use pulldown_cmark::{Event, Parser, Tag};
use serde_json::Value;
use std::process::Command;
use unicode_width::UnicodeWidthStr;

/// The week in which the phone could be held to the lock, and the one in which people heard of the vans.
const WEEKS: [(&str, &str, &str); 2] = [
    ("2026-W04", "Shipped", "Hold the phone to the lock"),
    ("2026-W25", "Customers told", "Lend two vans"),
];

fn digest(week: &str, format: &str) -> String {
    of_the_sample(&["digest", "--week", week, "--format", format])
}

fn of_the_sample(arguments: &[&str]) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/journeys");
    let mut program = Command::new(env!("CARGO_BIN_EXE_pothole"));
    program.args(["-C", folder, "--no-cache"]);
    let out = program.args(arguments).output().unwrap();
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn two_weeks_of_the_sample_are_told_alike_on_every_day() {
    for (week, ..) in WEEKS {
        for format in ["text", "markdown", "slack", "html"] {
            let told = digest(week, format);
            assert_eq!(told, digest(week, format), "{week} {format}");
            let golden = match told.split_once("<style>") {
                Some((before, rest)) => {
                    let after = rest.split_once("</style>").unwrap().1;
                    format!("{before}<style></style>{after}")
                }
                None => told,
            };
            assert_snapshot!(format!("{week}_{format}"), golden);
        }
    }
}

#[test]
fn the_page_and_the_text_tell_what_was_shipped_and_who_was_told() {
    for (week, heading, words) in WEEKS {
        let text = digest(week, "text");
        assert!(text.lines().all(|line| line.width() <= 80), "{text}");
        assert!(text.lines().count() <= 60, "{text}");
        let page = digest(week, "markdown");
        let mut headings = Vec::new();
        let mut inside = false;
        for event in Parser::new(&page) {
            match event {
                Event::Start(Tag::Heading { .. }) => inside = true,
                Event::Text(text) if std::mem::take(&mut inside) => headings.push(text.to_string()),
                _ => {}
            }
        }
        assert_eq!(headings[1], "Praise");
        assert!(
            headings.iter().any(|found| found == heading),
            "{headings:?}"
        );
        let document = parsed(&digest(week, "html"));
        assert!(document.named(&["script"]).is_empty());
        let titles = document.named(&["h2"]);
        assert!(titles.iter().any(|title| title.text() == heading));
        for told in [text, page, document.text()] {
            let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(told.contains(words), "{told}");
        }
    }
}

#[test]
fn a_chat_shows_each_week_on_one_screen() {
    for (week, _, words) in WEEKS {
        let message: Value = serde_json::from_str(&digest(week, "slack")).unwrap();
        let blocks = message["blocks"].as_array().unwrap();
        assert!((4..=50).contains(&blocks.len()));
        let mut lines = 0;
        let mut all = String::new();
        for block in blocks {
            let elements = block["elements"].as_array().into_iter().flatten();
            for text in elements.chain(block.get("text")) {
                let words = text["text"].as_str().unwrap();
                assert!((1..=3_000).contains(&words.chars().count()));
                // A chat breaks lines after some hundred characters.
                lines += words
                    .lines()
                    .map(|line| 1 + line.chars().count() / 100)
                    .sum::<usize>();
                all += words;
            }
        }
        assert!(lines <= 50, "{lines} lines");
        assert!(all.contains(words), "{all}");
    }
}

#[test]
fn the_page_and_the_agenda_say_what_came_back_and_what_nobody_has_proven() {
    let page = of_the_sample(&["export", "--format", "html", "--today", "2026-11-02"]);
    let document = parsed(&page);
    let rows = document.named(&["tr"]);
    let row = |title: &str| {
        let mut rows = rows.iter().map(crate::dom::Element::text);
        rows.find(|row| row.starts_with(title)).unwrap()
    };
    let back = row("Pay out when the hub ticks the bike in");
    assert!(back.contains("came back, shipped by its file"), "{back}");
    assert!(
        back.contains("since 2026-09-06 complaints are 2.8 times"),
        "{back}"
    );
    assert!(row("Let people choose their hour").contains("shipped, unproven"));
    let agenda = of_the_sample(&["agenda", "--today", "2026-11-02"]);
    let agenda = agenda.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = "came back, 2.8 times the complaints since 2026-09-06; open it again before anybody is told";
    assert!(agenda.contains(told), "{agenda}");
}

#[test]
fn all_scorecards_fit_eighty_columns_and_no_number_is_cut() {
    let page = of_the_sample(&["scorecard"]);
    assert!(page.lines().all(|line| line.width() <= 80), "{page}");
    let tables: Vec<&str> = page
        .lines()
        .filter(|line| line.contains("· Malik"))
        .collect();
    assert_eq!(tables.len(), 2, "{page}");
    for line in tables
        .into_iter()
        .chain(page.lines().filter(|line| line.ends_with(" closed")))
    {
        assert!(!line.ends_with('…'), "{line}");
    }
    let head = page
        .lines()
        .find(|line| line.trim_start().starts_with("owner"));
    assert!(head.unwrap().ends_with("closed"), "{page}");
}
