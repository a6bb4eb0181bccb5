//! What `pothole.yaml` declares about customers beyond what they say: who passed a touchpoint, and who
//! stayed a customer.

use super::{Format, SourceIndex};
use crate::journey::TouchpointIndex;
use encoding_rs::Encoding;

/// The files of visits or customers, written and dated as a source's may be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableFiles {
    /// Paths relative to the workspace; `*` and `?` stand for any characters of one name.
    pub paths: Vec<String>,
    /// How they are written.
    pub format: Format,
    /// What they are encoded in where no byte order mark says; `None` for UTF-8.
    pub encoding: Option<&'static Encoding>,
    /// The sheet of an Excel workbook; `None` for the first.
    pub sheet: Option<String>,
    /// The list of rows in a JSON document: a path of keys joined by `.`; `None` for the document.
    pub rows: Option<String>,
    /// Other names that a column has in some of the files.
    pub aliases: Vec<(String, Vec<String>)>,
    /// How dates are written when not as ISO 8601 says, in `strftime` notation; tried in this order.
    pub date_formats: Vec<String>,
    /// The zone whose days count; without one a day is as written.
    pub zone: Option<String>,
}

/// Which column of a file of visits holds what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VisitColumns {
    /// When they passed.
    pub at: Option<String>,
    /// Who passed.
    pub customer: Option<String>,
    /// Where: a touchpoint's address, id or title, or a word it lists under `visited`.
    pub touchpoint: String,
    /// How many passed; without it every row is one visit.
    pub count: Option<String>,
}

/// Files that say who passed which touchpoint: an event log, or counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VisitLog {
    /// The files.
    pub files: TableFiles,
    /// Which column holds what.
    pub columns: VisitColumns,
}

/// Which column of a file of customers holds what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CustomerColumns {
    /// What tells customers apart, as the `customer` column of feedback and visits names them.
    pub id: String,
    /// Whether the customer was lost.
    pub churned: Option<String>,
    /// When the customer was lost; empty for one who stayed.
    pub lost_on: Option<String>,
    /// The group of customers.
    pub segment: Option<String>,
}

/// Files with one row a customer: everyone who was one at the start of the period.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CustomerFile {
    /// The files.
    pub files: TableFiles,
    /// Which column holds what.
    pub columns: CustomerColumns,
    /// The values of `churned` that mean lost, all others meaning kept; when empty, the words for yes
    /// and no are understood and nothing else.
    pub lost: Vec<String>,
}

/// All that is declared about who passed and who stayed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Crowd {
    /// Where visits are counted.
    pub visits: Vec<VisitLog>,
    /// Where customers are listed.
    pub customers: Option<CustomerFile>,
}

/// Which wide survey says what moves the overall score.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DriverSurvey {
    /// The survey.
    pub source: SourceIndex,
    /// The touchpoint whose rating is the overall score.
    pub overall: TouchpointIndex,
    /// Touchpoints that are no drivers: other questions about the whole.
    pub except: Vec<TouchpointIndex>,
    /// Below this many respondents nothing is said.
    pub least: u64,
}

impl DriverSurvey {
    /// The least number of respondents where none is declared.
    pub const LEAST: u64 = 100;
}
