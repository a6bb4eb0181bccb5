//! Customers' words with a phrase in them made to stand out: in one line, or in full.

use super::wrap;
use crate::feedback::Marks;
use crate::tui::text;
use crate::tui::theme::Theme;
use ratatui::text::{Line, Span};
use std::ops::Range;

/// A text in one line of so many columns: its beginning, or the words around the first mark where the
/// beginning has none.
pub(super) fn excerpt(
    theme: Theme,
    whole: &str,
    marks: &Marks,
    columns: usize,
) -> Vec<Span<'static>> {
    let first = marks.within(whole).into_iter().next();
    let from = first.map_or(0, |mark| start(whole, &mark, columns));
    // A line's end takes no column, so the words around it would join.
    let letters = whole.get(from..).unwrap_or_default().chars();
    let part: String = letters.take(4 * columns).collect();
    let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
    let before = if from > 0 {
        theme.glyph("…", "..")
    } else {
        ""
    };
    let room = columns.saturating_sub(text::width(before));
    let part = text::fit(&part, room);
    let mut spans = vec![Span::styled(before, theme.dim())];
    spans.extend(painted(theme, &part, &marks.within(&part)));
    spans
}

/// Where to begin so that a mark is in sight: at the beginning, or a third of the line before it.
fn start(whole: &str, mark: &Range<usize>, columns: usize) -> usize {
    let before = whole.get(..mark.end).unwrap_or_default();
    if before.len() < 4 * columns && text::width(before) < columns {
        return 0;
    }
    let before = whole.get(..mark.start).unwrap_or_default();
    let mut letters = before.char_indices().rev();
    let from = letters.nth(columns / 3).map_or(0, |(at, _)| at);
    let blank = before.get(from..).and_then(|near| near.find(' '));
    blank.map_or(from, |blank| from + blank + 1)
}

/// A text in full, in lines of so many columns. Where it is higher than there is room, it begins at the
/// line above the first mark.
pub(super) fn full(
    theme: Theme,
    whole: &str,
    marks: &Marks,
    columns: usize,
    height: usize,
) -> Vec<Line<'static>> {
    let words = wrap::beginning(whole).split_whitespace();
    let flat = words.collect::<Vec<_>>().join(" ");
    let ranges = marks.within(&flat);
    let (mut at, mut first) = (0, None);
    let mut lines = Vec::new();
    for (place, line) in wrap::wrap(whole, columns).into_iter().enumerate() {
        let here = at..at + line.len();
        let clipped = ranges.iter().filter_map(|range| {
            let (from, to) = (range.start.max(here.start), range.end.min(here.end));
            (from < to).then(|| from - here.start..to - here.start)
        });
        let clipped: Vec<_> = clipped.collect();
        if !clipped.is_empty() {
            first = first.or(Some(place));
        }
        lines.push(Line::from(painted(theme, &line, &clipped)));
        at = here.end;
        at += usize::from(flat.get(at..).is_some_and(|rest| rest.starts_with(' ')));
    }
    let over = lines.len().saturating_sub(height);
    let hidden = first.filter(|first| *first >= height);
    lines.split_off(hidden.map_or(0, |first| first.saturating_sub(1).min(over)))
}

fn painted(theme: Theme, text: &str, ranges: &[Range<usize>]) -> Vec<Span<'static>> {
    let mut spans = Vec::new();
    let mut at = 0;
    let part = |range: Range<usize>| text.get(range).unwrap_or_default().to_owned();
    for range in ranges {
        spans.push(Span::raw(part(at..range.start)));
        spans.push(Span::styled(part(range.clone()), theme.mark()));
        at = range.end;
    }
    spans.push(Span::raw(part(at..text.len())));
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(spans: &[Span]) -> String {
        let mark = Theme::default().mark();
        let parts = spans.iter().map(|span| {
            if span.style == mark {
                format!("[{}]", span.content)
            } else {
                span.content.to_string()
            }
        });
        parts.collect()
    }

    #[test]
    fn a_line_shows_the_words_around_the_phrase() {
        let shown = |text: &str, phrase: &str| {
            said(&excerpt(
                Theme::default(),
                text,
                &Marks::of(phrase, false),
                24,
            ))
        };
        assert_eq!(shown("The lift\nis broken", "lift"), "The [lift] is broken");
        let long = "After all that waiting in the rain the lift was broken";
        assert_eq!(shown(long, "LIFT"), "…the [lift] was broken");
        assert_eq!(shown(long, ""), "After all that waiting…");
    }

    #[test]
    fn a_phrase_is_marked_over_the_end_of_a_line_and_brought_into_sight() {
        let marks = Marks::of("broken lift", false);
        let text = "one two three four five broken lift six seven";
        let lines = |height| {
            let lines = full(Theme::default(), text, &marks, 12, height);
            let lines = lines.iter().map(|line| said(&line.spans));
            lines.collect::<Vec<_>>()
        };
        let all = [
            "one two",
            "three four",
            "five [broken]",
            "[lift] six",
            "seven",
        ];
        assert_eq!(lines(5), all);
        assert_eq!(lines(2), all[1..]);
    }
}
