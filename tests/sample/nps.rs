//! Writes the answers to "how likely are you to recommend us?", one file a year.

use super::bank::Sign;
use super::customer::Customer;
use super::plan::{BLANK_NPS, PLAN, STRAY_NPS};
use super::season::Season;
use super::speech::{About, Speech};
use pothole::feedback::Day;

const HEADER: [&str; 6] = [
    "response",
    "date",
    "customer",
    "customer_type",
    "score",
    "comment",
];
const SIGNS: [Sign; 3] = [Sign::Complaint, Sign::Neutral, Sign::Praise];
/// How complaints are spread over the scores 0 to 6.
const COMPLAINT: [u32; 7] = [12, 8, 9, 11, 9, 15, 16];
/// The same where people have waited for their money or their bike for weeks.
const FURIOUS: [u32; 7] = [30, 16, 14, 13, 9, 10, 8];
const WAITED_FOR_WEEKS: [&str; 3] = [
    "ride-on/deposit-back",
    "fix-my-bike/parts-wait",
    "fix-my-bike/not-right",
];
/// The row that somebody typed over: eleven is off the scale.
const TYPED_OVER: usize = 642;

/// An answer before anybody has worded it.
struct Answer {
    /// A touchpoint's address, a use of the bank, or nothing for no comment.
    topic: &'static str,
    sign: Sign,
    day: Day,
}

/// `feedback/nps-2025.csv` and `feedback/nps-2026.csv`
pub(super) fn answers(speech: &mut Speech) -> [String; 2] {
    let said = PLAN
        .iter()
        .map(|plan| (plan.touchpoint, plan.nps, plan.season));
    let general = [
        ("nps/stray", STRAY_NPS, Season::Riding),
        ("", BLANK_NPS, Season::Riding),
    ];
    let mut rows = Vec::new();
    for (topic, counts, season) in said.chain(general) {
        for (sign, count) in SIGNS.into_iter().zip(counts) {
            let season = if sign == Sign::Complaint {
                season
            } else {
                season.at_ease()
            };
            for _ in 0..count {
                rows.push(Answer {
                    topic,
                    sign,
                    day: season.day(&mut speech.rng),
                });
            }
        }
    }
    rows.sort_by_key(|row| row.day);
    let split = rows.partition_point(|row| row.day.ymd().0 == 2025);
    [
        file(speech, &rows[..split], 0),
        file(speech, &rows[split..], split),
    ]
}

fn file(speech: &mut Speech, rows: &[Answer], before: usize) -> String {
    let mut file = csv::Writer::from_writer(Vec::new());
    file.write_record(HEADER).unwrap();
    for (place, row) in rows.iter().enumerate() {
        file.write_record(row.cells(before + place, speech))
            .unwrap();
    }
    String::from_utf8(file.into_inner().unwrap()).unwrap()
}

impl Answer {
    fn cells(&self, number: usize, speech: &mut Speech) -> [String; 6] {
        let (topic, sign, day) = (self.topic, self.sign, self.day);
        let customer = Customer::about(topic, sign, &mut speech.rng);
        let score = match sign {
            _ if number == TYPED_OVER => 11,
            Sign::Complaint if WAITED_FOR_WEEKS.contains(&topic) => speech.rng.weighted(&FURIOUS),
            Sign::Complaint => speech.rng.weighted(&COMPLAINT),
            Sign::Neutral => 7 + speech.rng.weighted(&[2, 3]),
            _ => 9 + speech.rng.weighted(&[4, 5]),
        };
        let comment = if topic.is_empty() {
            String::new()
        } else {
            speech.comment(&About {
                topic,
                sign,
                customer,
                day,
            })
        };
        [
            format!("R{:05}", 1_001 + 3 * number),
            day.to_string(),
            customer.id(),
            customer.segment.to_owned(),
            score.to_string(),
            comment,
        ]
    }
}
