//! Keeps rows straight on every terminal: what one terminal draws two columns wide and another four is
//! replaced by its first character, which all draw alike.

use ratatui::buffer::{Buffer, Cell};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Looks at every cell that was drawn.
pub fn straighten(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if cell.symbol().len() > 1 {
            set(cell);
        }
    }
}

fn set(cell: &mut Cell) {
    let symbol = cell.symbol();
    let mut chars = symbol.chars();
    let (Some(first), Some(_)) = (chars.next(), chars.next()) else {
        return;
    };
    let taken = symbol.width();
    let apart: usize = symbol.chars().map(columns).sum();
    if taken == apart && !symbol.chars().any(joins) {
        return;
    }
    let marks = symbol.chars().skip(1);
    let marks = marks.filter(|c| columns(*c) == 0 && !joins(*c));
    let mut plain: String = std::iter::once(first).chain(marks).collect();
    let narrow = columns(first);
    if narrow > taken {
        plain = ".".repeat(taken);
    } else {
        plain.push_str(&" ".repeat(taken - narrow));
    }
    cell.set_symbol(&plain);
}

/// How many columns a character takes by itself.
fn columns(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// Whether a character changes the width of its neighbours: joiners, and what asks for a picture or a
/// letter.
fn joins(c: char) -> bool {
    matches!(
        c,
        '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{20e3}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn straight(text: &str) -> Vec<String> {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 8, 1));
        buffer.set_string(0, 0, text, Style::default());
        straighten(&mut buffer);
        let cells = buffer.content.iter().map(|cell| cell.symbol().to_owned());
        cells.take(3).collect()
    }

    #[test]
    fn clusters_that_terminals_disagree_on_become_their_first_character() {
        assert_eq!(straight("👍🏽x"), ["👍", " ", "x"]);
        assert_eq!(straight("👩\u{200d}👩\u{200d}👧x"), ["👩", " ", "x"]);
        assert_eq!(straight("❤\u{fe0f}x"), ["❤ ", " ", "x"]);
        assert_eq!(straight("1\u{fe0f}\u{20e3}x")[0], "1 ");
    }

    #[test]
    fn what_all_draw_alike_stays() {
        assert_eq!(straight("e\u{301}x"), ["e\u{301}", "x", " "]);
        assert_eq!(straight("予x"), ["予", " ", "x"]);
        assert_eq!(straight("│─x"), ["│", "─", "x"]);
    }
}
