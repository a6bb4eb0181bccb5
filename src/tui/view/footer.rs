//! The last line: what just happened, the line being typed, or the keys that do something here.

use super::number::many;
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
        let said = text::fit(&toast.text, usize::from(area.width)).into_owned();
        frame.render_widget(Line::styled(said, style), area);
    } else {
        frame.render_widget(hints(state, usize::from(area.width)), area);
    }
}

fn draw_filter(frame: &mut Frame, area: Rect, state: &State) {
    let line = &state.filter.line;
    let found = if state.filter.is_empty() {
        "type a title, an id, an owner, a channel or nobody".to_owned()
    } else {
        many(state.filter.hits.len() as u64, "touchpoint", "touchpoints")
    };
    let spans = vec![
        Span::styled("/", state.theme.accent()),
        Span::raw(line.text().to_owned()),
        Span::styled(format!("   {found}"), state.theme.dim()),
    ];
    frame.render_widget(Line::from(spans), area);
    let x = (area.x + 1).saturating_add(line.cursor() as u16);
    frame.set_cursor_position(Position::new(x.min(area.right() - 1), area.y));
}

/// The commands that do something here, as many as fit; help and quit always do.
fn hints(state: &State, room: usize) -> Line<'static> {
    let place = state.place();
    let mut shown: Vec<Command> = Command::ALL
        .iter()
        .copied()
        .filter(|command| !command.spec().hint.is_empty() && command.applies(place))
        .filter(|command| command.disabled(state).is_none())
        .collect();
    shown.sort_by_key(|command| !matches!(command, Command::Help | Command::Quit));
    let mut taken = 0;
    shown.retain(|command| {
        let width = text::width(&state.keymap.label(*command)) + command.spec().hint.len() + 3;
        taken += width;
        taken <= room + 2
    });
    shown.sort_by_key(|command| Command::ALL.iter().position(|known| known == command));
    let mut spans = Vec::new();
    for command in shown {
        spans.push(Span::styled(
            state.keymap.label(command),
            state.theme.accent(),
        ));
        spans.push(Span::styled(
            format!(" {}  ", command.spec().hint),
            state.theme.dim(),
        ));
    }
    Line::from(spans)
}
