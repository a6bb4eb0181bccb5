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
            Direction::Up => self.at(column, row.checked_sub(1)?),
            Direction::Down => self.at(column, row + 1),
            Direction::Left => nearest(self.columns.get(..column)?.iter().rev(), row),
            Direction::Right => nearest(self.columns.get(column + 1..)?.iter(), row),
        }
    }
}

fn nearest<'a>(
    mut columns: impl Iterator<Item = &'a Vec<TouchpointIndex>>,
    row: usize,
) -> Option<TouchpointIndex> {
    let column = columns.find(|column| !column.is_empty())?;
    column.get(row).or(column.last()).copied()
}
