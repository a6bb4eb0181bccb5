//! The log of edits and what can be taken back, from one session to the next.

use crate::place::{Site, journey};
use std::fs;

fn run(site: &Site, arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = site.run(arguments);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (
        output.status.code(),
        text(output.stdout),
        text(output.stderr),
    )
}

#[test]
fn an_edit_is_undone_in_a_later_session_and_the_log_says_so() {
    let site = Site::new();
    assert_eq!(
        run(&site, &["log"]),
        (Some(0), String::new(), String::new())
    );
    run(&site, &["assign", "j/t1", "ferry"]);
    run(&site, &["rule", "j/t2", "--text", "no seat"]);
    let (code, out, _) = run(&site, &["undo"]);
    assert_eq!(code, Some(0));
    assert_eq!(out, "j.yaml: undone: rules of j/t2: - text \"no seat\"\n");
    let (_, out, _) = run(&site, &["undo"]);
    assert_eq!(out, "j.yaml: undone: owner of j/t1: ferry -> nobody\n");
    assert_eq!(site.text(), journey());
    let (code, out, err) = run(&site, &["undo"]);
    assert_eq!((code, out.as_str()), (Some(1), ""));
    assert_eq!(err, "error: there is no edit to take back\n");
    let (_, log, _) = run(&site, &["log"]);
    let lines: Vec<&str> = log.lines().collect();
    assert_eq!(lines.len(), 4);
    assert!(lines[0].starts_with("   4  20") && lines[0].contains("Z  ann  j.yaml: "));
    assert!(lines[0].ends_with("owner of j/t1: ferry -> nobody (undo)"));
    assert!(lines[3].ends_with("owner of j/t1: nobody -> ferry (undone by 4)"));
    let (_, json, _) = run(&site, &["log", "--format", "json"]);
    let first: serde_json::Value = serde_json::from_str(json.lines().last().unwrap()).unwrap();
    assert_eq!(first["who"], "ann");
    assert_eq!(first["undone_by"], 4);
    assert_eq!(first["inverse"]["owner"]["from"], "ferry");
}

#[test]
fn an_undo_after_someone_elses_edit_merges_or_says_why_not() {
    let site = Site::new();
    run(&site, &["assign", "j/t1", "ferry"]);
    run(&site, &["assign", "j/t2", "ferry"]);
    let theirs = site.text().replace("# count 0", "# theirs");
    fs::write(
        site.file(),
        theirs.replacen("owner: ferry", "owner: harbour", 1),
    )
    .unwrap();
    let (code, _, err) = run(&site, &["undo", "1"]);
    assert_eq!(code, Some(1));
    let said = "error: edit 1 stays: j.yaml:10: the owner of j/t1 is `harbour` now, not `ferry`: \
                nothing was saved\n";
    assert_eq!(err, said);
    let (code, out, _) = run(&site, &["undo", "2"]);
    assert_eq!(code, Some(0), "{out}");
    let kept = journey().replace("# count 0", "# theirs");
    let kept = kept.replace("title: Step 1\n", "title: Step 1\n    owner: harbour\n");
    assert_eq!(site.text(), kept);
    assert_eq!(run(&site, &["undo", "2"]).0, Some(1));
    assert_eq!(
        run(&site, &["undo", "77"]).2,
        "error: the log has no edit 77\n"
    );
}

#[test]
fn a_line_that_cannot_be_read_is_told_and_the_others_still_count() {
    let site = Site::new();
    run(&site, &["assign", "j/t1", "ferry"]);
    let log = site.root().join(".pothole/log");
    let text = fs::read_to_string(&log).unwrap();
    fs::write(&log, format!("{text}\u{1b}[2J not ours\n")).unwrap();
    let (_, out, err) = run(&site, &["log"]);
    assert_eq!(out.lines().count(), 1);
    assert_eq!(
        err,
        "warning: .pothole/log:2 cannot be read, and is left out\n"
    );
    let (code, _, _) = run(&site, &["undo"]);
    assert_eq!((code, site.text()), (Some(0), journey()));
}

#[cfg(unix)]
#[test]
fn a_planted_log_or_lock_is_not_followed() {
    for name in ["log", "lock"] {
        let site = Site::new();
        let victim = tempfile::NamedTempFile::new().unwrap();
        fs::create_dir(site.root().join(".pothole")).unwrap();
        std::os::unix::fs::symlink(victim.path(), site.root().join(".pothole").join(name)).unwrap();
        let (code, _, err) = run(&site, &["assign", "j/t1", "ferry"]);
        assert_eq!(code, Some(1));
        assert!(
            err.contains(&format!(".pothole/{name} is no regular file")),
            "{err}"
        );
        assert_eq!(fs::read(victim.path()).unwrap(), b"");
        assert_eq!(site.text(), journey());
    }
}
