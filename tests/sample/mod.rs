//! Makes the feedback of the sample workspace: the same bytes on every machine, every time.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test's generator should fail where it stands"
)]

mod bank;
mod crowd;
mod customer;
mod listening;
mod nps;
mod plan;
mod reviews;
mod rng;
mod season;
mod slots;
mod speech;
mod tickets;
mod visits;

use speech::Speech;

/// Every file of `journeys` that is made, by name.
pub(crate) fn files() -> Vec<(&'static str, String)> {
    // One voice for all, so that nobody repeats what somebody said in another file.
    let mut speech = Speech::new(2025);
    let tickets = tickets::tickets(&mut speech);
    let riders = crowd::riders(&tickets);
    let [of_2025, of_2026] = nps::answers(&mut speech);
    let visits = visits::visits(&mut speech);
    let reviews = reviews::reviews(&mut speech);
    let mut files = vec![
        ("feedback/tickets.csv", tickets),
        ("feedback/nps-2025.csv", of_2025),
        ("feedback/nps-2026.csv", of_2026),
        ("feedback/visit-survey.csv", visits),
        ("feedback/app-reviews.jsonl", reviews),
        ("feedback/doors.csv", crowd::doors()),
        ("feedback/riders.csv", riders),
    ];
    files.extend(listening::registers(&mut speech));
    files
}
