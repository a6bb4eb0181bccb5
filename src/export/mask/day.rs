//! Days, times of day and addresses of machines: numbers in groups that are no telephone numbers.

use super::spelling::Spelling;
use std::ops::Range;

/// Every day and time, and every dotted quad.
pub(super) fn find(spelling: &Spelling) -> Vec<Range<usize>> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < spelling.len() {
        let fresh = spelling.is_digit(at) && !spelling.before(at).is_ascii_digit();
        match fresh.then(|| {
            date(spelling, at)
                .or_else(|| time(spelling, at))
                .or_else(|| quad(spelling, at))
        }) {
            Some(Some(end)) => {
                found.push(at..end);
                at = end;
            }
            _ => at += 1,
        }
    }
    found
}

/// A number at a place: its value, its width, and where it ends.
fn number(spelling: &Spelling, at: usize) -> Option<(u32, usize, usize)> {
    let end = (at..at + 5).find(|place| !spelling.is_digit(*place))?;
    let value = spelling
        .digits(at..end)
        .iter()
        .fold(0, |sum, digit| 10 * sum + digit);
    (end > at).then_some((value, end - at, end))
}

fn date(spelling: &Spelling, at: usize) -> Option<usize> {
    let (first, wide, end) = number(spelling, at)?;
    let gap = spelling.at(end);
    if !matches!(gap, '-' | '.' | '/') {
        return None;
    }
    let (second, narrow, next) = number(spelling, end + 1)?;
    if narrow > 2 || spelling.at(next) != gap {
        return None;
    }
    let (third, width, last) = number(spelling, next + 1)?;
    let year = |value: u32, width: usize| width == 2 || (1900..2100).contains(&value) && width == 4;
    let month_and_day = |one: u32, two: u32| {
        let (low, high) = (one.min(two), one.max(two));
        (1..=12).contains(&low) && (1..=31).contains(&high)
    };
    let ahead = wide == 4 && year(first, 4) && width <= 2 && month_and_day(second, third);
    let behind = wide <= 2 && year(third, width) && month_and_day(first, second);
    // A further group belongs to a longer number: no date has four.
    let more = spelling.at(last) == gap && spelling.is_digit(last + 1);
    ((ahead || behind) && !more).then_some(last)
}

fn time(spelling: &Spelling, at: usize) -> Option<usize> {
    let (hours, wide, end) = number(spelling, at)?;
    let (minutes, width, mut last) = number(spelling, end + 1)?;
    if wide > 2 || spelling.at(end) != ':' || width != 2 || hours > 24 || minutes > 59 {
        return None;
    }
    if spelling.at(last) == ':' {
        last = number(spelling, last + 1).map_or(last, |(_, _, end)| end);
    }
    Some(last)
}

fn quad(spelling: &Spelling, at: usize) -> Option<usize> {
    let mut end = at;
    for part in 0..4 {
        let start = if part == 0 { at } else { end + 1 };
        if part > 0 && spelling.at(end) != '.' {
            return None;
        }
        let (value, width, next) = number(spelling, start)?;
        if value > 255 || width > 3 || (width > 1 && spelling.at(start) == '0') {
            return None;
        }
        end = next;
    }
    let more = spelling.at(end) == '.' && spelling.is_digit(end + 1);
    // Two digits in each of the groups is how some countries write telephone numbers.
    let pairs = end - at == 11;
    (!more && !pairs).then_some(end)
}
