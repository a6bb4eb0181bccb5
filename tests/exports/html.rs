//! The page, read back as a browser reads it: sound, accessible, and harmless whatever people wrote.

use crate::dom::{Element, parsed};
use crate::shop::{BITING, Shop};
use pothole::board::Lens;
use pothole::export::html;
use std::collections::BTreeSet;

fn page() -> String {
    Shop::open().exported(&Lens::default(), html)
}

/// The page without its style, which is the same for all.
fn unstyled(page: &str) -> String {
    let (before, rest) = page.split_once("<style>").unwrap();
    let (_, after) = rest.split_once("</style>").unwrap();
    format!("{before}<style></style>{after}")
}

/// The cells of a table's body, row by row.
fn rows(table: &Element) -> Vec<Vec<String>> {
    let rows = table.named(&["tr"]).into_iter().skip(1);
    rows.map(|row| row.named(&["th", "td"]).iter().map(Element::text).collect())
        .collect()
}

#[test]
fn the_page_is_what_was_agreed() {
    insta::assert_snapshot!("html", unstyled(&page()));
}

#[test]
fn the_same_board_makes_the_same_bytes() {
    assert_eq!(page(), page());
}

#[test]
fn the_worst_touchpoint_stands_first_with_its_interval_and_its_n() {
    let page = parsed(&page());
    let tables = page.named(&["table"]);
    let worst = &rows(&tables[0])[0];
    assert!(worst[0].starts_with("1 Pay at the till ★"), "{worst:?}");
    assert_eq!(worst[2], "68.2");
    assert!(
        worst[3].starts_with("80.0 % 68.2 to 88.2 · 48 of 60"),
        "{worst:?}"
    );
}

#[test]
fn the_page_says_what_became_of_every_row() {
    let text = parsed(&page()).text();
    let said = "1,206 rows read = 203 mapped + 1,002 unmapped + 1 rejected";
    assert!(text.contains(said), "{text}");
}

#[test]
fn whoever_hears_the_page_can_find_their_way() {
    let document = parsed(&page());
    assert_eq!(
        document.named(&["html"])[0].attribute("lang").unwrap(),
        "en"
    );
    let mut last = 0;
    for heading in document.named(&["h1", "h2", "h3", "h4"]) {
        let level: u32 = heading.name()[1..].parse().unwrap();
        assert!(
            level <= last + 1 && (last > 0 || level == 1),
            "{}",
            heading.text()
        );
        last = level;
    }
    assert_eq!(document.named(&["h1"]).len(), 1);
    for table in document.named(&["table"]) {
        assert!(!table.named(&["caption"])[0].text().is_empty());
        assert!(
            table
                .named(&["th"])
                .iter()
                .all(|th| th.attribute("scope").is_some())
        );
        assert!(
            table
                .named(&["tr"])
                .iter()
                .skip(1)
                .all(|tr| tr.named(&["th"]).len() == 1)
        );
    }
    for svg in document.named(&["svg"]) {
        let silent = svg.attribute("aria-hidden").is_some();
        assert!(silent || !svg.named(&["title"]).is_empty());
    }
    for heat in document.all() {
        let class = heat.attribute("class").unwrap_or_default();
        if class.split(' ').any(|one| one == "heat") {
            assert!(!heat.text().is_empty(), "a colour without a word: {class}");
        }
    }
}

#[test]
fn every_anchor_is_there_and_every_id_is_one() {
    let document = parsed(&page());
    let ids: Vec<String> = document
        .all()
        .iter()
        .filter_map(|one| one.attribute("id"))
        .collect();
    let once: BTreeSet<&String> = ids.iter().collect();
    assert_eq!(once.len(), ids.len());
    for link in document.named(&["a"]) {
        let target = link.attribute("href").unwrap();
        let there = target
            .strip_prefix('#')
            .is_none_or(|id| once.contains(&id.to_owned()));
        assert!(there, "{target}");
    }
    for one in document.all() {
        for key in ["aria-labelledby", "aria-describedby"] {
            for id in one.attribute(key).unwrap_or_default().split_whitespace() {
                assert!(once.contains(&id.to_owned()), "{id}");
            }
        }
    }
}

#[test]
fn nothing_runs_and_nothing_is_fetched() {
    let mut shop = Shop::open();
    shop.charter.title = Some("</title><script>alert(1)</script>".to_owned());
    BITING.clone_into(&mut shop.sources[0].title);
    let page = shop.exported(&Lens::default(), html);
    let document = parsed(&page);
    let loading = [
        "script", "link", "img", "iframe", "object", "embed", "form", "base", "use", "image",
    ];
    assert!(document.named(&loading).is_empty());
    for one in document.all() {
        for (key, value) in one.attributes() {
            assert!(!key.starts_with("on") && key != "src", "{key}={value}");
            assert!(
                !value.to_lowercase().contains("javascript:"),
                "{key}={value}"
            );
            if key == "href" {
                assert!(
                    value.starts_with('#') || value.starts_with("https://"),
                    "{value}"
                );
            }
        }
    }
    assert!(!page.contains("@import") && !page.contains("url("));
    let policy = document.named(&["meta"]);
    let policy = policy
        .iter()
        .find_map(|meta| meta.attribute("http-equiv").and(meta.attribute("content")));
    assert!(policy.unwrap().starts_with("default-src 'none'"));
    assert_eq!(
        document.named(&["h1"])[0].text(),
        "</title><script>alert(1)</script> Where it hurts"
    );
    assert!(
        document.text().contains(BITING),
        "what people wrote shows as they wrote it"
    );
}

#[test]
fn an_empty_workspace_has_a_page_that_says_so() {
    let page = Shop::empty().exported(&Lens::default(), html);
    let text = parsed(&page).text();
    assert!(
        text.contains("No touchpoint has enough feedback to say."),
        "{text}"
    );
    assert!(text.contains("No row of feedback has been read."), "{text}");
    assert!(!text.contains("NaN") && !text.contains("inf"));
    // Nothing leads to a section that has nothing to say, and no list is empty.
    for link in page.split("href=\"#").skip(1) {
        let anchor = link.split('"').next().unwrap();
        assert!(page.contains(&format!(" id=\"{anchor}\"")), "{anchor}");
    }
    assert!(!page.contains("#changes") && !page.contains("<ul class=\"told\">\n</ul>"));
}
