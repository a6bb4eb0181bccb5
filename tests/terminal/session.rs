//! The real binary in a pseudo-terminal: keys go in, the screen is read back as a terminal shows it.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::ffi::OsString;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// How long anything may take before the test gives up.
const PATIENCE: Duration = Duration::from_secs(30);
/// In how many parts it is waited.
const PARTS: u32 = 30;

/// How much of what was written is kept: a robot may go on for long.
const MOST_BYTES: usize = 64 << 20;

/// What the terminal shows, and whether the program is still writing to it.
struct Shown {
    terminal: vt100::Parser,
    bytes: Vec<u8>,
    over: bool,
    /// Whether nobody is to read any further.
    left: bool,
}

/// A running program in a terminal of its own.
pub(crate) struct Session {
    master: Option<Box<dyn MasterPty + Send>>,
    keys: Option<Box<dyn Write + Send>>,
    child: Box<dyn Child + Send + Sync>,
    shown: Arc<(Mutex<Shown>, Condvar)>,
    /// The line discipline before the program ran.
    pub(crate) before: String,
}

impl Session {
    /// Starts the program in a folder.
    pub(crate) fn start(folder: &Path, size: (u16, u16), variables: &[(&str, &str)]) -> Self {
        Self::with(folder, size, variables, &[])
    }

    /// Starts it with arguments.
    pub(crate) fn with(
        folder: &Path,
        size: (u16, u16),
        variables: &[(&str, &str)],
        arguments: &[&str],
    ) -> Self {
        Self::under(&[], folder, size, variables, arguments)
    }

    /// Starts it with arguments, by another program that runs it.
    pub(crate) fn under(
        runner: &[&str],
        folder: &Path,
        size: (u16, u16),
        variables: &[(&str, &str)],
        arguments: &[&str],
    ) -> Self {
        let pair = native_pty_system().openpty(pty_size(size)).unwrap();
        let before = discipline(&*pair.master);
        // A released program may be tried instead, for figures.
        let other = std::env::var_os("POTHOLE_PROGRAM");
        let program = other.unwrap_or(env!("CARGO_BIN_EXE_pothole").into());
        let mut words: Vec<OsString> = runner.iter().map(OsString::from).collect();
        words.push(program);
        let mut command = CommandBuilder::new(words.remove(0));
        command.args(words);
        command.cwd(folder);
        command.args(arguments);
        command.env_remove("NO_COLOR");
        command.env("TERM", "xterm-256color");
        command.env("LC_ALL", "C.UTF-8");
        command.env("POTHOLE_CONFIG", "off");
        command.env("POTHOLE_STATE", "off");
        for (name, value) in variables {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let shown = Arc::new((
            Mutex::new(Shown {
                terminal: vt100::Parser::new(size.1, size.0, 0),
                bytes: Vec::new(),
                over: false,
                left: false,
            }),
            Condvar::new(),
        ));
        let output = pair.master.try_clone_reader().unwrap();
        watch(output, Arc::clone(&shown));
        let keys = pair.master.take_writer().unwrap();
        Self {
            master: Some(pair.master),
            keys: Some(keys),
            child,
            shown,
            before,
        }
    }

    /// Types bytes.
    pub(crate) fn type_in(&mut self, keys: &str) -> &mut Self {
        let writer = self.keys.as_mut().unwrap();
        writer.write_all(keys.as_bytes()).unwrap();
        writer.flush().unwrap();
        self
    }

    /// Waits until the screen holds a text.
    pub(crate) fn wait_for(&mut self, text: &str) -> &mut Self {
        self.wait_until(text, |screen| screen.contents().contains(text))
    }

    /// Presses keys again and again until the screen holds a text, or the program has ended.
    pub(crate) fn nudge(&mut self, keys: &str, text: &str) -> &mut Self {
        let missing = |shown: &mut Shown| !shown.terminal.screen().contents().contains(text);
        // By rounds, not by the clock: a test that was stopped itself for a while goes on pressing.
        for _ in 0..10 * PARTS {
            for key in keys.chars() {
                self.type_in(&key.to_string());
                let (shown, changed) = &*self.shown;
                let guard = shown.lock().unwrap();
                let patience = Duration::from_millis(100);
                drop(
                    changed
                        .wait_timeout_while(guard, patience, missing)
                        .unwrap(),
                );
            }
            let (shown, _) = &*self.shown;
            let mut shown = shown.lock().unwrap();
            if shown.over || !missing(&mut shown) {
                break;
            }
        }
        self
    }

    /// Whether the program has ended.
    pub(crate) fn is_over(&self) -> bool {
        self.shown.0.lock().unwrap().over
    }

    /// Waits until the screen no longer holds a text.
    pub(crate) fn wait_without(&mut self, text: &str) -> &mut Self {
        self.wait_until(text, |screen| !screen.contents().contains(text))
    }

    fn wait_until(&mut self, what: &str, holds: impl Fn(&vt100::Screen) -> bool) -> &mut Self {
        let (shown, changed) = &*self.shown;
        let waiting = |shown: &mut Shown| !shown.over && !holds(shown.terminal.screen());
        let mut guard = shown.lock().unwrap();
        // In parts, so that a test that was stopped itself for a while does not count that time.
        for _ in 0..PARTS {
            let part = PATIENCE / PARTS;
            let (waited, _) = changed.wait_timeout_while(guard, part, waiting).unwrap();
            guard = waited;
            if guard.over || holds(guard.terminal.screen()) {
                break;
            }
        }
        let screen = guard.terminal.screen();
        assert!(
            holds(screen),
            "waited for {what:?} in vain:\n{}",
            screen.contents()
        );
        drop(guard);
        self
    }

    /// Gives the terminal another size. What it shows is wiped first, for all is drawn anew, and a wide
    /// character cut in half at the new edge would break the terminal that reads along.
    pub(crate) fn resize(&mut self, size: (u16, u16)) -> &mut Self {
        let mut shown = self.shown.0.lock().unwrap();
        shown.terminal.process(b"\x1b[2J");
        shown.terminal.screen_mut().set_size(size.1, size.0);
        drop(shown);
        self.master
            .as_ref()
            .unwrap()
            .resize(pty_size(size))
            .unwrap();
        self
    }

    /// What the terminal shows.
    pub(crate) fn screen(&self) -> String {
        self.shown.0.lock().unwrap().terminal.screen().contents()
    }

    /// In which column and line, from 0 on, a text begins that the terminal shows.
    pub(crate) fn find(&self, text: &str) -> (u16, u16) {
        let shown = self.shown.0.lock().unwrap();
        let screen = shown.terminal.screen();
        let mut rows = screen.rows(0, screen.size().1).zip(0..);
        let found = rows
            .find_map(|(row, y)| Some((row.find(text).map(|at| row[..at].chars().count())?, y)));
        drop(rows);
        assert!(found.is_some(), "{text} is not on\n{}", screen.contents());
        let (x, y) = found.unwrap();
        (x as u16, y)
    }

    /// Sends a signal by its name.
    #[cfg(unix)]
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        let sent = std::process::Command::new("kill")
            .args([&format!("-{name}"), &id])
            .status();
        assert!(sent.unwrap().success());
    }

    /// Lets a stopped program go on, and waits for a text. It may not have stopped yet, so it is told
    /// again until it is heard.
    #[cfg(unix)]
    pub(crate) fn go_on(&mut self, text: &str) -> &mut Self {
        let begun = Instant::now();
        let missing = |shown: &mut Shown| !shown.terminal.screen().contents().contains(text);
        while begun.elapsed() < PATIENCE {
            self.signal("CONT");
            let (shown, changed) = &*self.shown;
            let guard = shown.lock().unwrap();
            let patience = Duration::from_millis(200);
            let waited = changed.wait_timeout_while(guard, patience, missing);
            if !waited.unwrap().1.timed_out() {
                break;
            }
        }
        self.wait_for(text)
    }

    /// Takes the terminal away. The thread that reads it holds it too, until it reads once more.
    pub(crate) fn hang_up(&mut self) {
        self.shown.0.lock().unwrap().left = true;
        self.type_in("\t");
        let (shown, changed) = &*self.shown;
        let guard = shown.lock().unwrap();
        let waiting = |shown: &mut Shown| !shown.over;
        drop(
            changed
                .wait_timeout_while(guard, PATIENCE, waiting)
                .unwrap(),
        );
        self.keys = None;
        self.master = None;
    }

    /// Waits until the program has ended, and says with which code.
    pub(crate) fn end(&mut self) -> u32 {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                let took = begun.elapsed();
                // Timed where nothing else runs, in the test of record alone.
                let timed = std::env::var_os("POTHOLE_RECORD").is_some();
                assert!(!timed || took < Duration::from_secs(1), "{took:?}");
                return status.exit_code();
            }
            assert!(begun.elapsed() < PATIENCE, "the program does not end");
            thread::yield_now();
        }
    }

    /// The number the system knows the program by.
    pub(crate) fn id(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Everything the program wrote, or the last of it where it wrote for long.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        self.shown.0.lock().unwrap().bytes.clone()
    }

    /// Checks that the terminal is as it was before.
    pub(crate) fn check_given_back(&self) {
        let (shown, changed) = &*self.shown;
        let guard = shown.lock().unwrap();
        let left = |shown: &mut Shown| shown.terminal.screen().alternate_screen();
        let (guard, _) = changed.wait_timeout_while(guard, PATIENCE, left).unwrap();
        let screen = guard.terminal.screen();
        assert!(
            !screen.alternate_screen(),
            "the alternate screen is still there"
        );
        assert!(!screen.hide_cursor(), "the cursor is still hidden");
        assert!(!screen.bracketed_paste(), "pastes are still bracketed");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        drop(guard);
        // Raw mode ends last, after the screen has been given back.
        let master = self.master.as_ref().unwrap();
        let begun = Instant::now();
        while discipline(&**master) != self.before {
            assert!(begun.elapsed() < PATIENCE, "raw mode is still on");
            thread::yield_now();
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn watch(mut output: Box<dyn Read + Send>, shown: Arc<(Mutex<Shown>, Condvar)>) {
    thread::spawn(move || {
        let mut buffer = [0; 4096];
        loop {
            let read = output.read(&mut buffer).unwrap_or(0);
            // A test that failed has poisoned it, and has said why.
            let Ok(mut guard) = shown.0.lock() else {
                return;
            };
            guard.terminal.process(&buffer[..read]);
            guard.bytes.extend_from_slice(&buffer[..read]);
            if guard.bytes.len() > MOST_BYTES {
                guard.bytes.drain(..MOST_BYTES / 2);
            }
            let over = read == 0 || guard.left;
            if over {
                output = Box::new(std::io::empty());
            }
            guard.over = over;
            drop(guard);
            shown.1.notify_all();
            if over {
                return;
            }
        }
    });
}

fn pty_size((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        pixel_width: 0,
        pixel_height: 0,
    }
}

#[cfg(unix)]
fn discipline(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios())
}

#[cfg(not(unix))]
fn discipline(_: &dyn MasterPty) -> String {
    String::new()
}
