//! The lines above the board: whose it is, what it is for, what became of every row, and how far the
//! reading has come.

use super::number::{count, many};
use super::rows::Row;
use super::slider;
use crate::board::Order;
use crate::export::{StarCourse, star_course, star_interval, star_name, star_target, star_value};
use crate::tui::command::Command;
use crate::tui::lens;
use crate::tui::state::State;
use crate::tui::text;
use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

/// Draws the header into one or two lines.
pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State) {
    if area.height == 0 {
        return;
    }
    let row = |y| Rect::new(area.x, area.y + y, area.width, 1);
    let width = usize::from(area.width);
    let books = books(state);
    let below = Line::from(seen_through(state, false, width)).right_aligned();
    let fits = area.height > 1 && books.width() + below.width() + 2 <= width;
    let mut right = progress(state);
    right.extend(standing(state));
    if !fits {
        right.push(Span::raw(" "));
        right.extend(seen_through(state, true, width));
    }
    let right = Line::from(right).right_aligned();
    let room = width.saturating_sub(right.width() + 1);
    frame.render_widget(Row(title(state, room)), row(0));
    frame.render_widget(Row(right), row(0));
    if area.height > 1 && state.vantage.travel.is_some() {
        frame.render_widget(Row(slider::line(state, width)), row(1));
    } else if area.height > 1 {
        frame.render_widget(Row(books), row(1));
        if fits {
            frame.render_widget(Row(below), row(1));
        }
    }
}

/// Draws what is wrong for as long as it is.
pub(super) fn draw_banner(frame: &mut Frame, area: Rect, state: &State) {
    if let Some(said) = state.banner.as_ref().filter(|_| !area.is_empty()) {
        let mark = state.theme.glyph("✗ ", "x ");
        let said = text::fit(said, usize::from(area.width).saturating_sub(2));
        frame.render_widget(
            Line::styled(format!("{mark}{said}"), state.theme.error()),
            area,
        );
    }
}

/// The north star's number, what became of every row, what is wrong, and the lens, as lines of words.
pub(super) fn spoken(state: &State) -> Vec<String> {
    let text = |line: &Line| {
        line.spans
            .iter()
            .map(|span| span.content.as_ref())
            .collect()
    };
    let star = metric(state, usize::MAX);
    let star = star.last().map(|span| span.content.clone().into_owned());
    let counted = [
        text(&books(state)),
        text(&Line::from(seen_through(state, false, usize::MAX))),
    ];
    star.into_iter().chain(counted).collect()
}

fn title(state: &State, room: usize) -> Line<'static> {
    let (theme, charter) = (state.theme, &state.workspace.charter);
    let title = charter.title.as_deref().unwrap_or("pothole");
    let title = text::fit(title, room).into_owned();
    let left = room.saturating_sub(text::width(&title) + 3);
    let mut spans = vec![Span::styled(title, theme.accent())];
    if let Some(star) = charter.north_star.as_ref().filter(|_| left > 10) {
        let star = text::fit(&star.statement, left).into_owned();
        spans.push(Span::styled(theme.glyph(" — ", " - "), theme.dim()));
        let left = left.saturating_sub(text::width(&star));
        spans.push(Span::raw(star));
        spans.extend(metric(state, left));
    }
    Line::from(spans)
}

/// The north star's number with its target and its course, as much of it as there is room for.
fn metric(state: &State, room: usize) -> Vec<Span<'static>> {
    let Some(star) = &state.board.star else {
        return Vec::new();
    };
    let theme = state.theme;
    let course = match star_course(star) {
        Some(StarCourse::Better) => ", better",
        Some(StarCourse::Worse) => ", worse",
        _ => "",
    };
    let number = format!("{} {}", star_name(star), star_value(star));
    let ends = star_interval(star).map_or_else(String::new, |ends| format!(" ({ends})"));
    let target = star_target(star).map_or_else(String::new, |target| format!(", {target}"));
    let gap = theme.glyph(" · ", " | ");
    // How the target stands says what chance allows, and so does the interval: one of them comes first.
    let forms = [
        format!("{number}{ends}{course}{target}"),
        format!("{number}{course}{target}"),
        format!("{number}{ends}{course}"),
        format!("{number}{course}"),
        number,
    ];
    let fits = |form: &String| text::width(form) + text::width(gap) <= room;
    let Some(form) = forms.into_iter().find(fits) else {
        return Vec::new();
    };
    vec![
        Span::styled(gap, theme.dim()),
        Span::styled(form, theme.accent()),
    ]
}

fn progress(state: &State) -> Vec<Span<'static>> {
    match state.progress {
        Some(percent) => vec![Span::styled(
            format!("reading {percent} %"),
            state.theme.warning(),
        )],
        None => match state.stopped {
            Some(percent) => {
                let key = in_brackets(state, Command::Reread);
                let said = format!("{percent} % read{key}");
                vec![Span::styled(said, state.theme.warning())]
            }
            None => Vec::new(),
        },
    }
}

/// What the board is ranked by when that was changed, and whose fix it supposes.
fn standing(state: &State) -> Vec<Span<'static>> {
    let mut parts = Vec::new();
    if state.order != Order::default() {
        parts.push(format!("by {}", state.order));
    }
    if let Some(travel) = &state.vantage.travel {
        parts.push(format!("as of {}", travel.week));
    }
    if let Some(index) = state.fixed {
        let address = &state.workspace.journeys.touchpoint(index).address;
        let key = in_brackets(state, Command::WhatIf);
        parts.push(format!("as if {} were fixed{key}", address.touchpoint));
    }
    if !state.mouse {
        let key = in_brackets(state, Command::Mouse);
        parts.push(format!("mouse off{key}"));
    }
    if parts.is_empty() {
        return Vec::new();
    }
    let said = format!(" {}", parts.join(", "));
    vec![Span::styled(said, state.theme.accent())]
}

/// The key of a command as it stands behind a word: ` (R)`; nothing when it has none.
fn in_brackets(state: &State, command: Command) -> String {
    match state.keymap.label(command) {
        "" => String::new(),
        key => format!(" ({key})"),
    }
}

fn books(state: &State) -> Line<'static> {
    let (theme, books) = (state.theme, &state.board.totals.books);
    let mut spans = vec![Span::raw(many(books.read, "row", "rows"))];
    if books.read > 0 {
        let parts = format!(
            ": {} mapped, {} unmapped{}",
            count(books.mapped),
            count(books.unmapped),
            if books.unmapped > 0 {
                in_brackets(state, Command::Inbox)
            } else {
                String::new()
            }
        );
        spans.push(Span::raw(parts));
    }
    if books.rejected > 0 {
        let key = in_brackets(state, Command::Rejected);
        let rejected = format!(", {} rejected{key}", count(books.rejected));
        spans.push(Span::styled(rejected, theme.warning()));
    }
    let unread = state.overlay.books.unread.len() as u64;
    if unread > 0 {
        let files = many(unread, "file", "files");
        spans.push(Span::styled(
            format!(
                ", {files} not read{}",
                in_brackets(state, Command::Rejected)
            ),
            theme.error(),
        ));
    }
    let problems = state.problems().count() as u64;
    if problems > 0 {
        spans.push(Span::styled(theme.glyph(" · ", " | "), theme.dim()));
        let key = in_brackets(state, Command::Problems);
        let problems = format!("{}{key}", many(problems, "problem", "problems"));
        spans.push(Span::styled(problems, theme.warning()));
    }
    Line::from(spans)
}

/// What counts; always in sight, and in another style where it is not everything.
fn seen_through(state: &State, short: bool, width: usize) -> Vec<Span<'static>> {
    let theme = state.theme;
    let clear = state.board.lens.is_clear();
    let said = lens::words(state);
    let said = text::fit(&said, width / 2);
    let head = if short { "" } else { "lens: " };
    let style = if clear { theme.dim() } else { theme.accent() };
    vec![Span::styled(format!("{head}{said}"), style)]
}
