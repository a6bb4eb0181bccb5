//! A screen with how each cell is painted: below the text a letter for each way, and what the letters stand for.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use std::fmt::Write;

/// The screen's ways of painting, a letter a cell; a dot where nothing is painted.
pub(crate) fn painted(screen: &Buffer) -> String {
    let mut ways: Vec<String> = Vec::new();
    let mut text = String::new();
    for row in 0..screen.area.height {
        let mut line = String::new();
        for column in 0..screen.area.width {
            let cell = &screen[(column, row)];
            let letter = match way(cell) {
                None if cell.symbol() == " " => ' ',
                None => '.',
                Some(way) => {
                    let known = ways.iter().position(|one| *one == way);
                    let at = known.unwrap_or_else(|| {
                        ways.push(way);
                        ways.len() - 1
                    });
                    char::from(b'a' + at as u8)
                }
            };
            line.push(letter);
        }
        let _ = writeln!(text, "{}", line.trim_end());
    }
    for (letter, way) in ('a'..).zip(ways) {
        let _ = writeln!(text, "{letter} {way}");
    }
    text
}

/// How a cell is painted, when it is and when that is seen.
fn way(cell: &Cell) -> Option<String> {
    let mut parts = Vec::new();
    assert_eq!(
        cell.bg,
        Color::Reset,
        "the background is the terminal's own"
    );
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    if cell.symbol() == " " && !reversed {
        return None;
    }
    if cell.fg != Color::Reset {
        parts.push(format!("{:?}", cell.fg));
    }
    if !cell.modifier.is_empty() {
        parts.push(format!("{:?}", cell.modifier));
    }
    (!parts.is_empty()).then(|| parts.join(", "))
}
