//! A time zone whose changes are looked up once, so that the day of a million moments costs a million
//! short searches.

use crate::feedback::Day;
use jiff::{Timestamp, tz::TimeZone};

/// The moments whose changes are kept, in seconds since 1970: 1900 to 2100.
const FROM: i64 = -2_208_988_800;
const TO: i64 = 4_102_444_800;

const DAY: i64 = 86_400;

/// A time zone.
#[derive(Clone, Debug)]
pub(crate) struct Zone {
    name: String,
    rules: TimeZone,
    /// When each offset begins, and how many seconds it adds to UTC.
    changes: Vec<(i64, i32)>,
}

impl Zone {
    /// A zone by its name in the time zone database, such as `Europe/Lisbon`.
    pub(crate) fn named(name: &str) -> Option<Self> {
        let zone = TimeZone::get(name).ok()?;
        let first = Timestamp::from_second(FROM).ok()?;
        let mut changes = vec![(i64::MIN, zone.to_offset(first).seconds())];
        for change in zone.following(first) {
            let at = change.timestamp().as_second();
            if at > TO {
                break;
            }
            changes.push((at, change.offset().seconds()));
        }
        Some(Self {
            name: name.to_owned(),
            rules: zone,
            changes,
        })
    }

    /// The day that it is there at a moment, in seconds since 1970.
    #[inline]
    pub(crate) fn day(&self, moment: i64) -> Day {
        let offset = if (FROM..TO).contains(&moment) {
            let begun = self.changes.partition_point(|&(at, _)| at <= moment);
            self.changes[begun.saturating_sub(1)].1
        } else {
            let moment = Timestamp::from_second(moment);
            moment.map_or(0, |moment| self.rules.to_offset(moment).seconds())
        };
        Day((moment + i64::from(offset)).div_euclid(DAY) as i32)
    }
}

impl PartialEq for Zone {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_agree_with_a_calendar_library_around_every_change() {
        for name in [
            "Europe/Lisbon",
            "America/New_York",
            "Asia/Kolkata",
            "Pacific/Apia",
            "UTC",
        ] {
            let zone = Zone::named(name).unwrap();
            let library = TimeZone::get(name).unwrap();
            let around = zone
                .changes
                .iter()
                .skip(1)
                .flat_map(|&(at, _)| [at - 1, at, at + 1]);
            let daily = (-400..900).map(|step| step * 4_999_999);
            for moment in around.chain(daily) {
                let there = Timestamp::from_second(moment)
                    .unwrap()
                    .to_zoned(library.clone());
                let (year, month, day) = (there.year(), there.month(), there.day());
                let expected = Day::from_ymd(i32::from(year), month as u32, day as u32);
                assert_eq!(Some(zone.day(moment)), expected, "{name} {moment}");
            }
        }
        assert!(Zone::named("Europe/Lisboa").is_none());
    }
}
