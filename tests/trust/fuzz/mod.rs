//! Damaged and random text for every reader of text: nothing panics, nothing hangs, and what is edited is
//! edited alone. Every target has a few kept cases in `tests/trust/corpus`; each run tries them, then hurt
//! ones. `POTHOLE_FUZZ_SECONDS` says how long.

mod line;
mod rows;
mod yaml;

use crate::dice::Dice;
use crate::strangers::random;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How many hurt cases are kept to be hurt again.
const POOL: usize = 64;
/// How many characters a hurt case may have.
const MOST: usize = 4_000;

/// A reader under test.
struct Target {
    /// Its folder of kept cases.
    name: &'static str,
    seed: u64,
    /// How many hurt cases `cargo test` tries.
    cases: usize,
    /// Words that mean something to it.
    pieces: &'static [&'static str],
}

/// A folder in memory, where the system has such a place: the disk's own speed is not what is tried.
fn folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm")
        .or_else(|_| tempfile::tempdir())
        .unwrap()
}

impl Target {
    /// The kept cases, by name.
    fn corpus(&self) -> Vec<String> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/trust/corpus");
        let entries = fs::read_dir(root.join(self.name)).unwrap();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        let read = |path: &PathBuf| fs::read_to_string(path).unwrap();
        paths.iter().map(read).collect()
    }

    /// A case, hurt in a few places.
    fn hurt(&self, dice: &mut Dice, text: &str, other: &str) -> String {
        let mut text: Vec<char> = text.chars().collect();
        for _ in 0..=dice.below(6) {
            let at = dice.below(text.len() + 1);
            let end = (at + dice.below(24)).min(text.len());
            match dice.below(10) {
                0 => text.truncate(at),
                1 => drop(text.drain(at..end)),
                2 => drop(text.splice(at..at, random(dice).chars())),
                3 => {
                    let twice = text[at..end].to_vec();
                    text.splice(end..end, twice);
                }
                4 => {
                    let other: Vec<char> = other.chars().collect();
                    let from = dice.below(other.len() + 1);
                    let to = (from + dice.below(80)).min(other.len());
                    text.splice(at..end, other[from..to].iter().copied());
                }
                5 if at < text.len() => {
                    let near = text[at] as u32 ^ 1 << dice.below(8);
                    text[at] = char::from_u32(near).unwrap_or('\u{fffd}');
                }
                _ => drop(text.splice(at..at, dice.pick(self.pieces).chars())),
            }
        }
        text.truncate(MOST);
        text.into_iter().collect()
    }

    /// Tries the kept cases, then hurt ones and hurt ones hurt again.
    fn fuzz(&self, mut try_one: impl FnMut(&mut Dice, &str)) {
        let seconds = std::env::var("POTHOLE_FUZZ_SECONDS").ok();
        let seconds = seconds
            .and_then(|seconds| seconds.parse().ok())
            .map(Duration::from_secs);
        let (kept, mut dice, begun) = (self.corpus(), Dice::new(self.seed), Instant::now());
        for text in &kept {
            try_one(&mut dice, text);
        }
        let (mut pool, mut tried, used) = (Vec::new(), 0_usize, processor());
        while seconds.map_or(tried < self.cases, |seconds| begun.elapsed() < seconds) {
            let again = !pool.is_empty() && dice.once_in(2);
            let text = dice.pick(if again { &pool } else { &kept }).clone();
            let other = dice.pick(&kept);
            let text = self.hurt(&mut dice, &text, other);
            try_one(&mut dice, &text);
            tried += 1;
            let place = dice.below(POOL);
            match pool.get_mut(place) {
                Some(old) => *old = text,
                None => pool.push(text),
            }
        }
        let used = processor().zip(used).map(|(now, then)| now - then);
        println!(
            "{}: {} kept cases and {tried} hurt ones in {:.1} s, {used:.1?} s of processor time (of all tests that ran beside it)",
            self.name,
            kept.len(),
            begun.elapsed().as_secs_f64()
        );
    }
}

/// The processor time of this process in seconds; nothing where the system does not say.
fn processor() -> Option<f64> {
    let text = fs::read_to_string("/proc/self/stat").ok()?;
    // The name of the process stands in brackets and may hold anything; the system counts hundredths.
    let fields: Vec<&str> = text.rsplit_once(')')?.1.split_whitespace().collect();
    let ticks: u64 = fields
        .get(11..13)?
        .iter()
        .flat_map(|f| f.parse::<u64>())
        .sum();
    Some(ticks as f64 / 100.0)
}
