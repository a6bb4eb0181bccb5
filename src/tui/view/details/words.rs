//! Customers' own words at a touchpoint, newest first, each with when, from where and in which line.

use super::paper::Paper;
use crate::feedback::{Polarity, Verbatim};
use crate::tui::state::State;
use crate::tui::text;
use crate::tui::theme::Theme;
use crate::tui::view::number::count;
use ratatui::text::{Line, Span};

/// Writes them as far down as somebody looks: to break hundreds of them into lines would cost each frame more than
/// all else on it.
pub(super) fn write(paper: &mut Paper, state: &State, down_to: usize) {
    paper.gap();
    let theme = paper.theme;
    let said = &state.said;
    if said.list.is_empty() {
        let why = match (said.of, state.progress) {
            (0, Some(_)) => "still being read",
            (0, None) => "no row here has text",
            _ => "being read",
        };
        paper.text("verbatims", why, theme.dim());
        return;
    }
    let total = format!("{}, newest first", count(said.of as u64));
    paper.text("verbatims", &total, theme.dim());
    for verbatim in &said.list {
        if paper.height() > down_to {
            return;
        }
        paper.gap();
        write_one(paper, verbatim);
    }
    if said.list.len() < said.of {
        paper.gap();
        let shown = count(said.list.len() as u64);
        paper.indented(
            2,
            &format!("{shown} read so far; more come as you go down"),
            theme.dim(),
        );
    }
}

fn write_one(paper: &mut Paper, verbatim: &Verbatim) {
    let theme = paper.theme;
    let heading = heading(verbatim, theme.glyph(" · ", ", "));
    paper.line(Line::from(vec![mark(theme, verbatim), Span::raw(heading)]));
    paper.indented(2, &verbatim.text, theme.text());
    let place = format!("{}:{}", verbatim.file, verbatim.line);
    paper.indented(2, &place, theme.dim());
}

/// How a verbatim speaks, as a glyph.
fn mark(theme: Theme, verbatim: &Verbatim) -> Span<'static> {
    let (glyph, style) = match verbatim.polarity {
        Polarity::Complaint => (theme.glyph("▼ ", "- "), theme.bad()),
        Polarity::Neutral => (theme.glyph("■ ", "= "), theme.dim()),
        Polarity::Praise => (theme.glyph("▲ ", "+ "), theme.good_mark()),
        Polarity::Unscored => (theme.glyph("· ", ". "), theme.dim()),
    };
    Span::styled(glyph, style)
}

/// A verbatim in one line: when, and the words as far as they fit.
pub(super) fn one_line(theme: Theme, verbatim: &Verbatim, columns: usize) -> Vec<Span<'static>> {
    let day = verbatim
        .day
        .map_or("undated".to_owned(), |day| day.to_string());
    let room = columns.saturating_sub(day.len() + 4);
    // A line's end takes no column, so the words around it would join.
    let words: String = verbatim.text.chars().take(4 * room).collect();
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = text::fit(&words, room).into_owned();
    vec![
        mark(theme, verbatim),
        Span::styled(format!("{day}  "), theme.dim()),
        Span::raw(words),
    ]
}

/// When, from where, who and which score, as far as the row says.
pub(super) fn heading(verbatim: &Verbatim, dot: &str) -> String {
    let mut parts = vec![
        verbatim
            .day
            .map_or("undated".to_owned(), |day| day.to_string()),
    ];
    parts.push(verbatim.source.clone());
    if !verbatim.segment.is_empty() {
        parts.push(verbatim.segment.clone());
    }
    if let Some(score) = verbatim.score {
        parts.push(format!("score {}", score.value()));
    }
    parts.extend(verbatim.customer.clone());
    parts.join(dot)
}
