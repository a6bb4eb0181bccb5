//! The lens: dates, sources and segments, chosen in one list while the board behind it follows.

use super::finder;
use super::line::Line;
use super::message::Effect;
use super::state::{Mode, State, Tone};
use crate::board::Lens;
use crate::feedback::Day;

/// One line to choose from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Facet {
    /// All days, dated or not.
    AllDays,
    /// The last weeks of the feedback, as many as this.
    LastWeeks(i32),
    /// From one day to another; an end may be open.
    Days(Option<Day>, Option<Day>),
    /// A source, by its id.
    Source(String),
    /// A segment; `""` for feedback without one.
    Segment(String),
}

/// The list.
#[derive(Clone, Debug)]
pub struct LensPicker {
    /// What is typed.
    pub line: Line,
    /// What can be chosen now.
    pub facets: Vec<Facet>,
    /// The chosen line.
    pub chosen: usize,
    /// The lens to go back to.
    before: Lens,
}

/// The numbers of weeks that are one key away.
pub const WEEKS: [i32; 3] = [4, 13, 52];

impl Facet {
    /// What it is called.
    pub fn words(&self) -> String {
        match self {
            Self::AllDays => "all days".to_owned(),
            Self::LastWeeks(weeks) => format!("last {weeks} weeks"),
            Self::Days(since, until) => days(*since, *until),
            Self::Source(id) => id.clone(),
            Self::Segment(name) if name.is_empty() => "without a segment".to_owned(),
            Self::Segment(name) => name.clone(),
        }
    }

    /// Which part of the lens it is about.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::AllDays | Self::LastWeeks(_) | Self::Days(..) => "dates",
            Self::Source(_) => "source",
            Self::Segment(_) => "segment",
        }
    }
}

fn days(since: Option<Day>, until: Option<Day>) -> String {
    match (since, until) {
        (Some(since), Some(until)) => format!("{since} to {until}"),
        (Some(since), None) => format!("since {since}"),
        (None, Some(until)) => format!("until {until}"),
        (None, None) => "all days".to_owned(),
    }
}

/// The last day on which anything was said, whatever the lens.
fn last_day(state: &State) -> Option<Day> {
    let days = state.overlay.tally.days();
    days.map(|days| Day(days.end.0 - 1))
}

/// The first day of the last weeks.
fn begin_of(last: Day, weeks: i32) -> Day {
    Day(last.0 - 7 * weeks + 1)
}

/// What the lens lets through, for the header.
pub fn words(state: &State) -> String {
    let lens = &state.board.lens;
    let mut parts: Vec<String> = Vec::new();
    let recent = state
        .last_day
        .zip(lens.since)
        .filter(|_| lens.until.is_none())
        .and_then(|(last, since)| {
            let mut weeks = WEEKS.into_iter();
            weeks.find(|weeks| begin_of(last, *weeks) == since)
        });
    match recent {
        Some(weeks) => parts.push(format!("last {weeks} weeks")),
        None if lens.has_dates() => parts.push(days(lens.since, lens.until)),
        None => {}
    }
    let segments = lens.segments.iter().cloned();
    parts.extend(lens.sources.iter().cloned());
    parts.extend(segments.map(|name| Facet::Segment(name).words()));
    parts.extend(lens.journeys.iter().cloned());
    if parts.is_empty() {
        "all feedback".to_owned()
    } else {
        parts.join(", ")
    }
}

/// Whether a line is in force.
pub fn is_on(state: &State, facet: &Facet) -> bool {
    let lens = &state.board.lens;
    match facet {
        Facet::AllDays => !lens.has_dates(),
        Facet::LastWeeks(weeks) => {
            let begin = state.last_day.map(|last| begin_of(last, *weeks));
            lens.until.is_none() && lens.since.is_some() && lens.since == begin
        }
        Facet::Days(since, until) => (lens.since, lens.until) == (*since, *until),
        Facet::Source(id) => lens.sources.contains(id),
        Facet::Segment(name) => lens.segments.contains(name),
    }
}

/// Opens the list.
pub fn begin(state: &mut State) {
    state.mode = Mode::Lens(LensPicker {
        line: Line::default(),
        facets: Vec::new(),
        chosen: 0,
        before: state.board.lens.clone(),
    });
    look(state);
}

/// Finds again, after what is typed or the feedback has changed. Days that are typed come first.
pub fn look(state: &mut State) {
    let Mode::Lens(picker) = &state.mode else {
        return;
    };
    let typed = picker.line.text().trim().to_owned();
    let all = facets(state);
    let texts: Vec<String> = all
        .iter()
        .map(|facet| format!("{} {}", facet.words(), facet.kind()))
        .collect();
    let found = finder::best(&typed, texts.iter().map(String::as_str));
    let found = found
        .into_iter()
        .filter_map(|place| all.get(place).cloned());
    let facets: Vec<Facet> = typed_days(&typed).into_iter().chain(found).collect();
    if let Mode::Lens(picker) = &mut state.mode {
        picker.chosen = 0;
        picker.facets = facets;
    }
}

fn facets(state: &State) -> Vec<Facet> {
    let lens = &state.board.lens;
    let mut facets = vec![Facet::AllDays];
    facets.extend(WEEKS.map(Facet::LastWeeks));
    if lens.has_dates() && !facets.iter().any(|facet| is_on(state, facet)) {
        facets.push(Facet::Days(lens.since, lens.until));
    }
    let sources = state.workspace.sources.iter();
    facets.extend(sources.map(|source| Facet::Source(source.id.clone())));
    let segments = state.overlay.tally.segments.iter();
    let (unnamed, named): (Vec<&String>, Vec<&String>) = segments.partition(|s| s.is_empty());
    if !named.is_empty() {
        let all = named.into_iter().chain(unnamed);
        facets.extend(all.map(|name| Facet::Segment(name.clone())));
    }
    facets
}

/// `2025-01-01..2025-03-31`, with either end left out, in days, months or years; one of them alone.
fn typed_days(text: &str) -> Option<Facet> {
    let (since, until) = match text.split_once("..") {
        Some((since, until)) => (span(since)?, span(until)?),
        None => (span(text).filter(Option::is_some)?, span(text)?),
    };
    let (since, until) = (since.map(|span| span.0), until.map(|span| span.1));
    let ordered = since.zip(until).is_none_or(|(since, until)| since <= until);
    (ordered && (since.is_some() || until.is_some())).then_some(Facet::Days(since, until))
}

/// The first and the last day of a day, a month or a year; `Some(None)` for an open end.
#[expect(clippy::option_option, reason = "an open end is no mistake")]
fn span(text: &str) -> Option<Option<(Day, Day)>> {
    let text = text.trim();
    if text.is_empty() {
        return Some(None);
    }
    if let Some(day) = Day::parse_iso(text) {
        return Some(Some((day, day)));
    }
    let (year, month) = match text.split_once('-') {
        Some((year, month)) => (year, Some(month.parse::<u32>().ok()?)),
        None => (text, None),
    };
    if year.len() != 4 {
        return None;
    }
    let year: i32 = year.parse().ok()?;
    let first = Day::from_ymd(year, month.unwrap_or(1), 1)?;
    let next = match month {
        Some(12) | None => Day::from_ymd(year + 1, 1, 1)?,
        Some(month) => Day::from_ymd(year, month + 1, 1)?,
    };
    Some(Some((first, Day(next.0 - 1))))
}

/// Switches the chosen line on or off, at once.
pub fn toggle(state: &mut State) {
    let Mode::Lens(picker) = &state.mode else {
        return;
    };
    let Some(facet) = picker.facets.get(picker.chosen).cloned() else {
        return;
    };
    let on = is_on(state, &facet);
    let mut lens = state.board.lens.clone();
    match facet {
        Facet::LastWeeks(weeks) if !on => {
            lens.since = state.last_day.map(|last| begin_of(last, weeks));
            lens.until = None;
        }
        Facet::Days(since, until) if !on => (lens.since, lens.until) = (since, until),
        Facet::AllDays | Facet::LastWeeks(_) | Facet::Days(..) => {
            (lens.since, lens.until) = (None, None);
        }
        Facet::Source(id) => switch(&mut lens.sources, id),
        Facet::Segment(name) => switch(&mut lens.segments, name),
    }
    look_through(state, lens);
}

fn switch(list: &mut Vec<String>, name: String) {
    match list.iter().position(|known| *known == name) {
        Some(at) => {
            list.remove(at);
        }
        None => list.push(name),
    }
}

/// Takes the lens as it is; where the chosen line is not in force yet, that comes first.
pub fn accept(state: &mut State) -> Vec<Effect> {
    if let Mode::Lens(picker) = &state.mode {
        let chosen = picker.facets.get(picker.chosen).cloned();
        let untouched = picker.before == state.board.lens;
        if chosen.is_some_and(|facet| untouched && !is_on(state, &facet)) {
            toggle(state);
        }
    }
    state.mode = Mode::Browse;
    let said = format!("lens: {}", words(state));
    state.say(Tone::Plain, said);
    Vec::new()
}

/// Goes back to the lens as it was.
pub(super) fn cancel(state: &mut State) {
    if let Mode::Lens(picker) = &state.mode {
        let before = picker.before.clone();
        look_through(state, before);
    }
}

/// Looks through another lens; what is chosen stays.
pub fn look_through(state: &mut State, lens: Lens) {
    if state.board.lens != lens {
        state.board.lens = lens;
        state.rebuild();
        state.settle();
    }
}

/// Why there is no lens to take away.
pub(super) fn refusal(state: &State) -> Option<&'static str> {
    state
        .board
        .lens
        .is_clear()
        .then_some("all feedback is shown")
}

/// Lets everything through again.
pub fn clear(state: &mut State) {
    look_through(state, Lens::default());
    state.say(Tone::Plain, "lens: all feedback");
}

/// Goes from all days to the last 4 weeks, the last 13, the last 52 and to all again.
pub fn next_dates(state: &mut State) {
    let Some(last) = state.last_day else {
        state.say(Tone::Plain, "no feedback has a date");
        return;
    };
    let lens = &state.board.lens;
    let now = WEEKS
        .iter()
        .position(|weeks| lens.until.is_none() && lens.since == Some(begin_of(last, *weeks)));
    let next = match now {
        None if lens.has_dates() => None,
        None => WEEKS.first(),
        Some(place) => WEEKS.get(place + 1),
    };
    let lens = Lens {
        since: next.map(|weeks| begin_of(last, *weeks)),
        until: None,
        ..lens.clone()
    };
    look_through(state, lens);
    let said = format!("lens: {}", words(state));
    state.say(Tone::Plain, said);
}

/// Notes what the feedback's last day is, and leaves out of the lens what is not there.
pub(super) fn refresh(state: &mut State, over: bool) {
    state.last_day = last_day(state);
    if !over {
        return;
    }
    let known = &state.overlay.tally.segments;
    let lens = &mut state.board.lens;
    let before = lens.segments.len();
    lens.segments.retain(|name| known.contains(name));
    if lens.segments.len() < before {
        state.say(Tone::Plain, "a segment of the lens is no longer there");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_typed_as_days_months_or_years_with_open_ends() {
        let said = |text: &str| typed_days(text).map(|facet| facet.words());
        for (text, expected) in [
            ("2025-03-09", Some("2025-03-09 to 2025-03-09")),
            ("2025-03-01..2025-03-31", Some("2025-03-01 to 2025-03-31")),
            ("2025-02..", Some("since 2025-02-01")),
            ("..2024", Some("until 2024-12-31")),
            ("2024-02", Some("2024-02-01 to 2024-02-29")),
            ("2024-12..2025-01", Some("2024-12-01 to 2025-01-31")),
            ("2025-03-31..2025-03-01", None),
            ("2025-13", None),
            ("..", None),
            ("", None),
            ("survey", None),
        ] {
            assert_eq!(said(text).as_deref(), expected, "{text}");
        }
    }
}
