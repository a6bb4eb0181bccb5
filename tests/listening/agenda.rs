//! `pothole agenda`: whom to invite and why, and what to speak of; the same bytes for the same input.

use super::command::pothole;
use super::shop::{CHARTER, JOURNEY, REGISTER, folder};

const ACTIONS: &str = "        actions:
          - {action: one-invoice, title: One invoice a month, owner: ida, status: fixing, due: 2026-10-15}
          - {action: plain-words, title: Plain words, status: shipped, shipped: 2026-09-01}
          - {action: far-off, title: A new portal, due: 2027-03-01}
";

fn shop() -> tempfile::TempDir {
    let charter = format!("{CHARTER}friction: {{least-rows: 1}}\n");
    let place = "        feedback: [{source: tickets, tags: [invoice]}]\n";
    let journey = JOURNEY.replace(place, &format!("{place}{ACTIONS}"));
    folder(&[
        ("pothole.yaml", &charter),
        ("pay.yaml", &journey),
        ("listening.yaml", REGISTER),
    ])
}

const PAGE: &str = "\
The first thirty minutes, 2026-10-20
  From feedback of 2026-08-03 to 2026-09-20.

0:00 A customer, ten minutes
  Invite customer C3 (small), about Read the invoice (pay/invoice), number 1 of
  what hurts most.
    “No idea what I pay for”
  - Said on 2026-09-15, in tickets (feedback/tickets.csv:4).
  - Nobody has listened to them yet.
  - small is unheard: never heard, 0 contacts in a year; 75.0 % of the feedback.
  - Else customer C4 (large), about reminder (pay/reminder): “A reminder though
    I had paid”

0:10 Where it hurts most, ten minutes
  touchpoint        friction  95 %           complaints  owner
";

#[test]
fn the_agenda_invites_whom_nobody_has_heard_and_says_why() {
    let root = shop();
    let (code, page, said) = pothole(root.path(), &["agenda", "--today", "2026-10-20"]);
    assert_eq!(code, 0, "{said}");
    let top: Vec<&str> = page.lines().take(15).collect();
    let expected: Vec<&str> = PAGE.lines().take(15).collect();
    assert_eq!(top, expected);
    for line in [
        "Ida Moor: One invoice a month (Read the invoice), 5 days overdue.",
        "Plain words (Read the invoice): shipped since 2026-09-01, not shown",
    ] {
        assert!(page.contains(line), "{page}");
    }
    assert!(
        page.contains("Mara Lind: 2 interviews a month, overdue, 1 missed."),
        "{page}"
    );
    assert!(!page.contains("A new portal"), "{page}");
    let (_, again, _) = pothole(root.path(), &["agenda", "--today", "2026-10-20"]);
    assert_eq!(page, again);
}

#[test]
fn the_agenda_in_markdown_is_read_by_a_parser_as_it_is_meant() {
    let root = shop();
    let arguments = ["agenda", "--today", "2026-10-20", "--format", "markdown"];
    let (_, page, _) = pothole(root.path(), &arguments);
    let options = pulldown_cmark::Options::ENABLE_TABLES;
    let (mut headings, mut quotes, mut items) = (0, 0, 0);
    for event in pulldown_cmark::Parser::new_ext(&page, options) {
        match event {
            pulldown_cmark::Event::Start(pulldown_cmark::Tag::Heading { .. }) => headings += 1,
            pulldown_cmark::Event::Start(pulldown_cmark::Tag::BlockQuote(_)) => quotes += 1,
            pulldown_cmark::Event::Start(pulldown_cmark::Tag::Item) => items += 1,
            _ => {}
        }
    }
    assert_eq!((headings, quotes), (5, 1), "{page}");
    // Three reasons and another customer; a fix and four promises to listen; a loop.
    assert_eq!(items, 4 + 5 + 1, "{page}");
}

#[test]
fn a_workspace_without_feedback_still_has_an_agenda() {
    let root = folder(&[("feedback/tickets.csv", "id,at,text,tags,plan,who\n")]);
    let (code, page, _) = pothole(root.path(), &["agenda", "--today", "2026-10-20"]);
    assert_eq!(code, 0);
    assert!(page.contains("Keep a chair empty"), "{page}");
    assert!(
        page.contains("No touchpoint has enough rows to be ranked."),
        "{page}"
    );
}

#[test]
fn what_says_whose_words_they_are_is_masked_unless_it_is_asked_for() {
    let register = "- {on: 2026-08-12, who: mara, how: call, words: Write to ann@example.com}\n";
    let root = folder(&[("listening.yaml", register)]);
    let listen = ["listen", "--today", "2026-10-20"];
    let (_, page, _) = pothole(root.path(), &listen);
    assert!(
        !page.contains("ann@example.com") && page.contains("Write to"),
        "{page}"
    );
    let (_, page, _) = pothole(root.path(), &[&listen[..], &["--raw"]].concat());
    assert!(page.contains("ann@example.com"), "{page}");
}
