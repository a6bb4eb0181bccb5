//! A journey's own numbers as a page for a terminal of eighty columns: what a thousand who start meet,
//! what to fix first, and what moves the overall score.

use super::Subject;
use super::column::{cut, line, wrapped};
use super::curve::curve;
use super::depth::Depth;
use super::number::{brief, fine, grouped};
use super::text::one_line;
use crate::board::{Against, DriverTable, Measured};
use crate::journey::{Journey, TouchpointIndex};
use crate::measures::flow::Path;
use crate::measures::{Standing, Unsaid};
use std::io;

/// How many rows a table of the page has.
const MOST: usize = 10;

/// Writes the numbers of every journey the lens shows. Fails only when `out` does.
pub fn numbers(subject: Subject<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    for (at, (place, journey)) in subject.journeys().enumerate() {
        if at > 0 {
            writeln!(out)?;
        }
        let page = Page {
            subject,
            depth: Depth::of(subject, place),
        };
        page.head(journey, out)?;
        page.passage(out)?;
        page.ways(out)?;
        page.savings(out)?;
        curve(subject, &page.depth, out)?;
        page.aims(out)?;
    }
    match &subject.testimony.drivers {
        None => Ok(()),
        Some(drivers) => drivers_table(subject, drivers.as_ref(), out),
    }
}

/// One journey on the page.
struct Page<'a> {
    subject: Subject<'a>,
    depth: Depth<'a>,
}

impl Page<'_> {
    fn title(&self, place: usize) -> String {
        let index = self.depth.flow.touchpoint(place);
        one_line(&self.subject.journeys.touchpoint(index).title)
    }

    fn titles(&self, places: &[usize]) -> String {
        let names: Vec<String> = places.iter().map(|place| self.title(*place)).collect();
        if names.is_empty() {
            "none".to_owned()
        } else {
            names.join(", ")
        }
    }

    fn unsaid(&self, what: &str, reason: &Unsaid, out: &mut dyn io::Write) -> io::Result<()> {
        wrapped(out, 2, &format!("{what} {}", self.depth.reason(reason)))
    }

    fn head(&self, journey: &Journey, out: &mut dyn io::Write) -> io::Result<()> {
        line(
            out,
            &format!("{}: {}", journey.id, one_line(&journey.title)),
        )?;
        let sheet = &self.subject.board.journeys[self.depth.journey];
        let (complaints, of) = (sheet.counts.complaints, sheet.counts.polar());
        let friction = sheet.friction.map_or_else(
            || "friction cannot be said, because too few have spoken".to_owned(),
            |friction| {
                let (low, high) = (brief(friction.interval.low), brief(friction.interval.high));
                let (value, share) = (brief(friction.value), brief(friction.share));
                format!("{share} % ({low} to {high}), friction {value}")
            },
        );
        let told = format!(
            "{} complaints of {}, {friction}",
            grouped(complaints),
            grouped(of)
        );
        wrapped(out, 2, &told)?;
        let whole = self.depth.whole.as_ref().map_err(Unsaid::clone);
        match whole.and_then(|whole| Ok((whole.said()?, whole.against))) {
            Ok((rate, against)) => {
                let (low, high) = (brief(rate.interval.low), brief(rate.interval.high));
                let told = format!(
                    "contact rate: {} complaints of 1,000 who start ({low} to {high}), n = {}, {}",
                    brief(rate.per_thousand),
                    grouped(rate.exposure.round() as u64),
                    against.words(),
                );
                wrapped(out, 2, &told)
            }
            Err(reason) => self.unsaid("its contact rate", &reason, out),
        }
    }

    fn passage(&self, out: &mut dyn io::Write) -> io::Result<()> {
        writeln!(out)?;
        line(out, "Of 1,000 who start")?;
        let flow = &self.depth.flow;
        match &flow.passage {
            Ok(passage) => {
                let of = |part: f64| brief(1_000.0 * part);
                wrapped(
                    out,
                    2,
                    &format!(
                        "{} reach the goal, {} leave before, {} go on into another journey",
                        of(passage.goal),
                        of(passage.leaving),
                        of(passage.elsewhere)
                    ),
                )?;
            }
            Err(reason) => self.unsaid("who reaches the goal", reason, out)?,
        }
        match &flow.expected {
            Ok(expected) => {
                let bound = if expected.unknown.is_empty() {
                    ""
                } else {
                    "at least "
                };
                let basis = match flow.against {
                    Against::Answers => "if those who pass complain as those who answered do",
                    _ => "by the complaints of those known to have passed",
                };
                let number = brief(expected.per_thousand);
                wrapped(
                    out,
                    2,
                    &format!("{bound}{number} complaints to expect, {basis}"),
                )?;
                if !expected.unknown.is_empty() {
                    let names = self.titles(&expected.unknown);
                    wrapped(
                        out,
                        2,
                        &format!("not known how often they complain at: {names}"),
                    )?;
                }
                Ok(())
            }
            Err(reason) => self.unsaid("complaints to expect", reason, out),
        }
    }

    fn ways(&self, out: &mut dyn io::Write) -> io::Result<()> {
        writeln!(out)?;
        line(out, "Ways")?;
        let flow = &self.depth.flow;
        for (what, places) in [
            ("choke points", &flow.choke_points),
            ("no way leads to", &flow.unreachable),
        ] {
            match places {
                Ok(places) => wrapped(out, 2, &format!("{what}: {}", self.titles(places)))?,
                Err(reason) => self.unsaid(what, reason, out)?,
            }
        }
        match &flow.loops {
            Ok(loops) => {
                for one in loops {
                    let rounds = one.rounds.as_ref().map_or_else(
                        |reason| self.depth.reason(reason),
                        |rounds| format!("{} rounds each", fine(*rounds)),
                    );
                    let told = format!("loop by {}: {rounds}", self.title(one.door));
                    wrapped(out, 2, &format!("{told} ({})", self.titles(&one.places)))?;
                }
            }
            Err(reason) => self.unsaid("loops", reason, out)?,
        }
        match &flow.paths {
            Ok(paths) => {
                if let Some(first) = paths.first() {
                    self.path("likeliest way", first, out)?;
                }
            }
            Err(reason) => self.unsaid("the likeliest way", reason, out)?,
        }
        match flow.painful_path() {
            Ok((worst, _)) => self.path("most painful of the likely ways", worst, out),
            Err(reason) => self.unsaid("the most painful way", &reason, out),
        }
    }

    fn path(&self, what: &str, path: &Path, out: &mut dyn io::Write) -> io::Result<()> {
        let hurt = self.depth.flow.complaints(path);
        let hurt = hurt.map_or_else(String::new, |hurt| {
            format!(", {} complaints of 1,000", brief(hurt))
        });
        let names: Vec<String> = path.places.iter().map(|place| self.title(*place)).collect();
        let share = brief(100.0 * path.probability);
        wrapped(
            out,
            2,
            &format!("{what} ({share} % take it{hurt}): {}", names.join(" > ")),
        )
    }

    fn savings(&self, out: &mut dyn io::Write) -> io::Result<()> {
        writeln!(out)?;
        line(out, "Fix this step: complaints saved, of 1,000 who start")?;
        let savings = match &self.depth.flow.savings {
            Ok(savings) => savings,
            Err(reason) => return self.unsaid("what a fix would save", reason, out),
        };
        let worth = savings.iter().filter(|saving| saving.per_thousand > 0.0);
        let mut worth = worth.take(MOST).peekable();
        if worth.peek().is_none() {
            return line(out, "  no step complains more than the journey's median");
        }
        line(out, "     saves  range                 step")?;
        for saving in worth {
            let range = format!(
                "{} to {}",
                brief(saving.range.low),
                brief(saving.range.high)
            );
            let (saves, step) = (brief(saving.per_thousand), self.title(saving.place));
            line(out, &format!("{saves:>10}  {range:<20}  {step}"))?;
        }
        Ok(())
    }

    fn aims(&self, out: &mut dyn io::Write) -> io::Result<()> {
        let mut rows: Vec<(String, Measured<'_>)> = Vec::new();
        for measured in self.depth.journey_standing() {
            rows.push(("the journey".to_owned(), measured));
        }
        for (index, touchpoint) in self.subject.touchpoints_of(self.depth.journey) {
            for measured in self.depth.standing(index) {
                rows.push((one_line(&touchpoint.title), measured));
            }
        }
        if rows.is_empty() {
            return Ok(());
        }
        writeln!(out)?;
        line(out, "Targets and benchmarks")?;
        for (name, measured) in rows {
            let aim = fine(measured.aim.value);
            let (mark, key) = (measured.mark.word(), measured.aim.measure.key());
            let told = match (&measured.value, &measured.gap) {
                (Ok(value), Ok(gap)) => {
                    let standing = match gap.standing {
                        Standing::Met => "met",
                        Standing::Missed => "missed",
                        Standing::Open => "open: chance could explain the gap",
                    };
                    format!(
                        "{} against {aim}, gap {}: {standing}",
                        fine(*value),
                        fine(gap.value)
                    )
                }
                (Err(reason), _) | (_, Err(reason)) => self.depth.reason(reason),
            };
            wrapped(out, 2, &format!("{name}, {mark} {key}: {told}"))?;
        }
        Ok(())
    }
}

/// Importance against performance, or why it cannot be said.
fn drivers_table(
    subject: Subject<'_>,
    drivers: Result<&DriverTable, &Unsaid>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    writeln!(out)?;
    line(out, "What moves the overall score")?;
    let table = match drivers {
        Ok(table) => table,
        Err(reason) => return wrapped(out, 2, &format!("it {}", reason.sentence())),
    };
    let told = format!(
        "n = {}; all touchpoints together explain {} % of its variance. Importance goes along with \
         the score and does not prove a cause. Cut at importance {} % and performance {}.",
        grouped(table.of),
        brief(100.0 * table.explained),
        brief(table.cuts.0),
        fine(table.cuts.1),
    );
    wrapped(out, 2, &told)?;
    line(
        out,
        "  importance (95 %)      performance  quadrant               touchpoint",
    )?;
    let name = |index: TouchpointIndex| one_line(&subject.journeys.touchpoint(index).title);
    for row in &table.lines {
        let range = row.driver.interval.map_or_else(String::new, |ends| {
            format!(" ({} to {})", brief(ends.low), brief(ends.high))
        });
        let importance = format!("{} %{range}", brief(row.driver.importance));
        let (performance, quadrant) = (fine(row.driver.performance), row.quadrant.words());
        let title = cut(&name(row.touchpoint), 40);
        line(
            out,
            &format!("  {importance:<22} {performance:>11}  {quadrant:<21}  {title}"),
        )?;
    }
    for (index, reason) in &table.unsaid {
        wrapped(out, 2, &format!("{} {}", name(*index), reason.sentence()))?;
    }
    Ok(())
}
