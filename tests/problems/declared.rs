//! Problems with actions, targets, severities, visits, customers, drivers and thresholds: where each is
//! said, and that the rest loads.

use super::fixture::{CHARTER, JOURNEY, workspace};
use super::{lines, replaced};
use pothole::journey::{AimMeasure, Status};

/// The problems of a journey whose first touchpoint has these actions, without their places.
fn of_actions(actions: &str) -> String {
    let with = format!("touchpoint: parking\n        actions: [{actions}]");
    lines(&replaced("touchpoint: parking", &with))
}

/// The problems of a charter with more lines at its end.
fn of_charter(more: &str) -> String {
    let charter = format!("{CHARTER}{more}");
    let files = [
        ("pothole.yaml", charter.as_bytes()),
        ("feedback/v.csv", &b"Day,Event,Who\n"[..]),
        ("feedback/c.csv", b"Mail,Left\n"),
    ];
    lines(&workspace(&files).problems)
}

#[test]
fn a_sound_action_has_no_problems_and_is_all_there() {
    let action = "{action: deck, title: Build a deck, owner: car-parks, status: told, \
        opened: 2026-01-02, due: 2026-02-01, shipped: 2026-01-30, told: 2026-02-03, \
        root-cause: Too few spaces, done: A second deck, link: 'https://example.com/1'}";
    assert_eq!(of_actions(action), "");
    let journey = JOURNEY.replacen(
        "touchpoint: parking",
        &format!("touchpoint: parking\n        actions: [{action}]"),
        1,
    );
    let workspace = workspace(&[("fly-out.yaml", journey.as_bytes())]);
    let parking = workspace.journeys.touchpoint(0.into());
    let deck = &parking.actions[0];
    assert_eq!(
        (deck.status, deck.owner.as_deref()),
        (Status::Told, Some("car-parks"))
    );
    let dates = [deck.opened, deck.due, deck.shipped, deck.told];
    let dates = dates.map(|day| day.unwrap().to_string());
    assert_eq!(
        dates,
        ["2026-01-02", "2026-02-01", "2026-01-30", "2026-02-03"]
    );
    assert_eq!(deck.done.as_deref(), Some("A second deck"));
    assert_eq!(deck.link.as_deref(), Some("https://example.com/1"));
}

#[test]
fn dates_of_an_action_come_in_order() {
    let said = of_actions(
        "{action: a, title: A, status: shipped, opened: 2026-02-01, due: 2026-01-31, shipped: 2026-01-01}",
    );
    let expected = "\
fly-out.yaml:6:83: error[date-order]: `due`, 2026-01-31, lies before `opened`, 2026-02-01; an action is opened first; mend one of the two dates
fly-out.yaml:6:104: error[date-order]: `shipped`, 2026-01-01, lies before `opened`, 2026-02-01; an action is opened first; mend one of the two dates
";
    assert_eq!(said, expected);
    let said = of_actions(
        "{action: a, title: A, status: told, opened: 2026-03-01, shipped: 2026-03-03, told: 2026-03-02, root-cause: x, done: y}",
    );
    let told = "`told`, 2026-03-02, lies before `shipped`, 2026-03-03; an action is shipped first;";
    assert!(said.contains(told), "{said}");
    // One that lies before the day before it hides no other.
    let said = of_actions(
        "{action: a, title: A, status: told, opened: 2026-03-01, shipped: 2026-01-01, told: 2026-02-01, root-cause: x, done: y}",
    );
    let order = said.matches("lies before `opened`, 2026-03-01").count();
    assert_eq!(order, 2, "{said}");
    let said = of_actions("{action: a, title: A, due: soon}");
    assert!(
        said.contains("error[bad-date]: `due` is `soon`, which is no date"),
        "{said}"
    );
}

#[test]
fn a_status_fits_what_the_action_holds() {
    let said = of_actions("{action: a, title: A, status: proven}");
    assert!(
        said.contains("warning[no-ship-date]: the action is proven,"),
        "{said}"
    );
    let said = of_actions("{action: a, title: A, status: fixing, shipped: 2026-01-01}");
    assert!(
        said.contains("warning[status-behind]: the action was shipped, but its status is fixing"),
        "{said}"
    );
    let said = of_actions("{action: a, title: A, status: told, shipped: 2026-01-01}");
    let lacks = "error[told-nothing]: customers were told, but the action has no `root-cause` and no `done`";
    assert!(said.contains(lacks), "{said}");
    let said = of_actions("{action: a, title: A, status: shiped}");
    assert!(
        said.contains("error[bad-value]") && said.contains("did you mean `shipped`?"),
        "{said}"
    );
    let said = of_actions("{action: a, title: A, owner: car-park}");
    assert!(said.contains("warning[unknown-owner]"), "{said}");
}

#[test]
fn two_actions_of_one_id_are_a_problem_wherever_they_stand() {
    let journey = "journey: other\nstages:\n  - stage: s\n    touchpoints:\n      - touchpoint: t\n        \
        actions: [{action: deck, title: B}, {action: sign, title: C}]\n";
    let first = JOURNEY.replacen(
        "touchpoint: shuttle",
        "touchpoint: shuttle\n        actions: [{action: deck, title: A}]",
        1,
    );
    let files = [
        ("fly-out.yaml", first.as_bytes()),
        ("other.yaml", journey.as_bytes()),
    ];
    let workspace = workspace(&files);
    let said = lines(&workspace.problems);
    let expected = "other.yaml:6:28: error[duplicate-id]: `deck` is the id of an action at fly-out.yaml:8; give this action another id; until then it is left out\n";
    assert_eq!(said, expected);
    let kept = workspace.journeys.touchpoints();
    let kept: Vec<&str> = kept
        .flat_map(|(_, touchpoint)| &touchpoint.actions)
        .map(|action| action.title.as_str())
        .collect();
    assert_eq!(kept, ["A", "C"]);
}

#[test]
fn a_target_names_a_measure_once_and_within_its_range() {
    let aims = |target: &str| {
        let with = format!("touchpoint: parking\n        target: {target}");
        lines(&replaced("touchpoint: parking", &with))
    };
    assert_eq!(
        aims("[{friction: 15, csat: 80}, {nps: 40, source: A study}]"),
        ""
    );
    assert!(aims("{frictoin: 15}").contains("did you mean `friction`?"));
    assert!(aims("{source: A study}").contains("error[missing-key]: it names no measure"));
    assert!(aims("{nps: 140}").contains("error[bad-value]: `nps` is a number, not `140`"));
    assert!(
        aims("[{nps: 1}, {nps: 2}]")
            .contains("error[duplicate-key]: `nps` has a value here already")
    );
    assert!(aims("15").contains("error[wrong-type]: a target or a benchmark is a mapping"));
}

#[test]
fn severity_words_need_a_column_and_numbers() {
    let of = |more: &str| {
        let with = format!("scale: csat-5, {more}, columns: {{id: ID, severity: REMARKS,");
        lines(&replaced("scale: csat-5, columns: {id: ID,", &with))
    };
    assert_eq!(of("severity: {low: 1, High: 5.5}"), "");
    assert!(
        of("severity: {low: much}")
            .contains("error[bad-value]: a severity is a number, not `much`")
    );
    assert!(of("severity: {low: -1}").contains("error[bad-value]"));
    let alone = replaced("scale: csat-5,", "scale: csat-5, severity: {low: 1},");
    assert!(lines(&alone).contains("error[conflicting-keys]: `severity` gives words a number"));
    let counted = replaced(
        "scale: csat-5, columns: {id: ID,",
        "counts: {praise: ID}, columns: {severity: ID,",
    );
    assert!(lines(&counted).contains("error[conflicting-keys]: rows that were counted beforehand"));
}

#[test]
fn visits_and_customers_are_held_against_their_files() {
    let sound = "visits: [{files: feedback/v.csv, columns: {at: Day, touchpoint: Event, customer: Who}}]\n\
        customers: {files: feedback/c.csv, columns: {id: Mail, churned: Left}}\n";
    assert_eq!(of_charter(sound), "");
    let said =
        of_charter("visits: {files: feedback/v.csv, columns: {at: Dya, touchpoint: Event}}\n");
    assert!(
        said.contains(
            "error[unknown-column]: no column `Dya` in `feedback/v.csv`; did you mean `Day`?"
        ),
        "{said}"
    );
    let said = of_charter("visits: {files: feedback/w.csv, columns: {at: Day}}\n");
    assert!(
        said.contains("error[missing-key]: a visit's columns needs the key `touchpoint`"),
        "{said}"
    );
    let both = "visits: {files: feedback/v.csv, columns: {touchpoint: Event, customer: Who, count: Day}}\n";
    assert!(of_charter(both).contains("error[conflicting-keys]: a row that counts customers"));
    let said =
        of_charter("customers: {files: feedback/c.csv, lost: [gone], columns: {id: Mail}}\n");
    assert!(
        said.contains("error[missing-key]: no column says who was lost"),
        "{said}"
    );
    assert!(
        said.contains("error[conflicting-keys]: `lost` lists values"),
        "{said}"
    );
    let said =
        of_charter("customers: {files: feedback/no.csv, columns: {id: Mail, churned: Left}}\n");
    assert!(said.contains("warning[no-file]"), "{said}");
}

#[test]
fn drivers_name_a_source_and_touchpoints_that_are_there() {
    assert_eq!(
        of_charter("drivers: {source: survey, overall: fly-out/parking}\n"),
        ""
    );
    let said =
        of_charter("drivers: {source: survy, overall: fly-out/parkin, except: [fly-out/x]}\n");
    assert!(
        said.contains("error[unknown-source]") && said.contains("did you mean `survey`?"),
        "{said}"
    );
    assert!(said.contains("did you mean `fly-out/parking`?"), "{said}");
    assert_eq!(
        said.matches("error[unknown-touchpoint]").count(),
        2,
        "{said}"
    );
    let said = of_charter("drivers: {source: survey, overall: fly-out/shuttle}\n");
    assert!(
        said.contains("no column of `survey` rates `fly-out/shuttle`"),
        "{said}"
    );
}

#[test]
fn thresholds_of_spikes_are_numbers_that_can_be_met() {
    assert_eq!(
        of_charter("spikes: {baseline: 52, least-weeks: 10, false-alarms: 1, drift: 6}\n"),
        ""
    );
    let said = of_charter("spikes: {baseline: 4, least-weeks: 8.5}\n");
    assert!(said.contains("`least-weeks` is a whole number"), "{said}");
    assert!(
        said.contains("asks for more than the 4 weeks looked back at"),
        "{said}"
    );
    let said = of_charter("spikes: {basline: 4}\n");
    assert!(said.contains("did you mean `baseline`?"), "{said}");
}

#[test]
fn a_ledger_of_told_customers_is_read_line_by_line() {
    let ledger = "{\"on\":\"2026-01-01\",\"action\":\"deck\",\"source\":\"survey\",\"customer\":\"a\"}\n\
                  ||||||| base\n\n{\"on\":\"soon\",\"action\":\"deck\",\"source\":\"survey\"}\r\n[1]\n";
    let workspace = workspace(&[("told.jsonl", ledger.as_bytes())]);
    let said: Vec<_> = (workspace.problems.iter())
        .map(|problem| (problem.code, problem.line, problem.column))
        .collect();
    assert_eq!(
        said,
        [
            ("unknown-action", 1, 1),
            ("conflict-marker", 2, 1),
            ("bad-record", 4, 1),
            ("bad-record", 5, 1),
        ]
    );
    assert_eq!(workspace.told.len(), 1);
    assert_eq!(workspace.told[0].customer.as_deref(), Some("a"));
}

#[test]
fn a_north_star_may_be_a_sentence_or_say_how_near_it_is() {
    let sound = "north-star: {statement: No one waits, metric: csat, target: 80, by: 2026-12-31}\n";
    assert_eq!(of_charter(sound), "");
    assert_eq!(of_charter("north-star: No one waits\n"), "");
    let charter = format!("{CHARTER}{sound}");
    let star = workspace(&[("pothole.yaml", charter.as_bytes())])
        .charter
        .north_star
        .unwrap();
    assert_eq!(
        (star.metric, star.target),
        (Some(AimMeasure::Csat), Some(80.0))
    );
    assert_eq!(star.by.unwrap().to_string(), "2026-12-31");
}

#[test]
fn a_north_star_that_cannot_be_measured_says_why_and_keeps_its_statement() {
    for (wrong, said) in [
        ("metric: happiness", "`metric` cannot be `happiness`"),
        (
            "metric: nps, target: 101",
            "`target` is a number, not `101`",
        ),
        ("target: 50", "`target` means nothing without `metric`"),
        (
            "metric: nps, by: 2026-12-31",
            "`by` means nothing without `target`",
        ),
        (
            "metric: nps, target: 50, by: soon",
            "`by` is `soon`, which is no date",
        ),
    ] {
        let star = format!("north-star: {{statement: No one waits, {wrong}}}\n");
        let problems = of_charter(&star);
        assert!(problems.contains(said), "{wrong}: {problems}");
        let charter = format!("{CHARTER}{star}");
        let charter = workspace(&[("pothole.yaml", charter.as_bytes())]).charter;
        assert_eq!(charter.north_star.unwrap().statement, "No one waits");
    }
}
