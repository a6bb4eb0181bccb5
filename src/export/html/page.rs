//! The page itself, from its title to its legend.

use super::actions::actions;
use super::changes::changes;
use super::data::{data, legend};
use super::escape::text;
use super::head::head;
use super::hurt::hurt;
use super::journeys::journeys;
use super::minute::minute;
use super::owners::owners;
use super::segments::segments;
use super::star::star;
use super::steps::steps;
use crate::export::Subject;
use crate::export::depth::Depth;
use crate::export::number::grouped;
use std::io;

/// The sections in order: anchor and name, as the page's own table of contents lists them.
const SECTIONS: [(&str, &str); 8] = [
    ("hurt", "Where it hurts"),
    ("journeys", "Journeys"),
    ("changes", "Trends"),
    ("segments", "Segments"),
    ("actions", "Actions"),
    ("owners", "Owners"),
    ("all", "Every touchpoint"),
    ("data", "Data"),
];

/// Writes the page. Fails only when `out` does.
pub fn html(subject: Subject<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let title = subject
        .charter
        .title
        .as_deref()
        .unwrap_or("Customer journeys");
    let depths: Vec<Depth<'_>> = subject
        .journeys()
        .map(|(place, _)| Depth::of(subject, place))
        .collect();
    out.write_all(head(&format!("{title}: where it hurts")).as_bytes())?;
    let sections = [
        minute(subject, &depths),
        hurt(subject, &depths),
        journeys(subject),
        changes(subject, &depths),
        segments(subject, &depths),
        actions(subject, &depths),
        owners(subject),
        steps(subject),
        data(subject),
        legend(subject),
    ]
    .concat();
    let parts = [
        "<body>\n<a class=\"skip\" href=\"#main\">Skip to the numbers</a>\n".to_owned(),
        banner(subject, title, &sections),
        "<main id=\"main\">\n".to_owned(),
        sections,
        "</main>\n".to_owned(),
        footer(subject),
        "</body>\n</html>\n".to_owned(),
    ];
    parts
        .iter()
        .try_for_each(|part| out.write_all(part.as_bytes()))
}

/// Whose page it is, what it is all for, and where to go.
fn banner(subject: Subject<'_>, title: &str, sections: &str) -> String {
    // A section with nothing to say is not there, and nothing leads to it.
    let there = |anchor: &str| sections.contains(&format!(" id=\"{anchor}\""));
    let links: Vec<String> = SECTIONS
        .iter()
        .filter(|(anchor, _)| there(anchor))
        .map(|(anchor, name)| format!("<li><a href=\"#{anchor}\">{name}</a></li>"))
        .collect();
    format!(
        "<header>\n<div class=\"top\"><h1>{}<span class=\"sub\"> Where it hurts</span></h1>\n<p class=\"seen\">{}</p></div>\n\
         {}<nav aria-label=\"Sections\"><ul>{}</ul></nav>\n</header>\n",
        text(title),
        seen(subject),
        star(subject),
        links.concat()
    )
}

/// Which feedback the page speaks of.
fn seen(subject: Subject<'_>) -> String {
    let (lens, counts) = (&subject.board.lens, &subject.board.totals.counts);
    let mut parts = vec![match subject.board.days {
        Some((first, last)) => format!("Feedback from {first} to {last}"),
        None if counts.feedback() == 0 => "No feedback yet".to_owned(),
        None => "Feedback without dates".to_owned(),
    }];
    parts.push(format!(
        "{} answers and tickets at touchpoints",
        grouped(counts.feedback())
    ));
    for (what, chosen) in [
        ("journeys", &lens.journeys),
        ("sources", &lens.sources),
        ("segments", &lens.segments),
    ] {
        if !chosen.is_empty() {
            let names = chosen.iter().map(|name| match name.as_str() {
                "" => "(none)".to_owned(),
                name => text(name),
            });
            parts.push(format!(
                "only {what}: {}",
                names.collect::<Vec<_>>().join(", ")
            ));
        }
    }
    parts.join(" · ")
}

fn footer(subject: Subject<'_>) -> String {
    let through = subject
        .board
        .days
        .map(|(_, last)| format!(", with feedback through {last}"));
    format!(
        "<footer><p>Drawn by pothole from journeys kept as text and from customers’ own feedback{}. Nothing \
         in this file is loaded from elsewhere and nothing in it runs.</p></footer>\n",
        through.unwrap_or_default()
    )
}
