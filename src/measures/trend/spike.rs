//! Spikes: weeks with far more events than the weeks before them lead one to expect.

use super::{UChart, Watch};
use crate::measures::Incidence;
use crate::measures::chance::Binomial;

/// A week with more events than chance explains.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spike {
    /// The week, as a place in the series.
    pub week: usize,
    /// How many events were to be expected.
    pub expected: f64,
    /// How many there were.
    pub seen: u64,
    /// The upper limit of the u-chart, as a number of events in this week.
    pub limit: f64,
    /// The probability of as many or more, had nothing changed.
    pub tail: f64,
}

/// What the weeks before say of one week.
pub(super) enum Judgement {
    /// Too few weeks came before, or nobody passed.
    Open,
    /// Nothing unusual.
    Usual,
    /// A spike.
    Spike(Spike),
}

/// Every week of a series that spikes, judged by the weeks before it.
///
/// A week of `x` events and exposure e spikes when its rate is above the u-chart's upper limit and
/// P(X >= x) <= `watch.spike_tail`, X binomial with n = x + N and share e / (e + E), where N and E are
/// the events and the exposure of the baseline. That is the exact tail given the sum: it knows that the
/// usual rate is itself an estimate, so the chance of a false alarm is at most `spike_tail` a week,
/// whatever the true rate and however thin the baseline.
///
/// The baseline is the last `watch.baseline` weeks without those that spiked themselves; fewer than
/// `watch.least` of them leave the week unjudged. A lasting new level is therefore reported until it
/// fills the window, and is the usual one afterwards.
pub fn spikes(series: &[Incidence], watch: &Watch) -> Vec<Spike> {
    let judged = judge(series, watch).into_iter();
    judged
        .filter_map(|judgement| match judgement {
            Judgement::Spike(spike) => Some(spike),
            _ => None,
        })
        .collect()
}

/// One judgement a week.
pub(super) fn judge(series: &[Incidence], watch: &Watch) -> Vec<Judgement> {
    let mut judgements: Vec<Judgement> = Vec::with_capacity(series.len());
    for (place, week) in series.iter().enumerate() {
        let from = place.saturating_sub(watch.baseline);
        let calm: Vec<Incidence> = (from..place)
            .filter(|earlier| !matches!(judgements[*earlier], Judgement::Spike(_)))
            .map(|earlier| series[earlier])
            .collect();
        judgements.push(judge_week(place, week, &calm, watch));
    }
    judgements
}

fn judge_week(place: usize, week: &Incidence, calm: &[Incidence], watch: &Watch) -> Judgement {
    let Ok(chart) = UChart::of(calm) else {
        return Judgement::Open;
    };
    if chart.weeks < watch.least || week.positive_exposure().is_err() {
        return Judgement::Open;
    }
    let expected = chart.expected(week.exposure);
    let limit = chart.upper(week.exposure) * week.exposure;
    if !limit.is_finite() {
        return Judgement::Open;
    }
    if week.events as f64 <= limit {
        return Judgement::Usual;
    }
    let tail = Binomial {
        of: week.events + chart.events,
        share: week.exposure / (week.exposure + chart.exposure),
    }
    .at_least(week.events);
    if tail > watch.spike_tail {
        return Judgement::Usual;
    }
    Judgement::Spike(Spike {
        week: place,
        expected,
        seen: week.events,
        limit,
        tail,
    })
}
