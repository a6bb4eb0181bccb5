//! The last line: what just happened, the line being typed, or the keys that do something here.

use super::ink::Ink;
use super::number::many;
use super::rows::Row;
use crate::tui::command::Command;
use crate::tui::state::{Mode, State, Tone};
use crate::tui::text;
use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::text::{Line, Span};

/// Draws the footer.
pub(super) fn draw(frame: &mut Frame, area: Rect, state: &State) {
    if area.is_empty() {
        return;
    }
    if matches!(state.mode, Mode::Filter) {
        draw_filter(frame, area, state);
    } else if let Some(toast) = &state.toast {
        let style = match toast.tone {
            Tone::Good => state.theme.good(),
            Tone::Plain => state.theme.text(),
            Tone::Bad => state.theme.error(),
        };
        let place = toast.place.as_ref();
        let place = place.map_or_else(String::new, |place| format!(", in {place}"));
        let wide = usize::from(area.width);
        let said = text::fit(&toast.text, wide.saturating_sub(text::width(&place)));
        let said = text::fit(&format!("{said}{place}"), wide).into_owned();
        frame.render_widget(Row(Line::styled(said, style)), area);
    } else {
        draw_hints(frame, area, state);
    }
}

fn draw_filter(frame: &mut Frame, area: Rect, state: &State) {
    let (theme, filter) = (state.theme, &state.filter);
    let line = &filter.line;
    let mut spans = vec![
        Span::styled("/", theme.accent()),
        Span::raw(line.text().to_owned()),
    ];
    if let Some(error) = &filter.error {
        spans.push(Span::styled(format!("   {error}"), theme.error()));
    } else if filter.is_empty() {
        spans.push(Span::styled("   words, or", theme.dim()));
    } else {
        let found = many(filter.hits.len() as u64, "touchpoint", "touchpoints");
        spans.push(Span::styled(format!("   {found}"), theme.dim()));
    }
    spans.extend(offers(state));
    frame.render_widget(Row(Line::from(spans)), area);
    let x = (area.x + 1).saturating_add(line.cursor() as u16);
    frame.set_cursor_position(Position::new(x.min(area.right() - 1), area.y));
}

/// How the end of the filter could go on; the chosen way stands first.
fn offers(state: &State) -> Vec<Span<'static>> {
    let (theme, filter) = (state.theme, &state.filter);
    let of = filter.offered.len();
    if of == 0 || filter.error.is_some() {
        return Vec::new();
    }
    let key = state.keymap.label(Command::Complete);
    let mut spans = vec![Span::styled(format!("   {key} "), theme.accent())];
    for place in 0..of {
        let Some(way) = filter.offered.get((filter.chosen + place) % of) else {
            continue;
        };
        let style = if place == 0 {
            theme.chosen()
        } else {
            theme.dim()
        };
        spans.push(Span::styled(way.word.clone(), style));
        spans.push(Span::raw(" "));
    }
    spans
}

/// The commands that do something here, as many as fit; the ways out and the help always do.
fn hints(state: &State, room: usize) -> Vec<Command> {
    let place = state.place();
    let mut shown: Vec<(usize, Command)> = Command::ALL
        .iter()
        .copied()
        .enumerate()
        .filter(|(_, command)| !command.spec().hint.is_empty() && command.applies(place))
        .filter(|(_, command)| command.disabled(state).is_none())
        .collect();
    let kept = [Command::Help, Command::Quit, Command::Back];
    shown.sort_by_key(|(_, command)| !kept.contains(command));
    let mut taken = 0;
    shown.retain(|(_, command)| {
        let width = text::width(state.keymap.label(*command)) + command.spec().hint.len() + 3;
        taken += width;
        taken <= room + 2
    });
    shown.sort_unstable_by_key(|(place, _)| *place);
    shown.into_iter().map(|(_, command)| command).collect()
}

fn draw_hints(frame: &mut Frame, area: Rect, state: &State) {
    let (key, does) = (state.theme.accent(), state.theme.dim());
    let mut ink = Ink::on(frame.buffer_mut(), area);
    for command in hints(state, usize::from(area.width)) {
        ink.write(state.keymap.label(command), key);
        ink.write(" ", does);
        ink.write(command.spec().hint, does);
        ink.write("  ", does);
    }
}
