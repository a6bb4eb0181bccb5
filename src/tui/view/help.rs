//! The box with every key, written from the table of commands.

use super::popup;
use crate::tui::command::Command;
use crate::tui::help::HelpList;
use crate::tui::keymap::Keymap;
use crate::tui::state::State;
use crate::tui::text;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// How wide the keys are.
const KEYS: usize = 22;

/// Draws the help.
pub(super) fn draw(frame: &mut Frame, state: &State, list: &HelpList) {
    let theme = state.theme;
    let inner = popup::draw(frame, theme, place(frame.area()), "Keys");
    let [typed, rows] = parts(inner);
    frame.render_widget(
        super::prompt::line(theme, &list.line, "type to find a key or what it does"),
        typed,
    );
    super::prompt::set_cursor(frame, &list.line, typed);
    let commands = list.commands(&state.keymap);
    let (of, height) = (commands.len(), usize::from(rows.height));
    let lines: Vec<Line> = commands
        .into_iter()
        .enumerate()
        .skip(popup::first(list.chosen, of, height))
        .take(height)
        .map(|(place, command)| {
            let line = row(state, list, command, usize::from(rows.width));
            if place == list.chosen {
                line.patch_style(theme.chosen())
            } else {
                line
            }
        })
        .collect();
    frame.render_widget(Paragraph::new(lines), rows);
}

/// The line at a position.
pub(super) fn line_at(
    screen: Rect,
    list: &HelpList,
    keymap: &Keymap,
    at: Position,
) -> Option<usize> {
    let [_, rows] = parts(popup::inside(place(screen)));
    popup::line_at(rows, at, list.chosen, list.commands(keymap).len())
}

fn place(screen: Rect) -> Rect {
    popup::place(screen, 90, screen.height.saturating_sub(4).clamp(6, 48))
}

fn parts(inner: Rect) -> [Rect; 2] {
    Layout::vertical([Constraint::Length(2), Constraint::Min(1)]).areas(inner)
}

/// Keys and what they do; why not now, when they do nothing now.
fn row(state: &State, list: &HelpList, command: Command, width: usize) -> Line<'static> {
    let theme = state.theme;
    let here = command.applies(list.place);
    let does = command.spec().does;
    let said = match command.disabled(state) {
        Some(why) if here => format!("{does} ({why})"),
        _ => does.to_owned(),
    };
    let keys = text::pad(&state.keymap.labels(command), KEYS);
    let style = if here { theme.accent() } else { theme.dim() };
    let room = width.saturating_sub(KEYS + 1);
    let said_style = if here { theme.text() } else { theme.dim() };
    Line::from(vec![
        Span::styled(keys, style),
        Span::styled(format!(" {}", text::pad(&said, room)), said_style),
    ])
}
