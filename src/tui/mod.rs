//! The terminal: state, commands, drawing and the loop that joins them.

pub mod browse;
pub mod command;
mod copy;
pub mod feed;
pub mod filter;
pub mod help;
pub mod history;
pub mod inbox;
pub mod insight;
pub mod key;
pub mod keymap;
pub mod line;
pub mod message;
pub mod mouse;
mod opening;
pub mod owner;
mod page;
pub mod place;
pub mod prompt;
mod reread;
mod run;
pub mod said;
pub mod state;
mod terminal;
pub mod text;
pub mod theme;
mod threads;
mod typing;
pub mod update;
mod upkeep;
pub mod vantage;
pub mod view;
mod what_if;

pub use run::{RunError, run};
