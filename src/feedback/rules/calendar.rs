//! Reads the day out of a date cell: ISO 8601 from its bytes, or declared formats; in the declared zone,
//! where the cell says an instant.

use super::zone::Zone;
use crate::feedback::{Day, Format, Source, TableFiles};
use jiff::fmt::strtime::{self, BrokenDownTime};

const DAY: i64 = 86_400;

/// How the dates of a source are written.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Calendar {
    /// In `strftime` notation, tried in this order; none for ISO 8601.
    formats: Vec<String>,
    /// Whether ISO 8601 is read beside the formats: a date cell of Excel is no text of its own.
    iso_too: bool,
    /// The zone whose days count.
    zone: Option<Zone>,
}

/// A date as it is written, and the time of day and the offset from UTC where they are.
#[derive(Clone, Copy, Debug)]
struct Written {
    day: Day,
    /// Seconds since midnight, and how many of them the place is ahead of UTC.
    time: Option<(i64, Option<i64>)>,
}

impl Calendar {
    /// As a source declares it.
    pub(crate) fn of(source: &Source) -> Self {
        Self::new(&source.date_formats, source.format, source.zone.as_deref())
    }

    /// As visits or customers declare it.
    pub(crate) fn of_table(files: &TableFiles) -> Self {
        Self::new(&files.date_formats, files.format, files.zone.as_deref())
    }

    fn new(formats: &[String], format: Format, zone: Option<&str>) -> Self {
        Self {
            formats: formats.to_vec(),
            iso_too: format == Format::Excel,
            zone: zone.and_then(Zone::named),
        }
    }

    /// The day a cell names: in the declared zone when it says an instant, else as it is written there.
    /// `None` when it names none.
    #[inline(always)]
    pub(crate) fn read(&self, cell: &str) -> Option<Day> {
        let day = self.glance(cell.as_bytes());
        if day.is_some() {
            return day;
        }
        if self.formats.is_empty() || self.iso_too {
            let written = iso(cell);
            if written.is_some() || self.formats.is_empty() {
                return written.map(|written| self.day(written));
            }
        }
        let mut formats = self.formats.iter();
        formats.find_map(|format| self.declared(format, cell))
    }

    /// As [`Calendar::read`], of a cell that is written as most are; `None` of all others.
    #[inline(always)]
    pub(crate) fn glance(&self, cell: &[u8]) -> Option<Day> {
        if self.formats.is_empty() && self.zone.is_none() {
            plain(cell)
        } else {
            None
        }
    }

    /// How a date should have been written.
    pub(crate) fn expected(&self) -> String {
        if self.formats.is_empty() {
            return "YYYY-MM-DD, with or without a time".to_owned();
        }
        let formats: Vec<String> = self.formats.iter().map(|one| format!("`{one}`")).collect();
        formats.join(" or ")
    }

    #[inline]
    fn day(&self, written: Written) -> Day {
        match (&self.zone, written.time) {
            (Some(zone), Some((seconds, Some(ahead)))) => {
                zone.day(i64::from(written.day.0) * DAY + seconds - ahead)
            }
            _ => written.day,
        }
    }

    fn declared(&self, format: &str, cell: &str) -> Option<Day> {
        let parsed = strtime::parse(format, cell).ok()?;
        if let Some(instant) = parsed.timestamp() {
            // Seconds since 1970.
            let instant = instant.as_second();
            let utc = Day(instant.div_euclid(DAY) as i32);
            return Some(self.zone.as_ref().map_or(utc, |zone| zone.day(instant)));
        }
        Some(self.day(written(&parsed)?))
    }
}

/// What a format found in a cell.
fn written(parsed: &BrokenDownTime) -> Option<Written> {
    let date = parsed.to_date().ok()?;
    let (year, month, day) = (date.year(), date.month(), date.day());
    let time = parsed.to_time().ok().map(|time| {
        let seconds = i64::from(time.hour()) * 3600
            + i64::from(time.minute()) * 60
            + i64::from(time.second());
        let ahead = parsed.offset().map(|offset| i64::from(offset.seconds()));
        (seconds, ahead)
    });
    Some(Written {
        day: Day::from_ymd(i32::from(year), month as u32, day as u32)?,
        time,
    })
}

/// `YYYY-MM-DD`, alone or with `THH:MM:SS` or `THH:MM:SSZ` behind it, as most exports have it: as [`iso`]. `None` where
/// it is written in another way.
#[inline(always)]
fn plain(cell: &[u8]) -> Option<Day> {
    let (date, time) = cell.split_first_chunk::<10>()?;
    match time {
        [] => {}
        [b'T' | b' ', time @ ..] => _ = plain_clock(time)?,
        _ => return None,
    }
    date_of(*date)
}

/// The day that is written as `YYYY-MM-DD`.
#[inline(always)]
fn date_of(date: [u8; 10]) -> Option<Day> {
    let pairs = pairs(YEAR_AND_MONTH.digits(*date.first_chunk()?)?);
    let (tens, ones) = (date[8].wrapping_sub(b'0'), date[9].wrapping_sub(b'0'));
    if tens > 9 || ones > 9 {
        return None;
    }
    let year = i32::from(pairs[0]) * 100 + i32::from(pairs[2]);
    Day::from_ymd(
        year,
        u32::from(pairs[5]),
        u32::from(tens) * 10 + u32::from(ones),
    )
}

/// `YYYY-MM-DD`, alone or with a time behind `T` or a blank.
fn iso(cell: &str) -> Option<Written> {
    let (date, time) = cell.as_bytes().split_first_chunk()?;
    let time = match time {
        [] => None,
        [b'T' | b't' | b' ', time @ ..] => Some(plain_clock(time).or_else(|| clock(time))?),
        _ => return None,
    };
    Some(Written {
        day: date_of(*date)?,
        time,
    })
}

/// How eight characters have to stand: a digit for each zero, everything else as it is.
struct Form {
    characters: u64,
    /// What, added to a byte below 128, carries into its highest bit where it is more than may stand there.
    over: u64,
}

const YEAR_AND_MONTH: Form = Form::of(*b"0000-00-");
const CLOCK: Form = Form::of(*b"00:00:00");

impl Form {
    const fn of(characters: [u8; 8]) -> Self {
        let mut over = [0x7f; 8];
        let mut place = 0;
        while place < 8 {
            if characters[place] == b'0' {
                over[place] = 0x76;
            }
            place += 1;
        }
        Self {
            characters: u64::from_le_bytes(characters),
            over: u64::from_le_bytes(over),
        }
    }

    /// The values of the digits of a text that stands so, all tested together.
    #[inline]
    fn digits(&self, text: [u8; 8]) -> Option<u64> {
        // Digits are 0 to 9 now and all others 0; what is not carries into its highest bit, or has it.
        let values = u64::from_le_bytes(text) ^ self.characters;
        let high = 0x8080_8080_8080_8080;
        let sound = (values | ((values & !high) + self.over)) & high == 0;
        sound.then_some(values)
    }
}

/// What each of eight digits and the one behind it are as a number of two digits.
#[inline]
fn pairs(digits: u64) -> [u8; 8] {
    // 99 at most: no byte carries into the next.
    (digits * 10 + (digits >> 8)).to_le_bytes()
}

/// `HH:MM:SS` or `HH:MM:SSZ`, as most exports have it: as [`clock`].
#[inline]
fn plain_clock(time: &[u8]) -> Option<(i64, Option<i64>)> {
    let ahead = match time.get(8..)? {
        [] => None,
        [b'Z'] => Some(0),
        _ => return None,
    };
    let pairs = pairs(CLOCK.digits(*time.first_chunk()?)?);
    let number = |place: usize| i64::from(pairs[place]);
    let (hours, minutes, seconds) = (number(0), number(3), number(6));
    (hours <= 24 && minutes <= 59 && seconds <= 60)
        .then_some((hours * 3600 + minutes * 60 + seconds, ahead))
}

/// `HH:MM`, with seconds, a fraction of them and a zone if need be: seconds since midnight, and how many
/// of them the place is ahead of UTC.
fn clock(time: &[u8]) -> Option<(i64, Option<i64>)> {
    let (clock, mut rest) = time.split_at_checked(5)?;
    if clock[2] != b':' {
        return None;
    }
    let mut seconds = two(&clock[..2], 24)? * 3600 + two(&clock[3..], 59)? * 60;
    if let [b':', a, b, after @ ..] = rest {
        seconds += two(&[*a, *b], 60)?;
        rest = after;
        if let [b'.' | b',', fraction @ ..] = rest {
            let digits = fraction.iter().take_while(|b| b.is_ascii_digit()).count();
            rest = &fraction[digits..];
        }
    }
    match rest.trim_ascii_start() {
        [] => Some((seconds, None)),
        zone => Some((seconds, Some(ahead(zone)?))),
    }
}

fn two(part: &[u8], most: i64) -> Option<i64> {
    match part {
        &[a @ b'0'..=b'9', b @ b'0'..=b'9'] => {
            Some(i64::from((a - b'0') * 10 + (b - b'0'))).filter(|value| *value <= most)
        }
        _ => None,
    }
}

/// How many seconds ahead of UTC a place is: `Z`, `+02`, `+0200`, `-03:30`.
fn ahead(zone: &[u8]) -> Option<i64> {
    let (sign, offset) = match zone {
        b"Z" | b"z" | b"UTC" | b"GMT" => return Some(0),
        [b'+', offset @ ..] => (1, offset),
        [b'-', offset @ ..] => (-1, offset),
        _ => return None,
    };
    let minutes = match *offset {
        [_, _] => 0,
        [_, _, a, b] | [_, _, b':', a, b] => two(&[a, b], 99)?,
        _ => return None,
    };
    let hours = two(offset.get(..2)?, 99)?;
    Some(sign * (hours * 3600 + minutes * 60))
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
    fn a_plain_time_reads_as_any_other() {
        let bytes = ["0", "1", "2", "5", "6", "9", ":", "/", "Z", "\u{80}", "x"];
        let mut met = 0;
        for place in 0..8 {
            for byte in bytes {
                for zone in ["", "Z", "z"] {
                    for time in ["00:00:00", "23:59:60", "24:19:30"] {
                        let (before, after) = (&time[..place], &time[place + 1..]);
                        let time = format!("{before}{byte}{after}{zone}");
                        let plain = plain_clock(time.as_bytes());
                        met += usize::from(plain.is_some());
                        if plain.is_some() {
                            assert_eq!(plain, clock(time.as_bytes()), "{time}");
                        } else if zone != "z" {
                            assert_eq!(clock(time.as_bytes()), None, "{time}");
                        }
                    }
                }
            }
        }
        assert!(met > 100);
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
        let calendar = declared(&["%d/%m/%Y"], None);
        let day = |cell| calendar.read(cell).map(|day| day.to_string());
        assert_eq!(day("03/04/2025").as_deref(), Some("2025-04-03"));
        assert_eq!(day("13/04/2025").as_deref(), Some("2025-04-13"));
        assert_eq!(day("04/13/2025"), None);
        assert_eq!(day("2025-04-13"), None);
        assert_eq!(declared(&["%Q %"], None).read("2025-04-13"), None);
    }

    fn declared(formats: &[&str], zone: Option<&str>) -> Calendar {
        Calendar::of(&Source {
            date_formats: formats.iter().map(|&format| format.to_owned()).collect(),
            zone: zone.map(str::to_owned),
            ..Source::default()
        })
    }

    #[test]
    fn several_formats_are_tried_in_their_order_and_no_other() {
        let calendar = declared(&["%d/%m/%Y", "%Y.%m.%d"], None);
        let day = |cell| calendar.read(cell).map(|day| day.to_string());
        assert_eq!(day("02/01/2025").as_deref(), Some("2025-01-02"));
        assert_eq!(day("2025.01.02").as_deref(), Some("2025-01-02"));
        assert_eq!(day("2025-01-02"), None);
        assert_eq!(calendar.expected(), "`%d/%m/%Y` or `%Y.%m.%d`");
    }

    #[test]
    fn an_instant_falls_on_the_day_of_the_declared_zone() {
        let calendar = declared(&[], Some("America/New_York"));
        let day = |cell| calendar.read(cell).map(|day| day.to_string());
        for (cell, expected) in [
            ("2025-06-16T03:59:59Z", "2025-06-15"),
            ("2025-06-16T04:00:00Z", "2025-06-16"),
            ("2025-01-16T04:59Z", "2025-01-15"),
            ("2025-01-16T05:00Z", "2025-01-16"),
            ("2025-06-16 00:30:00+05:30", "2025-06-15"),
            ("2025-06-16T23:30-0800", "2025-06-17"),
            ("2025-06-16T23:30 -08", "2025-06-17"),
            ("2025-06-16T01:00", "2025-06-16"),
            ("2025-06-16", "2025-06-16"),
        ] {
            assert_eq!(day(cell).as_deref(), Some(expected), "{cell}");
        }
        let written = Calendar::default();
        let day = written.read("2025-06-16T03:59:59Z");
        assert_eq!(
            day.map(|day| day.to_string()).as_deref(),
            Some("2025-06-16")
        );
        let calendar = declared(&["%d/%m/%Y %H:%M %z", "%s"], Some("Europe/Lisbon"));
        let day = |cell| calendar.read(cell).map(|day| day.to_string());
        assert_eq!(day("16/06/2025 23:30 +0000").as_deref(), Some("2025-06-17"));
        assert_eq!(day("1750116600").as_deref(), Some("2025-06-17"));
    }
}
