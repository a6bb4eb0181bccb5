//! Rows stay straight: frames full of wide, joined and combining characters, drawn one over the other as
//! the program draws them, and read back by a terminal that knows nothing of the drawing.

use crate::attacks::foreign_sequence;
use crate::dice::Dice;
use crate::place::size;
use crate::strangers::random;
use pothole::feedback::{ScanOptions, scan_with, verbatims};
use pothole::tui::key::Key;
use pothole::tui::message::{Effect, Message};
use pothole::tui::state::State;
use pothole::tui::theme::Theme;
use pothole::tui::update::update;
use pothole::tui::view;
use pothole::workspace::open;
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use ratatui::{Terminal, TerminalOptions, Viewport};
use std::cell::RefCell;
use std::fs;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::Path;
use std::rc::Rc;
use unicode_width::UnicodeWidthStr;

/// What people really write, from many scripts.
const WORDS: [&str; 16] = [
    "parking",
    "予約する",
    "👩\u{200d}👩\u{200d}👧",
    "👍🏽",
    "❤\u{fe0f}",
    "1\u{fe0f}\u{20e3}",
    "🇵🇹",
    "Zu\u{308}rich",
    "नमस्ते",
    "مرحبا لا",
    "สวัสดี",
    "한국어",
    "e\u{301}\u{301}\u{301}",
    "⚠\u{fe0f} slow",
    "நிலை",
    "ﷺ",
];
const KEYS: [&str; 30] = [
    "j", "k", "l", "h", "enter", "esc", "tab", "P", "R", "i", "f", "w", "s", "?", "o", "/", "J",
    "K", "+", "-", "]", "[", "g", "G", "pagedown", "pageup", "x", "a", "b", "down",
];

/// Where the bytes for the terminal go.
#[derive(Clone, Default)]
struct Wire(Rc<RefCell<Vec<u8>>>);

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn words(dice: &mut Dice) -> String {
    let count = 1 + dice.below(6);
    let mut words: Vec<String> = (0..count)
        .map(|_| (*dice.pick(&WORDS)).to_owned())
        .collect();
    if dice.once_in(4) {
        words.push(random(dice));
    }
    words.join(" ")
}

fn write(folder: &Path, dice: &mut Dice) {
    let columns = "{id: id, at: day, text: words, segment: who, score: score}";
    let charter =
        format!("title: T\nsources:\n  s: {{files: s.csv, scale: csat-5, columns: {columns}}}\n");
    fs::write(folder.join("pothole.yaml"), charter).unwrap();
    let mut journey = String::from("journey: j\nstages:\n- stage: s\n  touchpoints:\n");
    let mut rows = String::from("id,day,words,who,score\n");
    for place in 0..8 {
        let title = serde_json::to_string(&words(dice)).unwrap();
        journey += &format!(
            "  - {{touchpoint: t{place}, title: {title}, owner: {title}, feedback: [{{text: w{place}}}]}}\n"
        );
        for row in 0..8 {
            let text = words(dice).replace('"', "\"\"");
            rows += &format!(
                "{place}-{row},2025-03-0{},\"w{place} {text}\",\"{text}\",{}\n",
                row + 1,
                1 + dice.below(5)
            );
        }
    }
    fs::write(folder.join("j.yaml"), journey).unwrap();
    fs::write(folder.join("s.csv"), rows).unwrap();
}

fn state(folder: &Path, size: Size) -> State {
    let workspace = open(folder).unwrap();
    let overlay = scan_with(
        &ScanOptions::default(),
        &workspace.root,
        &workspace.journeys,
        &workspace.sources,
        &workspace.rules,
        &workspace.crowd,
        &mut |_| ControlFlow::Continue(()),
    );
    let mut state = State::open(workspace, Theme::default(), size);
    let overlay = Box::new(overlay);
    tell(&mut state, Message::Scanned { scan: 0, overlay });
    state
}

fn tell(state: &mut State, message: Message) {
    for effect in update(state, message) {
        if let Effect::ReadVerbatims(wanted) = effect {
            let places = state.overlay.places_of(wanted.touchpoint.index() as u32);
            let places = places[wanted.range.clone()].to_vec();
            let workspace = &state.workspace;
            let list = verbatims(&workspace.root, &workspace.sources, &state.overlay, &places);
            tell(state, Message::Verbatims { wanted, list });
        }
    }
}

/// The first cell that the terminal shows otherwise than it was drawn.
fn drift(drawn: &Buffer, screen: &vt100::Screen) -> Option<String> {
    for y in 0..drawn.area.height {
        let mut x = 0;
        while x < drawn.area.width {
            let symbol = drawn[(x, y)].symbol();
            let first = symbol.chars().next().unwrap_or(' ');
            let first = if first == '\u{fffd}' { '?' } else { first };
            let cell = screen.cell(y, x)?;
            let shown = cell.contents().chars().next().unwrap_or(' ');
            if first != shown {
                return Some(format!(
                    "{x},{y}: drawn {symbol:?}, shown {:?}",
                    cell.contents()
                ));
            }
            x += symbol.width().max(1) as u16;
        }
    }
    None
}

#[test]
fn rows_stay_straight_whatever_is_written_in_them() {
    let (mut dice, frames) = (Dice::new(11), size(600, 100_000));
    let mut frame = 0;
    while frame < frames {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), &mut dice);
        let (width, height) = (20 + dice.below(120) as u16, 6 + dice.below(40) as u16);
        let mut state = state(folder.path(), Size::new(width, height));
        let wire = Wire::default();
        let viewport = Viewport::Fixed(Rect::new(0, 0, width, height));
        let options = TerminalOptions { viewport };
        let mut terminal =
            Terminal::with_options(CrosstermBackend::new(wire.clone()), options).unwrap();
        let mut second = vt100::Parser::new(height, width, 0);
        for _ in 0..100 {
            let key: Key = dice.pick(&KEYS).parse().unwrap();
            tell(&mut state, Message::Key(key.event()));
            let drawn = terminal.draw(|frame| view::draw(frame, &state)).unwrap();
            let bytes = String::from_utf8(wire.0.take()).unwrap();
            assert_eq!(foreign_sequence(&bytes), None, "frame {frame}");
            // The second terminal leaves this one sign out, whoever wrote it.
            second.process(bytes.replace('\u{fffd}', "?").as_bytes());
            assert_eq!(
                drift(drawn.buffer, second.screen()),
                None,
                "frame {frame}, {width}x{height}"
            );
            frame += 1;
        }
    }
    println!("{frame} frames, 0 drifted, 0 foreign sequences");
}
