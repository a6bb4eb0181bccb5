//! Complaints to expect of a thousand journeys, and what fixing one touchpoint would save of them.

use super::{Flow, Passage};
use crate::measures::{Counts, Interval, Unsaid, wilson};

/// How far shares are varied for the sensitivity range: a tenth of themselves.
const SWING: f64 = 0.1;

/// How likely a visit to a touchpoint is to end in a complaint.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ComplaintRate {
    /// Complaints per visit, 0 to 1.
    pub value: f64,
    /// Its interval.
    pub interval: Interval,
}

impl ComplaintRate {
    /// The share of complaints among `exposure` visits where that is known, else among those who
    /// spoke, which overstates it where the content keep silent; with its Wilson interval.
    pub fn of(counts: &Counts, exposure: Option<u64>) -> Result<Self, Unsaid> {
        let of = exposure.unwrap_or(counts.polar());
        if of == 0 {
            return Err(exposure.map_or(Unsaid::Nobody, |_| Unsaid::NoExposure));
        }
        let interval = wilson(counts.complaints, of).ok_or(Unsaid::ExposureBelowEvents {
            events: counts.complaints,
            exposure: of as f64,
        })?;
        Ok(Self {
            value: counts.complaints as f64 / of as f64,
            interval,
        })
    }
}

/// Complaints to expect.
#[derive(Clone, Debug, PartialEq)]
pub struct ExpectedComplaints {
    /// Of a thousand journeys started.
    pub per_thousand: f64,
    /// Visited touchpoints whose rate is not known; they add nothing, so the number is a lower bound.
    pub unknown: Vec<usize>,
}

/// What bringing one touchpoint to the journey's median would save.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Saving {
    /// The touchpoint.
    pub place: usize,
    /// Complaints saved of a thousand journeys started; 0 at and below the median.
    pub per_thousand: f64,
    /// The range of the saving when the rate lies at the ends of its interval and shares are a tenth
    /// lower or higher.
    pub range: Interval,
}

/// The sum of visits x rate over all touchpoints, for a thousand journeys started.
pub fn expected_complaints(
    passage: &Passage,
    rates: &[Option<ComplaintRate>],
) -> Result<ExpectedComplaints, Unsaid> {
    check(passage, rates)?;
    let mut expected = ExpectedComplaints {
        per_thousand: 0.0,
        unknown: Vec::new(),
    };
    for (place, visits) in passage.visits.iter().enumerate().filter(|(_, v)| **v > 0.0) {
        match &rates[place] {
            Some(rate) => expected.per_thousand += 1_000.0 * visits * rate.value,
            None => expected.unknown.push(place),
        }
    }
    Ok(expected)
}

/// "Fix this step": for each visited touchpoint with a known rate, 1,000 x visits x (rate - median), the
/// median being that of all these touchpoints; the greatest saving first, then in order.
///
/// A fix is taken to change complaints, not where customers go. The range joins two doubts: the rate's
/// interval, and shares that lead on a tenth lower or, as far as they sum to 1, higher. Visits rise with
/// every share, so these two are the ends.
pub fn savings(flow: &Flow, rates: &[Option<ComplaintRate>]) -> Result<Vec<Saving>, Unsaid> {
    let passage = flow.passage()?;
    check(&passage, rates)?;
    let known: Vec<(usize, ComplaintRate)> = rates
        .iter()
        .enumerate()
        .filter(|(place, _)| passage.visits[*place] > 0.0)
        .filter_map(|(place, rate)| rate.map(|rate| (place, rate)))
        .collect();
    let median = median(known.iter().map(|(_, rate)| rate.value).collect())?;
    let fewer = flow.scaled(1.0 - SWING).passage()?.visits;
    // With greater shares a loop may hold its customers for ever; then the declared ones are the end.
    let more = flow.scaled(1.0 + SWING).passage();
    let more = more.map_or_else(|_| passage.visits.clone(), |more| more.visits);
    let saved = |visits: f64, rate: f64| 1_000.0 * visits * (rate - median).max(0.0);
    let mut savings: Vec<Saving> = known
        .into_iter()
        .map(|(place, rate)| {
            let per_thousand = saved(passage.visits[place], rate.value);
            Saving {
                place,
                per_thousand,
                // Each is solved for by itself: rounding must not leave the saving outside of its range.
                range: Interval {
                    low: saved(fewer[place], rate.interval.low).min(per_thousand),
                    high: saved(more[place], rate.interval.high).max(per_thousand),
                },
            }
        })
        .collect();
    savings.sort_by(|a, b| b.per_thousand.total_cmp(&a.per_thousand));
    Ok(savings)
}

fn check(passage: &Passage, rates: &[Option<ComplaintRate>]) -> Result<(), Unsaid> {
    if passage.visits.len() != rates.len() {
        return Err(Unsaid::Mismatch {
            what: "touchpoints and complaint rates",
        });
    }
    let sound = |rate: &ComplaintRate| {
        let ends = [rate.interval.low, rate.value, rate.interval.high];
        ends.iter().all(|end| (0.0..=1.0).contains(end)) && rate.interval.holds(rate.value)
    };
    if rates.iter().flatten().all(sound) {
        Ok(())
    } else {
        Err(Unsaid::NotANumber {
            what: "a complaint rate",
        })
    }
}

fn median(mut values: Vec<f64>) -> Result<f64, Unsaid> {
    values.sort_by(f64::total_cmp);
    let half = values.len() / 2;
    match values.get(half) {
        None => Err(Unsaid::Nobody),
        Some(upper) if values.len() % 2 == 1 => Ok(*upper),
        Some(upper) => Ok(f64::midpoint(*upper, values[half - 1])),
    }
}
