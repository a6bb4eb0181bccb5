//! One format a file: the board as bytes that others read. Knows no file, no clock and no terminal.

mod actions;
mod agenda;
mod alarm;
mod check;
mod chorus;
mod column;
mod coverage;
mod csv;
mod curve;
mod depth;
mod digest;
mod explain;
mod handout;
mod html;
mod json;
mod lines;
mod listening;
mod markdown;
mod mask;
mod number;
mod numbers;
mod playbook;
mod privacy;
mod record;
mod rule_text;
mod scorecard;
mod star;
mod subject;
mod testimony;
mod text;
mod told;

pub use actions::{Deck, actions_csv, actions_text};
pub use agenda::{Minutes, agenda};
pub use check::{Finding, Level, Report, check_json, github, junit};
pub use chorus::{Voices, chorus, chorus_csv, contradiction};
pub use coverage::{RuleBook, coverage_json, coverage_text};
pub use csv::csv;
pub use digest::{
    Digest, WeekError, digest_html, digest_markdown, digest_slack, digest_text, digest_week,
};
pub use explain::{Explained, explain};
pub use handout::Paper;
pub use html::html;
pub use json::{JSON_VERSION, json};
pub use listening::{Ears, listening, listening_json};
pub use markdown::{actions_markdown, markdown, markdown_brief};
pub use mask::{Secret, masked, secrets};
pub use numbers::numbers;
pub use playbook::{Authorities, playbook_markdown, playbook_text};
pub use privacy::Privacy;
pub use scorecard::{Review, scorecards, scorecards_csv, scorecards_json};
pub use star::{StarCourse, star_course, star_interval, star_name, star_target, star_value};
pub use subject::Subject;
pub use testimony::{Behind, Testimony};
pub use told::{Said, Telling, told_csv, told_markdown};
