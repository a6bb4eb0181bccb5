//! Where the newest rows with text lie, a bounded number for each touchpoint.

use crate::feedback::{Overlay, Place};

/// How many places are kept in all, when there are many touchpoints.
const MOST_TOGETHER: usize = 400_000;

/// How many places of each touchpoint are kept however many touchpoints there are.
const LEAST_EACH: usize = 20;

/// The newest places of every touchpoint.
#[derive(Clone, Debug)]
pub(crate) struct Shelf {
    boards: Vec<Board>,
    most: usize,
}

#[derive(Clone, Debug, Default)]
struct Board {
    places: Vec<Place>,
    /// Once full: the day before which nothing is kept any more.
    since: Option<i32>,
}

impl Shelf {
    /// An empty shelf for so many touchpoints.
    pub(crate) fn new(touchpoints: usize) -> Self {
        let share = MOST_TOGETHER / touchpoints.max(1);
        Self {
            boards: vec![Board::default(); touchpoints],
            most: share.clamp(LEAST_EACH, Overlay::MOST_PLACES),
        }
    }

    /// An empty shelf for rows that are at no touchpoint; they count as at the first.
    pub(crate) fn of_unmapped() -> Self {
        Self {
            boards: vec![Board::default()],
            most: Overlay::MOST_UNMAPPED,
        }
    }

    /// Makes room for so many more places of a touchpoint.
    pub(crate) fn expect(&mut self, touchpoint: u32, places: usize) {
        if let Some(board) = self.boards.get_mut(touchpoint as usize) {
            board.places.reserve_exact(places.min(2 * self.most));
        }
    }

    /// Whether a row of this day would be kept; asked before the rest about it is found out.
    #[inline]
    pub(crate) fn wants(&self, touchpoint: u32, day: i32) -> bool {
        match self.boards.get(touchpoint as usize) {
            Some(board) => board.since.is_none_or(|since| day >= since),
            None => false,
        }
    }

    /// Keeps a place, as long as it is among the newest.
    pub(crate) fn put(&mut self, place: Place) {
        let most = self.most;
        if let Some(board) = self.boards.get_mut(place.touchpoint as usize) {
            board.places.push(place);
            if board.places.len() >= 2 * most {
                board.prune(most);
            }
        }
    }

    /// How many touchpoints there are.
    pub(crate) fn touchpoints(&self) -> usize {
        self.boards.len()
    }

    /// Gives the segments and readings of all places other numbers.
    pub(crate) fn renumber(&mut self, to: impl Fn(Place) -> Place) {
        for place in self.boards.iter_mut().flat_map(|board| &mut board.places) {
            *place = to(*place);
        }
    }

    /// Puts the places of another on this one.
    pub(crate) fn merge(&mut self, other: Self) {
        for place in other.boards.into_iter().flat_map(|board| board.places) {
            if self.wants(place.touchpoint, place.day) {
                self.put(place);
            }
        }
    }

    /// Every place kept: by touchpoint, newest first, as the files list them within a day.
    pub(crate) fn into_places(self) -> Vec<Place> {
        let most = self.most;
        let all = self.boards.iter().map(|board| board.places.len().min(most));
        let mut all = Vec::with_capacity(all.sum());
        for mut board in self.boards {
            board.prune(most);
            board.places.sort_unstable_by_key(order);
            all.append(&mut board.places);
        }
        all
    }
}

impl Board {
    /// Leaves the newest `most` places.
    fn prune(&mut self, most: usize) {
        if self.places.len() > most {
            let (_, last, _) = self.places.select_nth_unstable_by_key(most - 1, order);
            self.since = Some(last.day);
            self.places.truncate(most);
        }
    }
}

/// What places are put in order by: the day, the latest first, then the file, then the byte; as one number,
/// which is compared at once.
fn order(place: &Place) -> u128 {
    let newest_first = !place.day.cast_unsigned() ^ (1 << 31);
    (u128::from(newest_first) << 96) | (u128::from(place.file) << 64) | u128::from(place.offset)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::UNDATED;

    fn place(touchpoint: u32, day: i32, offset: u64) -> Place {
        Place {
            touchpoint,
            day,
            source: 0,
            segment: 0,
            reading: 0,
            file: 0,
            offset,
            line: offset + 1,
        }
    }

    #[test]
    fn the_newest_places_are_kept_whichever_worker_met_them() {
        let days: Vec<i32> = (0..30_000_i32).map(|row| (row * 7_919) % 1_000).collect();
        let mut halves = [Shelf::new(2), Shelf::new(2)];
        for (row, &day) in days.iter().enumerate() {
            let half = &mut halves[row % 2];
            if half.wants(1, day) {
                half.put(place(1, day, row as u64));
            }
        }
        let [mut merged, other] = halves;
        merged.merge(other);
        let kept = merged.into_places();
        let mut expected: Vec<_> = days
            .iter()
            .enumerate()
            .map(|(row, &day)| place(1, day, row as u64))
            .collect();
        expected.sort_by_key(order);
        expected.truncate(Overlay::MOST_PLACES);
        assert_eq!(kept, expected);
    }

    #[test]
    fn rows_without_a_day_come_last() {
        let mut shelf = Shelf::new(1);
        for (day, offset) in [(UNDATED, 0), (-5, 1), (20, 2), (UNDATED, 3), (20, 4)] {
            shelf.put(place(0, day, offset));
        }
        let offsets: Vec<u64> = shelf
            .into_places()
            .iter()
            .map(|place| place.offset)
            .collect();
        assert_eq!(offsets, [2, 4, 1, 0, 3]);
    }
}
