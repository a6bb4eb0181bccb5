//! What was said at a touchpoint, what the lens leaves out, and which rules brought it there.

use super::{Explained, title};
use crate::export::column::{line, wrapped};
use crate::export::number::grouped;
use crate::export::rule_text::looks_for;
use crate::export::text::one_line;
use crate::measures::Counts;
use std::io;

/// Writes the counts, in all and by source.
pub(super) fn counts(explained: Explained<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let sheet = explained.sheet();
    title(out, "Feedback")?;
    wrapped(out, 2, &sum(&sheet.counts))?;
    let board = explained.subject.board;
    let detail = board.detail(explained.subject.overlay, explained.touchpoint);
    for (source, counts) in &detail.by_source {
        wrapped(out, 4, &format!("{}: {}", one_line(source), sum(counts)))?;
    }
    let whole = explained.whole.touchpoint(explained.touchpoint);
    let left_out = whole.counts.feedback() - sheet.counts.feedback();
    if left_out > 0 {
        line(
            out,
            &format!("  left out by the lens: {}", grouped(left_out)),
        )?;
    }
    if board.lens.has_dates() && whole.undated > 0 {
        let undated = grouped(whole.undated);
        let text = format!("without a date, and so outside of a lens with dates: {undated}");
        line(out, &format!("    of all feedback here {text}"))?;
    }
    if sheet.undated > 0 {
        let undated = grouped(sheet.undated);
        line(
            out,
            &format!("  without a date: {undated}, counted here and in no week"),
        )?;
    }
    Ok(())
}

fn sum(counts: &Counts) -> String {
    let [all, complaints, neutral, praise, unscored] = [
        counts.feedback(),
        counts.complaints,
        counts.neutral,
        counts.praise,
        counts.unscored,
    ]
    .map(grouped);
    format!(
        "{all} = {complaints} complaints + {neutral} neutral + {praise} praise + {unscored} unscored"
    )
}

/// Writes what each rule brought.
pub(super) fn rules(explained: Explained<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    title(out, "Rules")?;
    let (sources, coverage) = (explained.subject.sources, explained.coverage);
    let mut lines = Vec::new();
    for (place, rule) in explained.rules.iter().enumerate() {
        if rule.touchpoint != explained.touchpoint {
            continue;
        }
        let source = rule.source.and_then(|source| sources.get(source));
        let source = source.map_or_else(String::new, |s| format!(" in {}", one_line(&s.id)));
        let count = coverage.rule(place);
        let told = format!("{}{source}: ", one_line(&rule.place)) + &looks_for(&rule.evidence);
        lines.push((count.caught, told));
        if count.met > count.caught {
            let away = grouped(count.met - count.caught);
            lines.push((0, format!("  meet it and count elsewhere: {away}")));
        }
    }
    for (source, counts) in sources.iter().zip(&coverage.sources) {
        let named = counts.named.get(explained.touchpoint.index()).copied();
        let named = named.unwrap_or_default();
        if let (Some(column), true) = (&source.columns.touchpoint, named > 0) {
            let told = format!(
                "the column {} of {}",
                one_line(column),
                one_line(&source.id)
            );
            lines.push((named, told));
        }
    }
    if lines.is_empty() {
        return line(out, "  no rule and no column leads here");
    }
    line(out, "      rows  brought by")?;
    for (rows, told) in lines {
        let rows = if told.starts_with(' ') {
            String::new()
        } else {
            grouped(rows)
        };
        line(out, &format!("{rows:>10}  {told}"))?;
    }
    let rows = coverage.rows_at(explained.touchpoint);
    wrapped(
        out,
        2,
        &format!(
            "{} rows in all: a row counts here once, however many rules it meets",
            grouped(rows)
        ),
    )?;
    let counted = explained.sheet().counts.feedback();
    if rows != counted {
        let text = "a row of a source that was counted beforehand stands for as much feedback as its \
                    own numbers say";
        wrapped(out, 2, &format!("{} feedback: {text}", grouped(counted)))?;
    }
    Ok(())
}
