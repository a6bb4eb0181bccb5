//! Slow drifts: an upper CUSUM that adds up small excesses until they are too many for chance.

use super::Watch;
use super::spike::{Judgement, judge};
use crate::measures::Incidence;

/// A stretch of weeks in which events became more frequent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drift {
    /// The first week of the stretch, as a place in the series.
    pub from: usize,
    /// The week in which it became certain enough.
    pub to: usize,
    /// How many events were to be expected in these weeks, each judged by all weeks before it.
    pub expected: f64,
    /// How many there were.
    pub seen: u64,
    /// The CUSUM when it crossed the threshold: the logarithm of how many times as well a doubled rate
    /// explains these weeks as an unchanged one.
    pub evidence: f64,
}

/// Every drift of a series: an upper Poisson CUSUM of log-likelihood ratios for a doubled rate.
///
/// Week by week, S = max(0, S + x ln 2 - (x + N) ln((2e + E) / (e + E))), with `x` events at exposure e,
/// N and E those of all weeks before; an alarm when S >= `watch.drift_threshold`, after which S begins
/// anew. With much history this is x ln 2 - m for m events expected: the Poisson CUSUM whose
/// reference value is m / ln 2 = 1.44 m, between the usual and the doubled rate. With little history it
/// is the same ratio given the sum of both, which does not depend on the unknown usual rate
/// (the self-starting form), so that a thin baseline makes it slower, not jumpier.
///
/// Weeks that spiked by themselves have no say, neither as history nor as drift: they have been reported.
/// Sources: E. S. Page, "Continuous inspection schemes", Biometrika 41 (1954), 100-115; J. M. Lucas,
/// "Counted data CUSUMs", Technometrics 27 (1985), 129-144; D. M. Hawkins, "Self-starting CUSUM charts
/// for location and scale", The Statistician 36 (1987), 299-316.
pub fn drifts(series: &[Incidence], watch: &Watch) -> Vec<Drift> {
    drifts_among(series, &judge(series, watch), watch)
}

pub(super) fn drifts_among(
    series: &[Incidence],
    judgements: &[Judgement],
    watch: &Watch,
) -> Vec<Drift> {
    let mut found = Vec::new();
    let mut history = Incidence::new(0, 0.0);
    let mut rising: Option<Drift> = None;
    for (place, (week, judgement)) in series.iter().zip(judgements).enumerate() {
        let sound = week.positive_exposure().is_ok();
        if !sound || matches!(judgement, Judgement::Spike(_)) {
            continue;
        }
        if matches!(judgement, Judgement::Usual) {
            rising = step(rising, place, week, &history);
            if let Some(drift) = rising.filter(|d| d.evidence >= watch.drift_threshold) {
                found.push(drift);
                rising = None;
            }
        }
        history.events += week.events;
        history.exposure += week.exposure;
    }
    found
}

/// The CUSUM one week later; `None` when it is back at zero.
fn step(
    rising: Option<Drift>,
    place: usize,
    week: &Incidence,
    history: &Incidence,
) -> Option<Drift> {
    let both = week.exposure + history.exposure;
    let seen = week.events as f64;
    let ratio = (week.exposure / both).ln_1p();
    let gain = seen * std::f64::consts::LN_2 - (seen + history.events as f64) * ratio;
    let before = rising.unwrap_or(Drift {
        from: place,
        to: place,
        expected: 0.0,
        seen: 0,
        evidence: 0.0,
    });
    let now = Drift {
        to: place,
        expected: before.expected + history.events as f64 * (week.exposure / history.exposure),
        seen: before.seen + week.events,
        evidence: before.evidence + gain,
        ..before
    };
    (now.evidence > 0.0 && now.expected.is_finite()).then_some(now)
}
