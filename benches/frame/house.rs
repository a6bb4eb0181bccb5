//! Large workspaces on disk: journeys of ten stages with branches, skips and loops, teams and people, actions,
//! and feedback that hurts more in some places than in others.

use std::fmt::Write;
use std::fs;
use std::path::Path;

const JOURNEYS: usize = 200;
const EACH: usize = 50;
const TEAMS: usize = 40;
const ROWS: usize = 120_000;

/// Builds 200 journeys of 50 touchpoints, with their feedback.
pub(crate) fn build(folder: &Path) {
    build_without_feedback(folder);
    fs::write(folder.join("survey.csv"), survey()).unwrap();
    fs::write(folder.join("mail.csv"), mail()).unwrap();
}

/// Builds the same journeys with files of feedback that have headers alone.
pub(crate) fn build_without_feedback(folder: &Path) {
    let mut charter = String::from(
        "title: A large house\n\
         sources:\n\
         \x20 survey: {files: survey.csv, scale: csat-5, columns: {at: day, segment: segment, text: words, score: score, touchpoint: about}}\n\
         \x20 mail: {files: mail.csv, speaks: complaint, columns: {at: day, segment: segment, text: words}}\n\
         teams:\n",
    );
    for team in 0..TEAMS {
        let _ = writeln!(charter, "  team-{team}: Team number {team}");
    }
    charter.push_str("people:\n");
    for person in 0..TEAMS {
        let _ = writeln!(
            charter,
            "  person-{person}: {{name: Person number {person}, team: team-{person}}}"
        );
    }
    fs::write(folder.join("pothole.yaml"), charter).unwrap();
    for journey in 0..JOURNEYS {
        let text = text_of(journey, 10, EACH / 10);
        fs::write(folder.join(format!("j{journey:03}.yaml")), text).unwrap();
    }
    fs::write(folder.join("survey.csv"), "day,segment,score,about,words\n").unwrap();
    fs::write(folder.join("mail.csv"), "day,segment,words\n").unwrap();
}

/// Builds a workspace of one journey without feedback.
pub(crate) fn large_journey(folder: &Path, stages: usize, each: usize) {
    fs::write(folder.join("pothole.yaml"), "title: One long way\n").unwrap();
    fs::write(folder.join("one.yaml"), text_of(0, stages, each)).unwrap();
}

fn text_of(journey: usize, stages: usize, each: usize) -> String {
    let owner = journey % TEAMS;
    let mut text = format!(
        "journey: j{journey:03}\ntitle: Journey number {journey}\npersona: Customer {}\nowner: team-{owner}\nstages:\n",
        journey % 12
    );
    let count = stages * each;
    for place in 0..count {
        if place % each == 0 {
            let stage = place / each;
            let _ = write!(
                text,
                "  - stage: s{stage}\n    title: Stage {stage}\n    touchpoints:\n"
            );
        }
        touchpoint(&mut text, journey, (place, each, count));
    }
    text
}

fn touchpoint(text: &mut String, journey: usize, (place, each, count): (usize, usize, usize)) {
    let channel = ["web", "phone", "shop", "app"][(journey + place) % 4];
    let _ = write!(
        text,
        "      - {{touchpoint: t{place}, title: Touchpoint {place} of them, channel: {channel}"
    );
    if !(journey + place).is_multiple_of(3) {
        let _ = write!(text, ", owner: team-{}", (journey * 7 + place) % TEAMS);
    }
    let mut next = Vec::new();
    if place + 1 < count {
        next.push(format!("t{}", place + 1));
    }
    if place % 3 == 0 && place + 2 < count {
        next.push(format!("{{to: t{}, share: 0.2}}", place + 2));
    }
    if place % 7 == 3 && place + each < count {
        next.push(format!("{{to: t{}, share: 0.1}}", place + each));
    }
    if place % 11 == 10 {
        next.push(format!("{{to: t{}, share: 0.05}}", place - 4));
    }
    if !next.is_empty() {
        let _ = write!(text, ", next: [{}]", next.join(", "));
    }
    if (journey + place).is_multiple_of(10) {
        let _ = write!(
            text,
            ", actions: [{{action: mend, title: Mend what hurts, status: planned, opened: 2025-03-01}}]"
        );
    }
    if place % 10 == 5 {
        let _ = write!(
            text,
            ", feedback: [{{source: mail, text: [\"touchpoint {place} of j{journey:03}\"]}}]"
        );
    }
    text.push_str("}\n");
}

fn day(row: usize) -> String {
    format!("2025-{:02}-{:02}", row % 12 + 1, row / 12 % 28 + 1)
}

/// Half of the rows are about a tenth of the touchpoints, and those are mostly complaints.
fn survey() -> String {
    let mut text = String::from("day,segment,score,about,words\n");
    for row in 0..ROWS {
        let hot = row % 2 == 0;
        let mix = row.wrapping_mul(2_654_435_761) >> 7;
        let journey = mix % JOURNEYS;
        let place = if hot {
            (mix / JOURNEYS % 5) * 10
        } else {
            mix / JOURNEYS % EACH
        };
        let score = if hot {
            1 + mix / 3 % 3
        } else {
            3 + mix / 3 % 3
        };
        let segment = ["small", "middle", "large"][mix / 5 % 3];
        let (day, about) = (day(mix), format!("j{journey:03}/t{place}"));
        let _ = writeln!(
            text,
            "{day},{segment},{score},{about},\"Words of row {row}, and what else they had to say about it\""
        );
    }
    text
}

fn mail() -> String {
    let mut text = String::from("day,segment,words\n");
    for row in 0..ROWS / 10 {
        let (day, journey, place) = (day(row), row % JOURNEYS, row / JOURNEYS % EACH);
        let _ = writeln!(
            text,
            "{day},small,\"Mail {row} about touchpoint {place} of j{journey:03}\""
        );
    }
    text.push_str("2025-02-31,small,A day that never was\n");
    text
}
