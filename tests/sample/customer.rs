//! The customers of Kittiwake Bikes: who they are and which group they belong to.

use super::bank::Sign;
use super::rng::Rng;

pub(super) const SEGMENTS: [&str; 3] = ["household", "small business", "company"];

const FIRST_NAMES: [&str; 48] = [
    "Nora", "Jonas", "Amal", "Beatriz", "Tom", "Ewa", "Lucía", "Hélène", "Yuki", "Oskar", "Priya",
    "Marek", "Greta", "Duarte", "Fatima", "Paul", "Ingrid", "Mateo", "Chloé", "Haruto", "Zofia",
    "Ben", "Carla", "Stefan", "Rui", "Agnes", "Leila", "Piotr", "Sofia", "Emil", "Joana", "Hugo",
    "Mina", "Karl", "Teresa", "Ola", "Luc", "Vera", "Andrés", "Kasia", "Henry", "Dilek", "Miguel",
    "Saskia", "Owen", "Rosa", "Tilda", "Björn",
];

/// Somebody who speaks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Customer {
    number: usize,
    pub(super) segment: &'static str,
}

impl Customer {
    /// A customer of a group; the same number is always of the same group.
    pub(super) fn of(segment: usize, rng: &mut Rng) -> Self {
        let within = match segment {
            0 => rng.below(1500),
            1 => rng.below(260),
            _ => rng.below(90),
        };
        Self {
            number: 20_000 + 3_000 * segment + within * 2 + within % 7,
            segment: SEGMENTS[segment],
        }
    }

    /// A customer who would speak this way about this touchpoint.
    pub(super) fn about(touchpoint: &str, sign: Sign, rng: &mut Rng) -> Self {
        let weights = match (touchpoint, sign) {
            // The story of the sample: who has three bikes gets three invoices, who has thirty one.
            ("ride-on/month-invoice", Sign::Complaint) => [14, 78, 8],
            ("ride-on/month-invoice", _) => [32, 10, 58],
            ("ride-on/add-a-bike", _) => [40, 40, 20],
            ("fix-my-bike/diagnosis", Sign::Complaint) => [55, 38, 7],
            ("get-riding/first-week-call" | "ride-on/deposit-back", _) => [80, 14, 6],
            _ => [62, 24, 14],
        };
        Self::of(rng.weighted(&weights), rng)
    }

    /// As the files name them: `K-20417`.
    pub(super) fn id(&self) -> String {
        format!("K-{}", self.number)
    }

    /// What they sign with.
    pub(super) fn name(&self) -> &'static str {
        FIRST_NAMES[self.number / 2 % FIRST_NAMES.len()]
    }

    /// The mark of sentences that only this group says.
    pub(super) fn mark(&self) -> &'static str {
        match self.segment {
            "household" => "home",
            "small business" => "small",
            _ => "big",
        }
    }
}
