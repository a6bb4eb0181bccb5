//! Several potholes, `sed` and `git` on the same workspace at the same time: no edit of anyone vanishes.

use crate::place::{Site, TOUCHPOINTS, has, journey, program, size};
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;

/// Numbers a comment of the journey with `sed` until a file called `stop` is there; says how far it came.
/// `$1` is what to run it under.
const SED: &str = r#"k=0
while [ -e j.yaml ] && [ ! -e stop ]; do
  k=$((k+1)); $1 sed -i "s/^# count .*/# count $k/" j.yaml
done
echo $k"#;

/// Brings two versions of another file in by turns.
const GIT: &str = "while [ -e j.yaml ] && [ ! -e stop ]; do git checkout -q one -- k.yaml; git checkout -q two -- k.yaml; done";

fn shell(folder: &Path, script: &str, argument: &str) -> Child {
    let mut command = Command::new("sh");
    command
        .args(["-c", script, "sh", argument])
        .current_dir(folder);
    command.stdout(Stdio::piped()).spawn().unwrap()
}

fn git(folder: &Path, arguments: &[&str]) {
    let mut command = Command::new("git");
    command
        .current_dir(folder)
        .args(["-c", "user.name=a", "-c", "user.email=a@example.org"]);
    assert!(command.args(arguments).output().unwrap().status.success());
}

/// A repository with two versions of another journey.
fn repository(site: &Site) {
    let root = site.root();
    git(root, &["init", "-q"]);
    for version in ["one", "two"] {
        let text = format!("journey: k\ntitle: {version}\nstages: []\n");
        fs::write(root.join("k.yaml"), text).unwrap();
        git(root, &["add", "k.yaml"]);
        git(root, &["commit", "-q", "-m", version]);
        git(root, &["branch", version]);
    }
}

/// One process after the other gives a touchpoint new owners, and checks what each says: the owner it
/// takes over from is the last one that was saved. Returns how many had vanished.
fn assign(root: &Path, process: usize, times: usize) -> usize {
    let (mut before, mut vanished) = ("nobody".to_owned(), 0);
    for time in 0..times {
        let (touchpoint, owner) = (format!("j/t{process}"), format!("p{process}-{time}"));
        let assign = || program(root, &["assign", &touchpoint, &owner]).output();
        let mut output = assign().unwrap();
        // On a machine with too much to do the turn may not come in time: that is said, and it is tried again.
        while String::from_utf8_lossy(&output.stderr).contains("seconds; try again") {
            output = assign().unwrap();
        }
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        if !output.status.success() {
            // What it had read was written over before it saved: both sides are shown, nothing is done.
            let refused = error.contains("nothing was saved") || error.contains("try again");
            assert!(refused, "{error}");
            vanished += 1;
            continue;
        }
        let expected = format!("j.yaml: owner of {touchpoint}: {before} -> {owner}\n");
        vanished += usize::from(said != expected);
        before = owner;
    }
    vanished
}

/// Everybody at once; returns how many edits vanished and how far `sed` came.
fn all_at_once(site: &Site, under: &str, times: usize) -> (usize, usize) {
    let root = site.root();
    repository(site);
    let (sed, mut git) = (shell(root, SED, under), shell(root, GIT, ""));
    let vanished = thread::scope(|scope| {
        let start = |process| scope.spawn(move || assign(root, process, times));
        let processes: Vec<_> = (0..TOUCHPOINTS).map(start).collect();
        let counts = processes.into_iter().map(|one| one.join().unwrap());
        counts.sum::<usize>()
    });
    fs::write(root.join("stop"), "").unwrap();
    let counted = sed.wait_with_output().unwrap();
    assert!(git.wait().unwrap().success());
    let counted = String::from_utf8(counted.stdout).unwrap();
    (vanished, counted.trim().parse().unwrap())
}

/// The journey as it must be in the end.
fn expected(times: usize, counted: usize) -> String {
    let mut text = journey().replace("# count 0", &format!("# count {counted}"));
    for process in 0..TOUCHPOINTS {
        let title = format!("    title: Step {process}\n");
        let owner = format!("{title}    owner: p{process}-{}\n", times - 1);
        text = text.replace(&title, &owner);
    }
    text
}

#[test]
fn eight_processes_beside_sed_and_git_lose_no_edit() {
    if !["flock", "git", "sed"].into_iter().all(has) {
        println!("skipped: flock, git or sed is missing here");
        return;
    }
    let (site, times) = (Site::new(), size(12, 500));
    fs::create_dir(site.root().join(".pothole")).unwrap();
    let (vanished, counted) = all_at_once(&site, "flock .pothole/lock", times);
    println!(
        "{TOUCHPOINTS} processes x {times} assigns, {counted} edits by sed: {vanished} vanished"
    );
    assert_eq!(vanished, 0);
    assert_eq!(site.text(), expected(times, counted));
    let title = fs::read_to_string(site.root().join("k.yaml")).unwrap();
    assert!(title.contains("title: one") || title.contains("title: two"));
}

/// A program that takes no lock may write over what came since it read: its edits are safe from us, but
/// ours are not from it.
#[test]
fn what_a_program_without_manners_writes_is_never_overwritten() {
    if !["git", "sed"].into_iter().all(has) {
        println!("skipped: git or sed is missing here");
        return;
    }
    let (site, times) = (Site::new(), size(12, 500));
    let (vanished, counted) = all_at_once(&site, "", times);
    println!("{counted} edits by a sed without a lock: all there; it overwrote {vanished} of ours");
    let text = site.text();
    assert!(text.starts_with(&format!("# count {counted}\n")), "{text}");
    assert_eq!(text.matches("touchpoint: t").count(), TOUCHPOINTS);
    assert!(text.matches("owner: p").count() <= TOUCHPOINTS);
}
