//! A robot that presses anything, for long: random keys, sizes and changes of files, from a seed.
//! `POTHOLE_SECONDS` says how long in the test of record.

use crate::dice::Dice;
use crate::session::Session;
use crate::{CROSSING, workspace};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

/// Keys that do not leave the program, beside all that print but `q` and `Q`.
const KEYS: [&str; 48] = [
    "j",
    "k",
    "h",
    "l",
    "J",
    "K",
    "n",
    "N",
    "g",
    "G",
    "+",
    "-",
    "]",
    "[",
    "s",
    "f",
    "w",
    "u",
    "\x12",
    "r",
    "\x0c",
    "\t",
    "\x1b[Z",
    "\r",
    "\x1b",
    "\x1b",
    "\x1b",
    "?",
    "P",
    "R",
    "i",
    "o",
    "/",
    "x",
    "y",
    " ",
    "a",
    "1",
    "7",
    "é",
    "予",
    "\x7f",
    "\x1b[A",
    "\x1b[B",
    "\x1b[5~",
    "\x1b[6~",
    "\x1b[<64;20;10M",
    "\x1b[<0;30;12M\x1b[<0;30;12m",
];

/// Steps in `cargo test`.
const STEPS: usize = 600;

fn step(dice: &mut Dice, session: &mut Session, folder: &Path) {
    match dice.below(60) {
        0 => {
            // The terminal that reads along cannot be smaller; tests/screens tries the others.
            let size = (20 + dice.below(140) as u16, 5 + dice.below(45) as u16);
            session.resize(size);
        }
        1 => {
            let title = format!("title: Cross {}", dice.below(1_000));
            let text = CROSSING.replace("title: Cross with the car", &title);
            fs::write(folder.join("journeys/crossing.yaml"), text).unwrap();
            session.type_in("r");
        }
        2 => {
            fs::write(folder.join("journeys/crossing.yaml"), "journey: [broken").unwrap();
            session.type_in("r");
        }
        3 => {
            session.type_in("\x1b[200~pasted\nwords \u{1b}[31m\x1b[201~");
        }
        4..=30 => {
            // Neither way out: `q` leaves, and the palette finds that by either letter.
            let key = match char::from(b' ' + dice.below(95) as u8) {
                'q' | 'Q' => 'z',
                key => key,
            };
            session.type_in(&key.to_string());
        }
        _ => {
            let key: &str = KEYS[dice.below(KEYS.len())];
            session.type_in(key);
        }
    }
}

/// Back to where everything began, with all keys read. The robot may have found the way out, which the palette
/// knows by name: then that is said instead.
fn settle(session: &mut Session, folder: &Path) -> bool {
    // Esc and `[` in one go are the beginning of a sequence, and so are a `?` or `<` behind them: what reads keys
    // waits for its end, as for that of a paste.
    session.type_in("\x1b[201~cM");
    #[cfg(unix)]
    session.signal("CONT");
    fs::write(folder.join("journeys/crossing.yaml"), CROSSING).unwrap();
    session.resize((100, 32)).type_in("r");
    // A size that comes together with keys may wait for the next key, and two Esc are read as one.
    // Whatever is typed, travelled to or looked through is left.
    session.nudge("\x1b\x0cT\x7f", BOARD);
    if session.is_over() {
        return false;
    }
    session.wait_for(BOARD);
    true
}

/// What the header says of the workspace.
const BOARD: &str = "40 rows: 40 mapped";

fn start(folder: &Path) -> Session {
    let mut session = Session::start(folder, (100, 32), &[("EDITOR", "true")]);
    session.wait_for(BOARD);
    session
}

/// The memory in use, in KiB; nothing where the system does not say.
fn memory(session: &Session) -> Option<u64> {
    let status = fs::read_to_string(format!("/proc/{}/status", session.id())).ok()?;
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().strip_suffix(" kB")?.trim().parse().ok()
}

#[test]
fn a_robot_that_presses_anything_neither_breaks_it_nor_makes_it_grow() {
    let seconds = std::env::var("POTHOLE_SECONDS").ok();
    let seconds = seconds
        .and_then(|seconds| seconds.parse().ok())
        .map(Duration::from_secs);
    let (folder, mut dice, begun) = (workspace(), Dice::new(2_026), Instant::now());
    let mut session = start(folder.path());
    let (mut steps, mut used, mut left) = (0, Vec::new(), 0);
    loop {
        for _ in 0..STEPS / 4 {
            step(&mut dice, &mut session, folder.path());
        }
        steps += STEPS / 4;
        if !settle(&mut session, folder.path()) {
            // Memory is counted from the last start.
            assert_eq!(session.end(), 0);
            (session, left) = (start(folder.path()), left + 1);
            used.clear();
        }
        used.extend(memory(&session).map(|memory| (begun.elapsed(), memory)));
        if seconds.map_or(steps >= STEPS, |seconds| begun.elapsed() >= seconds) {
            break;
        }
    }
    // Whatever is open, this leaves.
    session.type_in("\x03");
    assert_eq!(session.end(), 0);
    session.check_given_back();
    if seconds.is_none() {
        println!("{steps} steps, memory in KiB {used:?}");
        return;
    }
    judge(&used, &format!("{steps} steps, left {left} times"));
}

/// Whether memory grew from a quarter of the time on.
fn judge(used: &[(Duration, u64)], walk: &str) {
    let (Some((first, _)), Some((last, _))) = (used.first(), used.last()) else {
        println!("{walk}; this system does not say how much memory is used");
        return;
    };
    let span = last.saturating_sub(*first);
    // Each of twelve parts of the time by its median: one moment says little, for a scan may be under way.
    let parts = (0..12).map(|part| {
        let [from, to] = [part, part + 1].map(|part| *first + span * part / 12);
        median(used, from, to)
    });
    let parts: Vec<u64> = parts.flatten().collect();
    println!("{walk}; memory in KiB over the last {span:.0?}: {parts:?}");
    if let (Some(warm), Some(last)) = (parts.get(3), parts.last()) {
        assert!(last * 100 < warm * 102, "grown from {warm} to {last} KiB");
    }
}

/// The median of the memory used between two moments; nothing where the system does not say.
fn median(used: &[(Duration, u64)], from: Duration, to: Duration) -> Option<u64> {
    let inside = used.iter().filter(|(at, _)| (from..to).contains(at));
    let mut inside: Vec<u64> = inside.map(|(_, memory)| *memory).collect();
    inside.sort_unstable();
    inside.get(inside.len() / 2).copied()
}
