//! What `docs/trust.md` promises: nothing lost, nothing leaked. Every test here runs in a smaller size in
//! `cargo test`, and in the size of its promise with `POTHOLE_RECORD=1`; what a machine cannot do is
//! skipped aloud.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod dice;
mod faults;
mod foreigner;
mod killed;
mod operations;
mod place;
mod power;
mod together;
