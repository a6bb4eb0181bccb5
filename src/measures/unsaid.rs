//! Why a number cannot be said: the reason that stands where a NaN, an infinity or a silent zero would.

/// Why a measure has no value. Its text is a whole clause that fits after "cannot be said, because".
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum Unsaid {
    /// Nobody answered, complained or was counted.
    #[error("nobody has answered")]
    Nobody,
    /// Nobody has said anything, so that silence cannot be told from nobody listening.
    #[error("nobody has spoken here")]
    Silent,
    /// Too few observations for the claim.
    #[error("it rests on {of}, and at least {least} are needed")]
    TooFew {
        /// How many there are.
        of: u64,
        /// How many it takes.
        least: u64,
    },
    /// Too few weeks to tell what is usual.
    #[error("only {of} earlier weeks can be compared with, and at least {least} are needed")]
    TooFewWeeks {
        /// How many there are.
        of: usize,
        /// How many it takes.
        least: usize,
    },
    /// Every value is the same, so nothing can go along with it.
    #[error("all values are alike")]
    AllAlike,
    /// How many customers passed is not known, or nobody did.
    #[error("nobody is known to have passed")]
    NoExposure,
    /// More events than customers who could have caused them.
    #[error("{events} were counted among only {} who passed", (10.0 * exposure).round() / 10.0)]
    ExposureBelowEvents {
        /// The events counted.
        events: u64,
        /// The customers who passed.
        exposure: f64,
    },
    /// More hits than there were to hit.
    #[error("{hits} of {of} is more than all of them")]
    MoreThanAll {
        /// The part.
        hits: u64,
        /// The whole.
        of: u64,
    },
    /// An input is not a finite number in the range it must have.
    #[error("{what} is not a number it can be computed from")]
    NotANumber {
        /// Which input.
        what: &'static str,
    },
    /// Inputs that must be of one length are not.
    #[error("{what} differ in number")]
    Mismatch {
        /// Which inputs.
        what: &'static str,
    },
    /// Nothing happened on either side, so neither is more.
    #[error("nothing happened on either side")]
    NothingHappened,
    /// Nothing goes along with the overall score.
    #[error("nothing that was asked goes along with the overall score")]
    NothingExplained,
    /// Correlations that cannot hold of the same people.
    #[error("the questions were answered by too different people to be weighed together")]
    Contradictory,
    /// The group that is compared with has nothing to compare with.
    #[error("there is none in the group it is compared with")]
    NothingToCompare,
    /// No amount of waiting would show it.
    #[error("too little happened before: no later weeks could show a halving")]
    BeforeTooThin,
    /// It would take longer than anyone can wait.
    #[error("it would take more than {weeks} weeks")]
    TooLong {
        /// The weeks that were looked ahead.
        weeks: u32,
    },
    /// The shares that leave a touchpoint sum to more than 1.
    #[error("the shares that leave touchpoint {place} sum to {sum}, more than 1")]
    SharesAboveOne {
        /// The touchpoint's place in the graph given.
        place: usize,
        /// What they sum to.
        sum: f64,
    },
    /// A share is negative, above 1 or no number.
    #[error("a share that leaves touchpoint {place} is not between 0 and 1")]
    ShareOutside {
        /// The touchpoint's place in the graph given.
        place: usize,
    },
    /// Customers who come to these touchpoints go round for ever.
    #[error("customers who come to a loop of {} touchpoints never leave it", .places.len())]
    NeverLeaves {
        /// The touchpoints, as places in the graph given.
        places: Vec<usize>,
    },
    /// There is no touchpoint to begin at.
    #[error("the journey has no start")]
    NoStart,
    /// There is no touchpoint to arrive at.
    #[error("the journey has no goal")]
    NoGoal,
    /// No way leads from the start to a goal.
    #[error("no way leads from the start to the goal")]
    GoalOutOfReach,
    /// Those who passed are not told apart by segment, and the lens looks at some.
    #[error("those who passed are not counted by segment")]
    NotBySegment,
    /// Nothing that could be counted has a date.
    #[error("nothing that was said here has a date")]
    Undated,
    /// No feedback has come since the fix.
    #[error("nothing has been counted since")]
    NothingSince,
    /// There is no file of customers.
    #[error("no file says who was a customer and who was lost")]
    NoCustomers,
    /// It does not hurt more than the journey's median.
    #[error("it complains no more than the journey's median")]
    NotAboveMedian,
    /// The loops are too entangled to be solved exactly in reasonable time.
    #[error("the journey's loops are too entangled to be solved")]
    TooTangled,
}

impl Unsaid {
    /// The whole sentence, for people.
    pub fn sentence(&self) -> String {
        format!("cannot be said, because {self}")
    }
}
