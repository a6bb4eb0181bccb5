//! One line of the board: a touchpoint, or a journey, with its numbers under the lens.

use crate::feedback::SourceBooks;
use crate::journey::{JourneyIndex, TouchpointIndex};
use crate::measures::{
    Ces, Counts, Csat, Friction, Histogram, Mood, Nps, Pain, PainShare, Severity, Unsaid,
};

/// The numbers of one touchpoint under the lens.
#[derive(Clone, Debug)]
pub struct TouchpointSheet {
    /// The touchpoint.
    pub touchpoint: TouchpointIndex,
    /// What was said.
    pub counts: Counts,
    /// How often each score was given, one histogram a scale.
    pub histograms: Vec<Histogram>,
    /// The severities of its complaints, as far as they say so.
    pub severity: Severity,
    /// How many it hurts, and how much.
    pub pain: Result<Pain, Unsaid>,
    /// Its part of the pain of its journey.
    pub pain_share: Result<PainShare, Unsaid>,
    /// The plain share of complaints with its interval; as its value, friction without any weight. `None`
    /// under the least number of rows.
    pub complain: Option<Friction>,
    /// How badly it hurts, weighted by severity where complaints say it; `None` under the least number of
    /// rows.
    pub friction: Option<Friction>,
    /// Whether its friction is at or above the workspace's threshold.
    pub hot: bool,
    /// The Net Promoter Score.
    pub nps: Option<Nps>,
    /// The Customer Effort Score.
    pub ces: Option<Ces>,
    /// Customer satisfaction.
    pub csat: Option<Csat>,
    /// The emotion curve's value.
    pub mood: Option<Mood>,
    /// Feedback without a date, included in the counts above and in no series.
    pub undated: u64,
}

impl TouchpointSheet {
    /// A touchpoint where nobody has said anything.
    pub fn silent(touchpoint: TouchpointIndex) -> Self {
        Self {
            touchpoint,
            counts: Counts::default(),
            histograms: Vec::new(),
            severity: Severity::default(),
            pain: Err(Unsaid::Nobody),
            pain_share: Err(Unsaid::Nobody),
            complain: None,
            friction: None,
            hot: false,
            nps: None,
            ces: None,
            csat: None,
            mood: None,
            undated: 0,
        }
    }

    /// Why it has no friction, when it has none.
    pub fn friction_unsaid(&self, least: u64) -> Option<Unsaid> {
        match (self.friction, self.counts.polar()) {
            (Some(_), _) => None,
            (None, 0) => Some(Unsaid::Nobody),
            (None, of) => Some(Unsaid::TooFew { of, least }),
        }
    }

    /// Whether severities weigh in its friction.
    pub fn is_weighted(&self) -> bool {
        self.friction != self.complain
    }

    /// Whether too few have spoken for a friction: a small sample, or none.
    pub fn is_thin(&self) -> bool {
        self.friction.is_none()
    }
}

/// The numbers of one journey under the lens: its touchpoints' added up.
#[derive(Clone, Debug)]
pub struct JourneySheet {
    /// The journey.
    pub journey: JourneyIndex,
    /// What was said at all its touchpoints together.
    pub counts: Counts,
    /// Friction over all of it.
    pub friction: Option<Friction>,
    /// The Net Promoter Score over all its touchpoints.
    pub nps: Option<Nps>,
    /// The Customer Effort Score over all its touchpoints.
    pub ces: Option<Ces>,
    /// Customer satisfaction over all its touchpoints.
    pub csat: Option<Csat>,
    /// Touchpoints with high friction.
    pub hot: usize,
    /// Touchpoints with high friction and no owner.
    pub hot_unowned: usize,
    /// Touchpoints without an owner.
    pub unowned: usize,
}

/// The whole workspace in a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// What became of every row; the lens has no say in it.
    pub books: SourceBooks,
    /// What the lens lets through, at all touchpoints together.
    pub counts: Counts,
}
