//! The scan: workers that read blocks of rows, their parts of the overlay, and how these come together.

mod assembly;
mod attendance;
mod cell;
mod clerk;
mod counter;
mod counts;
mod enrolment;
mod found;
mod gathering;
mod hash;
mod hearing;
mod ids;
mod inquiry;
mod memory;
mod orders;
mod part;
mod presence;
mod reader;
mod recall;
mod recent;
mod registry;
mod respond;
mod roll;
mod scanner;
mod shelf;
mod stage;
mod table;
mod visits;
mod weights;
mod worker;

pub(crate) use hash::FastMap;
pub use inquiry::complainants;
pub(crate) use recent::{Key as CellKey, Recent};
pub use respond::respondents;
pub(crate) use scanner::survey;
pub use scanner::{ScanOptions, scan, scan_with};
