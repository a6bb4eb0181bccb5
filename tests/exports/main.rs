//! Every export, read back by a parser of its format, and held against what was agreed.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "an export that cannot be read must fail its test"
)]

mod csv;
mod digest;
mod dom;
mod hostile;
mod html;
mod json;
mod markdown;
mod shop;
#[path = "../street/mod.rs"]
mod street;
mod two_weeks;
