//! What the board shows and what keys do to it, without a terminal.

mod browsing;
mod edits;
mod fixture;
mod news;
mod pictures;
mod sizes;
mod typing;
