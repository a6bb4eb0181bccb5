//! Telephone numbers as people of many countries write them, and what looks like one and is none.

use super::spelling::Spelling;
use std::ops::Range;

/// Words that say that a number is something else.
const OTHERS: [&str; 38] = [
    "order",
    "orders",
    "ticket",
    "invoice",
    "case",
    "ref",
    "reference",
    "booking",
    "confirmation",
    "tracking",
    "parcel",
    "shipment",
    "serial",
    "sku",
    "model",
    "id",
    "article",
    "item",
    "claim",
    "contract",
    "policy",
    "flight",
    "version",
    "bestellung",
    "bestellnummer",
    "auftrag",
    "rechnung",
    "commande",
    "facture",
    "pedido",
    "factura",
    "ordine",
    "isbn",
    "ean",
    "build",
    "receipt",
    "voucher",
    "transaction",
];
/// Words that say that a number is called.
const CALLED: [&str; 27] = [
    "call",
    "called",
    "calls",
    "phone",
    "tel",
    "telephone",
    "mobile",
    "cell",
    "whatsapp",
    "text",
    "sms",
    "ring",
    "reach",
    "dial",
    "fax",
    "handy",
    "telefon",
    "mobil",
    "rufnummer",
    "anrufen",
    "appelez",
    "telefono",
    "teléfono",
    "móvil",
    "telefone",
    "telemóvel",
    "portable",
];
/// Words that may stand between those and the number.
const BETWEEN: [&str; 16] = [
    "number", "no", "nr", "nummer", "is", "on", "at", "me", "us", "my", "unter", "au", "al", "the",
    "ist", "back",
];
/// What follows an amount.
const UNITS: [&str; 20] = [
    "eur", "euro", "euros", "usd", "dollars", "dollar", "gbp", "pounds", "chf", "km", "kg", "ml",
    "gb", "mb", "rows", "points", "miles", "steps", "yen", "kr",
];

/// What a number looks like.
struct Shape {
    range: Range<usize>,
    plus: bool,
    brackets: bool,
    /// How many digits stand together in each group.
    groups: Vec<usize>,
    /// What parts the groups.
    gaps: Vec<char>,
    first: char,
    digits: usize,
}

/// Every telephone number outside of some ranges.
pub(super) fn find(spelling: &Spelling, days: &[Range<usize>]) -> Vec<Range<usize>> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < spelling.len() {
        if let Some(day) = days.iter().find(|day| day.contains(&at)) {
            at = day.end;
            continue;
        }
        let c = spelling.at(at);
        let begins = c.is_ascii_digit() || (matches!(c, '+' | '(') && opens(spelling, at));
        if !begins {
            at += 1;
            continue;
        }
        let limit = days.iter().map(|day| day.start).find(|start| *start > at);
        let shape = shape(spelling, at, limit.unwrap_or(spelling.len()));
        at = shape.range.end.max(at + 1);
        if is_phone(spelling, &shape) {
            found.push(shape.range);
        }
    }
    found
}

fn opens(spelling: &Spelling, at: usize) -> bool {
    spelling.is_digit(at + 1)
        || (spelling.at(at + 1) == '+' && spelling.is_digit(at + 2))
        || (spelling.at(at) == '+' && spelling.at(at + 1) == '(')
}

/// The number that begins at a place, as far as it goes.
fn shape(spelling: &Spelling, start: usize, limit: usize) -> Shape {
    let (mut at, mut end) = (start, start);
    let (mut plus, mut brackets) = (false, false);
    let (mut groups, mut gaps): (Vec<usize>, Vec<char>) = (Vec::new(), Vec::new());
    let (mut first, mut gap) = (None, String::new());
    while at < limit {
        let c = spelling.at(at);
        if c.is_ascii_digit() {
            match groups.last_mut() {
                Some(last) if gap.is_empty() => *last += 1,
                _ => {
                    if !groups.is_empty() {
                        gaps.push(gap.chars().find(|c| *c != ' ').unwrap_or(' '));
                    }
                    groups.push(1);
                }
            }
            gap.clear();
            first.get_or_insert(c);
            end = at + 1;
        } else if matches!(c, ' ' | '-' | '.' | '/' | '(' | ')') || (c == '+' && groups.is_empty())
        {
            plus |= c == '+';
            brackets |= c == '(';
            gap.push(c);
            let wide = gap.chars().count() > 3 || gap.contains("  ") || gap.contains(". ");
            if wide && !groups.is_empty() {
                break;
            }
        } else {
            break;
        }
        at += 1;
    }
    // A bracket opened and a number not closed is the sentence's own.
    brackets &= spelling.text(start..end).contains(')');
    let start = if brackets || spelling.at(start) != '(' {
        start
    } else {
        start + 1
    };
    Shape {
        range: start..end,
        plus,
        brackets,
        digits: groups.iter().sum(),
        groups,
        gaps,
        first: first.unwrap_or('1'),
    }
}

fn is_phone(spelling: &Spelling, shape: &Shape) -> bool {
    let Range { start, end } = shape.range.clone();
    let (before, after) = (spelling.before(start), spelling.at(end));
    let glued = before.is_alphanumeric()
        || after.is_alphanumeric()
        || matches!(before, '#' | '$' | '€' | '£' | '_');
    let amount = matches!(after, '%' | '€' | '$' | '£') || is_amount(spelling, end);
    if !(7..=15).contains(&shape.digits) || glued && !shape.plus {
        return false;
    }
    if shape.plus {
        return true;
    }
    let behind_code = before == '-' && spelling.at(start.wrapping_sub(2)).is_alphanumeric();
    if amount || behind_code {
        return false;
    }
    let words = spelling.words_before(start);
    let mut near = words.iter().map(String::as_str);
    let near = near
        .find(|word| !BETWEEN.contains(word))
        .unwrap_or_default();
    if CALLED.contains(&near)
        || words
            .first()
            .is_some_and(|word| CALLED.contains(&word.as_str()))
    {
        return true;
    }
    let says = |word: &str| words.iter().any(|said| said == word);
    if says("my") && says("number") {
        return true;
    }
    if OTHERS.contains(&near) {
        return false;
    }
    looks(shape)
}

/// Whether a number that nothing announces is written as telephone numbers are.
fn looks(shape: &Shape) -> bool {
    let groups = shape.groups.as_slice();
    if shape.brackets {
        return shape.digits >= 8;
    }
    let alike = shape.gaps.iter().all(|gap| Some(gap) == shape.gaps.first());
    let blanks = shape.gaps.iter().all(|gap| *gap == ' ');
    match (shape.first, groups) {
        // North America, a number without gaps, India.
        (_, [3, 3, 4]) | ('1', [1, 3, 3, 4]) | ('0', [10 | 11]) | ('6'..='9', [5, 5]) => true,
        ('0', [_]) => shape.digits >= 12,
        // An area code with its zero, then the rest.
        ('0', [2..=6, rest @ ..]) => shape.digits >= 8 && rest.iter().all(|group| *group >= 2),
        (_, [10]) => shape.first != '1',
        (_, [2 | 3, 2, 2, 2] | [2, 3, 2, 2] | [2, 2, 2, 2, 2] | [3, 2, 3] | [4, 4]) => {
            alike && (blanks || shape.digits > 8)
        }
        (_, [2, 4 | 5, 4])
        | ('2' | '4'..='9', [3, 3, 3])
        | ('3', [3, 6 | 7])
        | ('1'..='9', [3, 4, 4] | [2 | 4, 3, 4] | [4, 3, 3]) => alike,
        _ => false,
    }
}

fn is_amount(spelling: &Spelling, end: usize) -> bool {
    let after = spelling
        .text(end..(end + 10).min(spelling.len()))
        .to_lowercase();
    let decimals =
        after.starts_with(',') && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    let word = after
        .trim_start()
        .split(|c: char| !c.is_alphanumeric())
        .next();
    decimals || word.is_some_and(|word| UNITS.contains(&word))
}
