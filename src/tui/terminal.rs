//! The terminal itself: taken for the board, and always given back as it was, after an error, a panic
//! or a signal too.

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use std::io::{self, Stdout, Write, stdout};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

/// Where the board is drawn.
pub(super) type Canvas = Terminal<CrosstermBackend<Stdout>>;

/// Whether the terminal is taken now: giving it back twice must do nothing.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while it is ours; dropping it gives it back.
pub(super) struct Held {
    /// Where to draw.
    pub canvas: Canvas,
}

impl Held {
    /// Takes the terminal: raw mode, the alternate screen, the mouse, pastes in one piece.
    pub(super) fn take() -> io::Result<Self> {
        give_back_on_panic();
        switch_on()?;
        match Terminal::new(CrosstermBackend::new(stdout())) {
            Ok(canvas) => Ok(Self { canvas }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }

    /// Stops the program until the shell lets it go on.
    pub(super) fn suspend(&mut self) -> io::Result<()> {
        give_back();
        stop()?;
        switch_on()?;
        self.wipe()
    }

    /// Forgets what is drawn, so that everything is drawn anew. `Terminal::clear` would ask the terminal
    /// where its cursor is, and the thread that reads input would get the answer.
    pub(super) fn wipe(&mut self) -> io::Result<()> {
        execute!(stdout(), Clear(ClearType::All))?;
        self.canvas = Terminal::new(CrosstermBackend::new(stdout()))?;
        Ok(())
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        give_back();
    }
}

fn switch_on() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    let on = execute!(
        stdout(),
        EnterAlternateScreen,
        EnableMouseCapture,
        EnableBracketedPaste
    );
    if on.is_err() {
        give_back();
    }
    on
}

/// Gives the terminal back as it was. What cannot be undone cannot be helped: the rest still is.
pub(super) fn give_back() {
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = stdout();
    let _ = execute!(
        out,
        DisableBracketedPaste,
        DisableMouseCapture,
        Show,
        LeaveAlternateScreen
    );
    let _ = out.flush();
    let _ = disable_raw_mode();
}

/// A panic's message is of no use on the alternate screen. One beside the interface ends the program
/// too: a board that waits for news that never come would look sound.
fn give_back_on_panic() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            give_back();
            before(panic);
            if std::thread::current().name() != Some("main") {
                std::process::exit(101);
            }
        }));
    });
}

#[cfg(unix)]
fn stop() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}

#[cfg(not(unix))]
fn stop() -> io::Result<()> {
    Ok(())
}

/// Leaves when the system asks for it, on a thread of its own: whatever the others do, the terminal is
/// given back. The exit code is the shell's habit, 128 and the signal.
#[cfg(unix)]
pub(super) fn leave_on_signals() -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM])?;
    std::thread::Builder::new()
        .name("signals".into())
        .spawn(move || {
            if let Some(signal) = signals.forever().next() {
                give_back();
                std::process::exit(128 + signal);
            }
        })?;
    Ok(())
}

/// There are no signals here.
#[cfg(not(unix))]
pub fn leave_on_signals() -> io::Result<()> {
    Ok(())
}

/// Puts text on the terminal's own clipboard (OSC 52), which works over ssh too.
pub(super) fn copy(text: &str) -> io::Result<()> {
    let mut out = stdout();
    write!(out, "\x1b]52;c;{}\x07", base64(text.as_bytes()))?;
    out.flush()
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |place: usize| u32::from(three.get(place).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= three.len() {
                char::from(letter)
            } else {
                '='
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_agrees_with_the_test_vectors_of_rfc_4648() {
        let cases = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (plain, coded) in cases {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }
}
