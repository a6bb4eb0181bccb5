//! The box with every key, written from the table of commands.

use super::popup;
use super::wrap::wrap;
use crate::tui::command::Command;
use crate::tui::help::{HelpList, HelpRow};
use crate::tui::keymap::Keymap;
use crate::tui::state::State;
use crate::tui::view::ink::Ink;
use crate::tui::view::rows::{Row, Rows};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::style::Style;
use ratatui::text::Line;
use std::borrow::Cow;

/// How wide the keys are.
const KEYS: usize = 22;

/// Draws the help.
pub(super) fn draw(frame: &mut Frame, state: &State, list: &HelpList) {
    let theme = state.theme;
    let inner = popup::draw(frame, theme, place(frame.area()), "Keys");
    let [typed, rows, below] = parts(inner);
    frame.render_widget(
        Row(super::prompt::line(
            theme,
            &list.line,
            "type to find a key or what it does",
        )),
        typed,
    );
    super::prompt::set_cursor(frame, &list.line, typed);
    let all = list.rows(&state.keymap);
    let (at, height) = (row_of(&all, list.chosen), usize::from(rows.height));
    let first = popup::first(at, all.len(), height);
    let seen = all.iter().enumerate().skip(first);
    for ((place, row), area) in seen.zip(rows.rows()) {
        let chosen = place == at && matches!(row, HelpRow::Command(_));
        let over = if chosen { theme.chosen() } else { Style::new() };
        let mut ink = Ink::on(frame.buffer_mut(), area).over(over);
        match row {
            HelpRow::Heading(title) => ink.write(title, theme.text().bold()),
            HelpRow::Command(command) => {
                write(&mut ink, state, list, *command, usize::from(rows.width));
            }
        }
    }
    draw_whole(frame, below, state, list);
}

/// The chosen command in full, with the name it has in the config file.
fn draw_whole(frame: &mut Frame, area: Rect, state: &State, list: &HelpList) {
    let commands = list.commands(&state.keymap);
    let Some(command) = commands.get(list.chosen).filter(|_| !area.is_empty()) else {
        return;
    };
    let said = format!(
        "{}: {}",
        command.spec().name,
        sentence(state, list, *command)
    );
    let lines = wrap(&said, usize::from(area.width));
    let lines = lines
        .into_iter()
        .map(|line| Line::styled(line, state.theme.dim()));
    let lines: Vec<Line> = std::iter::once(Line::default()).chain(lines).collect();
    frame.render_widget(Rows(lines), area);
}

/// The command at a position, counted without headings.
pub(super) fn line_at(
    screen: Rect,
    list: &HelpList,
    keymap: &Keymap,
    at: Position,
) -> Option<usize> {
    let [_, rows, _] = parts(popup::inside(place(screen)));
    let all = list.rows(keymap);
    let line = popup::line_at(rows, at, row_of(&all, list.chosen), all.len())?;
    let is_command = |row: &HelpRow| matches!(row, HelpRow::Command(_));
    is_command(&all[line]).then(|| all[..line].iter().filter(|row| is_command(row)).count())
}

/// Where a command stands among headings and commands.
fn row_of(rows: &[HelpRow], chosen: usize) -> usize {
    let commands = rows.iter().enumerate();
    let mut commands = commands.filter(|(_, row)| matches!(row, HelpRow::Command(_)));
    commands.nth(chosen).map_or(0, |(place, _)| place)
}

fn place(screen: Rect) -> Rect {
    popup::place(screen, 90, screen.height.saturating_sub(4).clamp(6, 48))
}

fn parts(inner: Rect) -> [Rect; 3] {
    let below = if inner.height > 14 { 3 } else { 0 };
    let heights = [
        Constraint::Length(2),
        Constraint::Min(1),
        Constraint::Length(below),
    ];
    Layout::vertical(heights).areas(inner)
}

/// What a command does; why not now, when it does nothing now.
fn sentence(state: &State, list: &HelpList, command: Command) -> Cow<'static, str> {
    let does = command.spec().does;
    match command.disabled(state) {
        Some(why) if command.applies(list.place) => format!("{does} ({why})").into(),
        _ => does.into(),
    }
}

/// Writes keys and what they do.
fn write(ink: &mut Ink<'_>, state: &State, list: &HelpList, command: Command, width: usize) {
    let theme = state.theme;
    let (key, does) = if command.applies(list.place) {
        (theme.accent(), theme.text())
    } else {
        (theme.dim(), theme.dim())
    };
    ink.pad(state.keymap.labels(command), KEYS, key);
    ink.write(" ", does);
    let room = width.saturating_sub(KEYS + 1);
    ink.pad(&sentence(state, list, command), room, does);
}
