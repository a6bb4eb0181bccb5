//! The terminal itself: taken for the board, and always given back as it was, after an error, a panic
//! or a signal too.

use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::cursor::Show;
use ratatui::crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::{Frame, Terminal};
use std::io::{self, BufWriter, Stdout, Write, stdout};
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

/// Where the board is drawn.
pub(super) type Canvas = Terminal<CrosstermBackend<BufWriter<Stdout>>>;

/// How many bytes of a frame go to the terminal in one piece: standard output alone would send a thousand at a
/// time, and wait for the terminal each time.
const FRAME: usize = 256 * 1024;

fn canvas() -> io::Result<Canvas> {
    Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(
        FRAME,
        stdout(),
    )))
}

/// Whether the terminal is taken now: giving it back twice must do nothing.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// Whether another program has the terminal.
static LENT: AtomicBool = AtomicBool::new(false);

/// Whether the mouse is ours while the terminal is.
static MOUSE: AtomicBool = AtomicBool::new(true);

/// The terminal while it is ours; dropping it gives it back.
pub(super) struct Held {
    /// Where to draw.
    pub canvas: Canvas,
}

impl Held {
    /// Takes the terminal: raw mode, the alternate screen, the mouse, pastes in one piece.
    pub(super) fn take() -> io::Result<Self> {
        give_back_on_panic();
        switch_on(true)?;
        match canvas() {
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
        switch_on(MOUSE.load(Ordering::SeqCst))?;
        self.wipe()
    }

    /// Lends the terminal to another program, and takes it again when that is over. Meanwhile the keys that
    /// interrupt are the other program's; one that breaks may leave the terminal in any state, and it is taken
    /// from there as it was lent.
    pub(super) fn lend<T>(&mut self, to: impl FnOnce() -> T) -> io::Result<T> {
        give_back();
        LENT.store(true, Ordering::SeqCst);
        let discipline = Discipline::read();
        let ended = to();
        discipline.restore();
        LENT.store(false, Ordering::SeqCst);
        switch_on(MOUSE.load(Ordering::SeqCst))?;
        self.wipe()?;
        Ok(ended)
    }

    /// Draws one frame, whole or not at all: the lock on the output keeps a thread that gives the terminal back
    /// waiting for its end, and nothing is drawn after that.
    pub(super) fn draw(&mut self, view: impl FnOnce(&mut Frame)) -> io::Result<()> {
        let _whole = stdout().lock();
        if TAKEN.load(Ordering::SeqCst) {
            self.canvas.draw(view)?;
        }
        Ok(())
    }

    /// Forgets what is drawn, so that everything is drawn anew. `Terminal::clear` would ask the terminal
    /// where its cursor is, and the thread that reads input would get the answer.
    pub(super) fn wipe(&mut self) -> io::Result<()> {
        execute!(stdout(), Clear(ClearType::All))?;
        self.canvas = canvas()?;
        Ok(())
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        give_back();
    }
}

/// Takes the mouse, or leaves it to the terminal's own selection.
pub(super) fn mouse(ours: bool) -> io::Result<()> {
    MOUSE.store(ours, Ordering::SeqCst);
    if ours {
        execute!(stdout(), EnableMouseCapture)
    } else {
        execute!(stdout(), DisableMouseCapture)
    }
}

fn switch_on(mouse: bool) -> io::Result<()> {
    MOUSE.store(mouse, Ordering::SeqCst);
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    let mut on = execute!(stdout(), EnterAlternateScreen, EnableBracketedPaste);
    if mouse && on.is_ok() {
        on = execute!(stdout(), EnableMouseCapture);
    }
    if on.is_err() {
        give_back();
    }
    on
}

/// Gives the terminal back as it was. What cannot be undone cannot be helped: the rest still is.
pub(super) fn give_back() {
    // Of one frame all or nothing: see `Held::draw`.
    let mut out = stdout().lock();
    if !TAKEN.swap(false, Ordering::SeqCst) {
        return;
    }
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

/// How the terminal treats what is typed: what `stty -g` prints. Nothing where it cannot be had.
struct Discipline {
    #[cfg(unix)]
    modes: Option<rustix::termios::Termios>,
}

#[cfg(unix)]
impl Discipline {
    fn read() -> Self {
        let terminal = std::fs::File::open("/dev/tty").ok();
        let modes = terminal.and_then(|terminal| rustix::termios::tcgetattr(terminal).ok());
        Self { modes }
    }

    fn restore(&self) {
        use rustix::termios::{OptionalActions, tcsetattr};
        let terminal = std::fs::File::open("/dev/tty").ok();
        if let (Some(terminal), Some(modes)) = (terminal, &self.modes) {
            // What cannot be restored stays as the other program left it.
            let _ = tcsetattr(terminal, OptionalActions::Now, modes);
        }
    }
}

#[cfg(not(unix))]
impl Discipline {
    fn read() -> Self {
        Self {}
    }

    fn restore(&self) {}
}

/// Stops because somebody else asked for it, and goes on as it was. While another program has the terminal
/// that is its own affair.
#[cfg(unix)]
fn stop_as_asked() {
    let taken = TAKEN.load(Ordering::SeqCst);
    give_back();
    if stop().is_ok() && taken && switch_on(MOUSE.load(Ordering::SeqCst)).is_ok() {
        // All is drawn anew.
        wake();
    }
}

#[cfg(unix)]
fn stop() -> io::Result<()> {
    signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP)
}

#[cfg(not(unix))]
fn stop() -> io::Result<()> {
    Ok(())
}

/// Leaves or stops when the system asks for it, on a thread of its own: whatever the others do, the terminal is
/// given back. The exit code is the shell's habit, 128 and the signal.
#[cfg(unix)]
pub(super) fn leave_on_signals() -> io::Result<()> {
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    let known = [SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP];
    let mut signals = signal_hook::iterator::Signals::new(known)?;
    std::thread::Builder::new()
        .name("signals".into())
        .spawn(move || {
            for signal in signals.forever() {
                if signal == SIGTSTP {
                    stop_as_asked();
                    continue;
                }
                let interrupts = matches!(signal, SIGINT | SIGQUIT);
                if interrupts && LENT.load(Ordering::SeqCst) {
                    continue;
                }
                give_back();
                std::process::exit(128 + signal);
            }
        })?;
    Ok(())
}

/// Wakes the thread that waits for input: it hears of a size that has not changed.
#[cfg(unix)]
pub(super) fn wake() {
    // Where it cannot be woken the next key does it.
    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGWINCH);
}

/// Nothing wakes it here but the next key.
#[cfg(not(unix))]
pub(super) fn wake() {}

/// There are no signals here.
#[cfg(not(unix))]
pub fn leave_on_signals() -> io::Result<()> {
    Ok(())
}
