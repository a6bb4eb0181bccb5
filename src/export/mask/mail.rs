//! E-mail addresses, in letters of any script.

use super::spelling::Spelling;
use std::ops::Range;

/// Every address: something, an @, and a name with a dot in it.
pub(super) fn find(spelling: &Spelling) -> Vec<Range<usize>> {
    let places = (0..spelling.len()).filter(|place| spelling.at(*place) == '@');
    places.filter_map(|at| around(spelling, at)).collect()
}

fn around(spelling: &Spelling, at: usize) -> Option<Range<usize>> {
    let mut start = at;
    if spelling.before(at) == '"' {
        // A quoted name may hold anything but its quote.
        let open = (0..at - 1)
            .rev()
            .take(64)
            .find(|place| spelling.at(*place) == '"')?;
        start = open;
    } else {
        while start > 0 && is_local(spelling.before(start)) {
            start -= 1;
        }
        while start < at && !spelling.at(start).is_alphanumeric() {
            start += 1;
        }
    }
    let mut end = at + 1;
    while is_host(spelling.at(end)) {
        end += 1;
    }
    // The dot of a sentence is not the address's.
    while end > at + 1 && !spelling.before(end).is_alphanumeric() {
        end -= 1;
    }
    let host = spelling.text(at + 1..end);
    let (name, top) = host.rsplit_once('.')?;
    let is_top = top.chars().count() >= 2 && !top.chars().all(|c| c.is_ascii_digit());
    (start < at && is_top && !name.is_empty()).then_some(start..end)
}

fn is_local(c: char) -> bool {
    c.is_alphanumeric() || "._%+-'&~!#$*/=?^`{|}".contains(c)
}

fn is_host(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '.' | '-')
}
