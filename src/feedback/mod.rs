//! Where feedback comes from, which touchpoint each row is about, and the tally of it all.

mod books;
mod coverage;
mod day;
mod inbox;
mod intake;
mod marks;
mod overlay;
mod plain;
mod rule;
mod rules;
mod scale;
mod scan;
mod source;
mod tally;
mod verbatim;

pub use books::{Books, Rejected, SourceBooks};
pub use coverage::{Coverage, Example, Leftover, RuleCount, Scope, SourceCoverage, coverage};
pub use day::{Day, Week};
pub use inbox::{Inbox, InboxRow, Preview};
pub use marks::Marks;
pub use overlay::{Overlay, Place, Progress};
pub use rule::{Condition, Evidence, Rule, Test};
pub use scale::{Better, Instrument, Polarity, Scale, Score};
pub use scan::scan;
pub use source::{Columns, CountColumns, Format, Mapping, Source, SourceIndex, Speaks};
pub use tally::{Entry, Reading, Tally, UNDATED};
pub use verbatim::{Verbatim, verbatims};
