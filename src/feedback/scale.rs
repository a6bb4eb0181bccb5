//! What a score means: the scale it was given on decides whether it is a complaint or praise.

/// The three ways a row can speak, and the fourth: it speaks, but without a score.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Polarity {
    /// It hurts.
    Complaint,
    /// Neither.
    Neutral,
    /// It pleases.
    Praise,
    /// A row of a scored source that gave no score: it counts as feedback and in no share.
    Unscored,
}

/// Which end of a scale the customer is happy at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Better {
    /// A high number is good.
    High,
    /// A low number is good.
    Low,
}

/// The question a scale belongs to, and so the measure its scores feed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Instrument {
    /// "How likely are you to recommend us?"
    Nps,
    /// "How easy was it?"
    Ces,
    /// "How satisfied are you?"
    Csat,
    /// A score that feeds polarity and the emotion curve only.
    Other,
}

/// A score in hundredths, so that 4.5 stars is exact: 450.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Score(pub i32);

impl Score {
    /// The score as a number.
    pub fn value(self) -> f64 {
        f64::from(self.0) / 100.0
    }

    /// A whole score.
    pub fn whole(value: i32) -> Self {
        Self(value.saturating_mul(100))
    }
}

/// A declared scale: its ends, which end is good, and where complaints end and praise begins.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Scale {
    /// `nps`, `csat-5`, ... or `low-high` for a declared one.
    pub name: String,
    /// The lowest score that can be given.
    pub low: Score,
    /// The highest score that can be given.
    pub high: Score,
    /// Which end is good.
    pub better: Better,
    /// Scores up to this (seen from the bad end) are complaints.
    pub complaint: Score,
    /// Scores from this on (seen from the bad end) are praise.
    pub praise: Score,
    /// The measure its scores feed.
    pub instrument: Instrument,
}

impl Scale {
    /// The names that [`Scale::named`] knows.
    pub const NAMES: [&'static str; 8] = [
        "nps", "csat-5", "csat-7", "stars-5", "ces-7", "ces-5", "thumbs", "yes-no",
    ];

    /// A scale of the field: see `docs/measures.md` for where each one's bounds come from.
    pub fn named(name: &str) -> Option<Self> {
        let (low, high, better, complaint, praise, instrument) = match name {
            "nps" => (0, 10, Better::High, 6, 9, Instrument::Nps),
            "csat-5" | "stars-5" => (1, 5, Better::High, 2, 4, Instrument::Csat),
            "csat-7" => (1, 7, Better::High, 3, 5, Instrument::Csat),
            "ces-7" => (1, 7, Better::High, 3, 5, Instrument::Ces),
            "ces-5" => (1, 5, Better::Low, 4, 2, Instrument::Ces),
            "thumbs" | "yes-no" => (0, 1, Better::High, 0, 1, Instrument::Other),
            _ => return None,
        };
        Some(Self {
            name: name.to_owned(),
            low: Score::whole(low),
            high: Score::whole(high),
            better,
            complaint: Score::whole(complaint),
            praise: Score::whole(praise),
            instrument,
        })
    }

    /// A scale of the team's own: below the middle is a complaint, above it praise.
    ///
    /// `None` unless `low < high`.
    pub fn custom(low: Score, high: Score, better: Better, instrument: Instrument) -> Option<Self> {
        if low >= high {
            return None;
        }
        let middle_twice = low.0 + high.0;
        let below = Score((middle_twice - 1).div_euclid(2));
        let above = Score(middle_twice.div_euclid(2) + 1);
        let (complaint, praise) = match better {
            Better::High => (below, above),
            Better::Low => (above, below),
        };
        Some(Self {
            name: format!("{}-{}", low.value(), high.value()),
            low,
            high,
            better,
            complaint,
            praise,
            instrument,
        })
    }

    /// How a score speaks; `None` when it is not on the scale.
    pub fn polarity(&self, score: Score) -> Option<Polarity> {
        if score < self.low || score > self.high {
            return None;
        }
        let (complaint, praise) = match self.better {
            Better::High => (score <= self.complaint, score >= self.praise),
            Better::Low => (score >= self.complaint, score <= self.praise),
        };
        Some(match (complaint, praise) {
            (true, _) => Polarity::Complaint,
            (_, true) => Polarity::Praise,
            _ => Polarity::Neutral,
        })
    }

    /// The score from -2 (worst) to +2 (best), for the emotion curve.
    pub fn mood(&self, score: Score) -> f64 {
        let span = f64::from(self.high.0 - self.low.0);
        let part = f64::from(score.0 - self.low.0) / span;
        match self.better {
            Better::High => 4.0 * part - 2.0,
            Better::Low => 2.0 - 4.0 * part,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spoken(scale: &Scale) -> String {
        (scale.low.0 / 100..=scale.high.0 / 100)
            .map(|score| match scale.polarity(Score::whole(score)) {
                Some(Polarity::Complaint) => 'c',
                Some(Polarity::Neutral) => 'n',
                Some(Polarity::Praise) => 'p',
                _ => '?',
            })
            .collect()
    }

    #[test]
    fn every_named_scale_splits_where_its_field_says() {
        let expected = [
            ("nps", "cccccccnnpp"),
            ("csat-5", "ccnpp"),
            ("csat-7", "cccnppp"),
            ("stars-5", "ccnpp"),
            ("ces-7", "cccnppp"),
            ("ces-5", "ppncc"),
            ("thumbs", "cp"),
            ("yes-no", "cp"),
        ];
        for (name, pattern) in expected {
            assert_eq!(spoken(&Scale::named(name).unwrap()), pattern, "{name}");
        }
        assert!(Scale::NAMES.iter().all(|name| Scale::named(name).is_some()));
    }

    #[test]
    fn a_declared_scale_turns_at_its_middle() {
        let easy = Scale::custom(
            Score::whole(1),
            Score::whole(5),
            Better::High,
            Instrument::Ces,
        )
        .unwrap();
        assert_eq!(spoken(&easy), "ccnpp");
        let hard = Scale::custom(
            Score::whole(1),
            Score::whole(5),
            Better::Low,
            Instrument::Ces,
        )
        .unwrap();
        assert_eq!(spoken(&hard), "ppncc");
        let ten = Scale::custom(
            Score::whole(1),
            Score::whole(10),
            Better::High,
            Instrument::Other,
        )
        .unwrap();
        assert_eq!(spoken(&ten), "cccccppppp");
        assert!(
            Scale::custom(
                Score::whole(5),
                Score::whole(5),
                Better::Low,
                Instrument::Other
            )
            .is_none()
        );
    }

    #[test]
    fn a_score_off_the_scale_does_not_speak() {
        let nps = Scale::named("nps").unwrap();
        assert_eq!(nps.polarity(Score::whole(11)), None);
        assert_eq!(nps.polarity(Score::whole(-1)), None);
    }

    #[test]
    fn moods_run_from_minus_two_to_plus_two_whichever_end_is_good() {
        let high = Scale::named("csat-5").unwrap();
        let low = Scale::named("ces-5").unwrap();
        for (score, mood) in [(1, -2.0), (3, 0.0), (5, 2.0)] {
            assert!((high.mood(Score::whole(score)) - mood).abs() < 1e-12);
            assert!((low.mood(Score::whole(score)) + mood).abs() < 1e-12);
        }
    }
}
