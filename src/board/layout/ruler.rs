//! Whole numbers for places on the map, as a very fine drawing would have them, for tests that look at lines
//! as they run; the count of crossings in `tests/map` shares it.

use super::{Across, Along, Layout, Point};

/// Where everything falls: cards are 2 wide and 3 high.
pub(crate) struct Ruler {
    pub(crate) columns: Vec<i32>,
    gutters: Vec<i32>,
    pub(crate) rows: Vec<i32>,
    alleys: Vec<i32>,
}

impl Ruler {
    /// Of a layout.
    pub(crate) fn of(layout: &Layout) -> Self {
        let (mut columns, mut gutters, mut x) = (Vec::new(), Vec::new(), 0);
        for gutter in layout.gutters() {
            gutters.push(x + 1);
            x += gutter.lanes as i32 + 2;
            columns.push(x);
            x += 2;
        }
        let (mut rows, mut alleys, mut y) = (Vec::new(), Vec::new(), 0);
        for alley in layout.alleys() {
            alleys.push(y + 1);
            y += alley.lanes as i32 + 2;
            rows.push(y);
            y += 3;
        }
        Self {
            columns,
            gutters,
            rows,
            alleys,
        }
    }

    /// The column and line of a point.
    pub(crate) fn place(&self, point: Point) -> (i32, i32) {
        let x = match point.x {
            Across::Left(column) => self.columns[column] - 1,
            Across::Port(column) => self.columns[column],
            Across::Right(column) => self.columns[column] + 2,
            Across::Lane { gutter, lane } => self.gutters[gutter] + lane as i32,
        };
        let y = match point.y {
            Along::Head(row) => self.rows[row] - 1,
            Along::Row(row) => self.rows[row] + 1,
            Along::Foot(row) => self.rows[row] + 3,
            Along::Lane { alley, lane } => self.alleys[alley] + lane as i32,
        };
        (x, y)
    }
}
