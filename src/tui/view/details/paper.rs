//! Lines being written one below the other in a column: labels stand out to the left, text is wrapped
//! beside them.

use crate::tui::text;
use crate::tui::theme::Theme;
use crate::tui::view::rows::plain_width;
use crate::tui::view::wrap::wrap;
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use std::borrow::Cow;

/// How wide labels are.
pub(super) const LABEL: usize = 10;
/// No label.
const BLANK: &str = "          ";

/// A line that fits into so many columns: one that does not ends in an ellipsis, for half a number says
/// something else than the whole.
pub(super) fn clip(line: Line<'static>, columns: usize) -> Line<'static> {
    if width(&line) <= columns {
        return line;
    }
    let mut room = columns.saturating_sub(1);
    let mut spans = Vec::new();
    for span in line.spans {
        let kept = text::fit_with(&span.content, room, "").into_owned();
        let cut = kept.len() < span.content.len();
        room -= text::width(&kept);
        spans.push(Span::styled(kept, span.style));
        if cut {
            break;
        }
    }
    spans.push(Span::raw("…"));
    Line {
        spans,
        style: line.style,
        alignment: line.alignment,
    }
}

/// How many columns a line takes.
fn width(line: &Line<'_>) -> usize {
    plain_width(line).unwrap_or_else(|| line.width())
}

/// A column being written.
pub(super) struct Paper {
    pub(super) theme: Theme,
    pub(super) width: usize,
    /// Whether it is read out rather than looked at: then nothing is drawn, and all is said in words.
    pub(super) spoken: bool,
    lines: Vec<Line<'static>>,
}

impl Paper {
    pub(super) fn new(theme: Theme, width: usize) -> Self {
        Self {
            theme,
            width,
            spoken: false,
            lines: Vec::new(),
        }
    }

    /// A column that is read out, not looked at.
    pub(super) fn spoken(theme: Theme, width: usize) -> Self {
        Self {
            spoken: true,
            ..Self::new(theme, width)
        }
    }

    pub(super) fn lines(self) -> Vec<Line<'static>> {
        self.lines
    }

    /// How many lines there are by now.
    pub(super) fn height(&self) -> usize {
        self.lines.len()
    }

    /// The columns beside a label.
    pub(super) fn room(&self) -> usize {
        self.width.saturating_sub(LABEL)
    }

    /// A blank line, unless nothing stands above it.
    pub(super) fn gap(&mut self) {
        if self.lines.last().is_some_and(|line| width(line) > 0) {
            self.lines.push(Line::default());
        }
    }

    /// A line as it is.
    pub(super) fn line(&mut self, line: Line<'static>) {
        self.lines.push(line);
    }

    /// A label with spans beside it, in one line.
    pub(super) fn spans(&mut self, label: &str, spans: Vec<Span<'static>>) {
        let label: Cow<'static, str> = match label {
            "" => BLANK.into(),
            label => text::pad(label, LABEL).into(),
        };
        let mut all = Vec::with_capacity(spans.len() + 1);
        all.push(Span::styled(label, self.theme.dim()));
        all.extend(spans);
        self.lines.push(Line::from(all));
    }

    /// A label with text beside it, wrapped.
    pub(super) fn text(&mut self, label: &str, said: &str, style: Style) {
        for (place, part) in wrap(said, self.room()).into_iter().enumerate() {
            let label = if place == 0 { label } else { "" };
            self.spans(label, vec![Span::styled(part, style)]);
        }
    }

    /// Text over the whole width, wrapped, indented by so many columns.
    pub(super) fn indented(&mut self, indent: usize, said: &str, style: Style) {
        for part in wrap(said, self.width.saturating_sub(indent)) {
            self.lines.push(Line::from(vec![
                Span::raw(" ".repeat(indent)),
                Span::styled(part, style),
            ]));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_too_long_ends_in_an_ellipsis() {
        let line = || Line::from(vec![Span::raw("9 % "), Span::raw("(8 to 11)")]);
        let text = |columns| clip(line(), columns).to_string();
        assert_eq!(text(13), "9 % (8 to 11)");
        assert_eq!(text(12), "9 % (8 to 1…");
        assert_eq!(text(5), "9 % …");
        assert_eq!(text(4), "9 %…");
        assert_eq!(text(1), "…");
    }
}
