//! When things are said: months weighed by season, from May 2025 to October 2026.

use super::rng::Rng;
use pothole::feedback::Day;

/// How the 18 months weigh for a kind of feedback.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Season {
    /// With the riding: more in summer than in winter.
    Riding,
    /// The rush of March and April.
    Spring,
    /// Cold fingers, cold batteries.
    Winter,
    /// When people pause and part.
    Autumn,
    /// More every month.
    Growing,
    /// Around the two price increases.
    Price,
    /// Before app 4.2 of 2026-01-19.
    BeforeFix,
    /// From app 4.2 on.
    AfterFix,
    /// From August 2026 on.
    Trial,
}

/// The day app 4.2 was shipped.
const FIX: (i32, u32, u32) = (2026, 1, 19);

impl Season {
    /// Weights of the months from May 2025 on.
    #[rustfmt::skip]
    const fn months(self) -> [u32; 18] {
        match self {
            //                 2025: May                          Dec  2026: Jan                                   Oct
            Self::Riding =>    [8, 9, 9, 8, 8, 7, 5, 4,            4, 4, 7, 9, 10, 10, 10, 9, 9, 8],
            Self::Spring =>    [5, 4, 4, 3, 3, 3, 2, 1,            1, 3, 34, 38, 9, 6, 5, 4, 4, 3],
            Self::Winter =>    [3, 2, 2, 2, 3, 5, 10, 13,          14, 12, 7, 4, 3, 2, 2, 3, 4, 6],
            Self::Autumn =>    [2, 2, 3, 4, 8, 13, 11, 7,          4, 3, 3, 3, 3, 3, 4, 6, 10, 15],
            Self::Growing =>   [2, 2, 3, 3, 4, 4, 4, 4,            5, 5, 6, 7, 8, 8, 9, 10, 10, 11],
            Self::Price =>     [0, 0, 0, 0, 2, 14, 5, 2,           1, 1, 0, 0, 1, 0, 1, 1, 3, 18],
            Self::BeforeFix => [8, 9, 9, 8, 8, 8, 6, 7,            5, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            Self::AfterFix =>  [0, 0, 0, 0, 0, 0, 0, 0,            5, 7, 9, 10, 10, 9, 9, 8, 8, 7],
            Self::Trial =>     [0, 0, 0, 0, 0, 0, 0, 0,            0, 0, 0, 0, 0, 0, 0, 3, 5, 5],
        }
    }

    /// When what is not a complaint comes.
    pub(super) fn at_ease(self) -> Self {
        match self {
            Self::BeforeFix | Self::AfterFix | Self::Trial | Self::Price => self,
            _ => Self::Riding,
        }
    }

    /// A day of this season.
    pub(super) fn day(self, rng: &mut Rng) -> Day {
        loop {
            let place = rng.weighted(&self.months()) as u32;
            let (year, month) = (2025 + ((place + 4) / 12) as i32, (place + 4) % 12 + 1);
            let Some(day) = Day::from_ymd(year, month, rng.between(1, 31) as u32) else {
                continue;
            };
            let off = match self {
                Self::BeforeFix => is_fixed(day),
                Self::AfterFix => !is_fixed(day),
                _ => false,
            };
            if !off {
                return day;
            }
        }
    }
}

/// Whether it is the spring rush.
pub(super) fn is_rush(day: Day) -> bool {
    let (year, month, _) = day.ymd();
    year == 2026 && (month == 3 || month == 4)
}

/// Whether app 4.2 is out.
pub(super) fn is_fixed(day: Day) -> bool {
    Some(day) >= Day::from_ymd(FIX.0, FIX.1, FIX.2)
}

/// Offset of the region's clocks from UTC: summer time from the last Sunday of March to the last one
/// of October.
pub(super) fn offset(day: Day) -> &'static str {
    let (year, ..) = day.ymd();
    let last_sunday =
        |month| Day::from_ymd(year, month, 31).map(|end| Day(end.0 - (end.weekday() + 1) % 7));
    if Some(day) >= last_sunday(3) && Some(day) < last_sunday(10) {
        "+02:00"
    } else {
        "+01:00"
    }
}
