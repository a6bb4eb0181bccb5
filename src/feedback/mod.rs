//! Where feedback comes from, which touchpoint each row is about, and the tally of it all.

mod books;
mod day;
mod overlay;
mod rule;
mod scale;
mod source;
mod tally;

pub use books::{Books, Rejected, SourceBooks};
pub use day::{Day, Week};
pub use overlay::{Overlay, Place, Progress, Verbatim, scan, verbatims};
pub use rule::{Condition, Evidence, Rule, Test};
pub use scale::{Better, Instrument, Polarity, Scale, Score};
pub use source::{Columns, CountColumns, Format, Mapping, Source, SourceIndex, Speaks};
pub use tally::{Entry, Reading, Tally, UNDATED};
