//! Keeps rows straight on every terminal: what one terminal draws two columns wide and another four is
//! replaced by its first character, and what stands on several cells is given to each of them.

use crate::tui::text::is_narrow;
use ratatui::buffer::{Buffer, Cell};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Looks at every cell that was drawn.
pub fn straighten(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    for row in buffer.content.chunks_mut(width) {
        let mut rest = row;
        while let Some((cell, behind)) = std::mem::take(&mut rest).split_first_mut() {
            // Most cells hold one letter, or a piece of a line.
            if !is_straight(cell.symbol()) {
                set(cell, behind);
            }
            rest = behind;
        }
    }
}

/// Whether a symbol is one character of one column, as on every terminal.
fn is_straight(symbol: &str) -> bool {
    if let [byte] = symbol.as_bytes() {
        return matches!(byte, b' '..=b'~');
    }
    let first = symbol.chars().next();
    first.is_some_and(|first| first.len_utf8() == symbol.len() && is_narrow(first))
}

/// A line that is printed instead of drawn, with nothing in it that steers a terminal.
pub(in crate::tui) fn plain(line: &str) -> String {
    let seen = |c| {
        if steers(c) {
            char::REPLACEMENT_CHARACTER
        } else {
            c
        }
    };
    line.chars().map(seen).collect()
}

fn set(cell: &mut Cell, behind: &mut [Cell]) {
    if cell.symbol().chars().any(steers) {
        // Text is cleaned where it enters; what came another way ends here.
        cell.set_symbol("\u{fffd}");
        return;
    }
    let symbol = cell.symbol();
    let taken = symbol.width();
    if taken == 0
        || symbol
            .chars()
            .next()
            .is_some_and(|first| columns(first) == 0)
    {
        // A mark without a letter to stand on would fall on the one before.
        cell.set_symbol(" ");
        return;
    }
    let covered = behind.iter().take(taken.saturating_sub(1));
    if taken > behind.len() + 1 || covered.clone().any(|cell| cell.symbol() != " ") {
        // Something was drawn over its other half.
        cell.set_symbol(" ");
        return;
    }
    let mut chars = symbol.chars();
    let (Some(first), Some(_)) = (chars.next(), chars.next()) else {
        return;
    };
    let apart: usize = symbol.chars().map(columns).sum();
    if taken == apart && !symbol.chars().any(joins) {
        if columns(first) < taken {
            part(cell, behind);
        }
        return;
    }
    let marks = symbol.chars().skip(1);
    let marks = marks.filter(|c| columns(*c) == 0 && !joins(*c));
    let plain: String = std::iter::once(first).chain(marks).collect();
    if columns(first) > taken {
        cell.set_symbol(".");
    } else {
        cell.set_symbol(&plain);
    }
}

/// Whether a character does something to the terminal or to the order of a line instead of being seen.
fn steers(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{feff}'
        )
        || matches!(c, '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fff9}'..='\u{fffb}')
        || matches!(c, '\u{e0000}'..='\u{e007f}')
}

/// Gives each of several letters that make one cluster, as in Devanagari and in flags, its own cell.
fn part(cell: &mut Cell, behind: &mut [Cell]) {
    let symbol = cell.symbol().to_owned();
    let starts = symbol.char_indices().skip(1);
    let mut starts: Vec<usize> = starts
        .filter(|(_, c)| columns(*c) > 0)
        .map(|(at, _)| at)
        .collect();
    starts.push(symbol.len());
    let mut at = 0;
    let mut free = 0;
    for end in starts {
        let piece = symbol.get(at..end).unwrap_or_default();
        let wide = piece.width().max(1);
        if at == 0 {
            cell.set_symbol(piece);
            free = wide - 1;
        } else if let Some(next) = behind.get_mut(free) {
            next.set_symbol(piece);
            free += wide;
        }
        at = end;
    }
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
        assert_eq!(straight("❤\u{fe0f}x"), ["❤", " ", "x"]);
        assert_eq!(straight("1\u{fe0f}\u{20e3}x")[0], "1");
    }

    #[test]
    fn letters_of_one_cluster_get_a_cell_each() {
        assert_eq!(straight("🇵🇹x"), ["🇵", "🇹", "x"]);
        assert_eq!(straight("स्तेx"), ["स्", "ते", "x"]);
    }

    #[test]
    fn nothing_that_steers_stays_in_a_cell() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
        for (cell, symbol) in buffer
            .content
            .iter_mut()
            .zip(["\u{202e}", "\u{1b}", "a\u{200b}"])
        {
            cell.set_symbol(symbol);
        }
        straighten(&mut buffer);
        assert!(
            buffer
                .content
                .iter()
                .all(|cell| cell.symbol() == "\u{fffd}")
        );
    }

    #[test]
    fn a_mark_without_a_letter_goes() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 1, 1));
        buffer.content[0].set_symbol("\u{fe0f}");
        straighten(&mut buffer);
        assert_eq!(buffer.content[0].symbol(), " ");
    }

    #[test]
    fn what_is_half_covered_goes() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 3, 1));
        buffer.set_string(0, 0, "予", Style::default());
        buffer.set_string(1, 0, "│", Style::default());
        straighten(&mut buffer);
        assert_eq!(buffer.content[0].symbol(), " ");
        assert_eq!(buffer.content[1].symbol(), "│");
    }

    #[test]
    fn what_all_draw_alike_stays() {
        assert_eq!(straight("e\u{301}x"), ["e\u{301}", "x", " "]);
        assert_eq!(straight("予x"), ["予", " ", "x"]);
        assert_eq!(straight("│─x"), ["│", "─", "x"]);
    }
}
