//! Time travel: the whole board as it stood at the end of any week, a week at a time or played.

use super::message::Effect;
use super::state::{State, Tone};
use crate::board::Lens;
use crate::feedback::{Day, Week};

/// Where in time the board is looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Travel {
    /// The lens that is come back to.
    home: Lens,
    /// The first and the last week there is to see.
    pub ends: (Week, Week),
    /// The week whose end it is.
    pub week: Week,
    /// Whether it goes on by itself.
    pub playing: bool,
    /// The number of the tick that is waited for; older ones are stale.
    tick: u64,
}

impl Travel {
    /// The lens at a week's end. Where the lens at home has a beginning, it keeps its length.
    fn lens(&self, week: Week) -> Lens {
        let until = Day(week.monday().0 + 6);
        let end = self.home.until.unwrap_or(Day(self.ends.1.monday().0 + 6));
        let back = end.0 - until.0;
        Lens {
            until: Some(until.min(end)),
            since: self.home.since.map(|since| Day(since.0 - back.max(0))),
            ..self.home.clone()
        }
    }

    /// How far along it is, 0 to 1.
    pub fn part(&self) -> f64 {
        let at = |week: Week| f64::from(week.monday().0);
        let (first, last) = (at(self.ends.0), at(self.ends.1));
        (at(self.week) - first) / (last - first).max(1.0)
    }
}

/// Why there is no time to travel in.
pub(super) fn refusal(state: &State) -> Option<&'static str> {
    let travelling = state.vantage.travel.is_some();
    (!travelling && ends(state).is_none()).then_some("no feedback here has a date")
}

/// Why there is nowhere to come back from.
pub(super) fn home_refusal(state: &State) -> Option<&'static str> {
    let travelling = state.vantage.travel.is_some();
    (!travelling).then_some("the board stands at its last week")
}

/// The weeks there are to see: from the first feedback to the last, or to where the lens ends.
fn ends(state: &State) -> Option<(Week, Week)> {
    let days = state.overlay.tally.days()?;
    let last = Day(days.end.0 - 1);
    let last = state.board.lens.until.map_or(last, |until| until.min(last));
    (days.start <= last).then(|| (days.start.week(), last.week()))
}

fn begin(state: &mut State) -> Option<&mut Travel> {
    if state.vantage.travel.is_none() {
        let ends = ends(state)?;
        state.vantage.travel = Some(Travel {
            home: state.board.lens.clone(),
            ends,
            week: ends.1,
            playing: false,
            tick: 0,
        });
    }
    state.vantage.travel.as_mut()
}

/// Goes so many weeks on, or back; stops at the ends.
pub(super) fn step(state: &mut State, weeks: i32) {
    let Some(travel) = begin(state) else { return };
    travel.playing = false;
    go(state, weeks);
}

fn go(state: &mut State, weeks: i32) {
    let Some(travel) = &mut state.vantage.travel else {
        return;
    };
    let monday = Day(travel.week.monday().0 + 7 * weeks);
    travel.week = monday.week().clamp(travel.ends.0, travel.ends.1);
    let lens = travel.lens(travel.week);
    state.board.lens = lens;
    state.rebuild();
}

/// Plays on from where it is, from the beginning when it is at the end, or pauses.
pub(super) fn play(state: &mut State) -> Vec<Effect> {
    let Some(travel) = begin(state) else {
        return Vec::new();
    };
    travel.playing = !travel.playing;
    if !travel.playing {
        return Vec::new();
    }
    travel.tick += 1;
    let tick = travel.tick;
    if travel.week == travel.ends.1 {
        travel.week = travel.ends.0;
        go(state, 0);
    }
    vec![Effect::Wait(tick)]
}

/// The time between two weeks is over: shows the next week, and waits again while there is one.
pub(super) fn tick(state: &mut State, tick: u64) -> Vec<Effect> {
    let due = |travel: &Travel| travel.playing && travel.tick == tick;
    if !state.vantage.travel.as_ref().is_some_and(due) {
        return Vec::new();
    }
    go(state, 1);
    let Some(travel) = &mut state.vantage.travel else {
        return Vec::new();
    };
    travel.playing = travel.week < travel.ends.1;
    if travel.playing {
        vec![Effect::Wait(tick)]
    } else {
        Vec::new()
    }
}

/// Comes back to the lens at home.
pub(super) fn leave(state: &mut State) {
    if let Some(travel) = state.vantage.travel.take() {
        state.board.lens = travel.home;
        state.rebuild();
        state.say(Tone::Plain, "the board as it stands");
    }
}

/// Ends the travel when the lens was changed by hand: that lens is home then.
pub(super) fn keep(state: &mut State) {
    let strayed = |travel: &Travel| travel.lens(travel.week) != state.board.lens;
    let begun = |travel: &Travel| travel.home != state.board.lens;
    if (state.vantage.travel.as_ref()).is_some_and(|travel| strayed(travel) && begun(travel)) {
        state.vantage.travel = None;
    }
}
