//! Rules made ready, and the reading of one row by them: its day, its score, its touchpoints.

mod accents;
mod begun;
mod blanks;
mod calendar;
mod check;
mod compile;
mod draft;
mod expression;
mod gauge;
mod known;
mod names;
mod openings;
mod phrases;
mod plan;
mod router;
mod sieve;
mod tag_table;
mod targets;
mod traced;
mod weigher;
mod words;
mod zone;

pub(crate) use calendar::Calendar;
pub(crate) use compile::Plans;
pub(crate) use draft::is_on_fields;
pub(crate) use gauge::{Answer, Gauge};
pub(crate) use names::{TouchpointNames, lowercase};
pub(crate) use phrases::{PhraseBook, PhraseFinder};
pub(crate) use plan::{Plan, Separators, Voice};
pub(crate) use router::Router;
pub(crate) use weigher::Weigher;
