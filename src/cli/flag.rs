//! `pothole flag`: friction that somebody of the organisation saw, as a row of feedback.

use super::assign::refuse;
use super::exit::{Exit, say};
use super::place::Place;
use super::today::Today;
use super::{named, output};
use crate::workspace::{self, FLAGS_SOURCE, visible};
use clap::Args;

/// Flag friction at a touchpoint: a dated row in a feedback file
#[derive(Args, Debug)]
pub(super) struct Flag {
    /// The touchpoint, as journey/touchpoint, or its id where one touchpoint only has it
    touchpoint: String,

    /// What hurts, in a sentence
    words: String,

    /// Who says so: a team, a shift, a name
    #[arg(long, value_name = "NAME")]
    by: Option<String>,

    #[command(flatten)]
    today: Today,
}

impl Flag {
    /// Writes the row and says where.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        let index = match named::touchpoint(&workspace.journeys, &self.touchpoint) {
            Ok(index) => index,
            Err(reason) => return Ok(refuse(&reason)),
        };
        let flag = workspace::Flag {
            touchpoint: workspace.journeys.touchpoint(index).address.clone(),
            words: self.words,
            by: self.by,
            on: self.today.day(),
        };
        let flagged = match workspace::flag(&workspace, &flag) {
            Ok(flagged) => flagged,
            Err(error) => return Ok(refuse(&error.to_string())),
        };
        let line = visible(&format!("{}: flagged {}", flagged.file, flag.touchpoint)) + "\n";
        output::to_stdout(Box::new(move |out| out.write_all(line.as_bytes())))?;
        if !flagged.declared {
            say("no source reads it yet; add to pothole.yaml:");
            for line in FLAGS_SOURCE.lines() {
                say(line);
            }
        }
        Ok(Exit::Well)
    }
}
