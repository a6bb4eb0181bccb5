//! The real program in a pseudo-terminal of 200 by 60 on 200 journeys and 10,000 touchpoints: how long it
//! takes from a key to the screen, what it does while nobody presses one, and how much memory the board takes
//! without feedback. `cargo bench --bench terminal`; Linux alone says what a program uses.

#![allow(
    clippy::unwrap_used,
    clippy::print_stdout,
    reason = "a bench may stop where it cannot go on, and prints what it measures"
)]

#[expect(dead_code, reason = "the bench of frames builds more")]
#[path = "../frame/house.rs"]
mod house;
#[expect(dead_code, reason = "the tests of the terminal do more with it")]
#[path = "../../tests/terminal/session.rs"]
mod session;
mod used;

use session::Session;
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};
use used::Used;

const SIZE: (u16, u16) = (200, 60);
const KEYS: usize = 200;
const IDLE: Duration = Duration::from_secs(10);

fn main() {
    let folder = tempfile::tempdir().unwrap();
    house::build(folder.path());
    let mut session = open(folder.path(), "132,001 rows");
    println!("with 132,000 rows of feedback");
    // Down to the next touchpoint and up again; to another view and back.
    let back = " of 200: friction";
    session.type_in("g").wait_for("j000/t0 ");
    keys(&mut session, "map", [("j", "j000/t1 "), ("k", "j000/t0 ")]);
    keys(
        &mut session,
        "touchpoint",
        [("\r", "1 Overview"), ("\u{1b}", back)],
    );
    keys(
        &mut session,
        "board",
        [("b", "Board: what hurts"), ("b", back)],
    );
    keys(
        &mut session,
        "journeys",
        [("a", " 200 journeys "), ("a", back)],
    );
    keys(&mut session, "teams", [("O", " Teams, "), ("O", back)]);
    idle(&session);
    drop(session);

    let folder = tempfile::tempdir().unwrap();
    house::build_without_feedback(folder.path());
    let session = open(folder.path(), "0 rows");
    println!("without feedback");
    idle(&session);
}

fn open(folder: &Path, read: &str) -> Session {
    let start = Instant::now();
    let mut session = Session::start(folder, SIZE, &[("POTHOLE_CACHE", "off")]);
    session.wait_for("A large house");
    println!("first frame after {:.1} ms", ms(start.elapsed()));
    session.wait_for(read).wait_without("reading");
    println!("everything read after {:.1} ms", ms(start.elapsed()));
    session
}

/// From the key to the screen that shows what it did, as another program sees it.
fn keys(session: &mut Session, name: &str, there_and_back: [(&str, &str); 2]) {
    let mut times: Vec<Duration> = (0..KEYS)
        .map(|turn| {
            let (key, shown) = there_and_back[turn % 2];
            // Let the terminal come to rest: keys of people are far apart.
            sleep(Duration::from_millis(5));
            let start = Instant::now();
            session.type_in(key).wait_for(shown);
            start.elapsed()
        })
        .collect();
    times.sort();
    let share = |share: usize| ms(times[(times.len() - 1) * share / 100]);
    println!(
        "key to screen, {name}: median {:.2} ms, p99 {:.2} ms, most {:.2} ms",
        share(50),
        share(99),
        share(100)
    );
}

/// What the program does while nothing happens.
fn idle(session: &Session) {
    sleep(Duration::from_secs(1));
    let (before, written) = (Used::by(session.id()), session.bytes().len());
    sleep(IDLE);
    let (after, now) = (Used::by(session.id()), session.bytes().len());
    println!(
        "idle for {IDLE:?}: {} ticks of processor time, {} times awake, {} bytes written",
        after.ticks - before.ticks,
        after.switches - before.switches,
        now - written
    );
    println!(
        "memory: {:.1} MiB now, {:.1} MiB at most",
        after.resident_kib as f64 / 1024.0,
        after.most_kib as f64 / 1024.0
    );
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
