//! Drawing: everything here borrows the state, and what it draws depends on nothing else.

pub mod areas;
mod casing;
mod chair;
pub(in crate::tui) mod columns;
mod copy;
pub mod curve;
pub mod details;
mod feed;
pub mod findings;
mod first_journey;
mod flag;
mod footer;
mod header;
mod help;
pub mod inbox;
mod ink;
pub mod journeys;
mod jump;
mod lens;
mod list_box;
pub mod map;
pub mod map_pane;
mod marked;
mod number;
mod numbers;
mod owner;
mod palette;
mod pane;
pub(super) mod popup;
mod prompt;
pub mod rounds;
mod rows;
#[cfg(test)]
pub(crate) mod scene;
mod segment_curves;
mod share;
mod slider;
mod spark;
pub(in crate::tui) mod spoken;
pub mod straight;
pub(in crate::tui) mod table;
mod wrap;

use super::copy::CopyList;
use super::jump::JumpList;
use super::lens::LensPicker;
use super::palette::Palette;
use super::state::{Mode, Pane, Screen, State};
use super::theme::Charset;
use areas::Areas;
use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Draws the whole screen.
pub fn draw(frame: &mut Frame, state: &State) {
    let areas = Areas::within(state, frame.area());
    header::draw(frame, areas.header, state);
    header::draw_banner(frame, areas.banner, state);
    match state.screen {
        Screen::Board => draw_board(frame, &areas, state),
        Screen::Touchpoint => details::draw(frame, areas.body, state),
        Screen::Numbers => numbers::draw(frame, areas.body, state),
        Screen::Listening | Screen::Teams | Screen::Voices => {
            rounds::draw(frame, areas.body, state);
        }
        Screen::Problems | Screen::Rejected => findings::draw(frame, areas.body, state),
        Screen::Inbox => inbox::draw(frame, areas.body, state),
        Screen::Table => table::draw(frame, areas.body, state),
        Screen::Columns => columns::draw(frame, areas.body, state),
        Screen::Chair => {}
    }
    footer::draw(frame, areas.footer, state);
    if state.screen == Screen::Chair {
        chair::draw(frame, frame.area(), state);
    }
    draw_over(frame, state);
    if state.theme.charset == Charset::Ascii {
        spell_out(frame.buffer_mut());
    }
}

/// Draws what lies over the screen.
fn draw_over(frame: &mut Frame, state: &State) {
    match &state.mode {
        Mode::Browse | Mode::Filter | Mode::Search | Mode::Phrase => {}
        Mode::Feed(picker) => feed::draw(frame, state, picker),
        Mode::Owner(picker) => owner::draw(frame, state, picker),
        Mode::Export(prompt) => prompt::draw(frame, state, prompt),
        Mode::Flag(prompt) => flag::draw(frame, state, prompt),
        Mode::Help(list) => help::draw(frame, state, list),
        Mode::Palette(palette) => palette::draw(frame, state, palette),
        Mode::Jump(list) => jump::draw(frame, state, list),
        Mode::Lens(picker) => lens::draw(frame, state, picker),
        Mode::Copy(list) => copy::draw(frame, state, list),
    }
    straight::straighten(frame.buffer_mut());
}

/// Where a text was cut there is an ellipsis; a terminal without Unicode shows a tilde for it.
fn spell_out(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        if cell.symbol() == "…" {
            cell.set_symbol("~");
        }
    }
}

fn draw_board(frame: &mut Frame, areas: &Areas, state: &State) {
    journeys::draw(frame, areas.journeys, state);
    map_pane::draw(frame, areas.map, state);
    details::draw(frame, areas.details, state);
}

/// How many lines a page has where the keys are.
pub fn page(state: &State) -> usize {
    let areas = Areas::of(state);
    let area = match (state.screen, state.pane) {
        (Screen::Board, Pane::Journeys) => areas.journeys,
        (Screen::Board, Pane::Details) => areas.details,
        _ => areas.body,
    };
    usize::from(area.height.saturating_sub(2)).max(1)
}

/// A click while something lies over the screen: on one of its lines it chooses that line.
pub fn popup_click(state: &mut State, at: Position) {
    let size = state.size;
    let screen = Rect::new(0, 0, size.width, size.height);
    match &mut state.mode {
        Mode::Owner(picker) => {
            if let Some(line) = owner::line_at(screen, picker, at) {
                picker.chosen = line;
            }
        }
        Mode::Feed(picker) => {
            if let Some(line) = feed::line_at(screen, picker, at) {
                picker.chosen = line;
            }
        }
        Mode::Help(list) => {
            if let Some(line) = help::line_at(screen, list, &state.keymap, at) {
                list.chosen = line;
            }
        }
        Mode::Palette(Palette { found, chosen, .. }) => {
            *chosen = list_box::line_at(screen, found.len(), *chosen, at, true).unwrap_or(*chosen);
        }
        Mode::Copy(CopyList { found, chosen, .. }) => {
            *chosen = list_box::line_at(screen, found.len(), *chosen, at, true).unwrap_or(*chosen);
        }
        Mode::Jump(JumpList { found, chosen, .. }) => {
            *chosen = list_box::line_at(screen, found.len(), *chosen, at, false).unwrap_or(*chosen);
        }
        Mode::Lens(LensPicker { facets, chosen, .. }) => {
            *chosen =
                list_box::line_at(screen, facets.len(), *chosen, at, false).unwrap_or(*chosen);
        }
        _ => {}
    }
}
