//! The bank of sentences: the tables under `words/`, dealt like cards so that none comes twice before
//! all have come once.

use super::rng::Rng;
use std::collections::{BTreeMap, VecDeque};

/// The tables, as committed.
const TABLES: [&str; 9] = [
    include_str!("words/signing-up.txt"),
    include_str!("words/getting-the-bike.txt"),
    include_str!("words/booking-a-repair.txt"),
    include_str!("words/the-workshop.txt"),
    include_str!("words/riding-and-paying.txt"),
    include_str!("words/changing-and-parting.txt"),
    include_str!("words/tickets.txt"),
    include_str!("words/comments.txt"),
    include_str!("words/visits.txt"),
];

/// Languages a sentence can be marked with; one without such a mark is English.
const LANGUAGES: [&str; 6] = ["de", "fr", "es", "pt", "pl", "ja"];

/// How a sentence speaks, or that it is the subject of a ticket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    Subject,
    Complaint,
    Neutral,
    Praise,
}

/// One sentence of a table.
#[derive(Clone, Debug)]
pub(super) struct Sentence {
    sign: Sign,
    /// Empty for English.
    pub(super) language: String,
    /// The only occasion it is said on; empty for always.
    occasion: String,
    pub(super) text: String,
}

impl Sentence {
    fn suits(&self, sign: Sign, occasions: &[&str]) -> bool {
        self.sign == sign
            && (self.occasion.is_empty() || occasions.contains(&self.occasion.as_str()))
    }
}

/// Every sentence, by topic: a touchpoint's address, or a use such as `ticket/opener`.
pub(super) struct Bank {
    topics: BTreeMap<String, VecDeque<Sentence>>,
}

impl Bank {
    pub(super) fn open(rng: &mut Rng) -> Self {
        let mut topics: BTreeMap<String, VecDeque<Sentence>> = BTreeMap::new();
        for table in TABLES {
            let mut topic = None;
            for line in table.lines() {
                if let Some(name) = line.strip_prefix("= ") {
                    topic = Some(name.to_owned());
                } else if let (Some(name), Some(sentence)) = (&topic, sentence(line)) {
                    topics.entry(name.clone()).or_default().push_back(sentence);
                }
            }
        }
        for sentences in topics.values_mut() {
            rng.shuffle(sentences.make_contiguous());
        }
        Self { topics }
    }

    /// Deals the next sentence of a topic that fits the occasions, in any language.
    pub(super) fn any(&mut self, topic: &str, sign: Sign, occasions: &[&str]) -> Option<Sentence> {
        self.deal(topic, |s| s.suits(sign, occasions))
    }

    /// Deals the next sentence of a topic in one language (empty for English).
    pub(super) fn of(
        &mut self,
        topic: &str,
        sign: Sign,
        language: &str,
        occasions: &[&str],
    ) -> Option<Sentence> {
        self.deal(topic, |s| {
            s.language == language && s.suits(sign, occasions)
        })
    }

    /// The first that fits goes to the bottom of the deck.
    fn deal(&mut self, topic: &str, fits: impl Fn(&Sentence) -> bool) -> Option<Sentence> {
        let deck = self.topics.get_mut(topic)?;
        let place = deck.iter().position(fits)?;
        let sentence = deck.remove(place)?;
        deck.push_back(sentence.clone());
        Some(sentence)
    }
}

/// Reads a line of a table: a sign, perhaps a language or an occasion or `language.occasion`, a blank,
/// the sentence.
fn sentence(line: &str) -> Option<Sentence> {
    let (head, text) = line.split_once(' ')?;
    let (sign, mark) = head.split_at_checked(1)?;
    let sign = match sign {
        "#" => Sign::Subject,
        "-" => Sign::Complaint,
        "~" => Sign::Neutral,
        "+" => Sign::Praise,
        _ => return None,
    };
    let (language, occasion) = match mark.split_once('.') {
        Some(both) => both,
        None if LANGUAGES.contains(&mark) => (mark, ""),
        None => ("", mark),
    };
    Some(Sentence {
        sign,
        language: language.to_owned(),
        occasion: occasion.to_owned(),
        text: text.to_owned(),
    })
}
