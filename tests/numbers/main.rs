//! The numbers of the board over a workspace in which every one of them can be reckoned by hand.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "a number that is not there must fail its test"
)]

mod board;
mod real;
#[path = "../street/mod.rs"]
mod street;
mod unsaid;
