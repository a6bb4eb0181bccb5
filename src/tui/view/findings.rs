//! Two lists of what is wrong, each above the chosen line in full: problems in the workspace's files,
//! and rows of feedback that could not be read.

use super::casing::Casing;
use super::number::{count, many};
use super::{pane, popup, wrap};
use crate::feedback::Rejected;
use crate::tui::state::{Screen, State};
use crate::tui::text;
use crate::tui::view::rows::Rows;
use crate::workspace::{Problem, Severity};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Wrap};

/// How many lines the list has.
pub fn length(state: &State) -> usize {
    match state.screen {
        Screen::Problems => state.problems().count(),
        Screen::Rejected => state.overlay.books.unread.len() + state.overlay.books.rejected.len(),
        _ => 0,
    }
}

/// The line of the list at a position.
pub fn line_at(state: &State, area: Rect, at: Position) -> Option<usize> {
    let (list, _) = parts(pane::inner(state, area));
    popup::line_at(list, at, state.line, length(state))
}

/// Draws the list and the chosen line of it in full.
pub fn draw(frame: &mut Frame, area: Rect, state: &State) {
    if area.is_empty() {
        return;
    }
    let block = frame_of(state, area);
    let (list, whole) = parts(block.inner(area));
    frame.render_widget(&block, area);
    let of = length(state);
    let first = popup::first(state.line, of, usize::from(list.height));
    let shown = (first..of).take(usize::from(list.height));
    let finds: Vec<Find> = shown.filter_map(|line| find(state, line)).collect();
    let width = usize::from(list.width);
    let places = finds.iter().map(|find| text::width(&find.place)).max();
    let places = places.unwrap_or(0).min(width / 2);
    let row =
        |(line, find): (usize, Find)| row(state, find, first + line == state.line, places, width);
    let lines: Vec<Line> = finds.into_iter().enumerate().map(row).collect();
    frame.render_widget(Rows(lines), list);
    let lines = match state.screen {
        Screen::Problems => state.problems().nth(state.line).map(|p| problem(state, p)),
        _ => rejected(state, state.line).map(|row| rejection(state, row, whole)),
    };
    let said = lines.unwrap_or_else(|| vec![Line::from("nothing is wrong here")]);
    frame.render_widget(Paragraph::new(said).wrap(Wrap { trim: false }), whole);
}

fn frame_of(state: &State, area: Rect) -> Casing {
    let of = length(state) as u64;
    let title = if state.screen == Screen::Problems {
        many(of, "problem in the files", "problems in the files")
    } else {
        let all = state.rejected_count();
        let kept = if of < all {
            format!(", {} kept", count(of))
        } else {
            String::new()
        };
        format!(
            "{} could not be read{kept}",
            many(all, "row or file", "rows and files")
        )
    };
    pane::frame(state, &title, area, true)
}

/// The list, and below it the room for the chosen line in full.
fn parts(inner: Rect) -> (Rect, Rect) {
    let below = (inner.height / 3).clamp(0, 9);
    let heights = [Constraint::Min(1), Constraint::Length(below)];
    let [list, whole] = Layout::vertical(heights).spacing(1).areas(inner);
    (list, whole)
}

fn rejected(state: &State, line: usize) -> Option<&Rejected> {
    let books = &state.overlay.books;
    books.unread.iter().chain(&books.rejected).nth(line)
}

/// One line of the list.
struct Find {
    mark: Span<'static>,
    place: String,
    said: String,
}

fn find(state: &State, line: usize) -> Option<Find> {
    let theme = state.theme;
    if state.screen == Screen::Problems {
        let problem = state.problems().nth(line)?;
        let mark = match problem.severity {
            Severity::Error => Span::styled(theme.glyph("✗ ", "x "), theme.error()),
            Severity::Warning => Span::styled(theme.glyph("▲ ", "! "), theme.warning()),
        };
        return Some(Find {
            mark,
            place: place(&problem.file, problem.line as u64),
            said: problem.message.clone(),
        });
    }
    let row = rejected(state, line)?;
    Some(Find {
        mark: Span::styled(theme.glyph("✗ ", "x "), theme.warning()),
        place: place(&row.file, row.line),
        said: row.reason.clone(),
    })
}

fn row(state: &State, find: Find, chosen: bool, places: usize, width: usize) -> Line<'static> {
    let place = text::pad(&find.place, places);
    let said = text::pad(&find.said, width.saturating_sub(places + 4));
    let line = Line::from(vec![
        find.mark,
        Span::styled(format!("{place}  "), state.theme.dim()),
        Span::raw(said),
    ]);
    if chosen {
        line.patch_style(state.theme.chosen())
    } else {
        line
    }
}

fn place(file: &str, line: u64) -> String {
    match line {
        0 => file.to_owned(),
        line => format!("{file}:{line}"),
    }
}

/// The problems of one file in full.
pub(super) fn of_file(state: &State, file: &str) -> Vec<Line<'static>> {
    let problems = state.workspace.problems.iter();
    let mut lines = Vec::new();
    for found in problems.filter(|problem| problem.file == file) {
        lines.extend(problem(state, found));
        lines.push(Line::default());
    }
    lines
}

/// A problem with its line, a caret under what is meant, and how to mend it.
fn problem(state: &State, problem: &Problem) -> Vec<Line<'static>> {
    let theme = state.theme;
    let mut lines = vec![Line::from(vec![
        Span::raw(format!("{}: ", place(&problem.file, problem.line as u64))),
        Span::raw(problem.message.clone()),
    ])];
    if problem.line > 0 {
        let number = format!("{} | ", problem.line);
        let gutter = " ".repeat(number.len() - 2);
        lines.push(Line::from(vec![
            Span::styled(number, theme.dim()),
            Span::raw(problem.text.clone()),
        ]));
        if problem.column > 0 {
            let before: String = problem.text.chars().take(problem.column - 1).collect();
            let under = " ".repeat(text::width(&before));
            lines.push(Line::from(vec![
                Span::styled(format!("{gutter}| "), theme.dim()),
                Span::styled(under + &"^".repeat(problem.width.max(1)), theme.error()),
            ]));
        }
    }
    if let Some(help) = &problem.help {
        lines.push(Line::from(vec![
            Span::styled("help: ", theme.good()),
            Span::raw(help.clone()),
        ]));
    }
    lines
}

fn rejection(state: &State, row: &Rejected, area: Rect) -> Vec<Line<'static>> {
    let place = format!("{} ({})", place(&row.file, row.line), row.source);
    let mut lines = vec![Line::styled(place, state.theme.dim())];
    lines.extend(
        wrap::wrap(&row.reason, usize::from(area.width))
            .into_iter()
            .map(Line::from),
    );
    lines
}
