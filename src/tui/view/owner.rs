//! The box in which an owner is chosen.

use super::popup;
use crate::tui::owner::{Choice, OwnerPicker};
use crate::tui::state::State;
use crate::tui::text;
use crate::tui::view::rows::Rows;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

/// Draws the picker.
pub(super) fn draw(frame: &mut Frame, state: &State, picker: &OwnerPicker) {
    let theme = state.theme;
    let touchpoint = state.workspace.journeys.touchpoint(picker.touchpoint);
    let area = place(frame.area(), picker);
    let title = format!("Owner of {}", touchpoint.title);
    let room = usize::from(area.width.saturating_sub(4));
    let inner = popup::draw(frame, theme, area, &text::fit(&title, room));
    let [typed, list, below] = parts(inner);
    frame.render_widget(
        super::prompt::line(theme, &picker.line, "type to find, or any name"),
        typed,
    );
    super::prompt::set_cursor(frame, &picker.line, typed);
    let (of, height) = (picker.choices.len(), usize::from(list.height));
    let lines: Vec<Line> = picker
        .choices
        .iter()
        .enumerate()
        .skip(popup::first(picker.chosen, of, height))
        .take(height)
        .map(|(place, choice)| {
            let owned = touchpoint.owner.as_deref() == choice.owner();
            let line = row(state, choice, owned, usize::from(list.width));
            if place == picker.chosen {
                line.patch_style(theme.chosen())
            } else {
                line
            }
        })
        .collect();
    frame.render_widget(Rows(lines), list);
    let said = match &picker.failed {
        Some(why) => Line::styled(
            format!("not saved: {why} Enter tries again."),
            theme.error(),
        ),
        None if of == 0 => Line::styled("nobody is declared: type a name", theme.dim()),
        None => Line::styled("Enter saves it, Esc leaves it as it is", theme.dim()),
    };
    frame.render_widget(
        Paragraph::new(said).wrap(ratatui::widgets::Wrap { trim: true }),
        below,
    );
}

/// The choice at a position.
pub(super) fn line_at(screen: Rect, picker: &OwnerPicker, at: Position) -> Option<usize> {
    let [_, list, _] = parts(popup::inside(place(screen, picker)));
    popup::line_at(list, at, picker.chosen, picker.choices.len())
}

fn place(screen: Rect, picker: &OwnerPicker) -> Rect {
    let below = if picker.failed.is_some() { 4 } else { 1 };
    popup::place(
        screen,
        58,
        (picker.choices.len().max(6) as u16).min(18) + 4 + below,
    )
}

fn parts(inner: Rect) -> [Rect; 3] {
    let below = if inner.height > 12 { 2 } else { 1 };
    Layout::vertical([
        Constraint::Length(2),
        Constraint::Min(1),
        Constraint::Length(below),
    ])
    .areas(inner)
}

fn row(state: &State, choice: &Choice, owned: bool, width: usize) -> Line<'static> {
    let theme = state.theme;
    let mark = if owned {
        theme.glyph("• ", "* ")
    } else {
        "  "
    };
    let (title, note) = match choice {
        Choice::Team { id, title } => (title.clone(), id.clone()),
        Choice::Person {
            id,
            name,
            team: None,
        } => (name.clone(), id.clone()),
        Choice::Person {
            id,
            name,
            team: Some(team),
        } => (name.clone(), format!("{id}, {team}")),
        Choice::AsWritten(typed) => {
            let (open, close) = (theme.glyph("“", "\""), theme.glyph("”", "\""));
            (
                format!("use {open}{typed}{close} as written"),
                "not declared".to_owned(),
            )
        }
        Choice::Nobody => ("nobody".to_owned(), "takes the owner away".to_owned()),
    };
    let half = width.saturating_sub(2) * 3 / 5;
    let note_room = width.saturating_sub(half + 3);
    Line::from(vec![
        Span::raw(mark),
        Span::raw(text::pad(&title, half)),
        Span::styled(format!(" {}", text::pad(&note, note_room)), theme.dim()),
    ])
}
