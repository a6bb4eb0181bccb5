//! The measures that come from scores, written out: NPS, CES, CSAT and the emotion curve's value.

use super::friction::share;
use super::{title, unsaid};
use crate::board::TouchpointSheet;
use crate::export::column::{line, wrapped};
use crate::export::number::{brief, fine, grouped};
use crate::export::text::one_line;
use crate::measures::{Histogram, Z95};
use std::io;

/// Writes the Net Promoter Score.
pub(super) fn nps(sheet: &TouchpointSheet, out: &mut dyn io::Write) -> io::Result<()> {
    title(out, "NPS = 100 (p - d)")?;
    let Some(nps) = &sheet.nps else {
        return unsaid(out, "no score here is on a scale whose measure is NPS");
    };
    let n = nps.of() as f64;
    let (p, d) = (nps.promoters as f64 / n, nps.detractors as f64 / n);
    let [promoters, passives, detractors, of] =
        [nps.promoters, nps.passives, nps.detractors, nps.of()].map(grouped);
    line(
        out,
        &format!(
            "  n = {promoters} promoters + {passives} passives + {detractors} detractors = {of}"
        ),
    )?;
    let score = brief(nps.score);
    line(out, &format!("  p = {p:.4}, d = {d:.4}: NPS = {score}"))?;
    let margin = brief(nps.margin);
    let inner = ((p + d - (p - d).powi(2)).max(0.0) / n).sqrt();
    line(out, "  margin = z x 100 √((p + d - (p - d)²) / n)")?;
    line(
        out,
        &format!("         = {Z95} x 100 x {inner:.4} = {margin}"),
    )?;
    let interval = nps.interval();
    let (low, high) = (brief(interval.low), brief(interval.high));
    line(out, &format!("  95 % interval {low} to {high}"))
}

/// Writes the Customer Effort Score.
pub(super) fn ces(sheet: &TouchpointSheet, out: &mut dyn io::Write) -> io::Result<()> {
    title(out, "CES = mean answer")?;
    let Some(ces) = &sheet.ces else {
        return unsaid(out, "no score here is on a scale whose measure is CES");
    };
    let of_scale = |histogram: &&Histogram| histogram.scale.name == ces.scale;
    if let Some(histogram) = sheet.histograms.iter().find(of_scale) {
        answers(histogram, out)?;
    }
    let mean = fine(ces.mean);
    line(out, &format!("  mean = {mean}"))?;
    match ces.interval {
        Some(interval) => {
            let (low, high) = (fine(interval.low), fine(interval.high));
            let text = format!("mean ± {Z95} s / √n = {low} to {high}");
            line(out, &format!("  95 % interval {text}"))?;
        }
        None => unsaid(out, "its interval needs more than one answer")?,
    }
    line(
        out,
        "  easy: answers on the good side of the scale's middle",
    )?;
    share("easy", ces.easy, ces.of, out)
}

/// Writes customer satisfaction.
pub(super) fn csat(sheet: &TouchpointSheet, out: &mut dyn io::Write) -> io::Result<()> {
    title(
        out,
        "CSAT = share of answers in the two best steps of the scale",
    )?;
    let Some(csat) = &sheet.csat else {
        return unsaid(out, "no score here is on a scale whose measure is CSAT");
    };
    share("satisfied", csat.satisfied, csat.of, out)
}

/// Writes the emotion curve's value.
pub(super) fn mood(sheet: &TouchpointSheet, out: &mut dyn io::Write) -> io::Result<()> {
    title(
        out,
        "Mood = mean of all scores, each brought to -2 .. +2 by the ends of its scale",
    )?;
    let Some(mood) = &sheet.mood else {
        return unsaid(out, "nothing here was scored");
    };
    for histogram in &sheet.histograms {
        answers(histogram, out)?;
    }
    let (value, of) = (fine(mood.value), grouped(mood.of));
    line(out, &format!("  mood = {value}, of {of} scores"))
}

/// Writes how often each score was given.
fn answers(histogram: &Histogram, out: &mut dyn io::Write) -> io::Result<()> {
    const MOST: usize = 24;
    let mut given: Vec<String> = histogram
        .counts
        .iter()
        .take(MOST)
        .map(|(score, count)| format!("{} × {}", score.value(), grouped(*count)))
        .collect();
    if histogram.counts.len() > MOST {
        given.push(format!("and {} scores more", histogram.counts.len() - MOST));
    }
    let scale = one_line(&histogram.scale.name);
    wrapped(out, 2, &format!("on {scale}: {}", given.join(", ")))
}
