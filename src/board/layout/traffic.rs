//! How many lines a route would cross on its way, before any line has a lane: what the choice of an alley for a
//! route past other stages rests on.

use super::Step;

/// Where a card stands: column and row.
type Place = (usize, usize);

/// How many lines run where, counted once for all steps.
#[derive(Debug, Default)]
pub(super) struct Traffic {
    /// By gutter and alley: lines upright in the gutter that pass the alley.
    upright: Vec<Vec<usize>>,
    /// By column and alley: lines down the stage that pass the alley.
    down: Vec<Vec<usize>>,
    /// By column and row: rows above with a line to the right, and rows above with a line from the left.
    leaving: Vec<Vec<usize>>,
    entering: Vec<Vec<usize>>,
}

impl Traffic {
    /// Of steps between these places, on a grid of so many columns and rows.
    pub(super) fn of(
        (columns, rows): (usize, usize),
        steps: &[Step],
        ends: impl Fn(&Step) -> (Place, Place),
    ) -> Self {
        let grid = |wide: usize| vec![vec![0; rows + 2]; wide];
        let (mut upright, mut down) = (grid(columns + 1), grid(columns));
        let (mut leaving, mut entering) = (grid(columns), grid(columns));
        for step in steps {
            let (from, to) = ends(step);
            if to.0 > from.0 {
                leaving[from.0][from.1 + 1] = 1;
                entering[to.0][to.1 + 1] = 1;
            }
            let lines = match to.0.checked_sub(from.0) {
                Some(1) => &mut upright[to.0],
                Some(0) if to.1 == from.1 + 1 => &mut down[from.0],
                Some(0) if to.1 > from.1 => &mut upright[from.0 + 1],
                _ => continue,
            };
            lines[from.1.min(to.1) + 1] += 1;
            lines[from.1.max(to.1) + 1] -= 1;
        }
        Self {
            upright: sums(upright),
            down: sums(down),
            leaving: sums(leaving),
            entering: sums(entering),
        }
    }

    /// The lines that a route from one card to another crosses when it runs through an alley.
    pub(super) fn crossed(&self, from: Place, to: Place, alley: usize) -> usize {
        // Alley `a` lies above row `a`.
        let between = |sums: &[usize], row: usize| {
            let (low, high) = if alley > row {
                (row + 1, alley)
            } else {
                (alley, row)
            };
            sums[high] - sums[low]
        };
        let stages = from.0 + 1..to.0;
        let down: usize = stages.map(|column| self.down[column][alley]).sum();
        let gutters = from.0 + 2..to.0;
        let upright: usize = gutters.map(|gutter| self.upright[gutter][alley]).sum();
        let out = between(&self.leaving[from.0], from.1);
        down + upright + out + between(&self.entering[to.0], to.1)
    }
}

/// From what begins and ends at each place to what is there.
fn sums(grid: Vec<Vec<isize>>) -> Vec<Vec<usize>> {
    let line = |line: Vec<isize>| {
        let running = line.into_iter().scan(0_isize, |sum, value| {
            *sum += value;
            Some(usize::try_from(*sum).unwrap_or(0))
        });
        running.collect()
    };
    grid.into_iter().map(line).collect()
}
