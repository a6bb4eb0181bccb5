//! How often the lines of a map would cross, told from where each comes into a gutter and where it goes out: two
//! lines cross there when one must come in between the ends of the other. What the search for a better order
//! rests on, for maps small enough that every line is held against every other.

use super::Step;
use super::chord::{Chord, Edge};
use super::lanes::NOBODY;
use std::cmp::Ordering;

/// How far apart cards and alleys are on that edge, so that the lanes of an alley have room between.
const PLACE: u32 = 24;
/// The lanes of an alley from above: loops, lines past other stages, lines that enter the card below.
const THROUGH: Edge = 1 << 22;
const ABOVE: Edge = 1 << 23;
/// The right edge begins here.
const RIGHT: Edge = 1 << 60;

/// What counting once costs at least, in pairs of lines.
const LEAST: usize = 16;

/// What one line does below the cards of one column.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Under {
    /// It runs past.
    Past,
    /// It goes down to the next card.
    Down,
    /// It leaves the card above and runs back.
    Back,
}

/// All lines of a map and where their ends stand.
pub(super) struct Strands {
    /// Where each step begins and ends, by place within the journey.
    ends: Vec<(usize, usize)>,
    /// The column of each touchpoint, and its row.
    pub(super) stage: Vec<usize>,
    pub(super) row: Vec<usize>,
    /// The alley of each step past other stages.
    pub(super) alley: Vec<usize>,
    /// The steps that may have a line in each gutter; those of them that run in an alley; those in the alleys of
    /// each column; and those of them that go down the column or leave it backwards.
    gutters: Vec<Vec<usize>>,
    bends: Vec<Vec<usize>>,
    columns: Vec<Vec<usize>>,
    leaving: Vec<Vec<usize>>,
    /// The steps of each touchpoint, and the first and last gutter in which they have lines.
    steps: Vec<Vec<usize>>,
    reach: Vec<(usize, usize)>,
    /// Whether a touchpoint's row decides in which alley a line of its runs, so that it moves with it.
    leads: Vec<bool>,
    /// How often two lines may still be held against each other.
    pub(super) looks: usize,
}

/// The alley in which a line runs, and how far down that alley.
pub(super) type Lane = (usize, i64);

/// Crossings by gutter, together with those of the column left of it.
pub(super) type Count = Vec<usize>;

impl Strands {
    /// The lines of steps between cards that stand in columns, all as places within the journey.
    pub(super) fn of(columns: &[Vec<usize>], steps: &[Step], looks: usize) -> Self {
        let cards = columns.iter().flatten().filter(|card| **card != NOBODY);
        let count = cards.map(|card| card + 1).max().unwrap_or(0);
        let mut strands = Self {
            ends: steps.iter().map(|s| (s.from, s.to)).collect(),
            stage: vec![0; count],
            row: vec![0; count],
            alley: vec![0; steps.len()],
            gutters: vec![Vec::new(); columns.len() + 1],
            bends: vec![Vec::new(); columns.len() + 1],
            columns: vec![Vec::new(); columns.len() + 1],
            leaving: vec![Vec::new(); columns.len() + 1],
            steps: vec![Vec::new(); count],
            reach: vec![(columns.len(), 0); count],
            leads: vec![false; count],
            looks,
        };
        for (at, column) in columns.iter().enumerate() {
            let cards = column.iter().enumerate();
            for (row, card) in cards.filter(|(_, card)| **card != NOBODY) {
                strands.stage[*card] = at;
                strands.row[*card] = row;
            }
        }
        for step in 0..steps.len() {
            strands.enlist(step);
        }
        strands
    }

    /// Writes down where a step may have lines.
    fn enlist(&mut self, step: usize) {
        let (from, to) = self.ends[step];
        let (here, there) = (self.stage[from], self.stage[to]);
        self.alley[step] = self.row[from];
        self.leads[from] |= there <= here;
        self.leads[to] |= there == here;
        // Down a stage a line runs right of it, or left of it when it goes back up.
        let (first, last) = match there.cmp(&here) {
            Ordering::Greater => (here + 1, there),
            Ordering::Equal => (here, here + 1),
            Ordering::Less => (there, here),
        };
        for gutter in first..=last {
            self.gutters[gutter].push(step);
            if there != here + 1 {
                self.bends[gutter].push(step);
            }
        }
        for column in here.min(there)..=here.max(there) {
            self.columns[column].push(step);
        }
        if there <= here {
            self.leaving[here].push(step);
        }
        for card in [from, to] {
            let (low, high) = self.reach[card];
            // What loops cross below the card they leave is counted with the gutter right of it.
            self.reach[card] = (low.min(first), high.max(last).max(here + 1));
        }
        self.steps[from].push(step);
        if to != from {
            self.steps[to].push(step);
        }
    }

    /// The steps past other stages.
    pub(super) fn skips(&self) -> Vec<usize> {
        let steps = 0..self.ends.len();
        steps.filter(|step| self.is_skip(*step)).collect()
    }

    fn is_skip(&self, step: usize) -> bool {
        let (from, to) = self.ends[step];
        self.stage[to] > self.stage[from] + 1
    }

    /// By step, the alley it would run through past other stages, and how far down that alley.
    pub(super) fn lanes(&self) -> Vec<Lane> {
        let lane = |step: usize| (self.alley[step], self.level(step));
        (0..self.ends.len()).map(lane).collect()
    }

    /// How long the way of a step past other stages is.
    pub(super) fn length(&self, step: usize) -> usize {
        let (from, to) = self.ends[step];
        let alley = 2 * self.alley[step];
        alley.abs_diff(2 * self.row[from] + 1) + alley.abs_diff(2 * self.row[to] + 1)
    }

    /// All crossings.
    pub(super) fn count(&mut self) -> Count {
        let mut count = vec![0; self.gutters.len()];
        self.recount(&mut count, (0, self.gutters.len() - 1));
        count
    }

    fn recount(&mut self, count: &mut [usize], (first, last): (usize, usize)) {
        let counts = count.iter_mut().enumerate().take(last + 1);
        for (gutter, sum) in counts.skip(first) {
            let column = gutter.checked_sub(1);
            let beside = column.map_or(0, |column| self.in_column(column));
            *sum = self.in_gutter(gutter) + beside;
        }
    }

    /// Crossings of one step past other stages.
    pub(super) fn lone(&mut self, step: usize) -> usize {
        let (from, to) = self.ends[step];
        let gutters = self.stage[from] + 1..=self.stage[to];
        gutters.map(|gutter| self.alone(step, gutter)).sum()
    }

    /// Sends a step past other stages through another alley.
    pub(super) fn send(&mut self, count: &mut [usize], step: usize, alley: usize) {
        let (from, to) = self.ends[step];
        let stood = std::mem::replace(&mut self.alley[step], alley);
        let counts = count.iter_mut().enumerate().take(self.stage[to] + 1);
        for (gutter, sum) in counts.skip(self.stage[from] + 1) {
            let then = self.alone(step, gutter);
            self.alley[step] = stood;
            *sum = *sum + then - self.alone(step, gutter);
            self.alley[step] = alley;
        }
    }

    /// Lets two cards change places that stand one right below the other.
    pub(super) fn swap(&mut self, count: &mut [usize], upper: usize, lower: usize) {
        let alley = self.row[lower];
        let bends = |step: &usize| self.alley[*step] == alley && self.is_skip(*step);
        let mut steps = self.steps[upper].iter().chain(&self.steps[lower]);
        if self.leads[upper] || self.leads[lower] || steps.any(bends) {
            self.row.swap(upper, lower);
            let (one, other) = (self.reach[upper], self.reach[lower]);
            let last = one.1.max(other.1).min(self.gutters.len() - 1);
            self.recount(count, (one.0.min(other.0), last));
            return;
        }
        let column = self.stage[upper];
        for gutter in [column, column + 1] {
            let now = self.between(upper, lower, alley, gutter);
            self.row.swap(upper, lower);
            let then = self.between(upper, lower, alley, gutter);
            self.row.swap(upper, lower);
            count[gutter] = count[gutter] + then - now;
        }
        self.row.swap(upper, lower);
    }

    /// Crossings in a gutter of the lines of two cards with each other and with those in the alley between.
    fn between(&mut self, upper: usize, lower: usize, alley: usize, gutter: usize) -> usize {
        let mut lines: Vec<Chord> = Vec::with_capacity(16);
        for card in [upper, lower] {
            let steps = self.steps[card].iter();
            lines.extend(steps.filter_map(|step| self.chord(*step, gutter)));
        }
        let own = lines.len();
        let within = |step: &&usize| {
            let (from, to) = self.ends[**step];
            let theirs = [from, to].iter().any(|end| *end == upper || *end == lower);
            !theirs && self.runs_in(**step) == Some(alley)
        };
        let beside = self.bends[gutter].iter().filter(within);
        lines.extend(beside.filter_map(|step| self.chord(*step, gutter)));
        let mut sum = 0;
        for (at, line) in lines[..own].iter().enumerate() {
            sum += lines[at + 1..]
                .iter()
                .filter(|other| line.crosses(other))
                .count();
        }
        self.looks = self
            .looks
            .saturating_sub(own * lines.len() + self.bends[gutter].len() + LEAST);
        sum
    }

    /// The alley of a step that has one.
    fn runs_in(&self, step: usize) -> Option<usize> {
        let (from, to) = self.ends[step];
        match self.stage[to].cmp(&self.stage[from]) {
            Ordering::Greater => self.is_skip(step).then(|| self.alley[step]),
            Ordering::Equal if self.row[to] > self.row[from] => Some(self.row[to]),
            _ => Some(self.row[from] + 1),
        }
    }

    /// Crossings of one step past other stages in a gutter, and in the column left of it.
    fn alone(&mut self, step: usize, gutter: usize) -> usize {
        let Some(line) = self.chord(step, gutter) else {
            return 0;
        };
        let others = self.gutters[gutter].iter().filter(|other| **other != step);
        let chords = others.filter_map(|other| self.chord(*other, gutter));
        let crossed = chords.filter(|other| line.crosses(other)).count();
        self.looks = self
            .looks
            .saturating_sub(self.gutters[gutter].len() + self.leaving[gutter - 1].len() + LEAST);
        crossed + self.passing(step, gutter - 1)
    }

    fn in_gutter(&mut self, gutter: usize) -> usize {
        let steps = self.gutters[gutter].iter();
        let chords: Vec<Chord> = steps.filter_map(|step| self.chord(*step, gutter)).collect();
        let mut sum = 0;
        for (at, chord) in chords.iter().enumerate() {
            sum += chords[..at]
                .iter()
                .filter(|other| chord.crosses(other))
                .count();
        }
        self.looks = self
            .looks
            .saturating_sub(chords.len() * chords.len() / 2 + LEAST);
        sum
    }

    /// Where a step's line meets the edge of a gutter; `None` when it has none there.
    fn chord(&self, step: usize, gutter: usize) -> Option<Chord> {
        let (one, other) = self.meets(step, gutter)?;
        Some(Chord {
            ends: self.ends[step],
            low: one.min(other),
            high: one.max(other),
        })
    }

    fn meets(&self, step: usize, gutter: usize) -> Option<(Edge, Edge)> {
        let (from, to) = self.ends[step];
        let (here, there) = (self.stage[from], self.stage[to]);
        let (row, target) = (self.row[from], self.row[to]);
        let card = |row: usize| (2 * row as Edge + 1) << PLACE;
        if there > here {
            if gutter <= here || gutter > there {
                return None;
            }
            let lane = self.lane(step);
            let left = if gutter == here + 1 { card(row) } else { lane };
            let right = if gutter == there { card(target) } else { lane };
            return Some((left, RIGHT - right));
        }
        if there < here || target <= row {
            let lane = self.lane(step);
            return match gutter {
                at if at == there => Some((RIGHT - lane, RIGHT - card(target))),
                at if at <= here => Some((lane, RIGHT - lane)),
                _ => None,
            };
        }
        let above = ((2 * target as Edge) << PLACE) + ABOVE;
        (gutter == here + 1 && target > row + 1).then(|| (card(row), above))
    }

    /// Where the alley of a step lies that has one, and its lane in it: lines that turn off upwards above those
    /// that turn off downwards, so that they nest.
    fn lane(&self, step: usize) -> Edge {
        let (from, to) = self.ends[step];
        let (here, there) = (self.stage[from] as Edge, self.stage[to] as Edge);
        if there <= here {
            let alley = self.row[from] as Edge + 1;
            return ((2 * alley) << PLACE) + (here - there) * 256 + there;
        }
        let alley = self.alley[step];
        ((2 * alley as Edge) << PLACE) + THROUGH + self.level(step)
    }

    /// Which lane of its alley a step past other stages should have; the least is the uppermost.
    fn level(&self, step: usize) -> Edge {
        let (from, to) = self.ends[step];
        let (here, there) = (self.stage[from] as Edge, self.stage[to] as Edge);
        let alley = self.alley[step];
        let kind = 1 << 16;
        match (alley > self.row[from], alley > self.row[to]) {
            (true, true) => there - here,
            (true, false) => 2 * kind - here,
            (false, true) => 2 * kind + here,
            (false, false) => 4 * kind - (there - here),
        }
    }

    /// Crossings in the alleys of a column: lines down the stage, and loops that leave it, with what runs past.
    fn in_column(&mut self, column: usize) -> usize {
        if self.leaving[column].is_empty() {
            return 0;
        }
        let mut sum = 0;
        for step in &self.columns[column] {
            if let Some((Under::Past, _)) = self.under(*step, column) {
                sum += self.passing(*step, column);
            }
        }
        let steps = self.columns[column].len();
        self.looks = self.looks.saturating_sub(steps);
        sum
    }

    /// The lines down a stage and loops from it that a line crosses which runs past in an alley.
    fn passing(&self, past: usize, column: usize) -> usize {
        let Some((Under::Past, alley)) = self.under(past, column) else {
            return 0;
        };
        let crossed = |step: &&usize| {
            let Some((what, beside)) = self.under(**step, column) else {
                return false;
            };
            let (ends, others) = (self.ends[**step], self.ends[past]);
            let apart = ends.0 != others.0 && ends.1 != others.1;
            let meets = match what {
                Under::Past => false,
                Under::Down => true,
                Under::Back => self.lane(past) < self.lane(**step),
            };
            beside == alley && apart && meets
        };
        self.leaving[column].iter().filter(crossed).count()
    }

    /// What a step's line does in the alleys of a column, and in which.
    fn under(&self, step: usize, column: usize) -> Option<(Under, usize)> {
        let (from, to) = self.ends[step];
        let (here, there) = (self.stage[from], self.stage[to]);
        let (row, target) = (self.row[from], self.row[to]);
        if there > here {
            return (here < column && column < there).then(|| (Under::Past, self.alley[step]));
        }
        if there < here || target <= row {
            let what = if column == here {
                Under::Back
            } else {
                Under::Past
            };
            return Some((what, row + 1));
        }
        (target == row + 1).then_some((Under::Down, row + 1))
    }
}
