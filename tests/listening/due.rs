//! Who is due, who is overdue, and which segments nobody hears, as of a day that is given.

use super::shop::{CHARTER, REGISTER, folder, listened};
use pothole::board::Kept;

/// Whose promise, how it stands, what is done and how many periods were missed.
fn duties(today: &str) -> Vec<(String, &'static str, u32, u32)> {
    let root = folder(&[("listening.yaml", REGISTER)]);
    let listened = listened(root.path(), today);
    let duties = listened.duties.iter().map(|duty| {
        let who = duty.who.clone().unwrap_or_default();
        let how = duty.cadence.how.word();
        (
            format!("{who} {how}"),
            duty.kept().word(),
            duty.done,
            duty.missed,
        )
    });
    duties.collect()
}

fn line(who: &str, kept: &'static str, done: u32, missed: u32) -> (String, &'static str, u32, u32) {
    (who.to_owned(), kept, done, missed)
}

#[test]
fn a_promise_is_due_in_its_period_and_overdue_when_a_full_one_was_missed() {
    // In September one interview each; the first contact was on 12 August, so August was not full.
    assert_eq!(
        duties("2026-09-20"),
        [
            line("mara interview", "due", 1, 0),
            line("ben interview", "due", 1, 0),
            line("ben front-line-day", "due", 0, 0),
            line(" meeting", "due", 0, 0),
        ]
    );
    assert_eq!(
        duties("2026-10-20"),
        [
            line("mara interview", "overdue", 0, 1),
            line("ben interview", "overdue", 0, 1),
            line("ben front-line-day", "overdue", 0, 1),
            line(" meeting", "overdue", 0, 3),
        ]
    );
}

#[test]
fn a_contact_after_today_keeps_no_promise() {
    let root = folder(&[("listening.yaml", REGISTER)]);
    let early = listened(root.path(), "2026-09-01");
    assert_eq!((early.contacts.len(), early.ahead), (1, 2));
    assert_eq!(early.count(Kept::Kept), 0);
}

#[test]
fn small_customers_whom_nobody_hears_stand_out_beside_large_ones() {
    let mut register = String::new();
    for day in 1..=20 {
        let contact = format!("- {{on: 2026-09-{day:02}, who: ida, how: call, segment: large}}\n");
        register += &contact;
    }
    let root = folder(&[("listening.yaml", &register)]);
    let listened = listened(root.path(), "2026-09-30");
    let [small, large] = &listened.segments[..] else {
        panic!("two segments: {:?}", listened.segments)
    };
    assert_eq!(
        (small.segment.as_str(), small.contacts, small.last),
        ("small", 0, None)
    );
    assert!(small.quiet && small.is_slighted());
    // Three of four tickets are theirs; contacts are counted apart from the feedback they make.
    assert_eq!(small.of_feedback, Some(75.0));
    assert!(!large.quiet && !large.is_slighted());
}

#[test]
fn without_a_register_everything_is_due_and_nothing_overdue() {
    let root = folder(&[]);
    let listened = listened(root.path(), "2026-08-20");
    assert_eq!(listened.count(Kept::Overdue), 0);
    assert_eq!(listened.count(Kept::Due), listened.duties.len());
    assert_eq!(CHARTER.matches("how:").count(), 3);
    assert_eq!(listened.duties.len(), 4);
}
