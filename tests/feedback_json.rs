//! Feedback in JSON lines, and verbatims read back from every format.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a test may stop where it cannot go on, and says what it skips"
)]

mod feedback_desk;

use feedback_desk::Desk;
use pothole::feedback::{Condition, Polarity, Scale, Score, Speaks, verbatims};

fn reviews(desk: &mut Desk) {
    desk.file(
        "reviews.jsonl",
        "\u{feff}{\"id\":7,\"when\":\"2025-03-01T10:00:00Z\",\"body\":{\"text\":\"Checkout\\u001b[31m broke\\nTwice\"},\"stars\":1.0,\"labels\":[\"Pay\",\"x;y\"]}\r\n\
         \r\n\
         {\"when\":\"2025-03-02\",\"body\":{\"text\":\"fine\"},\"stars\":4.5,\"labels\":\"other; pay\"}\r\n\
         [1]\r\n\
         {\"when\":\"2025-03-03\",\"stars\":9}\r\n\
         {\"when\":null,\"stars\":null,\"labels\":[]}",
    );
    let source = desk.source("reviews", "reviews.jsonl");
    source.columns.id = Some("id".into());
    source.columns.at = Some("when".into());
    source.columns.text = vec!["body.text".into()];
    source.columns.score = Some("stars".into());
    source.columns.tags = Some("labels".into());
    source.columns.customer = Some("user".into());
    source.speaks = Speaks::Scored(Scale::named("stars-5").unwrap());
    desk.when("shop/pay", Condition::Tags(vec!["pay".into()]));
}

#[test]
fn json_lines_are_read_by_path_and_bad_lines_are_named() {
    let mut desk = Desk::new(&["shop/pay"]);
    reviews(&mut desk);
    let overlay = desk.scan();
    assert_eq!(Desk::books(&overlay), (5, 2, 1, 2));
    assert_eq!(desk.counts(&overlay, "shop/pay"), (1, 0, 1, 0));
    let rejected = &overlay.books.rejected;
    assert_eq!((rejected[0].line, rejected[1].line), (4, 5));
    assert!(rejected[0].reason.contains("expected an object"));
    assert!(rejected[1].reason.starts_with("`stars` is `9`"));
    let unread = &overlay.books.unread;
    assert_eq!(unread.len(), 1);
    assert!(
        unread[0].reason.starts_with("no row has `user`"),
        "{unread:?}"
    );
}

#[test]
fn verbatims_are_read_back_newest_first_and_cleaned() {
    let mut desk = Desk::new(&["shop/pay"]);
    reviews(&mut desk);
    desk.file(
        "old.csv",
        "id,at,text,tags,who\n\
         1,2024-01-01,\"Said \"\"no\"\"\n\u{202e}twice\",pay,Ana\n\
         2,,\"no date\",pay,\n\
         3,2024-01-02,  ,pay,Bo\n",
    );
    let source = desk.source("old", "old.csv");
    source.columns.id = Some("id".into());
    source.columns.at = Some("at".into());
    source.columns.text = vec!["text".into()];
    source.columns.tags = Some("tags".into());
    source.columns.customer = Some("who".into());
    source.speaks = Speaks::Always(Polarity::Complaint);
    let overlay = desk.scan();
    let places = overlay.places_of(0);
    let read = verbatims(desk.folder.path(), &desk.sources, &overlay, places);
    let texts: Vec<_> = read
        .iter()
        .map(|said| (said.text.as_str(), said.line, said.id.as_deref()))
        .collect();
    assert_eq!(
        texts,
        [
            ("fine", 3, None),
            ("Checkout␛[31m broke\nTwice", 1, Some("7")),
            ("Said \"no\"\n�twice", 2, Some("1")),
            ("no date", 4, Some("2")),
        ]
    );
    assert_eq!(read[0].score, Some(Score(450)));
    assert_eq!(read[0].polarity, Polarity::Praise);
    assert_eq!(read[2].customer.as_deref(), Some("Ana"));
    assert_eq!(read[3].day, None);
    // A row that has changed since is left out rather than guessed at.
    desk.file("old.csv", "id,at,text,tags,who\n1\n");
    let read = verbatims(desk.folder.path(), &desk.sources, &overlay, places);
    assert_eq!(read.len(), 2);
}
