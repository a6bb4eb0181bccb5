//! Numbers as exports write them: rounded to a stated number of decimals, so that the same board
//! makes the same bytes, and never NaN or infinite.

/// Decimals of a number in JSON and CSV.
const DECIMALS: f64 = 1e6;

/// A number rounded to six decimals; `None` for one that is not finite. Never minus zero.
pub(super) fn rounded(value: f64) -> Option<f64> {
    let scaled = (value * DECIMALS).round() / DECIMALS;
    scaled.is_finite().then_some(scaled + 0.0)
}

/// A number with one decimal, for people; never "-0.0".
pub(super) fn brief(value: f64) -> String {
    format!("{:.1}", (value * 10.0).round() / 10.0 + 0.0)
}

/// A number with two decimals, for people; never "-0.00".
pub(super) fn fine(value: f64) -> String {
    format!("{:.2}", (value * 100.0).round() / 100.0 + 0.0)
}

/// A probability, for people: as it is when it is not small, else as a bound of one in so many.
pub(super) fn odds(p: f64) -> String {
    if p >= 0.001 {
        return format!("{:.3}", p.min(1.0));
    }
    let one_in = (1.0 / p.max(1e-12)).log10().floor() as u32;
    format!("below 1 in {}", grouped(10u64.pow(one_in)))
}

/// A count with its thousands set apart: `2,746`.
pub(super) fn grouped(count: u64) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_a_number_is_not_written_as_one() {
        assert_eq!(rounded(f64::NAN), None);
        assert_eq!(rounded(f64::NEG_INFINITY), None);
        assert_eq!(rounded(1.234_567_89), Some(1.234_568));
    }

    #[test]
    fn there_is_no_minus_zero() {
        assert!(rounded(-1e-9).is_some_and(f64::is_sign_positive));
        assert_eq!(brief(-0.04), "0.0");
        assert_eq!(brief(-0.06), "-0.1");
    }

    #[test]
    fn a_small_probability_is_told_as_one_in_so_many() {
        assert_eq!(odds(0.02), "0.020");
        assert_eq!(odds(0.000_09), "below 1 in 10,000");
        assert_eq!(odds(0.0), "below 1 in 1,000,000,000,000");
    }

    #[test]
    fn thousands_are_set_apart() {
        for (count, text) in [
            (0, "0"),
            (999, "999"),
            (1000, "1,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(grouped(count), text);
        }
    }
}
