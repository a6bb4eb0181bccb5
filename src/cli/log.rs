//! `pothole log`: who changed what and when, and what can be taken back.

use super::exit::{Exit, say};
use super::output;
use super::place::Place;
use crate::workspace::{Operation, Operations, visible};
use anyhow::Context;
use clap::{Args, ValueEnum};
use serde_json::json;
use std::io::{self, Write};

/// Print the edits made here, newest first
///
/// The log lies in the workspace's .pothole folder, which git ignores. `pothole undo` takes an edit back.
#[derive(Args, Debug)]
pub(super) struct Log {
    /// What to write: lines to read, or a JSON object a line
    #[arg(long, value_enum, default_value_t)]
    format: Format,
}

/// The formats there are.
#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Format {
    /// A line an edit
    #[default]
    Text,
    /// A JSON object an edit, one a line
    Json,
}

impl Log {
    /// Prints the log.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let operations = read(place)?;
        output::to_stdout(Box::new(|out: &mut dyn Write| {
            for operation in operations.all.iter().rev() {
                match self.format {
                    Format::Text => writeln!(out, "{}", visible(&told(operation)))?,
                    Format::Json => record(operation, out)?,
                }
            }
            Ok(())
        }))?;
        Ok(Exit::Well)
    }
}

/// Reads the log, and says which of its lines cannot be read.
pub(super) fn read(place: &Place) -> anyhow::Result<Operations> {
    let operations = Operations::read(&place.root()?).context("cannot read the log of edits")?;
    for line in &operations.unreadable {
        say(&format!(
            "warning: .pothole/log:{line} cannot be read, and is left out"
        ));
    }
    Ok(operations)
}

fn told(operation: &Operation) -> String {
    let Operation {
        number,
        at,
        who,
        file,
        edit,
        undone,
        ..
    } = operation;
    let fate = match undone {
        _ if operation.is_undo() => " (undo)".to_owned(),
        Some(by) => format!(" (undone by {by})"),
        None => String::new(),
    };
    format!(
        "{number:>4}  {at}  {who}  {file}: {}{fate}",
        edit.describe()
    )
}

fn record(operation: &Operation, out: &mut dyn Write) -> io::Result<()> {
    let record = json!({
        "number": operation.number,
        "at": operation.at.to_string(),
        "who": visible(&operation.who),
        "file": visible(&operation.file),
        "what": visible(&operation.edit.describe()),
        "edit": operation.edit,
        "inverse": operation.edit.inverse(),
        "undone_by": operation.undone.filter(|_| !operation.is_undo()),
    });
    serde_json::to_writer(&mut *out, &record)?;
    writeln!(out)
}
