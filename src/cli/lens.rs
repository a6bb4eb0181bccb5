//! The options that choose what the board is seen through.

use super::named;
use crate::board::Lens;
use crate::feedback::{Day, Overlay};
use crate::workspace::Workspace;
use clap::Args;

/// Which feedback counts.
#[derive(Args, Debug)]
pub(super) struct LensOptions {
    #[command(flatten)]
    narrow: NarrowOptions,

    /// Only feedback of this day and later, as YYYY-MM-DD; undated feedback is left out
    #[arg(long, value_name = "DATE", value_parser = day)]
    since: Option<Day>,

    /// Only feedback of this day and earlier, as YYYY-MM-DD; undated feedback is left out
    #[arg(long, value_name = "DATE", value_parser = day)]
    until: Option<Day>,
}

/// Which feedback counts, whenever it was given.
#[derive(Args, Debug)]
pub(super) struct NarrowOptions {
    /// Only this journey; may be given several times
    #[arg(long, value_name = "ID")]
    journey: Vec<String>,

    /// Only feedback of this source; may be given several times
    #[arg(long, value_name = "ID")]
    source: Vec<String>,

    /// Only feedback of this segment, "" for feedback without one; may be given several times
    #[arg(long, value_name = "NAME")]
    segment: Vec<String>,
}

impl LensOptions {
    /// Only this journey counts.
    pub(super) fn narrow_to(&mut self, journey: &str) {
        self.narrow.journey = vec![journey.to_owned()];
    }

    /// The lens, when everything it names is there.
    pub(super) fn lens(self, workspace: &Workspace, overlay: &Overlay) -> anyhow::Result<Lens> {
        let lens = self.narrow.lens(workspace, overlay)?;
        if let (Some(since), Some(until)) = (self.since, self.until) {
            anyhow::ensure!(
                since <= until,
                "--since {since} is later than --until {until}"
            );
        }
        Ok(Lens {
            since: self.since,
            until: self.until,
            ..lens
        })
    }
}

impl NarrowOptions {
    /// The lens, when everything it names is there.
    pub(super) fn lens(self, workspace: &Workspace, overlay: &Overlay) -> anyhow::Result<Lens> {
        let journeys = workspace.journeys.all().iter();
        all_known(
            "journey",
            &self.journey,
            journeys.map(|journey| journey.id.as_str()),
        )?;
        let sources = workspace.sources.iter();
        all_known(
            "source",
            &self.source,
            sources.map(|source| source.id.as_str()),
        )?;
        let segments = overlay.tally.segments.iter();
        let named = segments.map(String::as_str).filter(|name| !name.is_empty());
        all_known("segment", &self.segment, named)?;
        Ok(Lens {
            since: None,
            until: None,
            sources: self.source,
            segments: self.segment,
            journeys: self.journey,
        })
    }
}

fn all_known<'a>(
    what: &str,
    wanted: &[String],
    known: impl Iterator<Item = &'a str> + Clone,
) -> anyhow::Result<()> {
    for name in wanted
        .iter()
        .filter(|name| !(what == "segment" && name.is_empty()))
    {
        anyhow::ensure!(
            known.clone().any(|id| id == name),
            named::unknown(what, name, known)
        );
    }
    Ok(())
}

/// Reads a day.
pub(super) fn day(text: &str) -> Result<Day, String> {
    Day::parse_iso(text).ok_or_else(|| "a day is written YYYY-MM-DD, such as 2025-03-09".to_owned())
}
