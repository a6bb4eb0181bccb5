//! The real program: exit codes, what goes to standard output and what to standard error.
#![allow(
    clippy::unwrap_used,
    reason = "a program that cannot be run must fail its test"
)]

mod act;
mod assign;
mod check;
mod coverage;
mod digest;
mod export;
mod frontline;
mod journey;
mod keys;
mod ledger;
mod practices;
mod program;
mod promises;
mod shop;
mod show;
mod told;
