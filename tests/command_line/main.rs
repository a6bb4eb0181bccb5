//! The real program: exit codes, what goes to standard output and what to standard error.
#![allow(
    clippy::unwrap_used,
    reason = "a program that cannot be run must fail its test"
)]

mod assign;
mod check;
mod coverage;
mod export;
mod journey;
mod keys;
mod program;
mod shop;
mod show;
