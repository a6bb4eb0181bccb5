//! One format a file: the board as bytes that others read. Knows no file, no clock and no terminal.

mod column;
mod coverage;
mod csv;
mod explain;
mod json;
mod lines;
mod markdown;
mod number;
mod record;
mod rule_text;
mod subject;
mod text;

pub use coverage::{RuleBook, coverage_json, coverage_text};
pub use csv::csv;
pub use explain::{Explained, explain};
pub use json::{JSON_VERSION, json};
pub use markdown::markdown;
pub use subject::Subject;
