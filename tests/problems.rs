//! Every kind of problem: where it is said, what it says, and that the rest of the workspace loads.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "problems/declared.rs"]
mod declared;
#[path = "problems/fixture.rs"]
mod fixture;

use fixture::{CHARTER, JOURNEY, workspace, write};
use pothole::workspace::{Kind, Problem, Severity, open};

/// The problems of a workspace with a part of its journey, or else of its charter, replaced.
fn replaced(old: &str, new: &str) -> Vec<Problem> {
    let file = if JOURNEY.contains(old) {
        "fly-out.yaml"
    } else {
        "pothole.yaml"
    };
    let text = if file == "pothole.yaml" {
        CHARTER
    } else {
        JOURNEY
    };
    assert!(text.contains(old), "{old:?}");
    workspace(&[(file, text.replacen(old, new, 1).as_bytes())]).problems
}

/// Each problem in one line, with its help.
fn lines(problems: &[Problem]) -> String {
    let line = |problem: &Problem| {
        let help = problem.help.as_deref().unwrap_or_default();
        format!("{}; {help}\n", problem.one_line())
    };
    problems.iter().map(line).collect()
}

#[test]
fn a_sound_workspace_has_no_problems() {
    assert_eq!(lines(&workspace(&[]).problems), "");
}

#[test]
fn an_unknown_key_is_shown_with_its_line_and_what_was_meant() {
    let problems = replaced(
        "touchpoint: shuttle",
        "touchpoint: shuttle\n        ownr: car-parks",
    );
    let expected = "\
error[unknown-key]: `ownr` is not a key of a touchpoint
 --> fly-out.yaml:8:9
  |
8 |         ownr: car-parks
  |         ^^^^
  |
  = help: did you mean `owner`?";
    assert_eq!(problems[0].render(false), expected);
}

#[test]
fn an_unclosed_quote_breaks_its_journey_and_leaves_the_others() {
    let broken = b"journey: b\nstages:\n  - stage: \"a\n    touchpoints: []\n";
    let workspace = workspace(&[("b.yaml", broken)]);
    let expected = "\
error[unclosed-quote]: this quote is never closed
 --> b.yaml:3:12
  |
3 |   - stage: \"a
  |            ^
  |
  = help: put the same quote at the end of the text";
    assert_eq!(workspace.problems[0].render(false), expected);
    let broken = &workspace.journeys.broken()[0];
    assert_eq!((broken.file.as_str(), broken.line), ("b.yaml", 3));
    assert_eq!(workspace.journeys.all()[0].id, "fly-out");
    assert_eq!(workspace.rules.len(), 1);
}

#[test]
fn a_tab_is_shown_where_it_stands() {
    let problems = replaced("  - stage: before\n", "\t- stage: before\n");
    let expected = "\
error[tab-indentation]: a tab stands where YAML wants blanks
 --> fly-out.yaml:3:1
  |
3 | →- stage: before
  | ^
  |
  = help: indent with blanks, two for each level";
    assert_eq!(problems[0].render(false), expected);
}

#[test]
fn a_file_that_is_not_utf8_is_shown_where_it_stops_being_so() {
    let workspace = workspace(&[("b.yaml", b"journey: b\ntitle: caf\xe9\n")]);
    let expected = "\
b.yaml:2:11: error[not-utf8]: the byte 0xE9 here is not UTF-8 text; save the file as UTF-8 in your editor
";
    assert_eq!(lines(&workspace.problems), expected);
    assert_eq!(workspace.journeys.broken().len(), 1);
}

#[test]
fn a_file_over_the_limit_is_not_read() {
    let huge = vec![b' '; (8 << 20) + 1];
    let expected = "\
b.yaml: error[too-large]: 8388609 bytes are more than the 8 MiB a YAML file may have; split the \
journey, or move the file elsewhere
";
    assert_eq!(lines(&workspace(&[("b.yaml", &huge)]).problems), expected);
}

#[test]
fn nesting_and_aliases_are_bounded() {
    let deep = "[".repeat(10_000);
    assert_eq!(
        workspace(&[("b.yaml", deep.as_bytes())]).problems[0].code,
        "too-deep"
    );
}

#[test]
fn a_file_that_is_no_yaml_says_what_to_look_at() {
    let workspace = workspace(&[("b.yaml", b"journey: b\ntitle: a: b\n")]);
    let expected = "\
b.yaml:2:9: error[syntax]: a colon cannot stand here; put text that holds `: ` in quotes, and check \
the indentation and brackets above
";
    assert_eq!(lines(&workspace.problems), expected);
}

#[test]
fn a_broken_charter_declares_nothing_and_journeys_load() {
    let workspace = workspace(&[("pothole.yaml", b"title: [\n")]);
    assert_eq!(workspace.problems[0].code, "syntax");
    assert_eq!(
        (
            workspace.journeys.touchpoint_count(),
            workspace.sources.len()
        ),
        (2, 0)
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_cannot_be_opened_is_said() {
    let root = tempfile::tempdir().unwrap();
    write(root.path(), "pothole.yaml", b"");
    std::os::unix::fs::symlink("nowhere", root.path().join("b.yaml")).unwrap();
    let problems = open(root.path()).unwrap().problems;
    assert_eq!(
        (problems[0].code, problems[0].file.as_str()),
        ("unreadable", "b.yaml")
    );
}

#[test]
fn a_file_with_a_thousand_problems_says_that_there_are_more() {
    let lines: Vec<String> = (0..3_000).map(|number| format!("x{number}: 1")).collect();
    let text = lines.join("\n");
    let problems = workspace(&[("b.yaml", text.as_bytes())]).problems;
    let file = problems.iter().filter(|problem| problem.file == "b.yaml");
    assert_eq!(file.clone().count(), 1_000);
    assert_eq!(file.filter(|problem| problem.code == "too-many").count(), 1);
}

#[test]
fn what_could_steer_a_terminal_is_made_visible() {
    let text = "journey: b\nstages: []\n\"x\\e[2J\": \"\u{202e}\"\n";
    let problems = workspace(&[("b.yaml", text.as_bytes())]).problems;
    let shown: String = problems
        .iter()
        .map(|problem| problem.render(false))
        .collect();
    assert!(
        shown.contains("`x␛[2J`") && shown.contains("\"�\""),
        "{shown}"
    );
    assert!(!shown.contains(['\u{1b}', '\u{202e}']), "{shown}");
}

#[test]
fn problems_come_by_file_and_line() {
    let workspace = workspace(&[("b.yaml", b"x: 1\njourney: B\n"), ("a.yaml", b"[]\n")]);
    let places: Vec<(&str, usize)> = workspace
        .problems
        .iter()
        .map(|problem| (problem.file.as_str(), problem.line))
        .collect();
    assert!(places.is_sorted(), "{places:?}");
    assert!(
        workspace
            .problems
            .iter()
            .any(|problem| problem.severity == Severity::Error)
    );
}

/// The code, the place and a part of the line for every other kind: what is replaced by what.
const KINDS: &[(&str, &str, &str)] = &[
    (
        "title: Airport",
        "title: [Airport]",
        "pothole.yaml:1:8: error[wrong-type]: `title` is text, but here stands a list",
    ),
    ("stages:\n", "title: x\n# stages:\n", "error[syntax]"),
    (
        "  - stage: before\n",
        "  - title: Before\n",
        "fly-out.yaml:3:5: error[missing-key]: a stage needs the key `stage`; write `stage: ...`",
    ),
    (
        "title: Airport",
        "title: Airport\ntitle: Port",
        "pothole.yaml:2:1: error[duplicate-key]: `title` stands here a second time; the one on line 1",
    ),
    (
        "scale: csat-5",
        "scale: csat-5, speaks: praise",
        "pothole.yaml:3:50: error[conflicting-keys]: `speaks` cannot stand beside `scale`",
    ),
    (
        "scale: csat-5",
        "scale: csat-5, mapping: frist",
        "error[bad-value]: `mapping` cannot be `frist`; did you mean `first`?",
    ),
    (
        "scale: csat-5",
        "scale: csat-5, aliases: {Town: City}",
        "pothole.yaml:3:60: warning[unused-alias]: nothing reads a column `Town`",
    ),
    (
        "touchpoint: shuttle",
        "touchpoint: The Shuttle",
        "fly-out.yaml:7:21: error[bad-id]: `The Shuttle` is not an id; an id is lower-case letters, \
      digits and single dashes: write `the-shuttle`",
    ),
    (
        "touchpoint: shuttle",
        "touchpoint: parking",
        "fly-out.yaml:7:21: error[duplicate-id]: `parking` is the id of a touchpoint on line 5",
    ),
    (
        "      - touchpoint: shuttle\n",
        "  - {stage: after, touchpoints: []}\n",
        "fly-out.yaml:7:20: warning[empty-stage]: the stage `after` has no touchpoints",
    ),
    (
        "touchpoint: shuttle",
        "touchpoint: shuttle\n        next: parkign",
        "fly-out.yaml:8:15: error[unknown-next]: no touchpoint `parkign`; did you mean `parking`?",
    ),
    (
        "journey: fly-out",
        "journey: fly-out\nstart: park",
        "fly-out.yaml:2:8: error[unknown-touchpoint]: `start` is `park`, no touchpoint of this journey",
    ),
    (
        "touchpoint: shuttle",
        "touchpoint: shuttle\n        next: [parking, parking]",
        "warning[duplicate-step]: a step to `parking` is listed already",
    ),
    (
        "touchpoint: shuttle",
        "touchpoint: shuttle\n        next: {to: parking, share: 40}",
        "error[bad-share]: a share is a number from 0 to 1, not `40`; write 40 % as 0.4",
    ),
    (
        "touchpoint: shuttle",
        "touchpoint: shuttle\n        next: [{to: parking, share: 0.7}, {to: shuttle, share: 0.6}]",
        "fly-out.yaml:8:15: error[shares-above-one]: the shares of these steps sum to 1.3",
    ),
    (
        "touchpoint: parking\n",
        "touchpoint: parking\n        next: []\n",
        "fly-out.yaml:8:21: warning[unreachable]: `shuttle` cannot be reached from the start, `parking`",
    ),
    (
        "touchpoint: parking\n",
        "touchpoint: parking\n        next: []\n",
        "fly-out.yaml:5:21: warning[dead-end]: `parking` leads nowhere and is no goal",
    ),
    (
        "touchpoint: shuttle",
        "touchpoint: shuttle\n        owner: car-park",
        "fly-out.yaml:8:16: warning[unknown-owner]: `car-park` is neither a declared team nor a person; \
      did you mean `car-parks`?",
    ),
    (
        "teams:",
        "people: {ana: {name: Ana, team: ops}}\nteams:",
        "pothole.yaml:4:33: warning[unknown-team]: no team `ops` is declared",
    ),
    (
        "source: survey, rating",
        "source: survy, rating",
        "fly-out.yaml:6:29: error[unknown-source]: no source `survy` is declared; did you mean `survey`?",
    ),
    (
        "rating: Q7PARK",
        "rating: Q7PARC",
        "fly-out.yaml:6:45: error[unknown-column]: no column `Q7PARC` in `feedback/s.csv`; did you mean \
      `Q7PARK`?",
    ),
    (
        "rating: Q7PARK",
        "where: {Q8: 1}",
        "error[unknown-column]: no column `Q8` in `feedback/s.csv`; its columns: `ID`, `Q7PARK`, `REMARKS`",
    ),
    (
        "text: REMARKS",
        "text: REMARK",
        "pothole.yaml:3:74: error[unknown-column]: no column `REMARK`",
    ),
    (
        "scale: csat-5",
        "scale: csat5",
        "pothole.yaml:3:42: error[unknown-scale]: `csat5` is not a scale; did you mean `csat-5`?",
    ),
    (
        "scale: csat-5, ",
        "",
        "fly-out.yaml:6:45: error[missing-scale]: neither this rating nor its source `survey` has a scale",
    ),
    (
        "rating: Q7PARK",
        "matches: '(lost|found'",
        "fly-out.yaml:6:46: error[bad-regex]: `(lost|found` cannot be read as a pattern: unclosed group",
    ),
    (
        "scale: csat-5",
        "scale: csat-5, date: 15.05.2017",
        "error[bad-date]: `15.05.2017` is not a date; write it as 2017-05-15",
    ),
    (
        "scale: csat-5",
        "scale: csat-5, date-format: \"%Q%\"",
        "error[bad-date]: `%Q%` is not a date format",
    ),
    (
        "feedback/s.csv",
        "feedback/t-*.csv",
        "pothole.yaml:3:19: warning[no-file]: no file matches `feedback/t-*.csv`",
    ),
];

#[test]
fn every_kind_of_problem_is_said_at_its_place_with_what_was_expected() {
    for (old, new, expected) in KINDS {
        let shown = lines(&replaced(old, new));
        assert!(
            shown.contains(expected),
            "{old:?} -> {new:?}\n{shown}\nnot in it: {expected}"
        );
    }
    let empty = workspace(&[("b.yaml", b"journey: b\nstages: []\n")]).problems;
    let expected = "b.yaml:2:1: warning[empty-journey]: the journey has no stages; add a stage";
    assert!(lines(&empty).contains(expected), "{}", lines(&empty));
}

#[test]
fn a_journey_id_taken_by_another_file_is_broken_beside_it() {
    let workspace = workspace(&[("z.yaml", JOURNEY.as_bytes())]);
    let expected = "\
z.yaml:1:10: error[duplicate-id]: `fly-out` is a journey of `fly-out.yaml` already; give this journey \
another id; until then it is left out
";
    assert_eq!(lines(&workspace.problems), expected);
    assert_eq!(
        (
            workspace.journeys.all().len(),
            workspace.journeys.broken().len()
        ),
        (1, 1)
    );
}

#[test]
fn every_kind_has_a_test_here() {
    let here = concat!(
        include_str!("problems.rs"),
        include_str!("problems/declared.rs"),
        include_str!("listening/problems.rs"),
        include_str!("../src/tui/remap.rs")
    );
    let missing: Vec<&str> = Kind::ALL
        .iter()
        .map(|kind| kind.code())
        .filter(|code| !here.contains(code))
        .collect();
    assert_eq!(missing, Vec::<&str>::new());
}
