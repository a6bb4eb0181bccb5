//! Touchpoint by source: where each hears customers, where nobody does, and where sources contradict each
//! other.

use super::Board;
use crate::feedback::{Overlay, Source, Speaks};
use crate::journey::{Journeys, TouchpointIndex};
use crate::measures::{Counts, SegmentCell, segment_grid};

/// What sources say of one touchpoint together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Accord {
    /// Nobody hears customers here.
    Nobody,
    /// One source alone hears them.
    Alone,
    /// Several do, but fewer than two of them say enough, both ways, to be compared.
    Untold,
    /// Those that can be compared do not contradict each other, as far as is shown.
    NoContradiction,
    /// At least one says something else than the others, beyond what chance explains.
    Contradiction,
}

impl Accord {
    /// A word or two for it.
    pub fn words(self) -> &'static str {
        match self {
            Self::Nobody => "nobody hears",
            Self::Alone => "one alone",
            Self::Untold => "not comparable",
            Self::NoContradiction => "no contradiction",
            Self::Contradiction => "contradict",
        }
    }
}

/// One touchpoint's line of the grid.
#[derive(Clone, Debug, PartialEq)]
pub struct ChorusLine {
    /// The touchpoint.
    pub touchpoint: TouchpointIndex,
    /// What each source heard there, in their order.
    pub counts: Vec<Counts>,
    /// The sources that could be compared, each against all others that could: `segment` of a cell is the
    /// source's place.
    pub cells: Vec<SegmentCell>,
    /// What they say together.
    pub accord: Accord,
}

/// What several sources are as one ear of the organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Department {
    /// Its name; empty for sources that declare none.
    pub name: String,
    /// Its sources, as places in the workspace's order.
    pub sources: Vec<usize>,
    /// How many touchpoints it hears customers at.
    pub hears: usize,
}

/// The grid of the journeys the lens shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Chorus {
    /// The ids of the sources, in the workspace's order.
    pub sources: Vec<String>,
    /// Whether a source can speak both ways, and so be compared.
    pub both_ways: Vec<bool>,
    /// Departments, in the order in which sources name them; those of none last.
    pub departments: Vec<Department>,
    /// The touchpoints, in the workspace's order.
    pub lines: Vec<ChorusLine>,
}

/// The false discovery rate at which sources count as contradicting each other.
const FOUND: f64 = 0.05;

impl Chorus {
    /// Lays the grid under the board's lens. Complaint shares are compared by Fisher's exact test of each
    /// source against the others at the same touchpoint, corrected over all tests of the grid.
    pub fn of(board: &Board, journeys: &Journeys, overlay: &Overlay, sources: &[Source]) -> Self {
        let tally = &overlay.tally;
        let ground = board.lens.ground(tally);
        let shown = journeys.touchpoints();
        let shown = shown.filter(|(_, one)| board.lens.shows(journeys, one.journey));
        let mut lines: Vec<ChorusLine> = Vec::new();
        for (index, _) in shown {
            let mut counts = vec![Counts::default(); sources.len()];
            for entry in ground.of(tally, index) {
                let reading = tally.readings.get(usize::from(entry.reading));
                let cell = counts.get_mut(usize::from(entry.source));
                if let (Some(cell), Some(reading)) = (cell, reading) {
                    cell.add(reading.polarity, entry.count);
                }
            }
            lines.push(ChorusLine {
                touchpoint: index,
                counts,
                cells: Vec::new(),
                accord: Accord::Nobody,
            });
        }
        let both_ways: Vec<bool> = (sources.iter().enumerate())
            .map(|(at, source)| speaks_both_ways(source, at, &lines))
            .collect();
        compare(&mut lines, &both_ways, board.least_rows);
        Self {
            sources: sources.iter().map(|source| source.id.clone()).collect(),
            departments: departments(sources, &lines),
            both_ways,
            lines,
        }
    }

    /// How many touchpoints come to this.
    pub fn count(&self, accord: Accord) -> usize {
        let lines = self.lines.iter();
        lines.filter(|line| line.accord == accord).count()
    }

    /// The line of a touchpoint.
    pub fn line(&self, touchpoint: TouchpointIndex) -> Option<&ChorusLine> {
        let mut lines = self.lines.iter();
        lines.find(|line| line.touchpoint == touchpoint)
    }
}

/// A source whose every row is a complaint has a share of 100 everywhere, whatever customers feel.
fn speaks_both_ways(source: &Source, at: usize, lines: &[ChorusLine]) -> bool {
    let mut all = Counts::default();
    for line in lines {
        all.merge(&line.counts[at]);
    }
    !matches!(source.speaks, Speaks::Always(_))
        && all.complaints > 0
        && all.complaints < all.polar()
}

/// Tests what can be compared, and says what each line comes to.
fn compare(lines: &mut [ChorusLine], both_ways: &[bool], least: u64) {
    let silent = |counts: &Counts, speaks: &bool| if *speaks { *counts } else { Counts::default() };
    let grid: Vec<Vec<Counts>> = (lines.iter())
        .map(|line| {
            line.counts
                .iter()
                .zip(both_ways)
                .map(|(c, b)| silent(c, b))
                .collect()
        })
        .map(|row: Vec<Counts>| enough(row, least))
        .collect();
    for cell in segment_grid(&grid, least) {
        if let Some(line) = lines.get_mut(cell.touchpoint) {
            line.cells.push(cell);
        }
    }
    for line in lines {
        let heard = line
            .counts
            .iter()
            .filter(|counts| counts.feedback() > 0)
            .count();
        line.accord = match (heard, line.cells.len()) {
            (0, _) => Accord::Nobody,
            (1, _) => Accord::Alone,
            (_, 0 | 1) => Accord::Untold,
            _ if line.cells.iter().any(|cell| cell.q <= FOUND) => Accord::Contradiction,
            _ => Accord::NoContradiction,
        };
    }
}

/// Sources with too few rows are left out, so that they are no part of the others either.
fn enough(row: Vec<Counts>, least: u64) -> Vec<Counts> {
    let keep = |counts: Counts| {
        if counts.polar() >= least.max(1) {
            counts
        } else {
            Counts::default()
        }
    };
    row.into_iter().map(keep).collect()
}

fn departments(sources: &[Source], lines: &[ChorusLine]) -> Vec<Department> {
    let mut departments: Vec<Department> = Vec::new();
    for (at, source) in sources.iter().enumerate() {
        let name = source.department.as_deref().unwrap_or_default();
        match departments.iter_mut().find(|known| known.name == name) {
            Some(known) => known.sources.push(at),
            None => departments.push(Department {
                name: name.to_owned(),
                sources: vec![at],
                hears: 0,
            }),
        }
    }
    departments.sort_by_key(|department| department.name.is_empty());
    for department in &mut departments {
        let hears = |line: &&ChorusLine| {
            let mut own = department
                .sources
                .iter()
                .filter_map(|at| line.counts.get(*at));
            own.any(|counts| counts.feedback() > 0)
        };
        department.hears = lines.iter().filter(hears).count();
    }
    departments
}
