//! Bank accounts: IBANs by their check digits, and numbers that the words before them call an account.

use super::spelling::Spelling;
use std::ops::Range;

/// The words that announce an account.
const WORDS: [&str; 18] = [
    "account",
    "acct",
    "acc",
    "iban",
    "konto",
    "kontonummer",
    "kontonr",
    "compte",
    "cuenta",
    "conta",
    "conto",
    "rekening",
    "routing",
    "aba",
    "sort",
    "bsb",
    "blz",
    "clabe",
];
/// Words that may stand between the announcement and the number.
const BETWEEN: [&str; 12] = [
    "number", "no", "nr", "num", "nummer", "numero", "is", "code", "ist", "de", "my", "bank",
];

/// Every IBAN: a country, two check digits and 11 to 30 letters and digits, in groups or not.
pub(super) fn ibans(spelling: &Spelling) -> Vec<Range<usize>> {
    (0..spelling.len())
        .filter(|start| !spelling.before(*start).is_ascii_alphanumeric())
        .filter_map(|start| iban(spelling, start))
        .collect()
}

fn iban(spelling: &Spelling, start: usize) -> Option<Range<usize>> {
    let letter = |place: usize| spelling.at(place).is_ascii_alphabetic();
    if !(letter(start) && letter(start + 1)) {
        return None;
    }
    // The longest number that checks is meant: behind it more letters of the sentence may follow.
    let (mut code, mut best, mut at) = (String::new(), None, start);
    while code.len() < 34 {
        let c = spelling.at(at);
        if c.is_ascii_alphanumeric() {
            code.push(c.to_ascii_uppercase());
        } else if !(matches!(c, ' ' | '-') && spelling.at(at + 1).is_ascii_alphanumeric()) {
            break;
        }
        at += 1;
        let whole = !spelling.at(at).is_ascii_alphanumeric();
        if whole && code.len() >= 15 && checks(&code) {
            best = Some(start..at);
        }
    }
    best
}

/// The check of ISO 13616: the number, its first four signs moved to the end, is 1 modulo 97.
fn checks(code: &str) -> bool {
    let (head, tail) = code.split_at(4);
    if !head.bytes().skip(2).all(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let signs = tail.chars().chain(head.chars());
    let rest = signs.filter_map(|c| c.to_digit(36)).fold(0, |rest, value| {
        let shift = if value > 9 { 100 } else { 10 };
        (rest * shift + value) % 97
    });
    rest == 1
}

/// Every number of 6 to 18 digits that is called an account.
pub(super) fn called(spelling: &Spelling) -> Vec<Range<usize>> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < spelling.len() {
        if !spelling.is_digit(at) || spelling.before(at).is_alphanumeric() {
            at += 1;
            continue;
        }
        let start = at;
        while spelling.is_digit(at)
            || (matches!(spelling.at(at), ' ' | '-') && spelling.is_digit(at + 1))
        {
            at += 1;
        }
        let digits = spelling.digits(start..at).len();
        if (6..=18).contains(&digits) && is_announced(spelling, start) {
            found.push(start..at);
        }
    }
    found
}

fn is_announced(spelling: &Spelling, start: usize) -> bool {
    let words = spelling.words_before(start);
    let mut words = words.iter().map(String::as_str);
    let word = words.find(|word| !BETWEEN.contains(word));
    word.is_some_and(|word| WORDS.contains(&word))
}
