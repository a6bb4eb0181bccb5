//! How people write: sentences put together to tickets, comments, reviews and remarks, with their
//! typos, their emoji and their lengths.

use super::bank::{Bank, Sentence, Sign};
use super::customer::Customer;
use super::rng::Rng;
use super::season::{is_fixed, is_rush};
use super::slots::Scene;
use pothole::feedback::Day;
use std::collections::BTreeSet;

/// What fingers do on a phone.
const TYPOS: [(&str, &str); 14] = [
    (" the ", " teh "),
    ("because", "becuase"),
    ("don't", "dont"),
    ("it's", "its"),
    ("received", "recieved"),
    ("definitely", "definately"),
    ("nobody", "noboby"),
    ("weeks", "weks"),
    ("tomorrow", "tommorow"),
    ("working", "wokring"),
    ("can't", "cant"),
    (" and ", " adn "),
    ("I'm", "Im"),
    ("really", "realy"),
];
const CROSS: [&str; 7] = ["😡", "🙄", "😞", "👎", "🤷", "😤", "!!!"];
const PLEASED: [&str; 8] = ["😊", "🚲", "👍", "💛", "🎉", "🙌", "☀️", "😍"];

/// Where it means to go without a bike: people say then what they missed.
const WITHOUT_A_RIDE: [&str; 13] = [
    "get-riding/book-delivery",
    "get-riding/delivery-day",
    "get-riding/pair-app",
    "fix-my-bike/check-it-yourself",
    "fix-my-bike/roadside-help",
    "fix-my-bike/book-repair",
    "fix-my-bike/loan-bike",
    "fix-my-bike/mobile-mechanic",
    "fix-my-bike/parts-wait",
    "fix-my-bike/not-right",
    "ride-on/app-on-the-go",
    "ride-on/battery-swap",
    "ride-on/theft",
];

/// Where the app itself is what people judge.
const IN_THE_APP: [&str; 7] = [
    "get-riding/open-account",
    "get-riding/identity-check",
    "get-riding/pay-deposit",
    "get-riding/pair-app",
    "fix-my-bike/check-it-yourself",
    "ride-on/app-on-the-go",
    "review/stray",
];

/// Puts sentences together; no two texts come out the same.
pub(super) struct Speech {
    pub(super) rng: Rng,
    bank: Bank,
    said: BTreeSet<String>,
}

/// What is about to be said.
pub(super) struct About<'a> {
    /// A touchpoint's address, or a use such as `nps/stray`.
    pub(super) topic: &'a str,
    pub(super) sign: Sign,
    pub(super) customer: Customer,
    pub(super) day: Day,
}

impl About<'_> {
    fn occasions(&self) -> Vec<&'static str> {
        let mut occasions = vec![self.customer.mark()];
        if WITHOUT_A_RIDE.contains(&self.topic) {
            occasions.push("ride");
        }
        if is_rush(self.day) {
            occasions.push("spring");
        }
        occasions.push(if is_fixed(self.day) {
            "after"
        } else {
            "before"
        });
        if IN_THE_APP.contains(&self.topic) {
            occasions.push("app");
        }
        occasions
    }
}

impl Speech {
    pub(super) fn new(seed: u64) -> Self {
        let mut rng = Rng::new(seed);
        let bank = Bank::open(&mut rng);
        Self {
            rng,
            bank,
            said: BTreeSet::new(),
        }
    }

    /// Subject and body of a ticket.
    pub(super) fn ticket(&mut self, about: &About) -> (String, String) {
        self.unheard(|speech| speech.ticket_once(about))
    }

    /// A comment on "would you recommend us?".
    pub(super) fn comment(&mut self, about: &About) -> String {
        self.unheard(|speech| {
            let (text, _) = speech.short(about, "nps/opener", "nps/tail");
            (String::new(), text)
        })
        .1
    }

    /// Title and text of a review.
    pub(super) fn review(&mut self, about: &About) -> (String, String) {
        self.unheard(|speech| {
            let (text, language) = speech.short(about, "", "review/tail");
            let title = speech.signed("review/title", &language, about);
            (title.unwrap_or_default(), text)
        })
    }

    /// A remark at the end of the visit survey.
    pub(super) fn remark(&mut self, about: &About) -> String {
        self.unheard(|speech| (String::new(), speech.short(about, "", "").0))
            .1
    }

    /// Tries again while somebody has said the same before, give or take a full stop.
    fn unheard(&mut self, say: impl Fn(&mut Self) -> (String, String)) -> (String, String) {
        let mut last = (String::new(), String::new());
        for _ in 0..60 {
            last = say(self);
            let letters = last.1.chars().filter(|c| c.is_alphanumeric());
            if self
                .said
                .insert(letters.flat_map(char::to_lowercase).collect())
            {
                break;
            }
        }
        last
    }

    fn ticket_once(&mut self, about: &About) -> (String, String) {
        let core = self.core(about);
        let language = core.language.clone();
        let scene = Scene {
            customer: &about.customer,
            day: about.day,
            language: &language,
        };
        let letter = self.letter(about, &core);
        let body = scene.fill(&letter, &mut self.rng);
        let body = self.fingers(body, &language);
        (self.subject(about, &scene), body)
    }

    /// A letter with its slots still open: opener, heart, what it led to, what is asked for, closing.
    fn letter(&mut self, about: &About, core: &Sentence) -> String {
        let language = core.language.as_str();
        let stray = about.topic == "ticket/stray";
        let mut heart = vec![core.text.clone()];
        if !stray && self.rng.percent(24) {
            heart.extend(self.another(about, core));
        }
        if !stray && self.rng.percent(45) {
            heart.extend(self.phrase("ticket/consequence", language, about));
        }
        let between = if language == "ja" { "" } else { " " };
        let mut parts = Vec::new();
        parts.extend(self.maybe(62, "ticket/opener", language, about));
        parts.push(heart.join(between));
        if !stray && self.rng.percent(5) {
            parts.extend(self.another(about, core));
        }
        if language.is_empty() && !stray {
            parts.extend(self.maybe(8, "ticket/quoted", language, about));
        }
        if !stray {
            parts.extend(self.maybe(50, "ticket/ask", language, about));
        }
        parts.extend(self.maybe(58, "ticket/closing", language, about));
        parts.join(if self.rng.percent(60) { "\n\n" } else { "\n" })
    }

    fn maybe(
        &mut self,
        chance: usize,
        topic: &str,
        language: &str,
        about: &About,
    ) -> Option<String> {
        self.rng
            .percent(chance)
            .then(|| self.phrase(topic, language, about))
            .flatten()
    }

    /// A subject about the matter, or one of those that say nothing.
    fn subject(&mut self, about: &About, scene: &Scene) -> String {
        let plain = !scene.language.is_empty() || self.rng.percent(28);
        let topic = if plain && about.topic != "ticket/stray" {
            "ticket/subject"
        } else {
            about.topic
        };
        let language = if topic == "ticket/subject" {
            scene.language
        } else {
            ""
        };
        let subject = self.bank.of(topic, Sign::Subject, language, &[]);
        let subject = subject.expect("every topic of tickets has subjects");
        let subject = scene.fill(&subject.text, &mut self.rng);
        match self.rng.below(14) {
            0 => format!("Re: {subject}"),
            1 if language.is_empty() => format!("{subject} (second mail)"),
            2 if language.is_empty() => subject.to_lowercase(),
            3 => format!("Fwd: {subject}"),
            _ => subject,
        }
    }

    /// One to three sentences and their language: perhaps an opener, the heart of it, more or a tail.
    fn short(&mut self, about: &About, opener: &str, tail: &str) -> (String, String) {
        let core = self.core(about);
        let language = core.language.clone();
        let mut parts = Vec::new();
        if self.rng.percent(14) {
            parts.extend(self.phrase(opener, &language, about));
        }
        parts.push(core.text.clone());
        match self.rng.below(100) {
            0..=7 => parts.extend(self.another(about, &core)),
            8..=48 => parts.extend(self.signed(tail, &language, about)),
            _ => {}
        }
        let scene = Scene {
            customer: &about.customer,
            day: about.day,
            language: &language,
        };
        let text = parts.join(if language == "ja" { "" } else { " " });
        let text = scene.fill(&text, &mut self.rng);
        let text = self.fingers(text, &language);
        (self.face(text, about.sign), language)
    }

    fn core(&mut self, about: &About) -> Sentence {
        self.bank
            .any(about.topic, about.sign, &about.occasions())
            .unwrap_or_else(|| panic!("nobody can say {:?} of {}", about.sign, about.topic))
    }

    /// A second sentence of the same topic in the same language, if there is another.
    fn another(&mut self, about: &About, core: &Sentence) -> Option<String> {
        let next = self
            .bank
            .of(about.topic, about.sign, &core.language, &about.occasions())?;
        (next.text != core.text).then_some(next.text)
    }

    fn phrase(&mut self, topic: &str, language: &str, about: &About) -> Option<String> {
        let sentence = self
            .bank
            .of(topic, Sign::Complaint, language, &about.occasions())?;
        Some(sentence.text)
    }

    fn signed(&mut self, topic: &str, language: &str, about: &About) -> Option<String> {
        let sentence = self
            .bank
            .of(topic, about.sign, language, &about.occasions())?;
        Some(sentence.text)
    }

    /// Typos, and people who write without capitals.
    fn fingers(&mut self, text: String, language: &str) -> String {
        if !language.is_empty() {
            return text;
        }
        match self.rng.below(100) {
            0..=6 => {
                let (right, wrong) = TYPOS[self.rng.below(TYPOS.len())];
                text.replacen(right, wrong, 1)
            }
            7..=12 => text.to_lowercase(),
            13..=17 => text.trim_end_matches('.').to_owned(),
            _ => text,
        }
    }

    fn face(&mut self, text: String, sign: Sign) -> String {
        if !self.rng.percent(7) {
            return text;
        }
        match sign {
            Sign::Complaint => format!("{text} {}", self.rng.pick(&CROSS)),
            Sign::Praise => format!("{text} {}", self.rng.pick(&PLEASED)),
            _ => text,
        }
    }
}
