//! A wide survey as a matrix: what each respondent gave overall and at each touchpoint.

/// What the respondents of one wide survey gave, on one scale from -2 (worst) to +2 (best).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Respondents {
    /// The touchpoint of each column of `ratings`, in the workspace's order; the overall one is not
    /// among them.
    pub touchpoints: Vec<u32>,
    /// The overall score of each respondent.
    pub overall: Vec<Option<f64>>,
    /// For each touchpoint, what each respondent gave.
    pub ratings: Vec<Vec<Option<f64>>>,
    /// Below this many respondents nothing is said.
    pub least: u64,
    /// Respondents beyond [`Respondents::MOST`], who were left out.
    pub left_out: u64,
}

impl Respondents {
    /// How many respondents are kept; the first ones.
    pub const MOST: usize = 200_000;
}
