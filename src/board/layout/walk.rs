//! Walking the map with keys: from a card to the one beside it.

use super::Layout;
use crate::journey::TouchpointIndex;

/// Which way a key leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// To an earlier stage.
    Left,
    /// To a later stage.
    Right,
    /// Up within the stage.
    Up,
    /// Down within the stage.
    Down,
}

impl Layout {
    /// The card a key leads to: up and down within the stage, left and right to the nearest row of the
    /// next stage that has any. `None` at the edge. Every card can be reached from every other.
    pub fn neighbour(
        &self,
        from: TouchpointIndex,
        direction: Direction,
    ) -> Option<TouchpointIndex> {
        let (column, row) = self.card(from)?;
        match direction {
            Direction::Up => (0..row).rev().find_map(|row| self.at(column, row)),
            Direction::Down => (row + 1..self.rows()).find_map(|row| self.at(column, row)),
            Direction::Left => (0..column).rev().find_map(|at| self.nearest(at, row)),
            Direction::Right => {
                (column + 1..self.columns.len()).find_map(|at| self.nearest(at, row))
            }
        }
    }

    /// The card of a column that stands nearest to a row, the upper one of two.
    fn nearest(&self, column: usize, row: usize) -> Option<TouchpointIndex> {
        let at = |row: usize| self.at(column, row);
        at(row).or_else(|| {
            let away = 1..=self.rows().max(row);
            away.flat_map(|by| [row.checked_sub(by), Some(row + by)])
                .flatten()
                .find_map(at)
        })
    }
}
