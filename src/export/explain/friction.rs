//! Friction written out: the share of complaints, the Wilson interval with its numbers put in, and the
//! threshold it is held against.

use super::{title, unsaid};
use crate::board::{Heat, TouchpointSheet};
use crate::export::column::line;
use crate::export::number::{brief, grouped};
use crate::journey::Thresholds;
use crate::measures::{Interval, Z95};
use std::io;

/// Writes the friction of a touchpoint.
pub(super) fn friction(
    sheet: &TouchpointSheet,
    thresholds: &Thresholds,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let counts = &sheet.counts;
    title(
        out,
        "Friction = 100 x the lower end of the Wilson interval of complaints / n",
    )?;
    let [complaints, neutral, praise, n] = [
        counts.complaints,
        counts.neutral,
        counts.praise,
        counts.polar(),
    ]
    .map(grouped);
    line(
        out,
        &format!("  n = {complaints} complaints + {neutral} neutral + {praise} praise = {n}"),
    )?;
    if counts.unscored > 0 {
        let unscored = grouped(counts.unscored);
        line(out, &format!("  {unscored} unscored are left out"))?;
    }
    let Some(friction) = &sheet.friction else {
        let least = thresholds.least_rows;
        return unsaid(
            out,
            &format!(
                "{n} rows that complain, praise or do neither are fewer than the {least} that `least-rows` asks for"
            ),
        );
    };
    share("complaints", counts.complaints, friction.of, out)?;
    if let Some(plain) = sheet.complain.filter(|_| sheet.is_weighted()) {
        let (plain, share) = (brief(plain.value), brief(friction.share));
        line(
            out,
            &format!("  without a weight {plain}; weighted by severity, {share} % complain"),
        )?;
    }
    let (value, high) = (brief(friction.value), brief(thresholds.high));
    let heat = Heat::of(sheet, thresholds).word();
    line(
        out,
        &format!("  friction = {value}; hot from {high} on: {heat}"),
    )
}

/// Writes a share with its Wilson interval, every number put in.
pub(super) fn share(what: &str, hits: u64, of: u64, out: &mut dyn io::Write) -> io::Result<()> {
    let n = of as f64;
    let p = hits as f64 / n;
    let z2 = Z95 * Z95;
    let scale = 1.0 + z2 / n;
    let centre = (p + z2 / (2.0 * n)) / scale;
    let inner = p * (1.0 - p) / n + z2 / (4.0 * n * n);
    let spread = Z95 * inner.sqrt() / scale;
    let (hits, of) = (grouped(hits), grouped(of));
    line(
        out,
        &format!("  p = {hits} {what} / {of} = {p:.4}, z = {Z95}"),
    )?;
    line(
        out,
        &format!(
            "  centre = (p + z²/2n) / (1 + z²/n) = {:.4} / {scale:.4} = {centre:.4}",
            p + z2 / (2.0 * n)
        ),
    )?;
    line(out, "  spread = z √(p(1 - p)/n + z²/4n²) / (1 + z²/n)")?;
    line(
        out,
        &format!(
            "         = {Z95} x {:.4} / {scale:.4} = {spread:.4}",
            inner.sqrt()
        ),
    )?;
    let interval = Interval {
        low: 100.0 * (centre - spread).max(0.0),
        high: 100.0 * (centre + spread).min(1.0),
    };
    let (share, low, high) = (brief(100.0 * p), brief(interval.low), brief(interval.high));
    line(
        out,
        &format!("  share = {share} %, 95 % interval centre ± spread = {low} to {high} %"),
    )
}
