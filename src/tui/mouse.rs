//! What a click or a turn of the wheel means at a place of the screen.

use super::command::Command;
use super::message::Effect;
use super::state::{Mode, Pane, Screen, State};
use super::tab::Tab;
use super::view::{self, areas::Areas};
use super::{browse, chair, columns, rounds, said, tab, table, typing, vantage, words};
use ratatui::crossterm::event::{MouseButton, MouseEvent, MouseEventKind};
use ratatui::layout::{Position, Rect};

/// How many lines one turn of the wheel moves.
const TURN: isize = 3;

/// Does what the mouse asks for.
pub fn act(state: &mut State, event: MouseEvent) -> Vec<Effect> {
    let at = Position::new(event.column, event.row);
    match event.kind {
        MouseEventKind::Down(MouseButton::Left) => click(state, at),
        MouseEventKind::Drag(MouseButton::Left) => {
            drag(state, at);
            Vec::new()
        }
        MouseEventKind::Up(MouseButton::Left) => let_go(state, at),
        MouseEventKind::ScrollDown => wheel(state, at, 1),
        MouseEventKind::ScrollUp => wheel(state, at, -1),
        _ => Vec::new(),
    }
}

fn click(state: &mut State, at: Position) -> Vec<Effect> {
    state.toast = None;
    state.grab = None;
    state.new = false;
    if matches!(
        state.mode,
        Mode::Browse | Mode::Filter | Mode::Search | Mode::Phrase
    ) {
        click_screen(state, at);
    } else {
        view::popup_click(state, at);
    }
    Vec::new()
}

/// Drags the map: what is under the mouse stays under it.
fn drag(state: &mut State, at: Position) {
    if state.screen == Screen::Columns {
        let over = view::columns::hit(state, Areas::of(state).body, at);
        columns::drag(state, over.map(|(column, _)| column));
    }
    let Some(from) = state.grab.filter(|_| state.screen == Screen::Board) else {
        return;
    };
    let by = |from: u16, to: u16| i32::from(from) - i32::from(to);
    vantage::drift(state, (by(from.x, at.x), by(from.y, at.y)));
    state.grab = Some(at);
}

fn click_screen(state: &mut State, at: Position) {
    let areas = Areas::of(state);
    match state.screen {
        Screen::Board => click_board(state, &areas, at),
        Screen::Problems | Screen::Rejected => {
            if let Some(line) = view::findings::line_at(state, areas.body, at) {
                state.line = line;
            }
        }
        Screen::Inbox => click_inbox(state, areas.body, at),
        Screen::Teams | Screen::Voices => match view::rounds::line_at(state, areas.body, at) {
            Some(line) if line == state.line => rounds::open(state),
            Some(line) => state.line = line,
            None => {}
        },
        Screen::Table => {
            if let Some(row) = view::table::row_at(state, areas.body, at) {
                if state.row == Some(row) {
                    table::open(state);
                } else {
                    browse::choose_row(state, row);
                }
            }
        }
        Screen::Columns => {
            if let Some((column, Some(row))) = view::columns::hit(state, areas.body, at) {
                columns::grab(state, (column, row));
            }
        }
        Screen::Touchpoint => {
            if let Some(tab) = view::details::tab_at(state, areas.body, at) {
                tab::show(state, tab);
            } else if let Some(line) = view::details::words_at(state, areas.body, at) {
                state.vantage.words.chosen = line;
            }
        }
        Screen::Chair => chair::go(state, Command::Right),
        Screen::Numbers | Screen::Listening => {}
    }
}

/// A card that was dragged is moved to the column it is let go over.
fn let_go(state: &mut State, at: Position) -> Vec<Effect> {
    state.grab = None;
    if state.screen != Screen::Columns || !matches!(state.mode, Mode::Browse) {
        return Vec::new();
    }
    let body = Areas::of(state).body;
    let over = view::columns::hit(state, body, at).map(|(column, _)| column);
    columns::release(state, over)
}

fn click_board(state: &mut State, areas: &Areas, at: Position) {
    if areas.journeys.contains(at) {
        state.pane = Pane::Journeys;
        if let Some(row) = view::journeys::row_at(state, areas.journeys, at) {
            browse::choose_row(state, row);
        }
    } else if areas.map.contains(at) {
        state.pane = Pane::Map;
        state.grab = Some(at);
        if let Some(touchpoint) = view::map_pane::touchpoint_at(state, areas.map, at) {
            if state.touchpoint == Some(touchpoint) {
                browse::open(state);
            } else {
                browse::choose(state, touchpoint);
            }
        }
    } else if areas.details.contains(at) {
        state.pane = Pane::Details;
    }
}

fn click_inbox(state: &mut State, body: Rect, at: Position) {
    match view::inbox::hit(state, body, at) {
        Some(view::inbox::Hit::Phrase) => state.mode = Mode::Phrase,
        Some(view::inbox::Hit::Row(row)) => state.unmapped.chosen = row,
        None => {}
    }
}

fn wheel(state: &mut State, at: Position, way: isize) -> Vec<Effect> {
    match &mut state.mode {
        Mode::Owner(picker) => picker.step(way > 0),
        Mode::Help(list) => list.step(&state.keymap, way > 0),
        Mode::Feed(picker) => picker.step(way),
        Mode::Palette(_) | Mode::Jump(_) | Mode::Lens(_) | Mode::Copy(_) => {
            typing::choose(state, way > 0);
        }
        Mode::Export(_) | Mode::Flag(_) => {}
        Mode::Browse | Mode::Filter | Mode::Search | Mode::Phrase => {
            return wheel_screen(state, at, way);
        }
    }
    Vec::new()
}

fn wheel_screen(state: &mut State, at: Position, way: isize) -> Vec<Effect> {
    let areas = Areas::of(state);
    let over = |area: Rect| area.contains(at);
    match state.screen {
        Screen::Problems | Screen::Rejected => {
            let of = view::findings::length(state);
            let line = state.line.saturating_add_signed(way * TURN);
            state.line = line.min(of.saturating_sub(1));
            Vec::new()
        }
        Screen::Listening | Screen::Teams | Screen::Voices => {
            rounds::step(state, way * TURN);
            Vec::new()
        }
        Screen::Numbers => {
            browse::scroll_numbers(state, way * TURN);
            Vec::new()
        }
        Screen::Inbox => {
            state.unmapped.step(way * TURN);
            Vec::new()
        }
        Screen::Table => {
            table::step(state, way * TURN);
            Vec::new()
        }
        Screen::Columns => {
            columns::go(state, if way > 0 { Command::Down } else { Command::Up });
            Vec::new()
        }
        Screen::Chair => {
            chair::go(
                state,
                if way > 0 {
                    Command::Right
                } else {
                    Command::Left
                },
            );
            Vec::new()
        }
        Screen::Touchpoint if state.vantage.tab == Tab::Words => {
            words::step(state, way * TURN);
            Vec::new()
        }
        Screen::Touchpoint => browse::scroll(state, way * TURN),
        Screen::Board if over(areas.journeys) => {
            browse::step_row(state, way);
            Vec::new()
        }
        Screen::Board if over(areas.details) => browse::scroll(state, way * TURN),
        Screen::Board => said::read(state, false),
    }
}
