//! Who hears customers where, and who contradicts whom: the last part of the coverage report.

mod csv;
mod record;

pub use csv::chorus_csv;
pub(super) use record::ChorusRecord;

use super::handout::{Grid, Handout, Paper, Side};
use super::number::{brief, grouped, odds};
use crate::board::{Accord, Chorus, ChorusLine};
use crate::feedback::Source;
use crate::journey::Journeys;
use std::io;

/// The grid with the names it speaks of.
#[derive(Clone, Copy, Debug)]
pub struct Voices<'a> {
    /// Every journey.
    pub journeys: &'a Journeys,
    /// Where feedback comes from.
    pub sources: &'a [Source],
    /// The grid.
    pub chorus: &'a Chorus,
}

/// How many sources stand side by side on one page of 80 columns.
const SIDE_BY_SIDE: usize = 5;

/// Writes the grid as a page. Fails only when `out` does.
pub fn chorus(voices: Voices<'_>, paper: Paper, out: &mut dyn io::Write) -> io::Result<()> {
    let mut page = Handout::default();
    page.heading("Who hears customers where");
    page.words(summary(voices.chorus));
    departments(voices, &mut page);
    let sources: Vec<usize> = (0..voices.chorus.sources.len()).collect();
    for some in sources.chunks(SIDE_BY_SIDE) {
        page.table(grid(voices, some));
    }
    contradictions(voices, &mut page);
    page.print(paper, out)
}

fn summary(chorus: &Chorus) -> String {
    let [nobody, alone, untold, fine, contradict] = [
        Accord::Nobody,
        Accord::Alone,
        Accord::Untold,
        Accord::NoContradiction,
        Accord::Contradiction,
    ]
    .map(|accord| chorus.count(accord));
    let several = untold + fine + contradict;
    format!(
        "Of {} touchpoints, {nobody} are heard by nobody, {alone} by one source alone, {several} by \
         several. Of these, {contradict} show a contradiction, {fine} show none, and {untold} cannot be \
         compared.",
        chorus.lines.len()
    )
}

fn departments(voices: Voices<'_>, page: &mut Handout) {
    let chorus = voices.chorus;
    // "No department hears customers" would read as the opposite of what is meant.
    let hears = |name: &str| match name {
        "" => "sources without a department hear customers".to_owned(),
        name => format!("{name} hears customers"),
    };
    let items = chorus.departments.iter().map(|department| {
        let own = department
            .sources
            .iter()
            .filter_map(|at| chorus.sources.get(*at));
        let own: Vec<&str> = own.map(String::as_str).collect();
        format!(
            "{} at {} of {} touchpoints ({}).",
            hears(&department.name),
            department.hears,
            chorus.lines.len(),
            own.join(", ")
        )
    });
    page.list(items.collect());
}

/// A block of the grid: some sources beside each touchpoint. A dot stands where a source hears nobody.
fn grid(voices: Voices<'_>, sources: &[usize]) -> Grid {
    let names = sources
        .iter()
        .filter_map(|at| voices.chorus.sources.get(*at));
    let mut columns = vec![("touchpoint", Side::Left)];
    columns.extend(names.map(|name| (name.as_str(), Side::Right)));
    columns.push(("", Side::Left));
    let mut grid = Grid::new(&columns);
    for line in &voices.chorus.lines {
        let mut row = vec![
            voices
                .journeys
                .touchpoint(line.touchpoint)
                .address
                .to_string(),
        ];
        row.extend(sources.iter().map(|at| heard(line, *at)));
        row.push(briefly(line.accord).to_owned());
        grid.row(row);
    }
    grid
}

/// What a line comes to, in few letters.
fn briefly(accord: Accord) -> &'static str {
    match accord {
        Accord::Nobody => "nobody",
        Accord::Alone => "one alone",
        Accord::Untold => "untested",
        Accord::NoContradiction => "none shown",
        Accord::Contradiction => "contradict",
    }
}

fn heard(line: &ChorusLine, source: usize) -> String {
    let count = line
        .counts
        .get(source)
        .map_or(0, crate::measures::Counts::feedback);
    if count == 0 {
        "·".to_owned()
    } else {
        grouped(count)
    }
}

fn contradictions(voices: Voices<'_>, page: &mut Handout) {
    page.heading("Where sources contradict each other");
    let mut items = Vec::new();
    for line in &voices.chorus.lines {
        if line.accord == Accord::Contradiction {
            items.push(contradiction(voices, line));
        }
    }
    if items.is_empty() {
        page.words(
            "None is shown. Sources that can speak both ways are compared where each has enough rows: the \
             complaint share of one against that of the others, corrected for how many were looked at.",
        );
    } else {
        page.list(items);
    }
}

/// What each of the sources compared says at a touchpoint, with its interval.
pub fn contradiction(voices: Voices<'_>, line: &ChorusLine) -> String {
    let said = line.cells.iter().map(|cell| {
        let id = voices
            .chorus
            .sources
            .get(cell.segment)
            .map_or("", String::as_str);
        let (share, low, high) = (cell.share, cell.interval.low, cell.interval.high);
        let of = grouped(cell.counts.polar());
        format!(
            "{id} {} % ({} to {}, n {of})",
            brief(share),
            brief(low),
            brief(high)
        )
    });
    let said: Vec<String> = said.collect();
    let surest = line.cells.iter().map(|cell| cell.q).fold(1.0, f64::min);
    let title = &voices.journeys.touchpoint(line.touchpoint).title;
    format!(
        "{title}: {} complain; q {}.",
        said.join(" against "),
        odds(surest)
    )
}
