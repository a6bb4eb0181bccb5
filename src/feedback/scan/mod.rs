//! The scan: workers that read blocks of rows, their parts of the overlay, and how these come together.

mod assembly;
mod clerk;
mod counter;
mod hash;
mod part;
mod reader;
mod registry;
mod scanner;
mod shelf;
mod worker;

pub(crate) use hash::FastMap;
pub use scanner::scan;
pub(crate) use scanner::survey;
