//! Reads the day out of a date cell: ISO 8601 from its bytes, or a declared format.

use crate::feedback::Day;

/// How the dates of a source are written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Calendar {
    /// In `strftime` notation; `None` for ISO 8601.
    pub(crate) format: Option<String>,
}

impl Calendar {
    /// The day a cell names, as it is written there; `None` when it names none.
    #[inline]
    pub(crate) fn read(&self, cell: &str) -> Option<Day> {
        match &self.format {
            None => iso(cell),
            Some(format) => declared(format, cell),
        }
    }

    /// How a date should have been written.
    pub(crate) fn expected(&self) -> String {
        match &self.format {
            None => "YYYY-MM-DD, with or without a time".to_owned(),
            Some(format) => format!("`{format}`"),
        }
    }
}

/// `YYYY-MM-DD`, alone or with a time behind `T` or a blank.
#[inline]
fn iso(cell: &str) -> Option<Day> {
    let bytes = cell.as_bytes();
    let (date, time) = bytes.split_at_checked(10)?;
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = date else {
        return None;
    };
    let digit = |byte: u8| {
        let value = byte.wrapping_sub(b'0');
        (value < 10).then_some(u32::from(value))
    };
    let year = digit(y1)? * 1000 + digit(y2)? * 100 + digit(y3)? * 10 + digit(y4)?;
    let month = digit(m1)? * 10 + digit(m2)?;
    let day = digit(d1)? * 10 + digit(d2)?;
    match time {
        [] => {}
        [b'T' | b't' | b' ', time @ ..] if is_time(time) => {}
        _ => return None,
    }
    Day::from_ymd(year as i32, month, day)
}

/// `HH:MM`, with seconds, a fraction of them and a zone if need be.
fn is_time(time: &[u8]) -> bool {
    let two = |part: &[u8], most: u8| match part {
        [a @ b'0'..=b'9', b @ b'0'..=b'9'] => (a - b'0') * 10 + (b - b'0') <= most,
        _ => false,
    };
    let Some((clock, mut rest)) = time.split_at_checked(5) else {
        return false;
    };
    if clock[2] != b':' || !two(&clock[..2], 24) || !two(&clock[3..], 59) {
        return false;
    }
    if let [b':', a, b, after @ ..] = rest {
        if !two(&[*a, *b], 60) {
            return false;
        }
        rest = after;
        if let [b'.' | b',', fraction @ ..] = rest {
            let digits = fraction.iter().take_while(|b| b.is_ascii_digit()).count();
            rest = &fraction[digits..];
        }
    }
    is_zone(rest.trim_ascii_start())
}

fn is_zone(zone: &[u8]) -> bool {
    match zone {
        [] | b"Z" | b"z" | b"UTC" | b"GMT" => true,
        [b'+' | b'-', offset @ ..] => {
            matches!(offset.len(), 2 | 4 | 5)
                && offset
                    .iter()
                    .enumerate()
                    .all(|(place, b)| b.is_ascii_digit() || (place == 2 && *b == b':'))
        }
        _ => false,
    }
}

fn declared(format: &str, cell: &str) -> Option<Day> {
    let time = jiff::fmt::strtime::parse(format, cell).ok()?;
    let date = time.to_date().ok()?;
    Day::from_ymd(
        i32::from(date.year()),
        date.month() as u32,
        date.day() as u32,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn iso_dates_are_read_with_and_without_a_time() {
        let calendar = Calendar::default();
        for cell in [
            "2025-06-16",
            "2025-06-16T00:27:00Z",
            "2025-06-16 23:59",
            "2025-06-16T23:59:60.123456+05:30",
            "2025-06-16 10:00:00 UTC",
            "2025-06-16t10:00:00-0800",
            "2025-06-16T10:00:00 +02",
        ] {
            let day = calendar.read(cell).map(|day| day.to_string());
            assert_eq!(day.as_deref(), Some("2025-06-16"), "{cell}");
        }
    }

    #[test]
    fn what_is_no_date_is_not_guessed_at() {
        let calendar = Calendar::default();
        for cell in [
            "2025-02-29",
            "2025-13-01",
            "16/06/2025",
            "2025-6-16",
            "20250616",
            "2025-06-16x",
            "2025-06-16T",
            "2025-06-16T25:00",
            "2025-06-16T10:61",
            "2025-06-161",
            "2025-06-1é",
            "yesterday",
        ] {
            assert_eq!(calendar.read(cell), None, "{cell}");
        }
    }

    #[test]
    fn a_declared_format_is_followed_and_nothing_else() {
        let calendar = Calendar {
            format: Some("%d/%m/%Y".to_owned()),
        };
        let day = |cell| calendar.read(cell).map(|day| day.to_string());
        assert_eq!(day("03/04/2025").as_deref(), Some("2025-04-03"));
        assert_eq!(day("13/04/2025").as_deref(), Some("2025-04-13"));
        assert_eq!(day("04/13/2025"), None);
        assert_eq!(day("2025-04-13"), None);
        let nonsense = Calendar {
            format: Some("%Q %".to_owned()),
        };
        assert_eq!(nonsense.read("2025-04-13"), None);
    }
}
