//! The way of one step between the cards, in places of the grid.

use crate::journey::TouchpointIndex;

/// What kind of step a route is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Course {
    /// To the card below.
    Down,
    /// To the next stage.
    Hop,
    /// Forward, past other cards or stages.
    Skip,
    /// Back to where the customer has been.
    Loop,
}

/// A place from left to right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Across {
    /// The left edge of a column's cards.
    Left(usize),
    /// Where lines enter and leave a column's cards from above and below.
    Port(usize),
    /// The right edge of a column's cards.
    Right(usize),
    /// A lane of a gutter.
    Lane {
        /// The gutter: the one left of the column of this number.
        gutter: usize,
        /// The lane, counted from the left.
        lane: usize,
    },
}

/// A place from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Along {
    /// The upper edge of a row's cards.
    Head(usize),
    /// The line of a row's cards that routes leave and enter sideways.
    Row(usize),
    /// The lower edge of a row's cards.
    Foot(usize),
    /// A lane of an alley.
    Lane {
        /// The alley: the one above the row of this number.
        alley: usize,
        /// The lane, counted from above.
        lane: usize,
    },
}

/// A corner or an end of a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Point {
    /// From left to right.
    pub x: Across,
    /// From top to bottom.
    pub y: Along,
}

/// A step between two touchpoints of the journey and the way its line takes: from point to point,
/// straight across or straight along in turn.
#[derive(Clone, Debug, PartialEq)]
pub struct Route {
    /// Where it leaves.
    pub from: TouchpointIndex,
    /// Where it arrives.
    pub to: TouchpointIndex,
    /// The share of customers who take it, 0 to 1.
    pub share: Option<f64>,
    /// What kind of step it is.
    pub course: Course,
    /// Its ends and corners, the first at the card it leaves, the last at the one it enters.
    pub points: Vec<Point>,
}

/// The first and last columns and rows a route comes near; a gutter or alley counts as the one after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Extent {
    pub(super) columns: (u32, u32),
    pub(super) rows: (u32, u32),
}

impl Route {
    pub(super) fn extent(&self) -> Extent {
        let columns = self.points.iter().map(|point| match point.x {
            Across::Left(at) | Across::Port(at) | Across::Right(at) => at as u32,
            Across::Lane { gutter, .. } => gutter as u32,
        });
        let rows = self.points.iter().map(|point| match point.y {
            Along::Head(at) | Along::Row(at) | Along::Foot(at) => at as u32,
            Along::Lane { alley, .. } => alley as u32,
        });
        let ends = |(low, high): (u32, u32), at: u32| (low.min(at), high.max(at));
        Extent {
            columns: columns.fold((u32::MAX, 0), ends),
            rows: rows.fold((u32::MAX, 0), ends),
        }
    }
}

/// A route as it is drawn, corner by corner.
pub(super) struct Track {
    at: Point,
    pub(super) points: Vec<Point>,
}

impl Track {
    /// A route that begins at a place and has so many corners, its ends among them.
    pub(super) fn starting(x: Across, y: Along, corners: usize) -> Self {
        let at = Point { x, y };
        let mut points = Vec::with_capacity(corners);
        points.push(at);
        Self { at, points }
    }

    /// Runs straight across to there.
    pub(super) fn across(&mut self, x: Across) {
        self.at.x = x;
        self.points.push(self.at);
    }

    /// Runs straight up or down to there.
    pub(super) fn along(&mut self, y: Along) {
        self.at.y = y;
        self.points.push(self.at);
    }
}
