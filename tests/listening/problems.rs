//! What is wrong in a register is told with its place and how to mend it, and the rest still counts.

use super::shop::{CHARTER, folder, scanned};

fn told(files: &[(&str, &str)]) -> Vec<String> {
    let root = folder(files);
    let (workspace, _) = scanned(root.path());
    let problems = workspace.problems.iter().map(|problem| {
        let help = problem.help.clone().unwrap_or_default();
        let (line, column) = (problem.line, problem.column);
        let (file, code) = (&problem.file, problem.code);
        format!("{file}:{line}:{column} {code}: {}. {help}", problem.message)
    });
    problems.collect()
}

#[test]
fn a_listener_who_is_nobody_is_told_with_who_may_have_been_meant() {
    let register =
        "- {on: 2026-09-01, who: maria, how: call}\n- {on: 2026-09-01, who: ops, how: call}\n";
    assert_eq!(
        told(&[("listening.yaml", register)]),
        [
            "listening.yaml:1:25 unknown-listener: the listener `maria` is nobody. did you mean `mara`?; \
             `people:` in pothole.yaml declares them",
            "listening.yaml:2:25 unknown-listener: `ops` is a team, and only people listen. name who of \
             them it was",
        ]
    );
}

#[test]
fn what_a_contact_lacks_or_misspells_is_told_where_it_stands() {
    let register = "\
- {on: 31/03/2026, who: mara, how: chat, about: invoise}
- {who: mara, how: call, about: [pay/invoice], speaks: praised}
- {on: 2026-09-01, how: call, colour: red}
";
    let told = told(&[("listening.yaml", register)]);
    let heads: Vec<&str> = told
        .iter()
        .filter_map(|line| line.split(". ").next())
        .collect();
    assert_eq!(
        heads,
        [
            "listening.yaml:1:8 bad-date: `on` is `31/03/2026`, which is no date",
            "listening.yaml:1:36 bad-value: `how` cannot be `chat`",
            "listening.yaml:1:49 unknown-touchpoint: no touchpoint `invoise`",
            "listening.yaml:2:4 missing-key: a contact needs the key `on`",
            "listening.yaml:2:56 bad-value: `speaks` cannot be `praised`",
            "listening.yaml:3:4 missing-key: a contact needs the key `who`",
            "listening.yaml:3:31 unknown-key: `colour` is not a key of a contact",
        ]
    );
}

#[test]
fn a_register_that_is_no_list_or_no_yaml_stops_nothing_else() {
    let root = folder(&[
        ("listening/a.yaml", "on: 2026-09-01\n"),
        (
            "listening/b.yaml",
            "<<<<<<< ours\n- on: 2026-09-01\n=======\n",
        ),
        (
            "listening/c.yaml",
            "- {on: 2026-09-01, who: mara, how: call}\n",
        ),
    ]);
    let (workspace, _) = scanned(root.path());
    let codes: Vec<_> = (workspace.problems.iter())
        .map(|problem| (problem.file.as_str(), problem.code))
        .collect();
    assert_eq!(codes[0], ("listening/a.yaml", "wrong-type"));
    assert_eq!((codes[1].0, codes.len()), ("listening/b.yaml", 2));
    assert_eq!(workspace.register().unwrap().contacts.len(), 1);
}

#[test]
fn a_cadence_for_a_role_that_nobody_has_is_told() {
    let charter = CHARTER.replace("role: executive, how", "role: director, how");
    let told = told(&[("pothole.yaml", &charter)]);
    assert_eq!(
        told,
        [
            "pothole.yaml:15:14 unknown-role: nobody has the role `director`. roles: `executive`, \
             `leader`; `role:` of a person under `people:` gives it to somebody"
        ]
    );
}

#[test]
fn a_source_that_takes_the_registers_name_is_told() {
    let charter = CHARTER.replace("  tickets:\n", "  listening:\n");
    let journey = super::shop::JOURNEY.replace("source: tickets", "source: listening");
    let told = told(&[("pothole.yaml", &charter), ("pay.yaml", &journey)]);
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(
        told[0].starts_with("pothole.yaml:7:3 duplicate-id: "),
        "{told:?}"
    );
}
