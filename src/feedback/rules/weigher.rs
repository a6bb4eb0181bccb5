//! Reads a severity cell: a number, or a declared word for one, in ten-thousandths, so that sums are
//! exact in whatever order rows are met.

use super::gauge::number;
use super::names::lowercase;
use crate::feedback::Source;
use crate::feedback::intake::Slot;
use crate::feedback::scan::FastMap;

/// The column of severities and the words of it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Weigher {
    /// The column.
    pub(crate) slot: Slot,
    words: FastMap<String, u64>,
}

impl Weigher {
    /// How many steps a severity of 1 has.
    pub(crate) const STEPS: f64 = 10_000.0;

    /// The greatest severity; what goes beyond is no severity.
    const MOST: f64 = 1e9;

    /// A weigher for a source's declared words.
    pub(crate) fn new(slot: Slot, source: &Source) -> Self {
        let words = source.severity.iter().filter_map(|(word, number)| {
            let steps = steps(*number)?;
            Some((word.trim().to_lowercase(), steps))
        });
        Self {
            slot,
            words: words.collect(),
        }
    }

    /// The severity of a cell in steps; `None` when it says none. `lower` is room to work in.
    pub(crate) fn read(&self, cell: &str, lower: &mut String) -> Option<u64> {
        let cell = cell.trim();
        if !self.words.is_empty() {
            lowercase(cell, lower);
            if let Some(steps) = self.words.get(lower.as_str()) {
                return Some(*steps);
            }
        }
        steps(number(cell)?)
    }
}

fn steps(number: f64) -> Option<u64> {
    let sound = (0.0..=Weigher::MOST).contains(&number);
    sound.then(|| (number * Weigher::STEPS).round() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_declared_words_are_severities_and_nothing_else_is() {
        let weigher = Weigher {
            slot: 0,
            words: [("high".to_owned(), 50_000)].into_iter().collect(),
        };
        let mut lower = String::new();
        let mut read = |cell| weigher.read(cell, &mut lower);
        assert_eq!(read(" 611137.05 "), Some(6_111_370_500));
        assert_eq!(read("High"), Some(50_000));
        assert_eq!(read("0"), Some(0));
        for cell in ["", "-", "-5", "low", "NaN", "1e3", "12,50", "9999999999"] {
            assert_eq!(read(cell), None, "{cell}");
        }
    }
}
