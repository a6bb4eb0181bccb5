//! The page itself, from its title to its legend.

use super::actions::actions;
use super::aims::aims;
use super::books::books;
use super::changes::{changes, fixes};
use super::drivers::drivers;
use super::journeys::{journeys, steps};
use super::savings::savings;
use super::touchpoints::touchpoints;
use crate::export::Subject;
use crate::export::depth::Depth;
use crate::export::number::brief;
use crate::export::star::sentence;
use crate::export::text::markdown as escaped;
use std::io;

/// Writes a friction summary for a meeting, in Markdown. Fails only when `out` does.
pub fn markdown(subject: Subject<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let mut blocks = vec![heading(subject)];
    if let Some(star) = &subject.charter.north_star {
        blocks.push(format!("**North star:** {}\n", escaped(&star.statement)));
    }
    if let Some(star) = &subject.board.star {
        blocks.push(format!("{}\n", escaped(&sentence(star))));
    }
    blocks.push(seen(subject));
    let depths: Vec<Depth<'_>> = subject
        .journeys()
        .map(|(place, _)| Depth::of(subject, place))
        .collect();
    blocks.extend(touchpoints(subject, &depths));
    blocks.extend(changes(subject, &depths));
    blocks.extend(actions(subject));
    blocks.extend(fixes(subject, &depths));
    blocks.extend(savings(subject, &depths));
    blocks.extend(aims(subject, &depths));
    blocks.extend(drivers(subject));
    blocks.extend(journeys(subject, &depths));
    if !subject.board.lens.journeys.is_empty() {
        blocks.extend(steps(subject, &depths));
    }
    blocks.extend(books(subject));
    blocks.push(legend(subject));
    out.write_all(blocks.join("\n").as_bytes())
}

fn heading(subject: Subject<'_>) -> String {
    match &subject.charter.title {
        Some(title) => format!("# {}: where it hurts\n", escaped(title)),
        None => "# Where it hurts\n".to_owned(),
    }
}

/// Which feedback the page speaks of.
fn seen(subject: Subject<'_>) -> String {
    let lens = &subject.board.lens;
    let mut parts = vec![match subject.board.weeks {
        Some((first, last)) if first == last => format!("Feedback of week {first}"),
        Some((first, last)) => format!("Feedback of weeks {first} to {last}"),
        None => "Feedback without dates".to_owned(),
    }];
    if let Some(day) = lens.since {
        parts.push(format!("since {day}"));
    }
    if let Some(day) = lens.until {
        parts.push(format!("until {day}"));
    }
    for (what, chosen) in [
        ("journeys", &lens.journeys),
        ("sources", &lens.sources),
        ("segments", &lens.segments),
    ] {
        if !chosen.is_empty() {
            let names = chosen.iter().map(|name| match name.as_str() {
                "" => "(none)".to_owned(),
                name => escaped(name),
            });
            parts.push(format!("{what}: {}", names.collect::<Vec<_>>().join(", ")));
        }
    }
    format!("{}\n", parts.join("; "))
}

fn legend(subject: Subject<'_>) -> String {
    let thresholds = &subject.charter.thresholds;
    format!(
        "**How to read it.** *Friction* is what share of the feedback complains, at the very least: \
         the lower end of the 95 % interval of that share, from 0 to 100. A place is *hot* from {high} \
         on; with fewer than {least} rows nothing is said (–). *Pain* is how many are hurt and how much: \
         summed severity, or complaints where none says how severe it is; beside it, its part of the \
         journey's pain. *Complaints* are complaints of all \
         rows that say good, bad or neither. *NPS* is promoters less detractors, with its margin of \
         error; *CES* the mean effort score on its own scale and the share who found it easy; \
         *CSAT* the share of the two best answers; each with its 95 % interval and the number of \
         answers, n.\n",
        high = brief(thresholds.high).trim_end_matches(".0"),
        least = thresholds.least_rows,
    )
}
