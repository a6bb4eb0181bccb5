//! Crossings of our map, counted on the lines as they run.

use crate::ruler::Ruler;
use pothole::board::layout::{Layout, Route};
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
