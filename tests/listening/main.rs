//! The register of listening: read from YAML with its problems, counted as feedback, shown with what is due,
//! and written without touching what stands there.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test fails where it stands"
)]

mod adding;
mod agenda;
mod command;
mod counted;
mod due;
mod problems;
mod sample;
mod scorecards;
mod shop;
mod voices;
