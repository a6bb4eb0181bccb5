//! Ink: text written straight into the cells of a row, from the left, without lines and spans being made first.

use crate::tui::text;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;
use ratatui::widgets::Widget;
use std::fmt::{self, Write};
use std::sync::LazyLock;

/// A row of the screen that is being written.
pub(super) struct Ink<'b> {
    buffer: &'b mut Buffer,
    /// What of the row has not been written yet.
    rest: Rect,
    /// What every style is put upon, where there is anything.
    base: Option<Style>,
    /// The style of what is being formatted.
    style: Style,
}

impl<'b> Ink<'b> {
    /// At the left end of a row; of an area, its first row.
    pub(super) fn on(buffer: &'b mut Buffer, area: Rect) -> Self {
        let mut rest = area.intersection(buffer.area);
        rest.height = rest.height.min(1);
        Self {
            buffer,
            rest,
            base: None,
            style: Style::new(),
        }
    }

    /// The same, with every style put upon another.
    pub(super) fn over(self, base: Style) -> Self {
        let base = Some(base).filter(|base| *base != Style::new());
        Self { base, ..self }
    }

    /// Writes on; what goes beyond the row's end is cut off.
    pub(super) fn write(&mut self, words: &str, style: Style) {
        if self.rest.is_empty() {
            return;
        }
        let style = self.upon(style);
        let taken = if text::is_plain(words) {
            let at = (self.rest.x, self.rest.y);
            letters(self.buffer, at, self.rest.width, words.chars(), style)
        } else {
            Span::styled(words, style).render(self.rest, self.buffer);
            let wide = text::width(words).try_into().unwrap_or(u16::MAX);
            self.rest.width.min(wide)
        };
        self.rest.x += taken;
        self.rest.width -= taken;
    }

    /// Writes what is formatted, without a string in between.
    pub(super) fn say(&mut self, said: fmt::Arguments<'_>, style: Style) {
        self.style = style;
        // Only a value that cannot be formatted fails, and there is none.
        let _ = self.write_fmt(said);
    }

    /// Writes a text fitted and filled with blanks to exactly so many columns.
    pub(super) fn pad(&mut self, words: &str, columns: usize, style: Style) {
        let end = self.after(columns);
        self.write(&text::fit(words, columns), style);
        self.fill(end, style);
    }

    /// Writes narrow letters, and fills them with blanks to exactly so many columns.
    pub(super) fn bars(&mut self, bars: impl Iterator<Item = char>, columns: usize, style: Style) {
        let end = self.after(columns);
        let (at, room) = ((self.rest.x, self.rest.y), end - self.rest.x);
        let taken = letters(self.buffer, at, room, bars, self.upon(style));
        self.rest.x += taken;
        self.rest.width -= taken;
        self.fill(end, style);
    }

    /// Writes a count at the right end of so many columns; one that is longer takes as many as it needs.
    pub(super) fn number(&mut self, number: u64, columns: usize, style: Style) {
        let (mut digits, mut first, mut left) = ([b'0'; 20], 19, number);
        while left > 9 {
            digits[first] = b'0' + (left % 10) as u8;
            (first, left) = (first - 1, left / 10);
        }
        digits[first] = b'0' + left as u8;
        let digits = digits.get(first..).unwrap_or_default();
        self.blanks(columns.saturating_sub(digits.len()), style);
        self.write(str::from_utf8(digits).unwrap_or_default(), style);
    }

    /// Writes a text at the right end of so many columns; one that is longer takes as many as it needs.
    pub(super) fn right(&mut self, words: &str, columns: usize, style: Style) {
        self.blanks(columns.saturating_sub(text::width(words)), style);
        self.write(words, style);
    }

    /// Writes so many blanks.
    pub(super) fn blanks(&mut self, columns: usize, style: Style) {
        self.fill(self.after(columns), style);
    }

    fn upon(&self, style: Style) -> Style {
        self.base.map_or(style, |base| base.patch(style))
    }

    /// The column of the screen that lies so many columns further on, or the row's end.
    fn after(&self, columns: usize) -> u16 {
        let columns = columns.try_into().unwrap_or(u16::MAX);
        self.rest.x + self.rest.width.min(columns)
    }

    /// Writes blanks up to a column of the screen.
    fn fill(&mut self, end: u16, style: Style) {
        let room = end.saturating_sub(self.rest.x);
        let (at, style) = ((self.rest.x, self.rest.y), self.upon(style));
        letters(self.buffer, at, room, std::iter::repeat(' '), style);
        self.rest.x += room;
        self.rest.width -= room;
    }
}

impl Write for Ink<'_> {
    fn write_str(&mut self, words: &str) -> fmt::Result {
        self.write(words, self.style);
        Ok(())
    }
}

/// Writes a text at a place of the screen: what `Buffer::set_string` does, without looking for what belongs together
/// where nothing does.
pub(super) fn put(buffer: &mut Buffer, (x, y): (u16, u16), words: &str, style: Style) {
    if text::is_plain(words) {
        let room = buffer.area.right().saturating_sub(x);
        letters(buffer, (x, y), room, words.chars(), style);
    } else {
        buffer.set_string(x, y, words, style);
    }
}

/// Writes letters of one column each from a place of the screen on, into at most so many columns that lie on it, and
/// says how many it took.
pub(super) fn letters(
    buffer: &mut Buffer,
    (x, y): (u16, u16),
    room: u16,
    letters: impl Iterator<Item = char>,
    style: Style,
) -> u16 {
    if room == 0 || !buffer.area.contains((x, y).into()) {
        return 0;
    }
    // The cells of a row lie together: found once, not one by one.
    let first = buffer.index_of(x, y);
    let cells = buffer.content.get_mut(first..).unwrap_or_default();
    let known = LETTERS.as_slice();
    let mut taken = 0;
    for (cell, letter) in cells.iter_mut().take(usize::from(room)).zip(letters) {
        set(cell, letter, style, known);
        taken += 1;
    }
    taken
}

/// Puts a letter into a cell, and of a style what it says.
#[inline]
fn set(cell: &mut Cell, letter: char, style: Style, known: &[Cell]) {
    if letter == ' ' && cell.symbol() == " " {
        // Half of what is written is blank upon blank.
        cell.set_style(style);
        return;
    }
    let place = (letter as usize).wrapping_sub(usize::from(b'!'));
    let Some(known) = known.get(place) else {
        cell.set_char(letter).set_style(style);
        return;
    };
    let (fg, bg, underline) = (cell.fg, cell.bg, cell.underline_color);
    let modifier = cell.modifier;
    *cell = known.clone();
    (cell.fg, cell.bg, cell.underline_color) = (fg, bg, underline);
    cell.modifier = modifier;
    cell.set_style(style);
}

/// A cell for each visible character of ASCII: to copy one is quicker than to make it.
static LETTERS: LazyLock<Vec<Cell>> = LazyLock::new(|| ('!'..='~').map(Cell::from).collect());

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::style::{Color, Modifier};
    use ratatui::text::Line;

    fn buffer() -> Buffer {
        let mut buffer = Buffer::empty(Rect::new(2, 1, 12, 2));
        buffer.set_style(buffer.area, Style::new().bg(Color::Blue).italic());
        buffer
    }

    #[test]
    fn what_is_written_is_what_a_line_of_spans_draws() {
        let styles = [
            Style::new().red().bold(),
            Style::reset(),
            Style::new().remove_modifier(Modifier::ITALIC),
        ];
        for words in [
            ["a", "b c", "~"],
            ["–±·", "█ ●", "é"],
            ["予約", "する", "e\u{301}x"],
            ["far too long", " for a ", "row"],
        ] {
            let (mut written, mut drawn) = (buffer(), buffer());
            let area = Rect::new(3, 2, 9, 1);
            let mut ink = Ink::on(&mut written, area);
            for (word, style) in words.iter().zip(styles) {
                ink.write(word, style);
            }
            let spans = words.iter().zip(styles);
            let spans = spans.map(|(word, style)| Span::styled(*word, style));
            spans.collect::<Line>().render(area, &mut drawn);
            assert_eq!(written, drawn);
        }
    }

    #[test]
    fn a_text_is_put_where_a_string_would_be_set() {
        for words in [
            "plain",
            "┈┈┈┈",
            "予約",
            "longer than the screen is wide",
            "",
        ] {
            let (mut written, mut drawn) = (buffer(), buffer());
            put(&mut written, (4, 1), words, Style::new().green());
            drawn.set_string(4, 1, words, Style::new().green());
            assert_eq!(written, drawn);
        }
    }

    #[test]
    fn numbers_stand_right_and_texts_are_fitted() {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 24, 1));
        let area = buffer.area;
        let mut ink = Ink::on(&mut buffer, area);
        ink.pad("too long", 4, Style::new());
        ink.say(format_args!("{:>2}", 7), Style::new());
        ink.number(340, 2, Style::new());
        ink.number(5, 2, Style::new());
        ink.bars("▁█".chars(), 3, Style::new());
        ink.right("12", 4, Style::new());
        ink.pad("ab", 3, Style::new());
        ink.write("the end", Style::new());
        assert_eq!(buffer, Buffer::with_lines(["too… 7340 5▁█   12ab the"]));
    }
}
