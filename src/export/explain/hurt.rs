//! The measures beyond the first ones, each with what it was made from: pain, contact rate, weeks, fixes,
//! segments, what a fix would save, churn, targets.

use super::{Explained, title};
use crate::board::{Board, PassingRate};
use crate::export::column::{line, wrapped};
use crate::export::depth::Depth;
use crate::export::number::{brief, fine, grouped, odds};
use crate::export::text::one_line;
use crate::measures::trend::Growth;
use crate::measures::{Interval, Unsaid};
use std::io;

/// Writes them all.
pub(super) fn hurt(explained: Explained<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let depth = Depth::of(explained.subject, explained.place().journey);
    pain(explained, &depth, out)?;
    contact_rate(explained, &depth, out)?;
    weeks(explained, &depth, out)?;
    fixes(explained, &depth, out)?;
    segments(explained, &depth, out)?;
    saving(explained, &depth, out)?;
    churn(explained, &depth, out)?;
    standing(explained, &depth, out)
}

fn unsaid(depth: &Depth<'_>, why: &Unsaid, out: &mut dyn io::Write) -> io::Result<()> {
    wrapped(out, 2, &depth.reason(why))
}

fn range(interval: Interval) -> String {
    format!("{} to {}", brief(interval.low), brief(interval.high))
}

fn pain(explained: Explained<'_>, depth: &Depth<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    title(
        out,
        "Pain = summed severity, or complaints where none says how severe it is",
    )?;
    let sheet = explained.sheet();
    let pain = match &sheet.pain {
        Ok(pain) => pain,
        Err(why) => return unsaid(depth, why, out),
    };
    let (complaints, saying) = (grouped(pain.complaints), grouped(sheet.severity.of));
    let sum = fine(pain.severity);
    line(
        out,
        &format!("  {complaints} complaints, {saying} of them say how severe: {sum}"),
    )?;
    match &sheet.pain_share {
        Ok(share) => {
            let (part, together) = (brief(share.share), brief(share.together));
            let told =
                format!("{part} % of the journey's pain; {together} % with all that hurt more");
            wrapped(out, 2, &told)
        }
        Err(why) => unsaid(depth, why, out),
    }
}

fn contact_rate(
    explained: Explained<'_>,
    depth: &Depth<'_>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    title(
        out,
        "Contact rate = 1,000 x complaints / customers who passed",
    )?;
    match depth.contact_rate(explained.touchpoint) {
        Ok(passing) => {
            let told = if let Some(rate) = &passing.rate {
                format!(
                    "1,000 x {} / {} = {}, exact 95 % interval {}, {}",
                    grouped(rate.contacts),
                    brief(rate.exposure),
                    brief(rate.per_thousand),
                    range(rate.interval),
                    passing.against.words()
                )
            } else {
                let passed = grouped(passing.passed.round() as u64);
                format!("{passed} passed, and none of them has spoken here")
            };
            wrapped(out, 2, &told)?;
        }
        Err(why) => unsaid(depth, &why, out)?,
    }
    let whole = depth.whole.as_ref().map_err(Unsaid::clone);
    match whole.and_then(PassingRate::said) {
        Ok(rate) => {
            let (contacts, started) = (grouped(rate.contacts), brief(rate.exposure));
            let told = format!(
                "of the whole journey: 1,000 x {contacts} / {started} who start = {}, {}",
                brief(rate.per_thousand),
                range(rate.interval)
            );
            wrapped(out, 2, &told)
        }
        Err(why) => wrapped(
            out,
            2,
            &format!("of the whole journey it {}", depth.reason(&why)),
        ),
    }
}

fn weeks(explained: Explained<'_>, depth: &Depth<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    title(
        out,
        "Weeks: u-chart limits, exact tails, and a CUSUM for slow rises",
    )?;
    let trend = depth.trend(explained.touchpoint);
    let alarms = match &trend.alarms {
        Ok(alarms) => alarms,
        Err(why) => return unsaid(depth, why, out),
    };
    let (judged, open) = (alarms.judged, alarms.unjudged);
    let told = format!(
        "{judged} weeks judged, {open} not; {}",
        trend.against.words()
    );
    wrapped(out, 2, &told)?;
    for (week, spike) in trend.spikes() {
        let (seen, expected) = (grouped(spike.seen), brief(spike.expected));
        let (limit, tail) = (brief(spike.limit), odds(spike.tail));
        let told = format!(
            "{week} spiked: {seen} complaints, {expected} expected, limit {limit}, chance {tail}"
        );
        wrapped(out, 2, &told)?;
        let grown = &explained.subject.testimony.grown;
        if let Some(grown) = grown.get(&(explained.touchpoint, week)) {
            more("words", &grown.words, out)?;
            more("tags", &grown.tags, out)?;
        }
    }
    for drift in &alarms.drifts {
        if let (Some(from), Some(to)) = (trend.week(drift.from), trend.week(drift.to)) {
            let (seen, expected) = (grouped(drift.seen), brief(drift.expected));
            let told =
                format!("rose slowly {from} to {to}: {seen} complaints, {expected} expected");
            wrapped(out, 2, &told)?;
        }
    }
    if alarms.spikes.is_empty() && alarms.drifts.is_empty() {
        line(out, "  no week stands out, and nothing slowly rises")?;
    }
    Ok(())
}

/// What grew most in a week that spiked; nothing where nothing did.
fn more(what: &str, grown: &[Growth], out: &mut dyn io::Write) -> io::Result<()> {
    if grown.is_empty() {
        return Ok(());
    }
    let told = grown.iter().map(|growth| {
        let (word, now, before) = (one_line(&growth.word), growth.now, growth.before);
        format!("{word} ({now}, before {before})")
    });
    let told: Vec<String> = told.collect();
    wrapped(
        out,
        4,
        &format!("{what} that grew most: {}", told.join(", ")),
    )
}

fn fixes(explained: Explained<'_>, depth: &Depth<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let fixes = depth.fixes(explained.touchpoint);
    if fixes.is_empty() {
        return Ok(());
    }
    title(
        out,
        "Before and after: the exact conditional test of two rates",
    )?;
    for fix in fixes {
        let action = explained.place().actions.get(fix.action);
        let name = action.map_or_else(String::new, |action| one_line(&action.title));
        let verdict = fix.verdict().words();
        wrapped(
            out,
            2,
            &format!("{name}, shipped {}: {verdict}", fix.shipped),
        )?;
        let told = format!(
            "{} complaints of {} before, {} of {} since, {}",
            grouped(fix.before.events),
            brief(fix.before.exposure),
            grouped(fix.after.events),
            brief(fix.after.exposure),
            fix.against.words()
        );
        wrapped(out, 4, &told)?;
        match &fix.comparison {
            Ok(found) => {
                if let Ok(ratio) = &found.ratio {
                    let (low, high) = (fine(ratio.interval.low), fine(ratio.interval.high));
                    let told = format!(
                        "rate ratio {}, 95 % interval {low} to {high}",
                        fine(ratio.value)
                    );
                    wrapped(out, 4, &told)?;
                }
                let (better, worse) = (odds(found.p_better), odds(found.p_worse));
                wrapped(
                    out,
                    4,
                    &format!("one-sided p: {better} better, {worse} worse"),
                )?;
            }
            Err(why) => wrapped(out, 4, &depth.reason(why))?,
        }
    }
    Ok(())
}

fn segments(
    explained: Explained<'_>,
    depth: &Depth<'_>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let cells = depth.grid.of(explained.touchpoint);
    if cells.is_empty() {
        return Ok(());
    }
    title(
        out,
        "Segments: each against all others, Fisher's exact test, Benjamini-Hochberg",
    )?;
    for (name, cell) in cells {
        let told = format!(
            "{}: {} of {} = {} % ({}), others {} %, p {}, q {}",
            one_line(name),
            grouped(cell.counts.complaints),
            grouped(cell.counts.polar()),
            brief(cell.share),
            range(cell.interval),
            brief(cell.others),
            odds(cell.p),
            odds(cell.q)
        );
        wrapped(out, 2, &told)?;
    }
    Ok(())
}

fn saving(explained: Explained<'_>, depth: &Depth<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    title(
        out,
        "Fix this step = 1,000 x visits x (rate - the journey's median rate)",
    )?;
    match depth.saving(explained.touchpoint) {
        Ok(saving) => {
            let (saves, ends) = (brief(saving.per_thousand), range(saving.range));
            wrapped(
                out,
                2,
                &format!("{saves} complaints of 1,000 started, range {ends}"),
            )
        }
        Err(why) => unsaid(depth, &why, out),
    }
}

fn churn(explained: Explained<'_>, depth: &Depth<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    title(
        out,
        "Churn lift = churn of those who complained less churn of those who did not",
    )?;
    match Board::churn_lift(explained.subject.overlay, explained.touchpoint) {
        Ok(lift) => {
            let group = |churn: &crate::measures::Churn| {
                let (lost, of) = (grouped(churn.group.lost), grouped(churn.group.of));
                format!("{lost} of {of} = {} %", brief(churn.rate))
            };
            let told = format!(
                "{} less {}: {} points, 95 % interval {}",
                group(&lift.complained),
                group(&lift.content),
                brief(lift.difference),
                range(lift.interval)
            );
            wrapped(out, 2, &told)
        }
        Err(why) => unsaid(depth, &why, out),
    }
}

fn standing(
    explained: Explained<'_>,
    depth: &Depth<'_>,
    out: &mut dyn io::Write,
) -> io::Result<()> {
    let all = depth.standing(explained.touchpoint);
    if all.is_empty() {
        return Ok(());
    }
    title(out, "Targets and benchmarks")?;
    for measured in all {
        let (mark, key) = (measured.mark.word(), measured.aim.measure.key());
        let aim = fine(measured.aim.value);
        let source = measured.aim.source.as_deref().map(one_line);
        let source = source.map_or_else(String::new, |source| format!(" (says {source})"));
        let told = match (&measured.value, &measured.gap) {
            (Ok(value), Ok(gap)) => format!("{} against it, gap {}", fine(*value), fine(gap.value)),
            (Err(why), _) | (_, Err(why)) => depth.reason(why),
        };
        wrapped(out, 2, &format!("{mark} {key} {aim}{source}: {told}"))?;
    }
    Ok(())
}
