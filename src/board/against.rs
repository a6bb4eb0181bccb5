//! What complaints are counted against: the customers who passed, those who answered, or the weeks.

/// What a rate of complaints is a rate of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Against {
    /// Visits that were counted at the touchpoint.
    Visits,
    /// Visits that follow from those counted elsewhere in the journey and its shares.
    VisitsByShares,
    /// Customers who were asked and answered: every row can be good or bad.
    Answers,
    /// Nothing but time: a week weighs as much as any other.
    Weeks,
}

impl Against {
    /// A word for it, as exports write it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Visits => "visits",
            Self::VisitsByShares => "visits by shares",
            Self::Answers => "answers",
            Self::Weeks => "weeks",
        }
    }

    /// What it means, in a clause.
    pub fn words(self) -> &'static str {
        match self {
            Self::Visits => "against the visits counted here",
            Self::VisitsByShares => "against visits reckoned from the journey's shares",
            Self::Answers => "against the customers who answered",
            Self::Weeks => "week by week, since nobody counted who passed",
        }
    }
}
