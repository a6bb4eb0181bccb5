//! Where the newest rows with text lie, a bounded number for each touchpoint.

use crate::feedback::{Overlay, Place};

/// How many places are kept in all, when there are many touchpoints.
const MOST_TOGETHER: usize = 400_000;

/// How many places of each touchpoint are kept however many touchpoints there are.
const LEAST_EACH: usize = 20;

/// Lists of so many places and more stay as they are when shelves are merged.
const LONG: usize = 256;

/// The newest places of every touchpoint.
#[derive(Clone, Debug)]
pub(crate) struct Shelf {
    boards: Vec<Board>,
    most: usize,
}

#[derive(Clone, Debug, Default)]
struct Board {
    places: Vec<Place>,
    /// Long lists of other workers: to look into each costs less than to copy them.
    others: Vec<Vec<Place>>,
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
    #[inline(always)]
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
        for board in &mut self.boards {
            for place in board.lists_mut().flatten() {
                *place = to(*place);
            }
        }
    }

    /// Puts the places of another on this one.
    pub(crate) fn merge(&mut self, other: Self) {
        for (board, other) in self.boards.iter_mut().zip(other.boards) {
            board.merge(other, self.most);
        }
    }

    /// Every place kept, as `to` makes it: by touchpoint, newest first, as the files list them within a day.
    pub(crate) fn into_places(self, to: impl Fn(Place) -> Place) -> Vec<Place> {
        let most = self.most;
        let all = self.boards.iter().map(|board| board.len().min(most));
        let mut all = Vec::with_capacity(all.sum());
        let mut numbers = Vec::new();
        for board in self.boards {
            board.put_in_order(most, &mut numbers);
            let places = numbers.iter().filter_map(|&number| board.place(number));
            all.extend(places.map(|place| to(*place)));
        }
        all
    }
}

impl Board {
    fn lists(&self) -> impl Iterator<Item = &Vec<Place>> {
        std::iter::once(&self.places).chain(&self.others)
    }

    fn lists_mut(&mut self) -> impl Iterator<Item = &mut Vec<Place>> {
        std::iter::once(&mut self.places).chain(&mut self.others)
    }

    fn len(&self) -> usize {
        self.lists().map(Vec::len).sum()
    }

    /// Takes the places of another, whose rows are other rows.
    fn merge(&mut self, other: Self, most: usize) {
        self.since = self.since.max(other.since);
        for mut list in std::iter::once(other.places).chain(other.others) {
            if list.len() < LONG {
                self.places.append(&mut list);
            } else {
                self.others.push(list);
            }
        }
        if self.len() >= 4 * most {
            self.prune(most);
            for mut list in std::mem::take(&mut self.others) {
                self.places.append(&mut list);
            }
        }
    }

    /// Leaves the newest `most` places, where they stand.
    fn prune(&mut self, most: usize) {
        if let Some(last) = self.last_of(most) {
            self.since = Some(last.day);
            for list in self.lists_mut() {
                list.retain(|place| is_kept(place, &last));
            }
        }
    }

    /// The last of the newest `most` places; `None` where there are no more than those.
    fn last_of(&self, most: usize) -> Option<Place> {
        if self.len() <= most {
            return None;
        }
        // Days are found out first: four bytes of a place are moved about, and not all of them.
        let mut days = Vec::with_capacity(self.len());
        for list in self.lists() {
            days.extend(list.iter().map(newest_first));
        }
        let (newer, day, _) = days.select_nth_unstable(most - 1);
        let newer = newer.iter().filter(|other| **other < *day).count();
        let mut of_day = Vec::new();
        for list in self.lists() {
            of_day.extend(list.iter().filter(|place| newest_first(place) == *day));
        }
        let (_, last, _) = of_day.select_nth_unstable_by_key(most - newer - 1, order);
        Some(*last)
    }

    /// Lists the newest `most` places in their order: their days, and where they stand among all lists.
    fn put_in_order(&self, most: usize, numbers: &mut Vec<u64>) {
        let last = self.last_of(most);
        numbers.clear();
        let mut before = 0;
        for list in self.lists() {
            for (number, place) in (before..).zip(list) {
                if last.is_none_or(|last| is_kept(place, &last)) {
                    numbers.push((u64::from(newest_first(place)) << 32) | number);
                }
            }
            before += list.len() as u64;
        }
        // One number each is sorted in a fraction of the time that places take.
        numbers.sort_unstable();
        for day in numbers.chunk_by_mut(|one, other| one >> 32 == other >> 32) {
            // Each list has the rows of a day as the files have them, most of the time: runs that are only merged.
            day.sort_by_key(|&number| self.place(number).map(order));
        }
        numbers.truncate(most);
    }

    /// The place with a number of [`Board::put_in_order`].
    fn place(&self, number: u64) -> Option<&Place> {
        let mut number = number as u32 as usize;
        for list in self.lists() {
            match list.get(number) {
                None => number -= list.len(),
                place => return place,
            }
        }
        None
    }
}

/// Whether a place is kept where another one is the last that is.
fn is_kept(place: &Place, last: &Place) -> bool {
    place.day > last.day || (place.day == last.day && order(place) <= order(last))
}

/// What places are put in order by: the day, the latest first, then the file, then the byte; as one number,
/// which is compared at once.
fn order(place: &Place) -> u128 {
    (u128::from(newest_first(place)) << 96)
        | (u128::from(place.file) << 64)
        | u128::from(place.offset)
}

/// A number that is the less the later the day.
fn newest_first(place: &Place) -> u32 {
    !place.day.cast_unsigned() ^ (1 << 31)
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
        let kept = merged.into_places(|place| place);
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
            .into_places(|place| place)
            .iter()
            .map(|place| place.offset)
            .collect();
        assert_eq!(offsets, [2, 4, 1, 0, 3]);
    }
}
