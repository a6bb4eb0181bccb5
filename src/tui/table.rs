//! The table of all journeys: sorted, and grouped by owner, persona or friction.

use super::state::{Pane, Row, Screen, State, Tone};
use crate::board::{Heat, Shade};
use crate::feedback::spread;
use crate::journey::JourneyIndex;
use crate::measures::Incidence;
use crate::measures::trend::watch;
use std::borrow::Cow;
use std::cmp::Reverse;

/// What the journeys are sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Sort {
    /// As the workspace has them.
    #[default]
    File,
    /// The highest friction first.
    Friction,
    /// The most pain first.
    Pain,
    /// The most hot touchpoints that nobody owns first.
    Lonely,
    /// Those that spike or rise first.
    Spikes,
    /// The lowest NPS first.
    Nps,
    /// By title.
    Title,
}

/// What the journeys are grouped by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Group {
    /// Nothing.
    #[default]
    None,
    /// The journey's owner.
    Owner,
    /// The persona.
    Persona,
    /// How hot the journey is.
    Friction,
}

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableLine {
    /// The name of a group, and how many journeys are in it.
    Group(String, usize),
    /// A journey, or a file that could not be read.
    Row(Row),
}

/// How the table is looked at, and what was worked out for it.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// What it is sorted by.
    pub sort: Sort,
    /// What it is grouped by.
    pub group: Group,
    /// How each journey's weekly complaints go, as the heat of a trend, and how many weeks spiked.
    pub alarms: Vec<(Heat, usize)>,
    /// Each journey's pain.
    pub pains: Vec<f64>,
    /// Its lines while it is on screen, worked out after each message: frames and keys only look at them.
    arranged: Vec<TableLine>,
}

impl Sort {
    /// Every one, in the order of the key.
    pub const ALL: [Self; 7] = [
        Self::File,
        Self::Friction,
        Self::Pain,
        Self::Lonely,
        Self::Spikes,
        Self::Nps,
        Self::Title,
    ];

    /// In words that fit after "sorted by".
    pub fn words(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Friction => "friction",
            Self::Pain => "pain",
            Self::Lonely => "hot touchpoints of nobody",
            Self::Spikes => "spikes",
            Self::Nps => "NPS",
            Self::Title => "title",
        }
    }
}

impl Group {
    /// Every one, in the order of the key.
    pub const ALL: [Self; 4] = [Self::None, Self::Owner, Self::Persona, Self::Friction];

    /// In words that fit after "grouped by".
    pub fn words(self) -> &'static str {
        match self {
            Self::None => "nothing",
            Self::Owner => "owner",
            Self::Persona => "persona",
            Self::Friction => "friction",
        }
    }
}

fn next<T: PartialEq + Copy>(all: &[T], now: T) -> T {
    let at = all.iter().position(|one| *one == now).unwrap_or(0);
    all[(at + 1) % all.len()]
}

/// Shows the table, or leaves it.
pub(super) fn toggle(state: &mut State) {
    super::browse::show(state, Screen::Table);
    look(state);
}

/// Sorts by the next number.
pub(super) fn sort(state: &mut State) {
    let table = &mut state.vantage.table;
    table.sort = next(&Sort::ALL, table.sort);
    table.arranged.clear();
    let said = format!("sorted by {}", table.sort.words());
    state.say(Tone::Plain, said);
}

/// Groups by the next thing.
pub(super) fn group(state: &mut State) {
    let table = &mut state.vantage.table;
    table.group = next(&Group::ALL, table.group);
    table.arranged.clear();
    let said = format!("grouped by {}", table.group.words());
    state.say(Tone::Plain, said);
}

/// Watches each journey's weeks again, while the table is on screen.
pub(super) fn look(state: &mut State) {
    let all = state.workspace.journeys.all().len();
    let known = state.vantage.table.alarms.len() == all;
    if state.screen != Screen::Table || known {
        return;
    }
    let rule = state.board.watch();
    let recent = Shade::RECENT;
    let alarm = |journey| {
        let weeks = state.trend(journey);
        let weeks = weeks.into_iter().flat_map(|series| &series.counts);
        let complaints: Vec<u64> = weeks.map(|week| week.complaints).collect();
        let Ok(alarms) = watch(&Incidence::weekly(&complaints), &rule) else {
            return (Heat::Silent, 0);
        };
        let since = complaints.len().saturating_sub(recent);
        let spiking = alarms.spikes.iter().any(|spike| spike.week >= since);
        let rising = alarms.drifts.iter().any(|drift| drift.to >= since);
        let heat = match (spiking, rising, alarms.spikes.len()) {
            (true, ..) => Heat::Burning,
            (_, true, _) => Heat::Hot,
            (.., 0) => Heat::Calm,
            _ => Heat::Warm,
        };
        (heat, alarms.spikes.len())
    };
    let alarms = spread(0..all, alarm);
    let journeys = 0..state.board.journeys.len();
    let pains = journeys.map(|journey| pain_of(state, journey)).collect();
    (state.vantage.table.alarms, state.vantage.table.pains) = (alarms, pains);
}

/// A journey's pain: its touchpoints' added up.
pub fn pain(state: &State, journey: JourneyIndex) -> f64 {
    let known = state.vantage.table.pains.get(journey);
    known.copied().unwrap_or_else(|| pain_of(state, journey))
}

fn pain_of(state: &State, journey: JourneyIndex) -> f64 {
    let range = state.workspace.journeys.all()[journey].touchpoints.clone();
    let sheets = state.board.touchpoints.get(range).unwrap_or_default();
    let pains = sheets.iter().filter_map(|sheet| sheet.pain.as_ref().ok());
    pains.map(|pain| pain.severity).sum()
}

/// How hot a journey is.
pub fn heat(state: &State, journey: JourneyIndex) -> Heat {
    let sheet = &state.board.journeys[journey];
    let thresholds = &state.workspace.charter.thresholds;
    Heat::of_friction(sheet.friction.as_ref(), &sheet.counts, thresholds)
}

/// Works the lines out again, while the table is on screen.
pub(super) fn arrange(state: &mut State) {
    state.vantage.table.arranged.clear();
    if state.screen == Screen::Table {
        state.vantage.table.arranged = work_out(state);
    }
}

/// The lines of the table, groups in order of their names, the hottest first.
pub fn lines(state: &State) -> Cow<'_, [TableLine]> {
    match state.vantage.table.arranged.as_slice() {
        [] => work_out(state).into(),
        arranged => arranged.into(),
    }
}

fn work_out(state: &State) -> Vec<TableLine> {
    let mut rows = state.rows();
    let table = &state.vantage.table;
    rows.sort_by_cached_key(|row| key(state, table.sort, *row));
    if table.group == Group::None {
        return rows.into_iter().map(TableLine::Row).collect();
    }
    let mut named: Vec<((usize, &str), Row)> = rows
        .into_iter()
        .map(|row| (name(state, table.group, row), row))
        .collect();
    named.sort_by_key(|(name, _)| *name);
    let mut lines = Vec::new();
    let groups = named.chunk_by(|(one, _), (other, _)| one == other);
    for group in groups {
        if let Some(((_, name), _)) = group.first() {
            lines.push(TableLine::Group((*name).to_owned(), group.len()));
        }
        lines.extend(group.iter().map(|(_, row)| TableLine::Row(*row)));
    }
    lines
}

/// What sorts a row: broken files last, then by the number, the worst first; then as the workspace has it.
fn key(state: &State, sort: Sort, row: Row) -> (bool, i64, String) {
    let Row::Journey(journey) = row else {
        return (true, 0, String::new());
    };
    let sheet = &state.board.journeys[journey];
    let fine = |value: f64| -((value * 1_000.0) as i64);
    let (number, title) = match sort {
        Sort::File => (0, String::new()),
        Sort::Friction => (
            sheet.friction.map_or(1, |friction| fine(friction.value)),
            String::new(),
        ),
        Sort::Pain => (fine(pain(state, journey)), String::new()),
        Sort::Lonely => (-(sheet.hot_unowned as i64), String::new()),
        Sort::Spikes => {
            let alarm = state.vantage.table.alarms.get(journey);
            let worst = alarm.map(|(heat, spikes)| Reverse((*heat, *spikes)));
            let rank = worst.map_or(0, |Reverse((heat, spikes))| {
                heat as i64 * 1_000 + spikes as i64
            });
            (-rank, String::new())
        }
        Sort::Nps => {
            let nps = sheet.nps.as_ref();
            (nps.map_or(i64::MAX, |nps| -fine(nps.score)), String::new())
        }
        Sort::Title => (
            0,
            state.workspace.journeys.all()[journey].title.to_lowercase(),
        ),
    };
    (false, number, title)
}

/// The group of a row: where it stands among groups, and its name.
fn name(state: &State, group: Group, row: Row) -> (usize, &str) {
    let Row::Journey(journey) = row else {
        return (usize::MAX, "could not be read");
    };
    let of = &state.workspace.journeys.all()[journey];
    match group {
        Group::None => (0, ""),
        Group::Owner => {
            let title = of.owner.as_deref();
            let title = title.map(|id| state.workspace.charter.roster.title(id));
            title.map_or((1, "nobody"), |title| (0, title))
        }
        Group::Persona => of
            .persona
            .as_deref()
            .map_or((1, "no persona"), |persona| (0, persona)),
        Group::Friction => {
            let heat = heat(state, journey);
            (usize::MAX - 1 - heat as usize, heat.word())
        }
    }
}

/// Chooses the row that lies so many rows further down the table.
pub(super) fn step(state: &mut State, by: isize) {
    let rows: Vec<Row> = lines(state)
        .iter()
        .filter_map(|line| match line {
            TableLine::Row(row) => Some(*row),
            TableLine::Group(..) => None,
        })
        .collect();
    let at = rows
        .iter()
        .position(|row| Some(*row) == state.row)
        .unwrap_or(0);
    let to = at
        .saturating_add_signed(by)
        .min(rows.len().saturating_sub(1));
    if let Some(row) = rows.get(to) {
        super::browse::choose_row(state, *row);
    }
}

/// Opens the chosen journey on the board.
pub(super) fn open(state: &mut State) {
    (state.screen, state.pane) = (Screen::Board, Pane::Map);
}
