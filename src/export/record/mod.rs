//! The records of the JSON export: what each key holds, in the order it is written.

mod action;
mod books;
mod compare;
mod counts;
mod flow;
mod hurt;
mod journey;
mod lens;
mod measure;
mod scorecard;
mod star;
mod touchpoint;

pub(super) use books::{Broken, Refused, Rows, SourceRecord};
pub(super) use compare::{ChurnRecord, DriversRecord, UnsaidRecord};
pub(super) use counts::CountsRecord;
pub(super) use journey::JourneyRecord;
pub(super) use lens::{LensRecord, Period, ThresholdsRecord};
pub use scorecard::scorecards_json;
pub(super) use star::StarRecord;
pub(super) use touchpoint::TouchpointRecord;
