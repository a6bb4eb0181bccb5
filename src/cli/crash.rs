//! When the program itself breaks: one sentence, a report in a file for whoever mends it, and an exit
//! code, never a screen of a backtrace or a terminal that is left as it was drawn.

use super::exit::say;
use std::backtrace::Backtrace;
use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::{self, Write};
use std::panic::PanicHookInfo;
use std::path::PathBuf;

/// The exit code of a program that broke, as Rust programs have it by habit.
const CODE: i32 = 101;

/// From now on a panic of any thread ends the program in an orderly way. The board puts its own step
/// before this one: the terminal is given back first.
pub(super) fn watch() {
    std::panic::set_hook(Box::new(|panic| {
        match report(panic) {
            Ok(path) => say(&format!(
                "error: pothole broke, and your files are as they were saved last; please report it \
                 with {}",
                path.display()
            )),
            Err(error) => say(&format!(
                "error: pothole broke ({}), and no report of it could be written: {error}",
                summary(panic)
            )),
        }
        std::process::exit(CODE);
    }));
    rehearse();
}

/// What happened, in a line: the place and the words of the panic.
fn summary(panic: &PanicHookInfo<'_>) -> String {
    let payload = panic.payload();
    let words = payload.downcast_ref::<&str>().copied();
    let words = words.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let words = words.unwrap_or("without words");
    let place = panic.location().map(ToString::to_string);
    format!("{words}, at {}", place.unwrap_or_default())
}

/// Writes the report where only this user can read it: the words of a panic may quote a customer.
fn report(panic: &PanicHookInfo<'_>) -> io::Result<PathBuf> {
    let mut text = format!("pothole {} broke.\n\n", env!("CARGO_PKG_VERSION"));
    let thread = std::thread::current();
    let _ = writeln!(text, "{}", summary(panic));
    let _ = writeln!(
        text,
        "thread: {}",
        thread.name().unwrap_or("without a name")
    );
    let _ = writeln!(
        text,
        "system: {} {}\n",
        std::env::consts::OS,
        std::env::consts::ARCH
    );
    let _ = writeln!(text, "{}", Backtrace::force_capture());
    let name = format!("pothole-broke-{}.txt", std::process::id());
    let path = std::env::temp_dir().join(name);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    private(&mut options);
    options.open(&path)?.write_all(text.as_bytes())?;
    Ok(path)
}

#[cfg(unix)]
fn private(options: &mut OpenOptions) {
    use std::os::unix::fs::OpenOptionsExt;
    options.mode(0o600);
}

#[cfg(not(unix))]
fn private(_: &mut OpenOptions) {}

/// Breaks on demand, so that a test can see what a panic looks like to a user: `POTHOLE_BREAK=now`, or
/// the path of a file that a thread waits for. Released programs do not know it.
#[cfg(debug_assertions)]
#[expect(clippy::panic, reason = "a panic is what is rehearsed")]
fn rehearse() {
    match std::env::var_os("POTHOLE_BREAK") {
        Some(moment) if moment == "now" => panic!("rehearsed \u{1b}[31mnow"),
        Some(path) => {
            std::thread::spawn(move || {
                while !PathBuf::from(&path).exists() {
                    std::thread::sleep(std::time::Duration::from_millis(5));
                }
                panic!("rehearsed in a thread");
            });
        }
        None => {}
    }
}

#[cfg(not(debug_assertions))]
fn rehearse() {}
