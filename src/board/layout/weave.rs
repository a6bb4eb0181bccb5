//! A better order for maps small enough to look at every line: each card is moved up and down its stage, each line
//! past other stages through all alleys, as long as lines cross less often. The work is counted and bounded.

use super::Step;
use super::lanes::NOBODY;
use super::near::Near;
use super::order::WORTH;
use super::strands::{Count, Lane, Strands};

/// How often two lines are held against each other at most.
const LOOKS: usize = 100_000;
/// Maps with more steps are left as they are.
const MOST: usize = 240;

/// In a stage of so many cards and more a move has to gain more than the least: it takes the cards between along.
const LONG: usize = 8;

/// A map while its cards and lines move.
struct Weave<'a> {
    columns: Vec<Vec<usize>>,
    /// Steps down a stage: what must not come to stand above what.
    down: &'a Near,
    strands: Strands,
    skips: Vec<usize>,
    rows: usize,
    count: Count,
}

/// Moves cards within their columns, given as places within the journey, and says through which alley each step
/// past other stages runs. `None` for maps that are too large.
pub(super) fn weave(
    columns: &mut [Vec<usize>],
    steps: &[Step],
    start: usize,
    down: &Near,
) -> Option<Vec<Lane>> {
    let local: Vec<Step> = steps.iter().map(|step| step.within(start)).collect();
    let mut weave = Weave::of(columns.to_vec(), &local, down)?;
    weave.settle();
    debug_assert_eq!(weave.count, weave.strands.count());
    columns.clone_from_slice(&weave.columns);
    Some(weave.strands.lanes())
}

/// The alleys alone, for cards that stand where they are, given as places of the workspace.
pub(super) fn alleys(columns: &[Vec<usize>], steps: &[Step], start: usize) -> Option<Vec<Lane>> {
    let local: Vec<Step> = steps.iter().map(|step| step.within(start)).collect();
    let place = |card: &usize| {
        if *card == NOBODY {
            NOBODY
        } else {
            card - start
        }
    };
    let columns = columns
        .iter()
        .map(|column| column.iter().map(place).collect());
    let free = Near::default();
    let mut weave = Weave::of(columns.collect(), &local, &free)?;
    weave.align();
    Some(weave.strands.lanes())
}

impl<'a> Weave<'a> {
    fn of(columns: Vec<Vec<usize>>, steps: &[Step], down: &'a Near) -> Option<Self> {
        if steps.len() > MOST {
            return None;
        }
        let mut strands = Strands::of(&columns, steps, LOOKS);
        Some(Self {
            rows: columns.iter().map(Vec::len).max().unwrap_or(0),
            skips: strands.skips(),
            columns,
            down,
            count: strands.count(),
            strands,
        })
    }

    fn crossed(&self) -> usize {
        self.count.iter().sum()
    }

    /// Moves one thing after the other until nothing single is better.
    fn settle(&mut self) {
        self.align();
        let mut better = true;
        while better && self.strands.looks > 0 {
            better = false;
            for card in 0..self.strands.row.len() {
                better |= self.strands.looks > 0 && self.sift(card);
            }
            better |= self.align();
        }
    }

    /// Finds each line past other stages its alley.
    fn align(&mut self) -> bool {
        let mut better = false;
        for at in 0..self.skips.len() {
            better |= self.realign(self.skips[at]);
        }
        better
    }

    /// The alley in which fewest lines cross, and of those the one that makes the shortest way.
    fn realign(&mut self, skip: usize) -> bool {
        let stood = self.strands.alley[skip];
        let mut best = (self.strands.lone(skip), self.strands.length(skip), stood);
        for alley in 0..=self.rows {
            self.strands.alley[skip] = alley;
            let lone = self.strands.lone(skip);
            best = best.min((lone, self.strands.length(skip), alley));
        }
        self.strands.alley[skip] = stood;
        if best.2 != stood {
            self.strands.send(&mut self.count, skip, best.2);
        }
        best.2 != stood
    }

    /// Moves a card up and down its stage to where it stands best.
    fn sift(&mut self, card: usize) -> bool {
        let (column, stood) = (self.strands.stage[card], self.strands.row[card]);
        let start = self.count.clone();
        let margin = isize::from(self.columns[column].len() >= LONG);
        let mut best = (
            WORTH as isize * self.crossed() as isize,
            stood,
            start.clone(),
        );
        for step in [-1, 1] {
            let mut turned = 0;
            while let Some((upper, lower)) = self.neighbours(column, card, step) {
                self.strands.swap(&mut self.count, upper, lower);
                self.turn(column, upper, lower);
                turned += if upper < lower { 1 } else { -1 };
                let cost = WORTH as isize * self.crossed() as isize + turned;
                if cost + margin < best.0 {
                    best = (cost, self.strands.row[card], self.count.clone());
                }
                if self.strands.looks == 0 {
                    break;
                }
            }
            self.carry(column, card, stood);
            self.count.clone_from(&start);
        }
        self.carry(column, card, best.1);
        self.count = best.2;
        best.1 != stood
    }

    /// A card and the one above or below it, unless a step leads down from one to the other.
    fn neighbours(&self, column: usize, card: usize, step: isize) -> Option<(usize, usize)> {
        let to = self.strands.row[card].checked_add_signed(step)?;
        let other = *self.columns[column].get(to)?;
        let (upper, lower) = if step < 0 {
            (other, card)
        } else {
            (card, other)
        };
        (!self.down.of(upper).contains(&lower)).then_some((upper, lower))
    }

    /// Writes down that two cards have changed places.
    fn turn(&mut self, column: usize, upper: usize, lower: usize) {
        let rows = &self.strands.row;
        self.columns[column][rows[upper]] = upper;
        self.columns[column][rows[lower]] = lower;
    }

    /// Puts a card into a row without counting.
    fn carry(&mut self, column: usize, card: usize, row: usize) {
        let stood = self.strands.row[card];
        let cards = &mut self.columns[column];
        if row < stood {
            cards[row..=stood].rotate_right(1);
        } else {
            cards[stood..=row].rotate_left(1);
        }
        for at in row.min(stood)..=row.max(stood) {
            self.strands.row[self.columns[column][at]] = at;
        }
    }
}
