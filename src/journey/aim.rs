//! A target or a benchmark: the value a measure should have, and who says so.

/// The measures a target or a benchmark can be set for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AimMeasure {
    /// Friction, 0 to 100; low is good.
    Friction,
    /// Net Promoter Score, -100 to 100; high is good.
    Nps,
    /// Mean customer effort, on its scale's own numbers.
    Ces,
    /// Share of satisfied customers in percent; high is good.
    Csat,
    /// Contacts for 1,000 customers who pass; low is good.
    ContactRate,
}

impl AimMeasure {
    /// Every measure with the key for it in a journey file.
    pub const KEYS: [(&'static str, AimMeasure); 5] = [
        ("friction", AimMeasure::Friction),
        ("nps", AimMeasure::Nps),
        ("ces", AimMeasure::Ces),
        ("csat", AimMeasure::Csat),
        ("contact-rate", AimMeasure::ContactRate),
    ];

    /// The key for it.
    pub fn key(self) -> &'static str {
        let mut keys = Self::KEYS.iter();
        keys.find(|(_, measure)| *measure == self)
            .map_or("", |(key, _)| key)
    }

    /// The least and the greatest value it can have.
    pub fn range(self) -> (f64, f64) {
        match self {
            Self::Friction | Self::Csat => (0.0, 100.0),
            Self::Nps => (-100.0, 100.0),
            Self::Ces => (-1e6, 1e6),
            Self::ContactRate => (0.0, 1e9),
        }
    }
}

/// The value one measure should have (a target) or has elsewhere (a benchmark).
#[derive(Clone, Debug, PartialEq)]
pub struct Aim {
    /// What is measured.
    pub measure: AimMeasure,
    /// The value, in the measure's own unit.
    pub value: f64,
    /// Who says so, or where it was read.
    pub source: Option<String>,
}

impl Aim {
    /// The first of some aims that is for a measure.
    pub fn on(aims: &[Self], measure: AimMeasure) -> Option<&Self> {
        aims.iter().find(|aim| aim.measure == measure)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_aim_is_found_by_its_measure() {
        let aim = |measure, value| Aim {
            measure,
            value,
            source: None,
        };
        let aims = [aim(AimMeasure::Friction, 15.0), aim(AimMeasure::Nps, 40.0)];
        assert_eq!(Aim::on(&aims, AimMeasure::Nps), Some(&aims[1]));
        assert_eq!(Aim::on(&aims, AimMeasure::Ces), None);
        let keys = AimMeasure::KEYS.map(|(_, measure)| measure.key());
        assert_eq!(keys, ["friction", "nps", "ces", "csat", "contact-rate"]);
    }
}
