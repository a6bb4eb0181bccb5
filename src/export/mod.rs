//! One format a file: the board as bytes that others read. Knows no file, no clock and no terminal.

mod alarm;
mod column;
mod coverage;
mod csv;
mod curve;
mod depth;
mod explain;
mod html;
mod json;
mod lines;
mod markdown;
mod number;
mod numbers;
mod record;
mod rule_text;
mod star;
mod subject;
mod testimony;
mod text;

pub use coverage::{RuleBook, coverage_json, coverage_text};
pub use csv::csv;
pub use explain::{Explained, explain};
pub use html::html;
pub use json::{JSON_VERSION, json};
pub use markdown::{markdown, markdown_brief};
pub use numbers::numbers;
pub use star::{StarCourse, star_course, star_name, star_target, star_value};
pub use subject::Subject;
pub use testimony::Testimony;
