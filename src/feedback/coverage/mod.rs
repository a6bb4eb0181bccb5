//! What the rules do: rows each one catches, rows only it catches, rows that rules fight over, and the
//! words of the rows that none of them catches.

mod census;
mod lexicon;
mod ranking;
mod report;
mod scope;
mod survey;

pub use report::{Coverage, Example, Leftover, RuleCount, SourceCoverage};
pub use scope::Scope;
pub use survey::coverage;

pub(crate) use census::{Census, Sight};
