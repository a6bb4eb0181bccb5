//! `pothole assign`: puts an owner on a touchpoint, or takes the owner away.

use super::exit::{Exit, say};
use super::place::Place;
use super::{named, output};
use crate::journey::{Edit, Roster};
use crate::workspace::{self, visible};
use clap::Args;

/// Put an owner on a touchpoint, as one changed line of YAML
#[derive(Args, Debug)]
pub(super) struct Assign {
    /// The touchpoint, as journey/touchpoint, or its id where one touchpoint only has it
    touchpoint: String,

    /// The id of a team or person; anything else is taken too, with a warning
    #[arg(required_unless_present = "clear", conflicts_with = "clear")]
    owner: Option<String>,

    /// Take the owner away
    #[arg(long)]
    clear: bool,
}

impl Assign {
    /// Saves the edit and says what changed.
    pub(super) fn run(self, place: &Place) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        let index = match named::touchpoint(&workspace.journeys, &self.touchpoint) {
            Ok(index) => index,
            Err(reason) => return Ok(refuse(&reason)),
        };
        let owner = self.owner.map(|owner| owner.trim().to_owned());
        if owner.as_deref() == Some("") {
            return Ok(refuse(
                "an owner is not blank; --clear takes the owner away",
            ));
        }
        let touchpoint = workspace.journeys.touchpoint(index);
        let same = touchpoint.owner == owner;
        let edit = Edit::Owner {
            touchpoint: touchpoint.address.clone(),
            from: touchpoint.owner.clone(),
            to: owner.clone(),
        };
        if same {
            say(&format!("nothing to change: {}", edit.describe()));
            return Ok(Exit::Well);
        }
        if let Some(owner) = &owner {
            warn(&workspace.charter.roster, owner);
        }
        let file = match workspace::save(&workspace, &edit) {
            Ok(file) => file,
            Err(error) => return Ok(refuse(&format!("{:#}", anyhow::Error::new(error)))),
        };
        let line = visible(&format!("{file}: {}", edit.describe())) + "\n";
        output::to_stdout(Box::new(move |out| out.write_all(line.as_bytes())))?;
        Ok(Exit::Well)
    }
}

pub(super) fn refuse(reason: &str) -> Exit {
    say(&format!("error: {reason}"));
    Exit::No
}

/// Says that an owner is not among those declared; where nobody is, anybody may own.
pub(super) fn warn(roster: &Roster, owner: &str) {
    if !roster.is_empty() && !roster.declares(owner) {
        let unknown = named::unknown("team or person", owner, roster.ids());
        say(&format!(
            "warning: {unknown} in pothole.yaml; assigned all the same"
        ));
    }
}
