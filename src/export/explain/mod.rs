//! A touchpoint's numbers with the rows, the rules and the arithmetic behind each of them, as text for a
//! terminal of eighty columns.

mod driver;
mod feedback;
mod friction;
mod hurt;
mod rows;
mod scores;

use super::Subject;
use super::column::{line, wrapped};
use super::text::one_line;
use crate::board::{Board, Lens, TouchpointSheet};
use crate::feedback::{Coverage, Rule, Verbatim};
use crate::journey::{Touchpoint, TouchpointIndex};
use std::io;

/// A touchpoint with everything its numbers come from.
#[derive(Clone, Copy, Debug)]
pub struct Explained<'a> {
    /// The board under the lens, and what it was made from.
    pub subject: Subject<'a>,
    /// The touchpoint.
    pub touchpoint: TouchpointIndex,
    /// The board without a lens.
    pub whole: &'a Board,
    /// Every rule.
    pub rules: &'a [Rule],
    /// What they do with the rows the lens lets through.
    pub coverage: &'a Coverage,
    /// The newest rows the lens lets through, newest first.
    pub newest: &'a [Verbatim],
}

impl<'a> Explained<'a> {
    fn sheet(self) -> &'a TouchpointSheet {
        self.subject.board.touchpoint(self.touchpoint)
    }

    fn place(self) -> &'a Touchpoint {
        self.subject.journeys.touchpoint(self.touchpoint)
    }
}

/// Writes the explanation. Fails only when `out` does.
pub fn explain(explained: Explained<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    head(explained, out)?;
    feedback::counts(explained, out)?;
    feedback::rules(explained, out)?;
    let sheet = explained.sheet();
    friction::friction(sheet, &explained.subject.charter.thresholds, out)?;
    scores::nps(sheet, out)?;
    scores::ces(sheet, out)?;
    scores::csat(sheet, out)?;
    scores::mood(sheet, out)?;
    hurt::hurt(explained, out)?;
    driver::driver(explained, out)?;
    rows::newest(explained, out)
}

fn head(explained: Explained<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let (subject, touchpoint) = (explained.subject, explained.place());
    let title = one_line(&touchpoint.title);
    line(out, &format!("{}: {title}", touchpoint.address))?;
    let journey = subject.journeys.all().get(touchpoint.journey);
    let journey = journey.map_or_else(String::new, |journey| one_line(&journey.title));
    let owner = touchpoint.owner.as_deref();
    let owner = owner.map_or("nobody", |id| subject.charter.roster.title(id));
    let stage = one_line(subject.stage(touchpoint));
    line(
        out,
        &format!(
            "journey {journey}, stage {stage}, owner {}",
            one_line(owner)
        ),
    )?;
    wrapped(out, 0, &lens(&subject.board.lens))
}

fn lens(lens: &Lens) -> String {
    let mut parts = Vec::new();
    parts.extend(lens.since.map(|day| format!("since {day}")));
    parts.extend(lens.until.map(|day| format!("until {day}")));
    let named = |what: &str, names: &[String]| {
        let name = |name: &String| match name.as_str() {
            "" => "(none)".to_owned(),
            name => one_line(name),
        };
        let names: Vec<String> = names.iter().map(name).collect();
        (!names.is_empty()).then(|| format!("{what} {}", names.join(" or ")))
    };
    parts.extend(named("source", &lens.sources));
    parts.extend(named("segment", &lens.segments));
    if parts.is_empty() {
        return "seen without a lens: all feedback counts".to_owned();
    }
    format!("seen through a lens: {}", parts.join(", "))
}

/// Writes the title of a part.
fn title(out: &mut dyn io::Write, name: &str) -> io::Result<()> {
    writeln!(out)?;
    line(out, name)
}

/// Writes that a number cannot be said, and why.
fn unsaid(out: &mut dyn io::Write, reason: &str) -> io::Result<()> {
    wrapped(out, 2, &format!("cannot be said, because {reason}"))
}
