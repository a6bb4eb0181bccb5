//! Crossings of our map, counted on the lines as they run.

use pothole::board::layout::{Across, Along, Layout, Point, Route};
use std::collections::HashMap;

/// How many pairs of lines that share no end cross, each as often as it does.
pub(crate) fn drawn(layout: &Layout) -> usize {
    let ruler = Ruler::of(layout);
    let mut uprights: HashMap<i32, Vec<(i32, i32, &Route)>> = HashMap::new();
    let mut levels = Vec::new();
    for route in layout.routes() {
        for pair in route.points.windows(2) {
            let ((x, y), (to_x, to_y)) = (ruler.place(pair[0]), ruler.place(pair[1]));
            if y == to_y {
                levels.push((y, x.min(to_x), x.max(to_x), route));
            } else {
                let line = (y.min(to_y), y.max(to_y), route);
                uprights.entry(x).or_default().push(line);
            }
        }
    }
    let mut crossings = 0;
    for (y, left, right, route) in levels {
        for x in left + 1..right {
            for (top, bottom, other) in uprights.get(&x).into_iter().flatten() {
                let apart = route.from != other.from && route.to != other.to;
                crossings += usize::from(apart && *top < y && y < *bottom);
            }
        }
    }
    crossings
}

/// Whole numbers for places, as a very fine drawing would have them: cards are 2 wide and 3 high.
struct Ruler {
    columns: Vec<i32>,
    gutters: Vec<i32>,
    rows: Vec<i32>,
    alleys: Vec<i32>,
}

impl Ruler {
    fn of(layout: &Layout) -> Self {
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

    fn place(&self, point: Point) -> (i32, i32) {
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
