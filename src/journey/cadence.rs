//! How customers are listened to, and how often a role has promised to do it.

use super::Day;

/// How somebody listened to a customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum How {
    /// A talk with one customer.
    Interview,
    /// A call between a customer and somebody else, listened to.
    Call,
    /// Answering customers oneself for some hours.
    SupportShift,
    /// A customer in a meeting of those who decide.
    Meeting,
    /// A day where customers are met.
    FrontLineDay,
}

impl How {
    /// Every way with the word for it, as files write it.
    pub const WORDS: [(&'static str, How); 5] = [
        ("interview", How::Interview),
        ("call", How::Call),
        ("support-shift", How::SupportShift),
        ("meeting", How::Meeting),
        ("front-line-day", How::FrontLineDay),
    ];

    /// The word for it.
    pub fn word(self) -> &'static str {
        word(&Self::WORDS, &self)
    }

    /// What it is called in a sentence: one of them, or several.
    pub fn words(self, times: u32) -> &'static str {
        match (self, times == 1) {
            (Self::Interview, true) => "interview",
            (Self::Interview, false) => "interviews",
            (Self::Call, true) => "call listened to",
            (Self::Call, false) => "calls listened to",
            (Self::SupportShift, true) => "support shift",
            (Self::SupportShift, false) => "support shifts",
            (Self::Meeting, true) => "customer in the meeting",
            (Self::Meeting, false) => "customers in the meeting",
            (Self::FrontLineDay, true) => "front-line day",
            (Self::FrontLineDay, false) => "front-line days",
        }
    }
}

/// A stretch of the calendar that comes round again and again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Period {
    /// An ISO week.
    Week,
    /// Two weeks; counted from the day a cadence begins, else from Monday, 1970-01-05.
    Fortnight,
    /// A month of the calendar.
    Month,
    /// Three months of the calendar, from January, April, July and October on.
    Quarter,
}

impl Period {
    /// Every period with the word for it, as files write it.
    pub const WORDS: [(&'static str, Period); 4] = [
        ("week", Period::Week),
        ("fortnight", Period::Fortnight),
        ("month", Period::Month),
        ("quarter", Period::Quarter),
    ];

    /// The word for it.
    pub fn word(self) -> &'static str {
        word(&Self::WORDS, &self)
    }

    /// The first and the last day of the period that a day falls in. `from` is where fortnights are
    /// counted from.
    pub fn around(self, day: Day, from: Option<Day>) -> (Day, Day) {
        match self {
            Self::Week => (day.monday(), Day(day.monday().0 + 6)),
            Self::Fortnight => {
                let anchor = from.unwrap_or(Day(4)).monday().0;
                let first = anchor + (day.0 - anchor).div_euclid(14) * 14;
                (Day(first), Day(first + 13))
            }
            Self::Month => months(day, 1),
            Self::Quarter => months(day, 3),
        }
    }
}

/// The first and the last day of the stretch of so many months that a day falls in.
fn months(day: Day, many: u32) -> (Day, Day) {
    let (year, month, _) = day.ymd();
    let first = (month - 1) / many * many + 1;
    let (next_year, next) = match first + many {
        next if next > 12 => (year + 1, next - 12),
        next => (year, next),
    };
    let begins = |year, month| Day::from_ymd(year, month, 1).unwrap_or(day);
    (begins(year, first), Day(begins(next_year, next).0 - 1))
}

fn word<T: PartialEq>(words: &[(&'static str, T)], wanted: &T) -> &'static str {
    let mut words = words.iter();
    words
        .find(|(_, one)| one == wanted)
        .map_or("", |(word, _)| word)
}

/// A promise to listen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cadence {
    /// The role of those who promise it, each of them; `None` when all of them together do.
    pub role: Option<String>,
    /// How they listen.
    pub how: How,
    /// How often in each period; at least 1.
    pub times: u32,
    /// The period.
    pub every: Period,
    /// The day it holds from; `None` from the first contact on.
    pub from: Option<Day>,
}

/// What a workspace has promised about listening.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listening {
    /// The promises, in the order of the file.
    pub cadence: Vec<Cadence>,
    /// After so many days without a contact a segment counts as unheard.
    pub quiet_after: u32,
}

impl Default for Listening {
    fn default() -> Self {
        Self {
            cadence: Vec::new(),
            quiet_after: 90,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(period: Period, day: &str, from: Option<&str>) -> String {
        let read = |text: &str| Day::parse_iso(text).unwrap();
        let (first, last) = period.around(read(day), from.map(read));
        format!("{first} {last}")
    }

    #[test]
    fn periods_begin_and_end_where_the_calendar_says() {
        let of = |period, day| around(period, day, None);
        assert_eq!(of(Period::Week, "2026-11-22"), "2026-11-16 2026-11-22");
        assert_eq!(of(Period::Month, "2024-02-10"), "2024-02-01 2024-02-29");
        assert_eq!(of(Period::Month, "2026-12-31"), "2026-12-01 2026-12-31");
        assert_eq!(of(Period::Quarter, "2026-11-22"), "2026-10-01 2026-12-31");
        assert_eq!(of(Period::Quarter, "2026-03-31"), "2026-01-01 2026-03-31");
    }

    #[test]
    fn fortnights_are_counted_from_the_week_their_cadence_begins_in() {
        let from = Some("2026-11-04");
        let of = |day| around(Period::Fortnight, day, from);
        assert_eq!(of("2026-11-02"), "2026-11-02 2026-11-15");
        assert_eq!(of("2026-11-16"), "2026-11-16 2026-11-29");
        assert_eq!(of("2026-11-01"), "2026-10-19 2026-11-01");
    }
}
