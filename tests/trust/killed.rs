//! A save killed with no chance to tidy up: the file is whole, and nobody waits for the dead.

use crate::place::{Site, has, journey, owner, program, size};
use pothole::workspace::{Operations, save, splice};
use std::process::Command;
use std::time::{Duration, Instant};

/// The numbers and edits of the log; lines that a kill has torn stand for none.
fn entries(site: &Site) -> Vec<(usize, String)> {
    let log = Operations::read(site.root()).unwrap();
    let entry = |made: &pothole::workspace::Operation| (made.number, made.edit.describe());
    log.all.iter().map(entry).collect()
}

#[test]
fn killing_the_program_while_it_saves_leaves_a_whole_file_and_no_stale_lock() {
    let site = Site::new();
    let (old, new) = (journey(), splice(&journey(), "j", "t0", Some("x")).unwrap());
    let begun = Instant::now();
    assert!(site.run(&["assign", "j/t0", "x"]).status.success());
    let lifetime = begun.elapsed();
    save(&site.workspace, &owner("t0", Some("x"), None)).unwrap();
    let (kills, mut saved, mut slowest) = (size(40, 200), 0, Duration::ZERO);
    for kill in 0..kills {
        let known = entries(&site);
        let mut child = program(site.root(), &["assign", "j/t0", "x"])
            .stdout(std::process::Stdio::null())
            .spawn()
            .unwrap();
        // Spread over the life of the program, and a little beyond.
        let moment = lifetime * kill as u32 / kills as u32;
        let begun = Instant::now();
        while begun.elapsed() < moment {
            std::hint::spin_loop();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let text = site.text();
        assert!(text == old || text == new, "{text}");
        saved += usize::from(text == new);
        let now = entries(&site);
        assert!(now.starts_with(&known), "an entry of the log is gone");
        assert!(
            text == old || now.len() > known.len(),
            "an edit without an entry"
        );
        let begun = Instant::now();
        let edit = if text == new {
            owner("t0", Some("x"), None)
        } else {
            owner("t1", None, Some("y"))
        };
        save(&site.workspace, &edit).unwrap();
        slowest = slowest.max(begun.elapsed());
        if text == old {
            save(&site.workspace, &edit.inverse()).unwrap();
        }
        assert_eq!(site.text(), old);
    }
    let log = Operations::read(site.root()).unwrap();
    assert!(log.all.len() >= kills, "{}", log.all.len());
    println!(
        "{kills} killed, {saved} of them after they had saved; the slowest next save took {slowest:?}"
    );
}

#[cfg(unix)]
#[test]
fn a_killed_holder_of_the_lock_frees_it() {
    if !has("flock") {
        println!("skipped: there is no flock here");
        return;
    }
    let site = Site::new();
    save(&site.workspace, &owner("t0", None, Some("x"))).unwrap();
    let lock = site.root().join(".pothole/lock");
    let (kills, mut slowest) = (size(20, 200), Duration::ZERO);
    for kill in 0..kills {
        // It says so once it holds the lock, and would hold it for an hour.
        let mut holder = Command::new("flock");
        holder.args(["--no-fork", lock.to_str().unwrap(), "sh", "-c"]);
        holder.arg("echo held; exec sleep 3600");
        let mut holder = holder.stdout(std::process::Stdio::piped()).spawn().unwrap();
        let mut said = [0; 5];
        std::io::Read::read_exact(holder.stdout.as_mut().unwrap(), &mut said).unwrap();
        let (from, to) = if kill % 2 == 0 {
            ("x", "y")
        } else {
            ("y", "x")
        };
        holder.kill().unwrap();
        holder.wait().unwrap();
        let begun = Instant::now();
        save(&site.workspace, &owner("t0", Some(from), Some(to))).unwrap();
        slowest = slowest.max(begun.elapsed());
    }
    println!("{kills} holders killed; the slowest next save took {slowest:?}");
}
