//! What the board shows and what keys do to it, without a terminal.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a fixture that cannot be made must fail its test"
)]

mod browsing;
mod columns;
mod edits;
mod fixture;
mod flags;
mod inbox;
mod inbox_pictures;
mod looks;
mod news;
mod numbers;
mod pictures;
mod relapses;
mod rounds;
mod sizes;
#[path = "../street/mod.rs"]
mod street;
mod typing;
mod unmapped;
mod view_pictures;
mod views;
mod weeks_and_words;
