//! Numbers of payment cards: 13 to 19 digits of a kind that is issued, with the right check digit.

use super::spelling::Spelling;
use std::ops::Range;

pub(super) fn find(spelling: &Spelling) -> Vec<Range<usize>> {
    runs(spelling)
        .into_iter()
        .flat_map(|run| within(spelling, run))
        .collect()
}

/// Digits with at most one blank, dash or dot between two of them.
fn runs(spelling: &Spelling) -> Vec<Range<usize>> {
    let (mut runs, mut at) = (Vec::new(), 0);
    while at < spelling.len() {
        if !spelling.is_digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while spelling.is_digit(at) || (is_gap(spelling.at(at)) && spelling.is_digit(at + 1)) {
            at += 1;
        }
        runs.push(start..at);
    }
    runs
}

fn is_gap(c: char) -> bool {
    matches!(c, ' ' | '-' | '.')
}

/// The cards in a run: the run itself, or groups of it, for a number may stand beside another.
fn within(spelling: &Spelling, run: Range<usize>) -> Vec<Range<usize>> {
    let places: Vec<usize> = run.filter(|place| spelling.is_digit(*place)).collect();
    let digits: Vec<u32> = places
        .iter()
        .filter_map(|place| spelling.at(*place).to_digit(10))
        .collect();
    let begins = |place: usize| place == 0 || places[place] != places[place - 1] + 1;
    let ends = |place: usize| place == places.len() || begins(place);
    let (mut found, mut first) = (Vec::new(), 0);
    while first + 13 <= digits.len() {
        let lengths = (13..=19)
            .rev()
            .filter(|length| first + length <= digits.len());
        let length = lengths
            .filter(|length| begins(first) && ends(first + length))
            .find(|length| is_card(&digits[first..first + length]));
        if let Some(length) = length {
            found.push(places[first]..places[first + length - 1] + 1);
            first += length;
        } else {
            first += 1;
        }
    }
    found
}

/// Whether the digits begin as an issuer's do, have a length that issuer uses, and check (Luhn).
fn is_card(digits: &[u32]) -> bool {
    let start = digits.iter().take(4).fold(0, |sum, digit| 10 * sum + digit);
    let length = digits.len();
    let issued = match start {
        3400..=3499 | 3700..=3799 => length == 15,
        3000..=3059 | 3095 | 3600..=3699 | 3800..=3999 => (14..=19).contains(&length),
        3528..=3589 | 8100..=8199 => (16..=19).contains(&length),
        // Thirteen digits were issued once; today they are the numbers of goods.
        4000..=4999 => matches!(length, 16 | 18 | 19),
        2200..=2720 | 5100..=5599 => matches!(length, 16..=19),
        5000..=5099 | 5600..=6999 => (13..=19).contains(&length),
        _ => false,
    };
    issued && luhn(digits) && digits.iter().any(|digit| *digit != digits[0])
}

/// The check of ISO/IEC 7812.
fn luhn(digits: &[u32]) -> bool {
    let weighed = digits.iter().rev().enumerate().map(|(place, digit)| {
        let doubled = digit << (place % 2);
        doubled / 10 + doubled % 10
    });
    weighed.sum::<u32>() % 10 == 0
}
