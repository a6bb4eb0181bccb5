//! The lines above the board: whose it is, what it is for, what became of every row, and how far the
//! reading has come.

use super::number::{count, many};
use crate::board::Order;
use crate::tui::command::Command;
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
    let mut progress = progress(state);
    progress.extend(standing(state));
    let right = Line::from(progress).right_aligned();
    let room = usize::from(area.width).saturating_sub(right.width() + 1);
    frame.render_widget(title(state, room), row(0));
    frame.render_widget(right, row(0));
    if area.height > 1 && state.vantage.travel.is_some() {
        frame.render_widget(slider(state, usize::from(area.width)), row(1));
    } else if area.height > 1 {
        frame.render_widget(books(state), row(1));
        let lens = Line::from(lens(state)).right_aligned();
        if books(state).width() + lens.width() + 2 <= usize::from(area.width) {
            frame.render_widget(lens, row(1));
        }
    }
}

/// What became of every row, what is wrong, and the lens, as lines of words.
pub(super) fn spoken(state: &State) -> Vec<String> {
    let text = |line: &Line| {
        line.spans
            .iter()
            .map(|span| span.content.as_ref())
            .collect()
    };
    vec![text(&books(state)), text(&Line::from(lens(state)))]
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
        spans.push(Span::raw(star));
    }
    Line::from(spans)
}

fn progress(state: &State) -> Vec<Span<'static>> {
    match state.progress {
        Some(percent) => vec![Span::styled(
            format!("reading {percent} %"),
            state.theme.warning(),
        )],
        None => Vec::new(),
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
        parts.push(format!("as if {} were fixed (w)", address.touchpoint));
    }
    if parts.is_empty() {
        return Vec::new();
    }
    let said = format!(" {}", parts.join(", "));
    vec![Span::styled(said, state.theme.accent())]
}

/// Where in time the board is looked at: a slider over the weeks.
fn slider(state: &State, room: usize) -> Line<'static> {
    let theme = state.theme;
    let Some(travel) = &state.vantage.travel else {
        return Line::default();
    };
    let playing = if travel.playing {
        theme.glyph("▶", ">")
    } else {
        theme.glyph("‖", "=")
    };
    let key = |command| state.keymap.label(command);
    let keys = format!(
        "  {} {} step  {} plays  {} now",
        key(Command::WeekBack),
        key(Command::WeekOn),
        key(Command::Play),
        key(Command::Home)
    );
    let left = format!("{playing} as of {}  {} ", travel.week, travel.ends.0);
    let right = format!(" {}", travel.ends.1);
    let fixed = text::width(&left) + text::width(&right);
    let keys = Some(keys)
        .filter(|keys| fixed + text::width(keys) + 12 <= room)
        .unwrap_or_default();
    let wide = room.saturating_sub(fixed + text::width(&keys)).max(1);
    let at = (travel.part() * (wide - 1) as f64).round() as usize;
    Line::from(vec![
        Span::styled(left, theme.accent()),
        Span::styled(theme.glyph("━", "=").repeat(at), theme.accent()),
        Span::styled(theme.glyph("●", "O"), theme.accent()),
        Span::styled(
            theme.glyph("─", "-").repeat(wide - 1 - at.min(wide - 1)),
            theme.dim(),
        ),
        Span::raw(right),
        Span::styled(keys, theme.dim()),
    ])
}

fn books(state: &State) -> Line<'static> {
    let (theme, books) = (state.theme, &state.board.totals.books);
    let mut spans = vec![Span::raw(many(books.read, "row", "rows"))];
    if books.read > 0 {
        let parts = format!(
            ": {} mapped, {} unmapped{}",
            count(books.mapped),
            count(books.unmapped),
            if books.unmapped > 0 { " (i)" } else { "" }
        );
        spans.push(Span::raw(parts));
    }
    if books.rejected > 0 {
        let rejected = format!(", {} rejected (R)", count(books.rejected));
        spans.push(Span::styled(rejected, theme.warning()));
    }
    let unread = state.overlay.books.unread.len() as u64;
    if unread > 0 {
        let files = many(unread, "file", "files");
        spans.push(Span::styled(
            format!(", {files} not read (R)"),
            theme.error(),
        ));
    }
    let problems = state.workspace.problems.len() as u64;
    if problems > 0 {
        spans.push(Span::styled(theme.glyph(" · ", " | "), theme.dim()));
        let problems = format!("{} (P)", many(problems, "problem", "problems"));
        spans.push(Span::styled(problems, theme.warning()));
    }
    Line::from(spans)
}

fn lens(state: &State) -> Vec<Span<'static>> {
    let lens = &state.board.lens;
    let mut parts: Vec<String> = Vec::new();
    if let Some(since) = lens.since {
        parts.push(format!("since {since}"));
    }
    if let Some(until) = lens.until {
        parts.push(format!("until {until}"));
    }
    parts.extend(lens.sources.iter().cloned());
    parts.extend(lens.segments.iter().cloned());
    parts.extend(lens.journeys.iter().cloned());
    let said = if parts.is_empty() {
        "all feedback".to_owned()
    } else {
        parts.join(", ")
    };
    vec![Span::styled(format!("lens: {said}"), state.theme.dim())]
}
