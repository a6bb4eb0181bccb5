//! Where the grid of a map lies on the drawing: columns, rows, and the lanes between them in pixels.

use crate::board::Layout;
use crate::board::layout::{Across, Along, Point};

/// The size of a card.
pub(super) const CARD: (f64, f64) = (156.0, 82.0);
/// How far apart lanes are.
const LANE: f64 = 8.0;
/// The space over the cards that the names of the stages take.
const HEAD: f64 = 34.0;
/// The space a share takes before the card it leads to.
const SHARE: f64 = 32.0;
/// How far from a card's left edge lines enter from above and leave below.
const PORT: f64 = 18.0;

/// The drawing's lines, from left to right and from top to bottom.
pub(super) struct Ground {
    /// Where each gutter begins; one more gutters than columns.
    gutters: Vec<f64>,
    /// The left edge of each column's cards.
    columns: Vec<f64>,
    /// Where each alley begins; one more alleys than rows.
    alleys: Vec<f64>,
    /// The upper edge of each row's cards.
    rows: Vec<f64>,
    width: f64,
    height: f64,
}

impl Ground {
    pub(super) fn of(layout: &Layout) -> Self {
        let (mut gutters, mut columns) = (Vec::new(), Vec::new());
        let mut x = 0.0;
        for (place, gutter) in layout.gutters().iter().enumerate() {
            gutters.push(x);
            let edge = place == 0 || place == layout.columns().len();
            let share = if gutter.shares { SHARE } else { 10.0 };
            let lanes = gutter.lanes as f64 * LANE;
            x += match (edge, gutter.lanes) {
                (true, 0) => 2.0,
                _ => 10.0 + lanes + if edge && place > 0 { 0.0 } else { share },
            };
            if place < layout.columns().len() {
                columns.push(x);
                x += CARD.0;
            }
        }
        let (mut alleys, mut rows) = (Vec::new(), Vec::new());
        let mut y = HEAD;
        for (place, alley) in layout.alleys().iter().enumerate() {
            alleys.push(y);
            let enters = if alley.enters { 10.0 } else { 0.0 };
            let room = 8.0 + alley.lanes as f64 * LANE + enters;
            y += if place == 0 {
                room.max(8.0)
            } else {
                room.max(16.0)
            };
            if place < layout.rows() {
                rows.push(y);
                y += CARD.1;
            }
        }
        Self {
            gutters,
            columns,
            alleys,
            rows,
            width: x,
            height: y,
        }
    }

    pub(super) fn width(&self) -> f64 {
        self.width
    }

    pub(super) fn height(&self) -> f64 {
        self.height
    }

    /// The left edge of a column's cards.
    pub(super) fn column(&self, column: usize) -> f64 {
        self.columns.get(column).copied().unwrap_or(0.0)
    }

    /// The upper edge of a row's cards.
    pub(super) fn row(&self, row: usize) -> f64 {
        self.rows.get(row).copied().unwrap_or(0.0)
    }

    /// How wide a column is with the gutter right of it.
    pub(super) fn stretch(&self, column: usize) -> f64 {
        let next = self.columns.get(column + 1).copied();
        next.map_or(CARD.0, |next| next - self.column(column))
    }

    /// A corner of a route.
    pub(super) fn point(&self, point: &Point) -> (f64, f64) {
        let from = |places: &[f64], place: usize| places.get(place).copied().unwrap_or(0.0);
        let x = match point.x {
            Across::Left(column) => self.column(column),
            Across::Port(column) => self.column(column) + PORT,
            Across::Right(column) => self.column(column) + CARD.0,
            Across::Lane { gutter, lane } => {
                from(&self.gutters, gutter) + 10.0 + LANE * lane as f64
            }
        };
        let y = match point.y {
            Along::Head(row) => self.row(row),
            Along::Row(row) => self.row(row) + CARD.1 / 2.0,
            Along::Foot(row) => self.row(row) + CARD.1,
            Along::Lane { alley, lane } => from(&self.alleys, alley) + 8.0 + LANE * lane as f64,
        };
        (x, y)
    }
}
