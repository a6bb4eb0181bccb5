//! Moving about: through the journeys, over the map, down the details and the lists.

use super::command::Command;
use super::message::Effect;
use super::state::{Pane, Place, Row, Screen, State, Tone};
use super::view::map::Zoom;
use super::view::{self, areas::Areas};
use super::{chair, columns, entrance, said, table, text, travel, words};
use crate::board::{Direction, Order};
use crate::journey::TouchpointIndex;

/// Chooses a touchpoint, and its journey with it.
pub fn choose(state: &mut State, touchpoint: TouchpointIndex) {
    let journey = state.workspace.journeys.touchpoint(touchpoint).journey;
    state.row = Some(Row::Journey(journey));
    if state.touchpoint != Some(touchpoint) {
        (state.scroll, state.vantage.words.chosen) = (0, 0);
    }
    state.touchpoint = Some(touchpoint);
    state.vantage.adrift = false;
    state.remembered.insert(journey, touchpoint);
    state.settle();
}

/// Chooses a line of the list of journeys.
pub fn choose_row(state: &mut State, row: Row) {
    if state.row == Some(row) {
        return;
    }
    state.row = Some(row);
    state.touchpoint = None;
    state.scroll = 0;
    state.settle();
    let found = |touchpoint: &TouchpointIndex| state.filter.finds(*touchpoint);
    if state.touchpoint.is_some_and(|chosen| !found(&chosen)) {
        let hit = state.journey().and_then(|journey| {
            let range = state.workspace.journeys.all()[journey].touchpoints.clone();
            range.map(TouchpointIndex::new).find(found)
        });
        state.touchpoint = hit.or(state.touchpoint);
        state.look_closer();
    }
}

/// Chooses the line of the list of journeys that lies `by` lines further down.
pub fn step_row(state: &mut State, by: isize) {
    let rows = state.rows();
    let at = state
        .row
        .and_then(|row| rows.iter().position(|known| *known == row));
    if let Some(row) = rows.get(moved(at.unwrap_or(0), by, rows.len())) {
        choose_row(state, *row);
    }
}

/// Does what a moving command means where the keys are.
pub fn go(state: &mut State, command: Command) -> Vec<Effect> {
    match state.place() {
        Place::Journeys => in_list(state, command),
        Place::Map => on_map(state, command),
        Place::Problems | Place::Rejected => in_findings(state, command),
        Place::Numbers => in_numbers(state, command),
        Place::Listening | Place::Teams | Place::Voices => {
            if let Some(by) = stride(command, view::page(state)) {
                super::rounds::step(state, by);
            }
        }
        Place::Inbox => {
            if let Some(by) = stride(command, view::inbox::page(state)) {
                state.unmapped.step(by);
            }
        }
        Place::Columns => columns::go(state, command),
        Place::Chair => chair::go(state, command),
        Place::Table => {
            if let Some(by) = stride(command, view::page(state)) {
                table::step(state, by);
            }
        }
        Place::Words => match stride(command, view::page(state) / 2) {
            Some(by) => words::step(state, by),
            None => on_map(state, command),
        },
        _ => return in_details(state, command),
    }
    Vec::new()
}

fn in_list(state: &mut State, command: Command) {
    match command {
        Command::Right => state.pane = Pane::Map,
        command => {
            if let Some(by) = stride(command, view::page(state)) {
                step_row(state, by);
            }
        }
    }
}

fn on_map(state: &mut State, command: Command) {
    let Some(chosen) = state.touchpoint else {
        if let Some(by) = stride(command, 1) {
            step_row(state, by);
        }
        return;
    };
    let range = match state.journey() {
        Some(journey) => state.workspace.journeys.all()[journey].touchpoints.clone(),
        None => return,
    };
    let next = match command {
        Command::First => range.clone().next().map(TouchpointIndex::new),
        Command::Last => range.clone().next_back().map(TouchpointIndex::new),
        command => direction(command).and_then(|direction| {
            let layout = state.layout.as_ref()?;
            layout.neighbour(chosen, direction)
        }),
    };
    if let Some(next) = next {
        choose(state, next);
    } else if command == Command::Left {
        state.pane = Pane::Journeys;
    }
}

fn direction(command: Command) -> Option<Direction> {
    match command {
        Command::Up => Some(Direction::Up),
        Command::Down => Some(Direction::Down),
        Command::Left => Some(Direction::Left),
        Command::Right => Some(Direction::Right),
        _ => None,
    }
}

fn in_details(state: &mut State, command: Command) -> Vec<Effect> {
    match command {
        Command::Left if state.screen == Screen::Board => {
            state.pane = Pane::Map;
            return Vec::new();
        }
        Command::Left | Command::Right => {
            on_map(state, command);
            return Vec::new();
        }
        _ => {}
    }
    match stride(command, view::page(state)) {
        Some(by) => scroll(state, by),
        None => Vec::new(),
    }
}

/// Scrolls the details, and reads further verbatims when their end comes into sight.
pub fn scroll(state: &mut State, by: isize) -> Vec<Effect> {
    let most = view::details::overflow(state);
    state.scroll = moved(state.scroll.min(most), by, most + 1);
    if state.scroll + 2 * view::page(state) >= most {
        return said::read(state, true);
    }
    Vec::new()
}

fn in_findings(state: &mut State, command: Command) {
    let of = view::findings::length(state);
    if let Some(by) = stride(command, view::page(state)) {
        state.line = moved(state.line, by, of);
    }
}

fn in_numbers(state: &mut State, command: Command) {
    if let Some(by) = stride(command, view::page(state)) {
        scroll_numbers(state, by);
    }
}

/// Scrolls the page of a journey's own numbers.
pub fn scroll_numbers(state: &mut State, by: isize) {
    let most = state.numbers.len().saturating_sub(view::page(state));
    state.scroll = moved(state.scroll.min(most), by, most + 1);
}

/// How far down a command leads in a list.
fn stride(command: Command, page: usize) -> Option<isize> {
    let page = isize::try_from(page.max(1)).unwrap_or(1);
    match command {
        Command::Up => Some(-1),
        Command::Down => Some(1),
        Command::PageUp => Some(-page),
        Command::PageDown => Some(page),
        Command::First => Some(isize::MIN),
        Command::Last => Some(isize::MAX),
        _ => None,
    }
}

fn moved(from: usize, by: isize, of: usize) -> usize {
    from.saturating_add_signed(by).min(of.saturating_sub(1))
}

/// How many touchpoints are gone round at least, hot or not.
const ROUND: usize = 5;

/// Goes to the next touchpoint of those that hurt most, or to the one before it, round and round; from
/// any other to the one that hurts most.
pub fn hottest(state: &mut State, colder: bool) {
    let round = hottest_of(state);
    let at = round
        .iter()
        .position(|known| Some(*known) == state.touchpoint);
    let next = match (at, colder) {
        (None, _) => round.first(),
        (Some(at), true) => round.get(at + 1).or(round.first()),
        (Some(0), false) => round.last(),
        (Some(at), false) => round.get(at - 1),
    };
    match next.copied() {
        Some(touchpoint) => choose(state, touchpoint),
        None => state.say(
            Tone::Plain,
            "no touchpoint has enough feedback to be ranked yet",
        ),
    }
}

/// Goes where it hurts most, when the board was just opened without a place to come back to, and says which keys go on.
pub(super) fn welcome(state: &mut State) {
    if !std::mem::take(&mut state.new) {
        return;
    }
    let Some(worst) = hottest_of(state).first().copied() else {
        return;
    };
    choose(state, worst);
    if state.screen != Screen::Board {
        return;
    }
    let key = |command: Command| state.keymap.label(command);
    let (next, help, quit) = (key(Command::Hotter), key(Command::Help), key(Command::Quit));
    let forms = [
        format!(
            "this is where it hurts most; {next} goes to the next, {help} shows every key, {quit} leaves"
        ),
        format!("hurts most here; {next} next, {help} keys, {quit} leaves"),
    ];
    // Where neither fits the keys alone stand.
    let wide = usize::from(state.size.width);
    if let Some(said) = forms.into_iter().find(|form| text::width(form) <= wide) {
        state.say(Tone::Plain, said);
    }
}

/// The touchpoints of the journeys listed that are hot, or a few that hurt most, by the order chosen.
fn hottest_of(state: &State) -> Vec<TouchpointIndex> {
    let rows = state.rows();
    let journeys = &state.workspace.journeys;
    let listed = |touchpoint: TouchpointIndex| {
        let journey = journeys.touchpoint(touchpoint).journey;
        rows.binary_search_by_key(&journey, row_number).is_ok()
    };
    let ranking = state.board.ranking(journeys, &state.overlay, state.order);
    let mut order: Vec<_> = ranking
        .into_iter()
        .filter(|ranked| ranked.place.is_some() && listed(ranked.touchpoint))
        .map(|ranked| ranked.touchpoint)
        .collect();
    let hot = order
        .iter()
        .filter(|index| state.board.touchpoint(**index).hot);
    let hot = hot.count();
    order.truncate(hot.max(ROUND));
    order
}

/// Ranks by the next number, and goes to the touchpoint that is worst by it.
pub fn rank(state: &mut State) {
    state.order = state.order.next();
    if state.order == Order::Name {
        state.order = state.order.next();
    }
    let words = state.order.words();
    match hottest_of(state).first().copied() {
        Some(worst) => {
            choose(state, worst);
            state.say(Tone::Plain, format!("ranked by {words}"));
        }
        None => state.say(
            Tone::Plain,
            format!("ranked by {words}: it cannot be said of any touchpoint"),
        ),
    }
}

/// Shows the chosen journey's own numbers, or leaves them when they are on screen.
pub fn show_numbers(state: &mut State) {
    show(state, Screen::Numbers);
    state.scroll = 0;
    state.look_closer();
}

/// The journey a row stands for; files that could not be read stand after all journeys.
fn row_number(row: &Row) -> usize {
    match row {
        Row::Journey(journey) => *journey,
        Row::Broken(_) => usize::MAX,
    }
}

/// Gives the keys to the next pane, or the previous one.
pub fn turn(state: &mut State, forward: bool) {
    state.pane = match (state.pane, forward) {
        (Pane::Journeys, true) | (Pane::Details, false) => Pane::Map,
        (Pane::Map, true) | (Pane::Journeys, false) => Pane::Details,
        (Pane::Details, true) | (Pane::Map, false) => Pane::Journeys,
    };
}

/// Opens what is chosen: a journey's map, or a touchpoint's details.
pub fn open(state: &mut State) {
    match state.place() {
        Place::Table => table::open(state),
        Place::Journeys => state.pane = Pane::Map,
        _ if state.touchpoint.is_some() => entrance::enter(state),
        _ => {}
    }
}

/// Leaves a view, or clears the filter.
pub fn back(state: &mut State) {
    if state.screen == Screen::Chair {
        chair::back(state);
    } else if state.screen == Screen::Board && state.vantage.travel.is_some() {
        travel::leave(state);
    } else if state.screen == Screen::Board {
        super::filter::clear(state);
    } else if state.screen == Screen::Inbox {
        super::inbox::back(state);
    } else if state.place() == Place::Words && words::is_sought(state) {
        words::clear(state);
    } else if state.screen == Screen::Touchpoint {
        entrance::leave(state);
    } else if !super::rounds::back(state) {
        state.screen = Screen::Board;
        state.scroll = 0;
    }
}

/// Shows the problems or the rejected rows, or leaves them when they are on screen.
pub fn show(state: &mut State, screen: Screen) {
    state.line = 0;
    state.screen = if state.screen == screen {
        Screen::Board
    } else {
        screen
    };
}

/// Draws the map larger or smaller.
pub fn zoom(state: &mut State, nearer: bool) {
    let area = Areas::of(state).map;
    let now = view::map_pane::sight(state, area);
    state.zoom = match (nearer, now.lines) {
        (true, true) => Some(now.zoom.nearer()),
        // The same cards, with the lines that had no room.
        (true, false) => Some(now.zoom),
        (false, true) if now.zoom == Zoom::Overview => {
            let was = state.zoom.take();
            let fitting = view::map_pane::sight(state, area);
            was.filter(|_| fitting.lines)
        }
        (false, true) => Some(now.zoom.farther()),
        (false, false) => None,
    };
}

/// Shows the board with the keys at the map.
pub fn to_map(state: &mut State) {
    state.screen = Screen::Board;
    state.pane = Pane::Map;
    state.scroll = 0;
}
