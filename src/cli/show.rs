//! `pothole show [TOUCHPOINT]`: what the screen shows, as text that can be read out.

use super::exit::{Exit, say};
use super::lens::LensOptions;
use super::place::Place;
use super::privacy::PrivacyOption;
use super::today::Today;
use super::{named, output, reading};
use crate::feedback::verbatims;
use crate::tui;
use clap::Args;
use std::io::Write;
use std::mem::ManuallyDrop;

/// Print what the board shows, in words alone: for screen readers, scripts and dumb terminals
#[derive(Args, Debug)]
pub(super) struct Show {
    /// The touchpoint, as journey/touchpoint or by its id alone, or a journey; all when it is left out
    touchpoint: Option<String>,

    #[command(flatten)]
    lens: LensOptions,

    #[command(flatten)]
    today: Today,

    #[command(flatten)]
    privacy: PrivacyOption,
}

impl Show {
    /// Prints it.
    pub(super) fn run(self, place: &Place, taste: tui::theme::Taste) -> anyhow::Result<Exit> {
        let workspace = place.open()?;
        let mut lens = self.lens;
        let touchpoint = match &self.touchpoint {
            None => None,
            Some(name) => match named::touchpoint(&workspace.journeys, name) {
                Ok(index) => Some(index),
                Err(_) if workspace.journeys.find_journey(name).is_some() => {
                    lens.narrow_to(name);
                    None
                }
                Err(why) => {
                    say(&format!("error: {why}"));
                    return Ok(Exit::Failed);
                }
            },
        };
        let privacy = self.privacy.privacy();
        let mut overlay = reading::feedback(place, &workspace);
        privacy.overlay(&mut overlay);
        let lens = lens.lens(&workspace, &overlay)?;
        let ascii = place.looks.theme(place.color, taste)?.charset == tui::theme::Charset::Ascii;
        let lines = tui::show(
            ManuallyDrop::into_inner(workspace),
            (overlay, lens, self.today.day()),
            touchpoint,
            ascii,
            |workspace, overlay, places| {
                let rows = verbatims(&workspace.root, &workspace.sources, overlay, places);
                privacy.verbatims(rows)
            },
        );
        output::to_stdout(Box::new(|out: &mut dyn Write| {
            lines.iter().try_for_each(|line| writeln!(out, "{line}"))
        }))?;
        Ok(Exit::Well)
    }
}
