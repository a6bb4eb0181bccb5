//! `pothole undo`: takes an edit of this or an earlier session back.

use super::assign::refuse;
use super::exit::Exit;
use super::place::Place;
use super::{log, output};
use crate::workspace::{self, visible};
use clap::Args;

/// Take the last edit back, or the one of a number
///
/// What others changed elsewhere in the file stays. Where they changed the same thing since, nothing is
/// saved, and both sides are shown.
#[derive(Args, Debug)]
pub(super) struct Undo {
    /// The number of the edit, as `pothole log` prints it
    number: Option<usize>,
}

impl Undo {
    /// Saves the inverse of the edit.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let operations = log::read(place)?;
        let operation = match self.number {
            None => match operations.last() {
                Some(last) => last,
                None => return Ok(refuse("there is no edit to take back")),
            },
            Some(number) => match operations.all.iter().find(|made| made.number == number) {
                Some(made) if made.stands() => made,
                Some(_) => return Ok(refuse(&format!("edit {number} is taken back already"))),
                None => return Ok(refuse(&format!("the log has no edit {number}"))),
            },
        };
        let inverse = operation.edit.inverse();
        let file = match workspace::save(&*place.open()?, &inverse) {
            Ok(file) => file,
            Err(error) => {
                let reason = anyhow::Error::new(error);
                let number = operation.number;
                return Ok(refuse(&format!("edit {number} stays: {reason:#}")));
            }
        };
        let line = visible(&format!("{file}: undone: {}", inverse.describe())) + "\n";
        output::to_stdout(Box::new(move |out| out.write_all(line.as_bytes())))?;
        Ok(Exit::Well)
    }
}
