//! `pothole keys`: every command of the board with its keys, the user's own among them.

use super::exit::{Exit, say};
use super::{config, output};
use crate::tui::key_table;
use clap::{Args, ValueEnum};
use std::path::Path;

/// Print every command of the board with its keys, as the config file has them
///
/// Exits with 1 when something is wrong in the config file, and says what on standard error.
#[derive(Args, Debug)]
pub(super) struct Keys {
    /// How to print them
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// The formats there are.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// Columns, for people
    #[default]
    Text,
    /// A table in Markdown
    Markdown,
    /// A list for programs
    Json,
}

impl Keys {
    /// Prints the table.
    pub(super) fn run(self, given: Option<&Path>) -> anyhow::Result<Exit> {
        let habits = config::habits(given);
        let table = match self.format {
            Format::Text => key_table::plain(&habits.keymap),
            Format::Markdown => key_table::markdown(&habits.keymap),
            Format::Json => key_table::json(&habits.keymap),
        };
        output::to_stdout(Box::new(move |out| out.write_all(table.as_bytes())))?;
        for problem in &habits.problems {
            for line in problem.render(false).lines() {
                say(line);
            }
        }
        Ok(if habits.problems.is_empty() {
            Exit::Well
        } else {
            Exit::No
        })
    }
}
