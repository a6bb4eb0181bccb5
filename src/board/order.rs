//! In which order touchpoints stand: by what hurts most, in one of the senses of the word.

use std::fmt;

/// What touchpoints are ranked by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Order {
    /// Summed severity, or complaints where nobody says how severe they are.
    #[default]
    Pain,
    /// Friction, 0 to 100.
    Friction,
    /// The part of the journey's pain.
    PainShare,
    /// Complaints per 1,000 customers who passed.
    ContactRate,
    /// The number of complaints.
    Complaints,
    /// The share of complaints among rows with a polarity.
    Share,
    /// Complaints that fixing the step would save, per 1,000 journeys started.
    Saving,
    /// The title.
    Name,
}

impl Order {
    /// Every order there is, the default first.
    pub const ALL: [Self; 8] = [
        Self::Pain,
        Self::Friction,
        Self::PainShare,
        Self::ContactRate,
        Self::Complaints,
        Self::Share,
        Self::Saving,
        Self::Name,
    ];

    /// Its name, as the command line takes and exports write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Pain => "pain",
            Self::Friction => "friction",
            Self::PainShare => "pain-share",
            Self::ContactRate => "contact-rate",
            Self::Complaints => "complaints",
            Self::Share => "share",
            Self::Saving => "saving",
            Self::Name => "name",
        }
    }

    /// What it ranks by, in words that fit after "ranked by".
    pub fn words(self) -> &'static str {
        match self {
            Self::Pain => "pain",
            Self::Friction => "friction",
            Self::PainShare => "share of the journey's pain",
            Self::ContactRate => "complaints per 1,000 who passed",
            Self::Complaints => "number of complaints",
            Self::Share => "share of complaints",
            Self::Saving => "complaints a fix would save",
            Self::Name => "name",
        }
    }

    /// The order of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|order| order.name() == name)
    }

    /// The one after it, and the first after the last.
    #[must_use]
    pub fn next(self) -> Self {
        let place = Self::ALL.iter().position(|order| *order == self);
        Self::ALL[place.map_or(0, |place| (place + 1) % Self::ALL.len())]
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn going_on_from_any_order_comes_by_all_of_them() {
        let mut met = vec![Order::default()];
        while met.len() < Order::ALL.len() {
            met.push(met[met.len() - 1].next());
        }
        assert_eq!(met, Order::ALL);
        assert_eq!(met[met.len() - 1].next(), Order::Pain);
    }

    #[test]
    fn every_order_is_found_by_its_name() {
        for order in Order::ALL {
            assert_eq!(Order::named(order.name()), Some(order));
        }
        assert_eq!(Order::named("size"), None);
    }
}
