//! Numbers as people read them.

/// A count with its thousands apart: 2,746.
pub(super) fn count(number: u64) -> String {
    let digits = number.to_string();
    if digits.len() < 4 {
        return digits;
    }
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// A number of zero and more, rounded as it is written without decimals: halves to the even neighbour.
pub(super) fn whole(number: f64) -> u64 {
    number.round_ties_even() as u64
}

/// A count and what is counted, in the singular for one.
pub(super) fn many(number: u64, one: &str, more: &str) -> String {
    format!("{} {}", count(number), if number == 1 { one } else { more })
}

/// A part of a whole in whole percent; 0 of nothing.
pub(super) fn percent(part: u64, of: u64) -> u64 {
    if of == 0 {
        0
    } else {
        (200 * part + of) / (2 * of)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        let texts: Vec<_> = [0, 999, 1_000, 2_746, 1_234_567].map(count).into();
        assert_eq!(texts, ["0", "999", "1,000", "2,746", "1,234,567"]);
        for number in [0.0, 0.4, 0.5, 1.5, 2.5, 2.500_001, 99.49, 1_234_567.8] {
            assert_eq!(whole(number).to_string(), format!("{number:.0}"));
        }
        assert_eq!(many(1, "row", "rows"), "1 row");
        assert_eq!((percent(1, 3), percent(2, 3), percent(0, 0)), (33, 67, 0));
    }
}
