//! Writes the app's reviews, as an app store hands them out: JSON lines with keys inside of keys.

use super::bank::Sign;
use super::customer::Customer;
use super::plan::{PLAN, STRAY_REVIEWS};
use super::season::Season;
use super::slots::version;
use super::speech::{About, Speech};
use pothole::feedback::Day;
use serde::Serialize;

const SIGNS: [Sign; 3] = [Sign::Complaint, Sign::Neutral, Sign::Praise];
const STORES: [&str; 2] = ["apple", "play"];
/// The row whose stars got lost: there is no review without a star.
const STARLESS: usize = 301;

#[derive(Serialize)]
struct Line {
    id: String,
    submitted: String,
    store: &'static str,
    app: App,
    author: Author,
    review: Review,
}

#[derive(Serialize)]
struct App {
    version: String,
}

#[derive(Serialize)]
struct Author {
    name: String,
    locale: &'static str,
}

#[derive(Serialize)]
struct Review {
    stars: usize,
    topic: String,
    title: String,
    text: String,
}

/// A review before anybody has written it.
struct Draft {
    topic: &'static str,
    /// What the store calls the topic; empty when it does not know it.
    known_as: &'static str,
    sign: Sign,
    day: Day,
}

/// `feedback/app-reviews.jsonl`
pub(super) fn reviews(speech: &mut Speech) -> String {
    let planned = PLAN
        .iter()
        .map(|plan| (plan.touchpoint, plan.topic, plan.reviews, plan.season));
    let stray = ("review/stray", "", STRAY_REVIEWS, Season::Riding);
    let mut rows = Vec::new();
    for (topic, known_as, counts, season) in planned.chain([stray]) {
        for (sign, count) in SIGNS.into_iter().zip(counts) {
            let season = if sign == Sign::Complaint {
                season
            } else {
                season.at_ease()
            };
            for _ in 0..count {
                rows.push(Draft {
                    topic,
                    known_as,
                    sign,
                    day: season.day(&mut speech.rng),
                });
            }
        }
    }
    rows.sort_by_key(|row| row.day);
    let mut file = String::new();
    for (place, row) in rows.iter().enumerate() {
        file.push_str(&serde_json::to_string(&row.line(place, speech)).unwrap());
        file.push('\n');
    }
    file
}

impl Draft {
    fn line(&self, place: usize, speech: &mut Speech) -> Line {
        let (topic, sign, day) = (self.topic, self.sign, self.day);
        let customer = Customer::of(0, &mut speech.rng);
        let (title, text) = speech.review(&About {
            topic,
            sign,
            customer,
            day,
        });
        let rng = &mut speech.rng;
        let stars = match sign {
            _ if place == STARLESS => 0,
            Sign::Complaint => 1 + rng.weighted(&[4, 3]),
            Sign::Neutral => 3,
            _ => 4 + rng.weighted(&[2, 3]),
        };
        // The store's own sorting into topics misses one in five.
        let known = !self.known_as.is_empty() && rng.percent(80);
        let topic = if known { self.known_as } else { "general" }.to_owned();
        let store = STORES[rng.weighted(&[4, 6])];
        Line {
            id: format!("{store}-{:04}", 7 * place + 112),
            submitted: format!("{day}T{:02}:{:02}:00Z", rng.between(5, 22), rng.below(60)),
            store,
            app: App {
                version: version(day, rng),
            },
            author: Author {
                name: format!("{}{}", customer.name(), rng.below(100)),
                locale: locale(&text),
            },
            review: Review {
                stars,
                topic,
                title,
                text,
            },
        }
    }
}

/// A locale that fits the letters of a text.
fn locale(text: &str) -> &'static str {
    let has = |letters: &str| text.chars().any(|letter| letters.contains(letter));
    if text
        .chars()
        .any(|letter| ('\u{3040}'..='\u{9fff}').contains(&letter))
    {
        "ja-JP"
    } else if has("ąęłńśźżć") {
        "pl-PL"
    } else if has("ãõ") {
        "pt-PT"
    } else if has("äöüß") {
        "de-DE"
    } else if has("ñ¿¡") {
        "es-ES"
    } else if has("èêàçœ") {
        "fr-FR"
    } else {
        "en-GB"
    }
}
