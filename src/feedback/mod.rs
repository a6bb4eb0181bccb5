//! Where feedback comes from, which touchpoint each row is about, and the tally of it all.

mod books;
mod cache;
mod complainant;
mod contact;
mod copies;
mod coverage;
mod crowd;
mod customers;
mod exposure;
mod hands;
mod inbox;
mod intake;
mod interpolation;
mod ledger;
mod marks;
mod overlay;
mod plain;
mod respondents;
mod rule;
mod rules;
mod sayings;
mod scale;
mod scan;
mod source;
mod stretch;
mod tally;
mod unpacking;
mod verbatim;

pub use crate::journey::{Day, Week};
pub use books::{Books, Rejected, SourceBooks};
pub use cache::Cache;
pub use complainant::{Complainant, Complainants};
pub use contact::{Contact, Register};
pub use coverage::{Coverage, Example, Leftover, RuleCount, Scope, SourceCoverage, coverage};
pub use crowd::{
    Crowd, CustomerColumns, CustomerFile, DriverSurvey, TableFiles, VisitColumns, VisitLog,
};
pub use customers::{Crossing, Customers, Headcount};
pub use exposure::{Exposure, Passing};
pub(crate) use hands::{cores, spread};
pub use inbox::{Inbox, InboxRow, Preview};
pub use intake::{columns, files};
pub use ledger::Sums;
pub use marks::Marks;
pub use overlay::{Overlay, Place, Progress};
pub use respondents::Respondents;
pub use rule::{Condition, Evidence, Rule, Test};
pub use sayings::Sayings;
pub use scale::{Better, Instrument, Polarity, Scale, Score};
pub(crate) use scan::FastMap;
pub use scan::{ScanOptions, complainants, respondents, scan, scan_with};
pub use source::{Columns, CountColumns, Format, Keep, Mapping, Source, SourceIndex, Speaks};
pub use tally::{Entry, Reading, Tally, UNDATED, Weight};
pub use unpacking::Unpacking;
pub use verbatim::{Verbatim, Words, verbatims};
