//! What `docs/trust.md` promises: nothing lost, nothing leaked. Every test here runs in a smaller size in
//! `cargo test`, and in the size of its promise with `POTHOLE_RECORD=1`; what a machine cannot do is
//! skipped aloud.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::format_push_string,
    clippy::print_stdout,
    reason = "a test fails by panicking, says its figures, and makes its files as it reads best"
)]

mod attacks;
mod bombs;
mod dice;
mod document;
#[path = "../exports/dom.rs"]
#[allow(dead_code, reason = "the exports' own tests look closer")]
mod dom;
mod faults;
mod foreigner;
mod frames;
mod full;
mod fuzz;
mod inert;
mod killed;
mod masking;
mod operations;
mod place;
mod power;
mod private;
mod strangers;
mod together;
