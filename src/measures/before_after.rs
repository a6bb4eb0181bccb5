//! Before and after a fix: whether events became rarer, and how long it takes to show it.

use super::chance::{Binomial, Poisson, clopper_pearson, garwood};
use super::{Incidence, Interval, Ratio, Unsaid};

/// The one-sided level of the verdict, so that it agrees with the two-sided 95 % interval.
const LEVEL: f64 = 0.025;
/// With what probability a real halving is to be shown.
const POWER: f64 = 0.8;
/// So many expected events are as good as endless waiting.
const ENDLESS: f64 = 1e7;
/// How far ahead anyone looks: ten years.
const HORIZON: u32 = 520;

/// What the numbers say about a fix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Events are rarer than before.
    Better,
    /// Events are more frequent than before.
    Worse,
    /// Chance alone could explain the difference.
    NotShownYet,
}

impl Verdict {
    /// The verdict in plain words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Worse => "worse",
            Self::NotShownYet => "not shown yet",
        }
    }
}

/// Two spans of time compared.
#[derive(Clone, Debug, PartialEq)]
pub struct BeforeAfter {
    /// Before the fix was shipped.
    pub before: Incidence,
    /// From then on.
    pub after: Incidence,
    /// The rate after, divided by the rate before; not said when nothing happened before.
    pub ratio: Result<Ratio, Unsaid>,
    /// The probability of as few events after, or fewer, had nothing changed.
    pub p_better: f64,
    /// The probability of as many events after, or more, had nothing changed.
    pub p_worse: f64,
    /// What it comes to.
    pub verdict: Verdict,
}

/// The exact conditional test of two Poisson rates.
///
/// Given that x + y events happened, y of them after, y is binomial with share e' / (e + e') when the
/// rates are equal, e and e' being the exposures. The verdict is "better" or "worse" when the
/// one-sided p is at most 0.025. The interval of the ratio comes from the Clopper-Pearson interval of
/// y / (x + y), so it leaves 1 out just when there is a verdict.
///
/// Source: J. Przyborowski, H. Wilenski, "Homogeneity of results in testing samples from Poisson series",
/// Biometrika 31 (1940), 313-323. Limits: events are taken as independent; a season, or another change
/// at the same time, passes for the fix.
pub fn before_after(before: &Incidence, after: &Incidence) -> Result<BeforeAfter, Unsaid> {
    let (e, f) = (before.positive_exposure()?, after.positive_exposure()?);
    let share = f / (e + f);
    if !(share > 0.0 && share < 1.0) {
        return Err(Unsaid::NotANumber {
            what: "the exposure",
        });
    }
    let of = before.events + after.events;
    if of == 0 {
        return Err(Unsaid::NothingHappened);
    }
    let chance = Binomial { of, share };
    let (p_better, p_worse) = (chance.at_most(after.events), chance.at_least(after.events));
    Ok(BeforeAfter {
        before: *before,
        after: *after,
        ratio: rate_ratio(before, after),
        p_better,
        p_worse,
        verdict: if p_better <= LEVEL {
            Verdict::Better
        } else if p_worse <= LEVEL {
            Verdict::Worse
        } else {
            Verdict::NotShownYet
        },
    })
}

fn rate_ratio(before: &Incidence, after: &Incidence) -> Result<Ratio, Unsaid> {
    if before.events == 0 {
        return Err(Unsaid::NothingToCompare);
    }
    let scale = before.exposure / after.exposure;
    let share = clopper_pearson(after.events, before.events + after.events);
    let odds = |share: f64| share / (1.0 - share) * scale;
    let ratio = Ratio {
        value: after.events as f64 / before.events as f64 * scale,
        interval: Interval {
            low: odds(share.low),
            high: odds(share.high),
        },
    };
    let sound = ratio.value.is_finite() && ratio.interval.high.is_finite();
    sound.then_some(ratio).ok_or(Unsaid::NotANumber {
        what: "the exposure",
    })
}

/// How many more weeks it takes until a real halving of the rate would be shown with a probability of
/// 80 %, given what happened before, an exposure of `so_far` since and of `weekly` in each week to come.
///
/// For each number of weeks: the greatest count after that would still give the verdict "better", and the
/// Poisson probability of as many or fewer when the true rate is half the one seen before; both exact.
/// What has been counted since the fix has no say: it is the power of the plan, not a forecast. 0 means
/// that a halving would by now have shown itself.
pub fn weeks_to_show_halving(before: &Incidence, so_far: f64, weekly: f64) -> Result<u32, Unsaid> {
    let exposure = before.positive_exposure()?;
    let weekly = Incidence::new(0, weekly).positive_exposure()?;
    if !(so_far >= 0.0 && so_far.is_finite()) {
        return Err(Unsaid::NotANumber {
            what: "the exposure",
        });
    }
    // With endless waiting, "better" begins where the rate falls below the lower end of the one before.
    let seen = before.events as f64;
    if garwood(before.events).low <= seen / 2.0 {
        return Err(Unsaid::BeforeTooThin);
    }
    let shown = |weeks: u32| {
        let after = so_far + f64::from(weeks) * weekly;
        let halved = after * (seen / exposure) / 2.0;
        if halved > ENDLESS {
            return true;
        }
        let most = greatest_better(before.events, after / (exposure + after), halved);
        most.is_some_and(|most| Poisson { mean: halved }.at_most(most) >= POWER)
    };
    let weeks = (0..=HORIZON).find(|weeks| shown(*weeks));
    weeks.ok_or(Unsaid::TooLong { weeks: HORIZON })
}

/// The greatest count after that gives the verdict "better"; `None` when even none at all does not.
fn greatest_better(before: u64, share: f64, around: f64) -> Option<u64> {
    let better = |after: u64| {
        let of = before + after;
        Binomial { of, share }.at_most(after) <= LEVEL
    };
    if !better(0) {
        return None;
    }
    let (mut yes, mut no) = (0, around as u64 * 2 + 8);
    while better(no) {
        (yes, no) = (no, no * 2);
    }
    while no - yes > 1 {
        let middle = u64::midpoint(yes, no);
        if better(middle) {
            yes = middle;
        } else {
            no = middle;
        }
    }
    Some(yes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn compared(before: (u64, f64), after: (u64, f64)) -> Result<BeforeAfter, Unsaid> {
        let span = |(events, exposure)| Incidence::new(events, exposure);
        before_after(&span(before), &span(after))
    }

    #[test]
    fn the_reference_is_better_with_a_p_of_two_in_a_thousand() {
        let said = compared((40, 8_000.0), (18, 8_200.0)).unwrap();
        let ratio = said.ratio.unwrap();
        assert!((ratio.value - 0.439).abs() < 5e-4);
        assert!((said.p_better - 0.0020).abs() < 5e-5, "{}", said.p_better);
        assert!(ratio.interval.holds(ratio.value) && ratio.interval.high < 1.0);
        assert_eq!(said.verdict, Verdict::Better);
    }

    #[test]
    fn a_verdict_and_the_interval_always_agree() {
        for before in 1..40 {
            for after in 0..60 {
                let said = compared((before, 10.0), (after, 13.0)).unwrap();
                let interval = said.ratio.unwrap().interval;
                let expected = match said.verdict {
                    Verdict::Better => interval.high < 1.0,
                    Verdict::Worse => interval.low > 1.0,
                    Verdict::NotShownYet => interval.holds(1.0),
                };
                assert!(expected, "{before} against {after}: {interval:?}");
            }
        }
    }

    #[test]
    fn a_halving_shows_itself_the_sooner_the_more_happened_before() {
        let weeks =
            |events, so_far| weeks_to_show_halving(&Incidence::new(events, 26.0), so_far, 1.0);
        let (few, many) = (weeks(60, 0.0).unwrap(), weeks(400, 0.0).unwrap());
        assert!(few > many && many >= 1, "{few} and {many}");
        assert_eq!(weeks(60, f64::from(few)), Ok(0));
        assert_eq!(weeks(60, f64::from(few) - 1.0), Ok(1));
        assert_eq!(weeks(5, 0.0), Err(Unsaid::BeforeTooThin));
    }

    #[test]
    fn what_bears_no_comparison_says_why() {
        assert_eq!(compared((0, 9.0), (0, 9.0)), Err(Unsaid::NothingHappened));
        assert_eq!(compared((4, 0.0), (1, 9.0)), Err(Unsaid::NoExposure));
        assert!(compared((4, 9.0), (1, f64::INFINITY)).is_err());
        assert!(compared((4, 1e300), (1, 1e-300)).is_err());
        let new = compared((0, 9.0), (30, 9.0)).unwrap();
        assert_eq!(new.ratio, Err(Unsaid::NothingToCompare));
        assert_eq!(new.verdict, Verdict::Worse);
        let none = weeks_to_show_halving(&Incidence::new(50, 9.0), 0.0, 0.0);
        assert_eq!(none, Err(Unsaid::NoExposure));
        let slow = weeks_to_show_halving(&Incidence::new(50, 9.0), 0.0, 1e-9);
        assert_eq!(slow, Err(Unsaid::TooLong { weeks: 520 }));
    }
}
