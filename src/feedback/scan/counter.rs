//! Counts per touchpoint, day and facet: an array where the days are many rows deep, a table where they
//! are not.

use super::hash::FastMap;
use crate::feedback::UNDATED;
use crate::feedback::ledger::Page;

/// How many cells the array may have: 12 MiB of them.
const MOST_CELLS: usize = 12 * 1024 * 1024;

/// How many cells it may have however little there is to read.
const LEAST_CELLS: usize = 64 * 1024;

/// How many days the array reaches further than it must, and how many facets it has at least: as many as
/// there is room for. To widen it again and again costs more than all counting.
const SPARE: [(i32, usize); 4] = [(400, 32), (400, 8), (120, 8), (32, 8)];

/// How many keys are held back, so that their cells come from memory side by side instead of each being
/// waited for.
const HELD_BACK: usize = 1024;

/// From so many cells on they are read out on all cores.
const WIDE: usize = 256 * 1024;

/// The key of one count: touchpoint, day, facet.
pub(crate) type Key = (u32, i32, u32);

/// Counts per touchpoint, day and facet.
#[derive(Clone, Debug, Default)]
pub(crate) struct Counter {
    array: Array,
    /// Counts of keys that are not in the array, and what its cells could not hold.
    table: FastMap<Key, u64>,
    held: Vec<Key>,
}

/// Cells by touchpoint, then day, then facet. The first day of each touchpoint stands for rows without
/// one.
#[derive(Clone, Debug, Default)]
struct Array {
    /// Small ones: what goes beyond is in the table. A cell that was counted is never 0.
    cells: Vec<u8>,
    most_cells: usize,
    touchpoints: usize,
    first_day: i32,
    days: usize,
    facets: usize,
}

impl Counter {
    /// A counter for so many touchpoints, with about so many bytes of feedback before it.
    pub(crate) fn new(touchpoints: usize, bytes: u64) -> Self {
        let worth = usize::try_from(bytes / 8).unwrap_or(usize::MAX);
        let array = Array {
            most_cells: worth.clamp(LEAST_CELLS, MOST_CELLS),
            touchpoints,
            ..Array::default()
        };
        Self {
            array,
            table: FastMap::default(),
            held: Vec::with_capacity(HELD_BACK),
        }
    }

    /// Counts one.
    #[inline(always)]
    pub(crate) fn one(&mut self, key: Key) {
        self.held.push(key);
        if self.held.len() >= HELD_BACK {
            self.settle();
        }
    }

    /// Counts what was held back; to be called before anything is read out.
    pub(crate) fn settle(&mut self) {
        let mut held = std::mem::take(&mut self.held);
        // Read first, with nothing to be decided in between: so that the cells come from memory side by side.
        let touched = held.iter().fold(0, |touched, key| {
            let cell = self.array.place(*key).map(|place| self.array.cells[place]);
            touched | cell.unwrap_or_default()
        });
        std::hint::black_box(touched);
        for key in held.drain(..) {
            self.add(key, 1);
        }
        self.held = held;
    }

    /// Counts.
    #[inline(always)]
    pub(crate) fn add(&mut self, key: Key, count: u64) {
        match self.array.cell(key) {
            Some(cell) if count <= u64::from(u8::MAX - *cell) => *cell += count as u8,
            _ => self.add_slowly(key, count),
        }
    }

    #[cold]
    fn add_slowly(&mut self, key: Key, count: u64) {
        if let Some(cell) = self.array.cell(key) {
            let whole = u64::from(*cell) + count;
            *cell = 1;
            *self.table.entry(key).or_default() += whole - 1;
        } else if self.array.widen(key) {
            self.take_in();
            self.add(key, count);
        } else {
            *self.table.entry(key).or_default() += count;
        }
    }

    /// Gives keys of the table that the array reaches now their cells.
    fn take_in(&mut self) {
        for (&key, count) in &mut self.table {
            if let Some(cell) = self
                .array
                .cell(key)
                .filter(|cell| **cell == 0 && *count > 0)
            {
                *cell = 1;
                *count -= 1;
            }
        }
    }

    /// Adds the counts of another, whose facets go by other numbers.
    pub(crate) fn merge(&mut self, other: &Self, facet: impl Fn(u32) -> u32) {
        other.each(|(touchpoint, day, number), count| {
            self.add((touchpoint, day, facet(number)), count);
        });
    }

    /// Adds the counts of another, whose facets go by the same numbers.
    pub(crate) fn join(&mut self, other: &Self) {
        // Each worker's days begin about its first row's: day by day they meet, wherever either array begins.
        for (touchpoint, day, theirs) in other.array.slices() {
            if let Some(ours) = self.array.slice(touchpoint, day, theirs.len())
                && add(ours, theirs)
            {
                continue;
            }
            for (facet, &count) in theirs.iter().enumerate().filter(|(_, count)| **count > 0) {
                self.add((touchpoint, day, facet as u32), u64::from(count));
            }
        }
        for (&key, &count) in &other.table {
            self.add(key, count);
        }
    }

    /// Makes room for counts from one day to another and of so many facets, and no more than that, where nothing
    /// has been counted yet and it is worth it.
    pub(crate) fn expect(&mut self, first: i32, last: i32, facets: usize) {
        if self.array.cells.is_empty() && self.table.is_empty() {
            self.array.fit(first, last, facets);
        }
    }

    /// Calls `met` with every count: those of the array in the order of their keys, then the others.
    pub(crate) fn each(&self, mut met: impl FnMut(Key, u64)) {
        self.array
            .each(&mut |key, cell| met(key, self.whole(key, cell)));
        self.others(met);
    }

    /// As [`Counter::each`], with the facets of a touchpoint's day in the order that `order` lists them in.
    pub(crate) fn each_in(&self, order: &[u32], mut met: impl FnMut(Key, u64)) {
        for (touchpoint, day, cells) in self.array.slices() {
            for &facet in order {
                let key = (touchpoint, day, facet);
                match cells.get(facet as usize) {
                    None | Some(0) => {}
                    Some(&cell) => met(key, self.whole(key, cell)),
                }
            }
        }
        self.others(met);
    }

    /// Writes the days of one touchpoint, as far as they have cells, the facets in the order that `order` lists them
    /// in, which their places there stand for.
    pub(crate) fn write(&self, touchpoint: usize, order: &[u32], page: &mut Page<'_>) {
        for (day, cells) in self.array.slices_of(touchpoint) {
            let cells = order
                .iter()
                .map(|&facet| cells.get(facet as usize).copied().unwrap_or_default());
            if self.table.is_empty() {
                page.day(day, cells);
                continue;
            }
            for ((kind, &facet), cell) in (0..).zip(order).zip(cells).filter(|(_, cell)| *cell > 0)
            {
                page.line(day, kind, self.whole((touchpoint as u32, day, facet), cell));
            }
        }
    }

    /// How many counts of a touchpoint have a cell.
    pub(crate) fn len_of(&self, touchpoint: usize) -> usize {
        filled(self.array.cells_of(touchpoint))
    }

    /// Whether all that was counted has a cell, and there are so many cells that several cores are worth it.
    pub(crate) fn is_wide(&self) -> bool {
        let mut others = false;
        self.others(|_, _| others = true);
        !others && self.array.cells.len() >= WIDE
    }

    /// The count of a key whose cell holds so much of it.
    #[inline]
    fn whole(&self, key: Key, cell: u8) -> u64 {
        let has_table = !self.table.is_empty();
        let beyond = has_table.then(|| self.table.get(&key)).flatten();
        u64::from(cell) + beyond.copied().unwrap_or_default()
    }

    /// The counts of keys that have no cell.
    fn others(&self, mut met: impl FnMut(Key, u64)) {
        for (&key, &count) in &self.table {
            if self.array.place(key).is_none() {
                met(key, count);
            }
        }
    }

    /// How many counts [`Counter::each`] comes to.
    pub(crate) fn len(&self) -> usize {
        let mut others = 0;
        self.others(|_, _| others += 1);
        others + filled(&self.array.cells)
    }
}

/// So many empty cells. Written, not only set aside: memory that is read before it is written comes twice, and the
/// second time stops every core.
fn blank(cells: usize) -> Vec<u8> {
    let mut blank = Vec::with_capacity(cells);
    blank.resize(cells, std::hint::black_box(0));
    blank
}

/// How many cells hold something: few at a time, so that their number takes one byte as they do.
fn filled(cells: &[u8]) -> usize {
    let filled = |few: &[u8]| few.iter().map(|&cell| u8::from(cell > 0)).sum::<u8>();
    cells.chunks(128).map(filled).map(usize::from).sum()
}

/// Adds cells to others, unless one of them would run over.
fn add(cells: &mut [u8], others: &[u8]) -> bool {
    let pairs = cells.iter().zip(others);
    let over = pairs.fold(0, |over, (cell, other)| {
        over | u8::from(cell.wrapping_add(*other) < *cell)
    });
    if over == 0 {
        let pairs = cells.iter_mut().zip(others);
        pairs.for_each(|(cell, other)| *cell = cell.wrapping_add(*other));
    }
    over == 0
}

impl Array {
    /// The cells of a touchpoint's day, as many as asked for; `None` where there are fewer.
    fn slice(&mut self, touchpoint: u32, day: i32, facets: usize) -> Option<&mut [u8]> {
        let last = u32::try_from(facets.checked_sub(1)?).ok()?;
        let end = self.place((touchpoint, day, last))? + 1;
        self.cells.get_mut(end - facets..end)
    }

    #[inline(always)]
    fn cell(&mut self, key: Key) -> Option<&mut u8> {
        let place = self.place(key)?;
        self.cells.get_mut(place)
    }

    /// The place of a key's cell; `None` when it has none.
    #[inline(always)]
    fn place(&self, (touchpoint, day, facet): Key) -> Option<usize> {
        let day = if day == UNDATED {
            0
        } else {
            day.wrapping_sub(self.first_day) as u32 as usize + 1
        };
        let facet = facet as usize;
        if day >= self.days || facet >= self.facets {
            return None;
        }
        let place = (touchpoint as usize * self.days + day) * self.facets + facet;
        (place < self.cells.len()).then_some(place)
    }

    /// Makes room for these days and facets, unless that would take too much.
    fn fit(&mut self, first: i32, last: i32, facets: usize) {
        let days = usize::try_from(i64::from(last) - i64::from(first) + 2);
        let sides = days.map(|days| [self.touchpoints, days, facets]);
        let cells = sides.map(|sides| sides.into_iter().try_fold(1_usize, usize::checked_mul));
        if let (Ok(days), Ok(Some(cells))) = (days, cells)
            && cells <= self.most_cells
        {
            (self.first_day, self.days, self.facets) = (first, days, facets);
            self.cells = blank(cells);
        }
    }

    /// Makes room for a key; false when that would take too much.
    fn widen(&mut self, (touchpoint, day, facet): Key) -> bool {
        if touchpoint as usize >= self.touchpoints {
            return false;
        }
        let needed = (facet as usize + 1).next_power_of_two().max(self.facets);
        let room = SPARE.into_iter().find_map(|(spare, least)| {
            let (first_day, days) = self.reach(day, spare);
            let facets = needed.max(least);
            let mut sides = [self.touchpoints, days, facets].into_iter();
            let cells = sides.try_fold(1_usize, usize::checked_mul);
            let cells = cells.filter(|&cells| cells <= self.most_cells)?;
            Some((cells, first_day, days, facets))
        });
        let Some((cells, first_day, days, facets)) = room else {
            return false;
        };
        let mut wider = Self {
            cells: blank(cells),
            first_day,
            days,
            facets,
            ..*self
        };
        self.each(&mut |key, count| {
            if let Some(cell) = wider.cell(key) {
                *cell = count;
            }
        });
        *self = wider;
        true
    }

    /// The first day and the number of days, the one for rows without included, that take in a day.
    fn reach(&self, day: i32, spare: i32) -> (i32, usize) {
        if day == UNDATED {
            return (self.first_day, self.days.max(1));
        }
        let past = |from: i32, to: i32| (i64::from(to) - i64::from(from)) as usize;
        if self.days <= 1 {
            return (day - spare, past(0, 2 * spare + 1) + 1);
        }
        let end = self.first_day + (self.days - 1) as i32;
        let first = if day < self.first_day {
            day - spare
        } else {
            self.first_day
        };
        let end = if day < end { end } else { day + spare };
        (first, past(first, end) + 1)
    }

    /// Calls `met` with every cell that holds something, in the order of the keys.
    fn each(&self, met: &mut impl FnMut(Key, u8)) {
        for (touchpoint, day, cells) in self.slices() {
            for (facet, &count) in cells.iter().enumerate().filter(|(_, count)| **count > 0) {
                met((touchpoint, day, facet as u32), count);
            }
        }
    }

    /// The days on which anything was counted, with the cells of their facets, touchpoint after touchpoint.
    fn slices(&self) -> impl Iterator<Item = (u32, i32, &[u8])> {
        let touchpoints = 0..self.touchpoints;
        touchpoints.flat_map(|touchpoint| {
            let days = self.slices_of(touchpoint);
            days.map(move |(day, cells)| (touchpoint as u32, day, cells))
        })
    }

    /// Those of one touchpoint.
    fn slices_of(&self, touchpoint: usize) -> impl Iterator<Item = (i32, &[u8])> {
        let slices = self.cells_of(touchpoint).chunks_exact(self.facets.max(1));
        let slices = slices.enumerate();
        let slices = slices.filter(|(_, cells)| cells.iter().fold(0, |any, cell| any | cell) != 0);
        slices.map(|(day, cells)| {
            let day = match day.checked_sub(1) {
                None => UNDATED,
                Some(day) => self.first_day + day as i32,
            };
            (day, cells)
        })
    }

    /// All cells of one touchpoint.
    fn cells_of(&self, touchpoint: usize) -> &[u8] {
        let each = self.days * self.facets;
        let cells = self.cells.get(touchpoint * each..(touchpoint + 1) * each);
        cells.unwrap_or_default()
    }
}

#[cfg(test)]
mod tests;
