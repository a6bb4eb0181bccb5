//! Counts as the bytes the cache keeps: day after day of each touchpoint, its kinds in their lasting order.

use super::counter::Counter;
use super::orders::Facets;
use crate::feedback::UNDATED;
use crate::feedback::cache::{Reader, Writer};
use crate::feedback::ledger::{Kind, Ledger};

/// The bytes of all counts.
pub(super) fn written(counter: &Counter, facets: &Facets) -> Vec<u8> {
    let mut writer = Writer::default();
    let (mut first, mut last) = (i32::MAX, i32::MIN);
    counter.each(|(_, day, _), _| {
        if day != UNDATED {
            (first, last) = (first.min(day), last.max(day));
        }
    });
    writer.signed(i64::from(first));
    writer.signed(i64::from(last));
    writer.number(counter.len() as u64);
    let mut days = Days::default();
    counter.each_in(&facets.in_order, |(touchpoint, day, facet), count| {
        days.take((touchpoint, day), facets.ranks[facet as usize], count);
    });
    days.close();
    writer.number(days.count);
    writer.0.append(&mut days.writer.0);
    writer.0
}

/// Touchpoints' days that are being written.
#[derive(Default)]
struct Days {
    writer: Writer,
    count: u64,
    /// The one before, and the one that is being gathered.
    before: (u32, i32),
    now: (u32, i32),
    kinds: Vec<(u32, u64)>,
}

impl Days {
    /// Adds a count of a touchpoint's day.
    fn take(&mut self, day: (u32, i32), kind: u32, count: u64) {
        // What has no cell comes last, and in any order.
        let goes_on = self.kinds.last().is_some_and(|(last, _)| *last < kind);
        if !goes_on || day != self.now {
            self.close();
            self.now = day;
        }
        self.kinds.push((kind, count));
    }

    /// Writes the day that is being gathered.
    fn close(&mut self) {
        if self.kinds.is_empty() {
            return;
        }
        self.count += 1;
        let writer = &mut self.writer;
        writer.signed(i64::from(self.now.0) - i64::from(self.before.0));
        writer.signed(i64::from(self.now.1) - i64::from(self.before.1));
        writer.number(self.kinds.len() as u64);
        let mut last = 0;
        for (kind, count) in self.kinds.drain(..) {
            writer.number(u64::from(kind - last));
            writer.number(count);
            last = kind;
        }
        self.before = self.now;
    }
}

/// Reads what was written into a counter; nothing where it says what cannot be.
pub(super) fn count(
    bytes: &[u8],
    touchpoints: usize,
    kinds: usize,
    counter: &mut Counter,
) -> Option<()> {
    let mut reader = Reader::new(bytes);
    let head = Head::read(&mut reader)?;
    if head.first <= head.last && kinds > 0 {
        counter.expect(head.first, head.last, kinds);
    }
    each(&mut reader, touchpoints, kinds, |key, count| {
        counter.add(key, count);
    })
}

/// The same as a ledger of these kinds.
pub(super) fn packed(bytes: &[u8], touchpoints: usize, kinds: Vec<Kind>) -> Option<Ledger> {
    let mut reader = Reader::new(bytes);
    let head = Head::read(&mut reader)?;
    let (known, mut sound) = (kinds.len(), None);
    let lines = |put: &mut dyn FnMut((u32, i32, u32, u64))| {
        sound = each(
            &mut reader,
            touchpoints,
            known,
            |(touchpoint, day, kind), count| {
                put((touchpoint, day, kind, count));
            },
        );
    };
    let ledger = Ledger::of(touchpoints, kinds, head.length, lines);
    sound.map(|()| ledger)
}

/// What is said of all counts before them.
struct Head {
    first: i32,
    last: i32,
    length: usize,
}

impl Head {
    fn read(reader: &mut Reader<'_>) -> Option<Self> {
        Some(Self {
            first: i32::try_from(reader.signed()?).ok()?,
            last: i32::try_from(reader.signed()?).ok()?,
            length: reader.length()?,
        })
    }
}

/// Calls `met` with every count that was written.
#[inline]
fn each(
    reader: &mut Reader<'_>,
    touchpoints: usize,
    kinds: usize,
    mut met: impl FnMut((u32, i32, u32), u64),
) -> Option<()> {
    let (mut touchpoint, mut day) = (0_i64, 0_i64);
    for _ in 0..reader.length()? {
        touchpoint = touchpoint.checked_add(reader.signed()?)?;
        day = day.checked_add(reader.signed()?)?;
        let known = (0..touchpoints as i64).contains(&touchpoint);
        let here = known.then_some((touchpoint as u32, i32::try_from(day).ok()?))?;
        let mut kind = 0_u32;
        for _ in 0..reader.length()? {
            kind = kind.checked_add(reader.small()?)?;
            let count = reader.number()?;
            ((kind as usize) < kinds).then(|| met((here.0, here.1, kind), count))?;
        }
    }
    reader.is_done().then_some(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn keys() -> impl Strategy<Value = Vec<((u32, i32, u32), u64)>> {
        let day = prop_oneof![
            8 => 19_000..19_900_i32,
            1 => -3_000_000..3_000_000_i32,
            1 => Just(UNDATED),
        ];
        let count = prop_oneof![9 => 1..4_u64, 1 => 1..u64::from(u32::MAX) * 3];
        prop::collection::vec(((0..9_u32, day, 0..6_u32), count), 0..200)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

        #[test]
        fn counts_are_read_as_they_were_into_a_counter_and_a_ledger(keys in keys(), bytes in 0..1_u64 << 22) {
            let mut counter = Counter::new(9, bytes);
            for &(key, count) in &keys {
                counter.add(key, count);
            }
            // The registry met them the other way round.
            let to: Vec<u32> = (0..6).rev().collect();
            let kinds: Vec<Kind> = (0..6).map(|kind| (0, 0, kind)).collect();
            let facets = Facets { in_order: to.clone(), ranks: to.clone(), kinds: kinds.clone() };
            let written = written(&counter, &facets);
            let mut expected = std::collections::BTreeMap::new();
            for &((touchpoint, day, facet), count) in &keys {
                *expected.entry((touchpoint, day, to[facet as usize])).or_insert(0) += count;
            }
            let mut found = std::collections::BTreeMap::new();
            let mut read = Counter::new(9, bytes);
            prop_assert_eq!(count(&written, 9, 6, &mut read), Some(()));
            read.each(|key, count| *found.entry(key).or_insert(0) += count);
            prop_assert_eq!(&found, &expected);
            let mut found = Vec::new();
            packed(&written, 9, kinds.clone()).unwrap().each(|key, count| found.push((key, count)));
            prop_assert_eq!(found, expected.into_iter().collect::<Vec<_>>());
            // Fewer touchpoints or kinds than it speaks of, or half of the bytes.
            if !keys.is_empty() {
                prop_assert_eq!(count(&written, 0, 6, &mut Counter::new(9, bytes)), None);
                prop_assert!(packed(&written, 9, Vec::new()).is_none());
                prop_assert!(packed(&written[..written.len() - 1], 9, kinds).is_none());
            }
        }
    }
}
