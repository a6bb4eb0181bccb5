//! pothole: a terminal journey map and friction board.
//!
//! One way through the house, kept by `tests/architecture.rs`:
//!
//! ```text
//! journey <- feedback <- measures <- board <- export <- tui <- cli <- main
//! journey, feedback <- workspace <- {tui, cli}
//! ```

pub mod board;
pub mod cli;
pub mod export;
pub mod feedback;
pub mod journey;
pub mod measures;
pub mod tui;
pub mod workspace;
