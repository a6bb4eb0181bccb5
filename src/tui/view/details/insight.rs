//! The numbers beyond the counts: pain, those who passed, targets, fixes, churn, and the segments.

use super::paper::Paper;
use crate::board::{Against, Fix, PassingRate, reason};
use crate::journey::{AimMeasure, TouchpointIndex};
use crate::measures::{Interval, Standing, Unsaid, Verdict};
use crate::tui::insight::Insight;
use crate::tui::state::{Screen, State};
use crate::tui::text;
use crate::tui::view::number::count;
use ratatui::text::Span;

/// How many segments are shown.
const SEGMENTS: usize = 8;

/// Writes what is known of a touchpoint; in full, also what cannot be said.
pub(super) fn write(paper: &mut Paper, state: &State, index: TouchpointIndex) {
    let Some(insight) = &state.insight else {
        if state.screen == Screen::Touchpoint {
            let waits = "the rest is being computed: this journey is long";
            paper.text("numbers", waits, paper.theme.dim());
        }
        return;
    };
    let sheet = state.board.touchpoint(index);
    if let Ok(pain) = &sheet.pain {
        let share = sheet.pain_share.as_ref().ok();
        let share = share.map_or_else(String::new, |share| {
            format!(", {:.1} % of the journey's", share.share)
        });
        paper.text(
            "pain",
            &format!("{}{share}", number(pain.severity)),
            paper.theme.text(),
        );
    }
    write_rates(paper, state, insight, index);
    write_standing(paper, state, insight, index);
    for fix in &insight.fixes {
        write_fix(paper, state, index, fix);
    }
    super::promises::write(paper, state, index, &insight.fixes);
}

fn write_rates(paper: &mut Paper, state: &State, insight: &Insight, index: TouchpointIndex) {
    let theme = paper.theme;
    match &insight.rate {
        Ok(passing) => paper.text("passed", &passed(passing), theme.text()),
        Err(why) => unsaid(paper, state, index, "passed", why),
    }
    match &insight.saving {
        Ok(saving) if saving.per_thousand > 0.0 => {
            let said = format!(
                "{:.1} complaints {} of 1,000 started",
                saving.per_thousand,
                range(saving.range, 1)
            );
            paper.text("fix saves", &said, theme.text());
        }
        Ok(_) => {}
        Err(why) => unsaid(paper, state, index, "fix saves", why),
    }
    match &insight.lift {
        Ok(lift) => {
            let said = format!(
                "{:+.1} points {} for the {} who complained",
                lift.difference,
                range(lift.interval, 1),
                lift.complained.group.of
            );
            paper.text("churn", &said, theme.text());
        }
        Err(Unsaid::NoCustomers) => {}
        Err(why) => unsaid(paper, state, index, "churn", why),
    }
}

/// How many passed and how many of them complain; where nobody has spoken, that alone: a share of none
/// would read as if all were well.
fn passed(passing: &PassingRate) -> String {
    let about = if passing.against == Against::Visits {
        ""
    } else {
        "by shares, "
    };
    let Some(rate) = &passing.rate else {
        let passed = count(passing.passed.round() as u64);
        return format!("{passed}, {about}and none of them has spoken here");
    };
    format!(
        "{:.1} of 1,000 who passed complain {}, {about}n {:.0}",
        rate.per_thousand,
        range(rate.interval, 1),
        rate.exposure
    )
}

fn write_standing(paper: &mut Paper, state: &State, insight: &Insight, index: TouchpointIndex) {
    let theme = paper.theme;
    let rate = || insight.rate.clone();
    let all = state.board.standing(&state.workspace.journeys, index, rate);
    for measured in all {
        let decimals = if measured.aim.measure == AimMeasure::Ces {
            2
        } else {
            1
        };
        let aim = format!(
            "{} {:.decimals$}",
            measured.aim.measure.key(),
            measured.aim.value
        );
        let (said, style) = match &measured.gap {
            Ok(gap) => {
                let (word, style) = match gap.standing {
                    Standing::Met => ("met", theme.good()),
                    Standing::Missed => ("missed", theme.bad()),
                    Standing::Open => ("open, chance could explain the gap", theme.text()),
                };
                (
                    format!("{aim}: {word}, gap {:+.decimals$}", gap.value),
                    style,
                )
            }
            Err(why) => {
                let why = reason(why, &state.workspace.journeys, state.journey().unwrap_or(0));
                (format!("{aim}: {why}"), theme.dim())
            }
        };
        let source = measured.aim.source.as_deref();
        let source = source.map_or_else(String::new, |source| format!(" ({source})"));
        paper.text(measured.mark.word(), &format!("{said}{source}"), style);
    }
}

pub(super) fn write_fix(paper: &mut Paper, state: &State, index: TouchpointIndex, fix: &Fix) {
    let theme = paper.theme;
    let actions = &state.workspace.journeys.touchpoint(index).actions;
    let title = actions
        .get(fix.action)
        .map_or("", |action| action.title.as_str());
    let style = match fix.verdict() {
        Verdict::Better => theme.good(),
        Verdict::Worse => theme.bad(),
        Verdict::NotShownYet => theme.text(),
    };
    let said = format!("{}: {title}, {}", fix.verdict().words(), fix.shipped);
    paper.text("fixed", &said, style);
    let ratio = fix
        .comparison
        .as_ref()
        .ok()
        .and_then(|found| found.ratio.as_ref().ok());
    let more = match (ratio, &fix.comparison) {
        (Some(ratio), _) => format!(
            "{} complaints before, {} since: rate times {:.2} {}",
            fix.before.events,
            fix.after.events,
            ratio.value,
            range(ratio.interval, 2)
        ),
        (None, Err(why)) => why.sentence(),
        (None, Ok(_)) => String::new(),
    };
    paper.text("", &more, theme.dim());
    if fix.verdict() == Verdict::NotShownYet
        && let Ok(weeks) = fix.weeks_to_show
    {
        let said = format!("a halving would show in {weeks} more weeks");
        paper.text("", &said, theme.dim());
    }
}

/// How many columns a segment's share, interval and q take beside its name, and q alone.
const NARROW: usize = 26;
const Q: usize = 8;

/// Writes the segments that could be tested, each against all others.
pub(super) fn write_segments(paper: &mut Paper, state: &State) {
    let Some(insight) = state
        .insight
        .as_ref()
        .filter(|one| !one.segments.is_empty())
    else {
        return;
    };
    paper.gap();
    let theme = paper.theme;
    let room = paper.room();
    let roomy = room >= NARROW + 6;
    let beside = if roomy { 32 } else { NARROW - Q };
    let name = room.saturating_sub(beside).clamp(4, 24);
    for (place, (segment, cell)) in insight.segments.iter().take(SEGMENTS).enumerate() {
        let (style, mark) = match (cell.q <= 0.05, cell.share > cell.others) {
            (true, true) => (theme.bad(), theme.glyph("▲", "^")),
            (true, false) => (theme.good(), theme.glyph("▼", "v")),
            (false, _) => (theme.text(), " "),
        };
        let label = if place == 0 { "segments" } else { "" };
        let (named, ends) = (text::pad(segment, name), range(cell.interval, 0));
        let said = if roomy {
            format!("{named} {:>3.0} % {ends:<11} q {:.3}", cell.share, cell.q)
        } else {
            format!("{named}{mark}{:>3.0} % {ends}", cell.share)
        };
        paper.spans(label, vec![Span::styled(said, style)]);
    }
    let more = insight.segments.len().saturating_sub(SEGMENTS);
    let more = if more > 0 {
        format!("{more} more; ")
    } else {
        String::new()
    };
    let said = if roomy {
        format!("{more}share that complains, against all others; q: false discovery rate")
    } else {
        let (above, below) = (theme.glyph("▲", "^"), theme.glyph("▼", "v"));
        format!("{more}share that complains; {above} more than all others, {below} less")
    };
    paper.text("", &said, theme.dim());
}

/// Why something is not there; only where a touchpoint has the screen to itself.
fn unsaid(paper: &mut Paper, state: &State, index: TouchpointIndex, label: &str, why: &Unsaid) {
    if state.screen == Screen::Touchpoint {
        let journey = state.workspace.journeys.touchpoint(index).journey;
        let why = reason(why, &state.workspace.journeys, journey);
        paper.text(label, &why, paper.theme.dim());
    }
}

fn range(interval: Interval, decimals: usize) -> String {
    format!(
        "({:.decimals$} to {:.decimals$})",
        interval.low, interval.high
    )
}

/// A sum of severities: whole where it is.
fn number(value: f64) -> String {
    if value.fract() == 0.0 {
        count(value as u64)
    } else {
        format!("{value:.1}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::measures::{Incidence, contact_rate};

    #[test]
    fn where_nobody_has_spoken_no_share_is_said() {
        let said = |events, against, silent: bool| {
            let rate = contact_rate(&Incidence::new(events, 156_961.0)).ok();
            let rate = rate.filter(|_| !silent);
            passed(&PassingRate {
                rate,
                passed: 156_961.0,
                against,
            })
        };
        assert_eq!(
            said(0, Against::Visits, true),
            "156,961, and none of them has spoken here"
        );
        assert_eq!(
            said(0, Against::VisitsByShares, true),
            "156,961, by shares, and none of them has spoken here"
        );
        assert_eq!(
            said(314, Against::Visits, false),
            "2.0 of 1,000 who passed complain (1.8 to 2.2), n 156961"
        );
    }
}
