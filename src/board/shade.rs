//! What the heat of the map shows: friction, or another number of each touchpoint in the same six steps,
//! so that glyphs and colours keep their meaning: the hotter, the worse.

use super::{Heat, Trend};
use crate::journey::Thresholds;
use std::fmt;

/// What the heat of the map shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shade {
    /// How badly it hurts.
    #[default]
    Friction,
    /// Its part of the journey's pain.
    Pain,
    /// The Net Promoter Score.
    Nps,
    /// The Customer Effort Score, by the share who found it easy.
    Ces,
    /// Spikes and slow rises.
    Trend,
    /// Whose it is.
    Owner,
    /// Whether anybody is heard there.
    Coverage,
}

/// One touchpoint's heat under a shade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shaded {
    /// The step.
    pub heat: Heat,
    /// At most three characters: a number, or what stands for it. Empty where there is none.
    pub figure: String,
    /// The step in a word or two.
    pub word: &'static str,
}

impl Shade {
    /// A week is recent when it is one of so many last ones.
    pub const RECENT: usize = 4;

    /// All of them, in the order they are gone round.
    pub const ALL: [Self; 7] = [
        Self::Friction,
        Self::Pain,
        Self::Nps,
        Self::Ces,
        Self::Trend,
        Self::Owner,
        Self::Coverage,
    ];

    /// The one after it, or before it; round and round.
    #[must_use]
    pub fn next(self, forward: bool) -> Self {
        let of = Self::ALL.len();
        let at = Self::ALL.iter().position(|one| *one == self).unwrap_or(0);
        Self::ALL[(at + if forward { 1 } else { of - 1 }) % of]
    }

    /// What it shows, in words that fit after "heat:".
    pub fn words(self) -> &'static str {
        match self {
            Self::Friction => "friction",
            Self::Pain => "share of pain",
            Self::Nps => "NPS",
            Self::Ces => "CES, share who find it easy",
            Self::Trend => "trend of complaints",
            Self::Owner => "owner",
            Self::Coverage => "sources that are heard",
        }
    }

    /// How many columns its figures take.
    pub fn columns(self) -> usize {
        match self {
            Self::Friction | Self::Trend | Self::Owner | Self::Coverage => 2,
            Self::Pain | Self::Nps | Self::Ces => 3,
        }
    }

    /// The steps it uses and what each means, from calm to burning and then what is not known.
    pub fn legend(self, thresholds: &Thresholds) -> Vec<(Heat, String)> {
        let high = thresholds.high;
        let steps: Vec<(Heat, String)> = match self {
            Self::Friction => vec![
                (Heat::Calm, "calm".into()),
                (Heat::Warm, format!("warm from {}", high / 2.0)),
                (Heat::Hot, format!("hot from {high}")),
                (Heat::Burning, format!("burning from {}", 2.0 * high)),
            ],
            Self::Pain => named(&[
                (Heat::Calm, "under half an even one"),
                (Heat::Warm, "up to it"),
                (Heat::Hot, "up to twice"),
                (Heat::Burning, "more"),
            ]),
            Self::Nps => named(&[
                (Heat::Calm, "from 30"),
                (Heat::Warm, "0 to 30"),
                (Heat::Hot, "below 0"),
                (Heat::Burning, "below -30"),
            ]),
            Self::Ces => named(&[
                (Heat::Calm, "from 80 %"),
                (Heat::Warm, "60 to 80 %"),
                (Heat::Hot, "40 to 60 %"),
                (Heat::Burning, "below 40 %"),
            ]),
            Self::Trend => named(&[
                (Heat::Calm, "steady"),
                (Heat::Warm, "spiked before"),
                (Heat::Hot, "rising"),
                (Heat::Burning, "spiking now"),
            ]),
            Self::Owner => named(&[
                (Heat::Calm, "owned"),
                (Heat::Warm, "nobody's"),
                (Heat::Hot, "hot, owned"),
                (Heat::Burning, "hot, nobody's"),
            ]),
            Self::Coverage => named(&[
                (Heat::Calm, "heard"),
                (Heat::Warm, "too few"),
                (Heat::Hot, "fed, but silent"),
                (Heat::Burning, "nothing feeds it"),
            ]),
        };
        let unknown: &[(Heat, &str)] = match self {
            Self::Friction => &[(Heat::Thin, "too few"), (Heat::Silent, "silent")],
            Self::Pain => &[(Heat::Silent, "none known")],
            Self::Nps | Self::Ces => &[(Heat::Thin, "too few"), (Heat::Silent, "not asked")],
            Self::Trend => &[(Heat::Silent, "too short to say")],
            Self::Owner | Self::Coverage => &[],
        };
        steps.into_iter().chain(named(unknown)).collect()
    }

    /// The word of a step.
    pub(super) fn word(self, heat: Heat) -> &'static str {
        match (self, heat) {
            (Self::Pain, Heat::Calm) => "little",
            (Self::Pain, Heat::Warm) => "some",
            (Self::Pain, Heat::Hot) => "much",
            (Self::Pain, Heat::Burning) => "most",
            (Self::Nps, Heat::Calm) => "liked",
            (Self::Nps, Heat::Warm) => "middling",
            (Self::Nps, Heat::Hot) => "disliked",
            (Self::Nps, Heat::Burning) => "shunned",
            (Self::Ces, Heat::Calm) => "easy",
            (Self::Ces, Heat::Warm) => "fair",
            (Self::Ces, Heat::Hot) => "hard",
            (Self::Ces, Heat::Burning) => "very hard",
            (Self::Nps | Self::Ces, Heat::Silent) => "not asked",
            (Self::Trend, Heat::Calm) => "steady",
            (Self::Trend, Heat::Warm) => "spiked before",
            (Self::Trend, Heat::Hot) => "rising",
            (Self::Trend, Heat::Burning) => "spiking",
            (Self::Trend, _) => "too short",
            (Self::Owner, Heat::Calm) => "owned",
            (Self::Owner, Heat::Warm) => "nobody's",
            (Self::Owner, Heat::Hot) => "hot",
            (Self::Owner, Heat::Burning) => "hot, nobody's",
            (Self::Coverage, Heat::Calm) => "heard",
            (Self::Coverage, Heat::Warm) => "too few",
            (Self::Coverage, Heat::Hot) => "silent",
            (Self::Coverage, Heat::Burning) => "not fed",
            (_, heat) => heat.word(),
        }
    }
}

fn named(steps: &[(Heat, &str)]) -> Vec<(Heat, String)> {
    let steps = steps.iter();
    steps
        .map(|(heat, word)| (*heat, (*word).to_owned()))
        .collect()
}

/// How a touchpoint's weeks go: spiking in the last weeks, rising in them, calm since, or steady.
pub(super) fn of_trend(trend: &Trend) -> Heat {
    let Ok(alarms) = &trend.alarms else {
        return Heat::Silent;
    };
    let recent = trend.weeks.len().saturating_sub(Shade::RECENT);
    let spiking = alarms.spikes.iter().any(|spike| spike.week >= recent);
    let rising = alarms.drifts.iter().any(|drift| drift.to >= recent);
    match (spiking, rising, alarms.judged) {
        (true, ..) => Heat::Burning,
        (_, true, _) => Heat::Hot,
        _ if !alarms.spikes.is_empty() => Heat::Warm,
        (.., 0) => Heat::Silent,
        _ => Heat::Calm,
    }
}

impl fmt::Display for Shade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.words())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn going_round_meets_every_shade_and_back_again() {
        let mut shade = Shade::default();
        for wanted in Shade::ALL {
            assert_eq!(shade, wanted);
            assert_eq!(shade.next(true).next(false), shade);
            shade = shade.next(true);
        }
        assert_eq!(shade, Shade::Friction);
    }

    #[test]
    fn every_step_of_every_legend_has_words() {
        for shade in Shade::ALL {
            for (heat, words) in shade.legend(&Thresholds::default()) {
                assert!(!words.is_empty() && !shade.word(heat).is_empty(), "{shade}");
            }
        }
    }
}
