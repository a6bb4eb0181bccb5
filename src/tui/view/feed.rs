//! The box in which the touchpoint is chosen that a phrase is to feed.

use super::number::{count, many};
use super::popup;
use crate::journey::TouchpointIndex;
use crate::tui::feed::FeedPicker;
use crate::tui::state::State;
use crate::tui::text;
use crate::tui::view::rows::Rows;
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Position, Rect};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Paragraph, Wrap};
use std::collections::HashSet;

/// Draws the picker.
pub(super) fn draw(frame: &mut Frame, state: &State, picker: &FeedPicker) {
    let theme = state.theme;
    let area = place(frame.area(), picker);
    let room = usize::from(area.width.saturating_sub(4));
    let title = format!("Touchpoint for {}", picker.rule);
    let inner = popup::draw(frame, theme, area, &text::fit(&title, room));
    let [typed, list, below] = parts(inner, picker);
    let hint = "type to find a touchpoint";
    frame.render_widget(super::prompt::line(theme, &picker.line, hint), typed);
    super::prompt::set_cursor(frame, &picker.line, typed);
    let (of, height) = (picker.choices.len(), usize::from(list.height));
    let first = popup::first(picker.chosen, of, height);
    let choices = picker.choices.iter().enumerate().skip(first).take(height);
    let lines = choices.map(|(place, choice)| {
        let line = row(state, *choice, usize::from(list.width));
        if place == picker.chosen {
            line.patch_style(theme.chosen())
        } else {
            line
        }
    });
    frame.render_widget(Rows(lines.collect()), list);
    let said = Paragraph::new(below_list(state, picker)).wrap(Wrap { trim: true });
    frame.render_widget(said, below);
}

/// What Enter would do, or why it did nothing.
fn below_list(state: &State, picker: &FeedPicker) -> Line<'static> {
    let theme = state.theme;
    if let Some(why) = &picker.failed {
        let said = format!("not saved: {why} Enter tries again.");
        return Line::styled(said, theme.error());
    }
    let Some(choice) = picker.choices.get(picker.chosen) else {
        return Line::styled("no touchpoint holds this text", theme.dim());
    };
    let journeys = &state.workspace.journeys;
    let journey = journeys.touchpoint(*choice).journey;
    let file = journeys
        .all()
        .get(journey)
        .map_or("", |journey| &journey.file);
    let rows = match (&state.unmapped.preview, state.unmapped.catches()) {
        (None, _) => "the rule".to_owned(),
        (Some(_), 0) => "the rule, which catches none of these rows,".to_owned(),
        (Some(_), 1) => "the rule, which catches 1 row,".to_owned(),
        (Some(_), rows) => format!("the rule, which catches {} rows,", count(rows)),
    };
    let said = format!("Enter adds {rows} to {file}. Esc goes back.");
    Line::styled(said, theme.dim())
}

/// The choice at a position.
pub(super) fn line_at(screen: Rect, picker: &FeedPicker, at: Position) -> Option<usize> {
    let [_, list, _] = parts(popup::inside(place(screen, picker)), picker);
    popup::line_at(list, at, picker.chosen, picker.choices.len())
}

fn place(screen: Rect, picker: &FeedPicker) -> Rect {
    let choices = picker.choices.len().clamp(6, 18) as u16;
    popup::place(screen, 72, choices + 5 + below(picker))
}

fn below(picker: &FeedPicker) -> u16 {
    if picker.failed.is_some() { 4 } else { 2 }
}

fn parts(inner: Rect, picker: &FeedPicker) -> [Rect; 3] {
    let below = below(picker).min(inner.height / 3);
    Layout::vertical([
        Constraint::Length(2),
        Constraint::Min(1),
        Constraint::Length(below),
    ])
    .areas(inner)
}

fn row(state: &State, choice: TouchpointIndex, width: usize) -> Line<'static> {
    let touchpoint = state.workspace.journeys.touchpoint(choice);
    let half = width / 2;
    let rules = state.workspace.rules.iter();
    let rules = rules.filter(|rule| rule.touchpoint == choice);
    // A rule for several sources is one in its file.
    let places: HashSet<&str> = rules.map(|rule| rule.place.as_str()).collect();
    let note = match places.len() as u64 {
        0 => format!("{}, no rule", touchpoint.address),
        rules => format!("{}, {}", touchpoint.address, many(rules, "rule", "rules")),
    };
    let title = text::pad(&touchpoint.title, half);
    let note = text::pad(&note, width.saturating_sub(half + 1));
    Line::from(vec![
        Span::raw(title),
        Span::styled(format!(" {note}"), state.theme.dim()),
    ])
}
