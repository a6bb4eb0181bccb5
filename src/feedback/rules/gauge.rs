//! Reads a score cell: the number in it, whether it means "no answer", and how it speaks on its scale.

use crate::feedback::{Polarity, Scale, Score};

/// The scale of one column and the cells of it that mean "no answer".
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Gauge {
    /// The scale, as a place in [`crate::feedback::Tally::scales`].
    pub(crate) scale_index: u16,
    scale: Scale,
    thumbs: bool,
    missing_words: Vec<String>,
    missing_numbers: Vec<f64>,
    /// What each whole score from 0 to 31 comes to, so that the common cell costs one look.
    small: Vec<Answer>,
}

/// What a score cell says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Nothing: the customer gave no score.
    Missing,
    /// A score, and how it speaks.
    Given(Score, Polarity),
    /// Something that is no number.
    NoNumber,
    /// A number that is not on the scale.
    OffScale,
}

impl Gauge {
    /// A gauge for a scale and the cells that mean "no answer".
    pub(crate) fn new(scale_index: u16, scale: Scale, missing: &[String]) -> Self {
        let words: Vec<String> = missing
            .iter()
            .map(|word| word.trim().to_lowercase())
            .collect();
        let mut gauge = Self {
            scale_index,
            thumbs: matches!(scale.name.as_str(), "thumbs" | "yes-no"),
            scale,
            missing_numbers: words.iter().filter_map(|word| number(word)).collect(),
            missing_words: words,
            small: Vec::new(),
        };
        gauge.small = (0..32)
            .map(|whole| gauge.read_slowly(&whole.to_string()))
            .collect();
        gauge
    }

    /// Reads a cell.
    #[inline]
    pub(crate) fn read(&self, cell: &str) -> Answer {
        let answer = self.glance(cell.as_bytes());
        answer.unwrap_or_else(|| self.read_slowly(cell))
    }

    /// As [`Gauge::read`], of a cell with a small whole number or nothing in it; `None` of all others.
    #[inline(always)]
    pub(crate) fn glance(&self, cell: &[u8]) -> Option<Answer> {
        let small = match *cell {
            [] => return Some(Answer::Missing),
            [one @ b'0'..=b'9'] => usize::from(one - b'0'),
            [ten @ b'1'..=b'9', one @ b'0'..=b'9'] => {
                usize::from(ten - b'0') * 10 + usize::from(one - b'0')
            }
            _ => return None,
        };
        self.small.get(small).copied()
    }

    /// The scale it reads on.
    pub(crate) fn scale(&self) -> &Scale {
        &self.scale
    }

    fn read_slowly(&self, cell: &str) -> Answer {
        let cell = cell.trim();
        if cell.is_empty() {
            return Answer::Missing;
        }
        let value = number(cell);
        let missing = if let Some(value) = value {
            // Missing codes compare as numbers: 0 means 0.0 as well.
            let mut numbers = self.missing_numbers.iter();
            numbers.any(|&missing| (missing - value).abs() < 1e-9)
        } else {
            self.missing_words.contains(&cell.to_lowercase())
        };
        if missing {
            return Answer::Missing;
        }
        let score = match value {
            Some(value) => match hundredths(value) {
                Some(score) => score,
                None => return Answer::OffScale,
            },
            None => match self.thumb(cell) {
                Some(score) => score,
                None => return Answer::NoNumber,
            },
        };
        match self.scale.polarity(score) {
            Some(polarity) => Answer::Given(score, polarity),
            None => Answer::OffScale,
        }
    }

    /// The words a scale of thumbs may be answered in.
    fn thumb(&self, cell: &str) -> Option<Score> {
        if !self.thumbs {
            return None;
        }
        match cell.to_lowercase().as_str() {
            "up" | "thumbs up" | "👍" | "yes" | "y" | "true" => Some(Score::whole(1)),
            "down" | "thumbs down" | "👎" | "no" | "n" | "false" => Some(Score::whole(0)),
            _ => None,
        }
    }
}

/// A number as people write it: digits with a sign and a decimal point, nothing else.
pub(crate) fn number(cell: &str) -> Option<f64> {
    let digits = cell.strip_prefix(['-', '+']).unwrap_or(cell);
    let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        && digits.bytes().any(|b| b.is_ascii_digit());
    if plain { cell.parse().ok() } else { None }
}

/// A number in hundredths, rounded; `None` when it is too large for any scale.
fn hundredths(value: f64) -> Option<Score> {
    let scaled = (value * 100.0).round();
    (scaled.abs() < 2e9).then_some(Score(scaled as i32))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::feedback::{Better, Instrument};

    fn gauge(scale: &str, missing: &[&str]) -> Gauge {
        let missing: Vec<String> = missing.iter().map(|&word| word.to_owned()).collect();
        Gauge::new(0, Scale::named(scale).unwrap(), &missing)
    }

    #[test]
    fn missing_codes_compare_as_text_ignoring_case_and_as_numbers() {
        let survey = gauge("csat-5", &["0", "6", "Blank"]);
        for cell in ["", "  ", "0", "0.0", "6", " 6 ", "+6.00", "BLANK", "blank "] {
            assert_eq!(survey.read(cell), Answer::Missing, "{cell:?}");
        }
        let nps = gauge("nps", &["11"]);
        assert_eq!(nps.read("0"), Answer::Given(Score(0), Polarity::Complaint));
        assert_eq!(nps.read("11"), Answer::Missing);
        assert_eq!(nps.read("12"), Answer::OffScale);
    }

    #[test]
    fn decimals_are_exact_in_hundredths() {
        let stars = gauge("stars-5", &[]);
        assert_eq!(
            stars.read("4.5"),
            Answer::Given(Score(450), Polarity::Praise)
        );
        assert_eq!(
            stars.read(" 2.29 "),
            Answer::Given(Score(229), Polarity::Neutral)
        );
        assert_eq!(stars.read("5.01"), Answer::OffScale);
        assert_eq!(stars.read("-1"), Answer::OffScale);
        let wide = Scale::custom(
            Score::whole(0),
            Score::whole(100),
            Better::High,
            Instrument::Other,
        )
        .unwrap();
        let wide = Gauge::new(0, wide, &[]);
        assert_eq!(
            wide.read("87"),
            Answer::Given(Score(8_700), Polarity::Praise)
        );
    }

    #[test]
    fn what_is_no_number_is_no_score() {
        let stars = gauge("stars-5", &[]);
        for cell in ["four", "4,5", "4/5", "1e0", "NaN", "inf", ".", "-", "٤"] {
            assert_eq!(stars.read(cell), Answer::NoNumber, "{cell}");
        }
    }

    #[test]
    fn thumbs_may_be_words() {
        let thumbs = gauge("thumbs", &["n/a"]);
        for (cell, polarity) in [
            ("1", Polarity::Praise),
            ("UP", Polarity::Praise),
            ("Thumbs up", Polarity::Praise),
            ("👍", Polarity::Praise),
            ("Y", Polarity::Praise),
            ("thumbs down", Polarity::Complaint),
            ("n", Polarity::Complaint),
            ("yes", Polarity::Praise),
            ("True", Polarity::Praise),
            ("0", Polarity::Complaint),
            ("down", Polarity::Complaint),
            ("No", Polarity::Complaint),
            ("false", Polarity::Complaint),
        ] {
            assert!(matches!(thumbs.read(cell), Answer::Given(_, p) if p == polarity));
        }
        assert_eq!(thumbs.read("maybe"), Answer::NoNumber);
        assert_eq!(thumbs.read("N/A"), Answer::Missing);
    }
}
