//! Turns sources and rules into plans. What cannot be made ready is inert and said so.

use super::draft::Draft;
use super::expression::Expressions;
use super::gauge::Gauge;
use super::names::TouchpointNames;
use super::phrases::{PhraseBook, PhraseFinder};
use super::plan::Plan;
use crate::feedback::{Rejected, Rule, Scale, Source};
use crate::journey::Journeys;
use std::sync::Arc;

/// All sources, made ready.
#[derive(Debug)]
pub(crate) struct Plans {
    /// One a source.
    pub(crate) sources: Vec<Plan>,
    /// Finds the phrases of all of them.
    pub(crate) phrases: PhraseFinder,
    /// The scales met; gauges name them by place.
    pub(crate) scales: Vec<Scale>,
    /// Rules that do nothing, and why.
    pub(crate) inert: Vec<Rejected>,
}

impl Plans {
    /// Makes every source and rule ready.
    pub(crate) fn new(journeys: &Journeys, sources: &[Source], rules: &[Rule]) -> Self {
        let mut compiler = Compiler {
            book: PhraseBook::default(),
            expressions: Expressions::of(rules),
            scales: Vec::new(),
            inert: Vec::new(),
        };
        let by_name = sources.iter().any(|one| one.columns.touchpoint.is_some());
        let names = Arc::new(if by_name {
            TouchpointNames::new(journeys)
        } else {
            TouchpointNames::default()
        });
        let sources = sources
            .iter()
            .enumerate()
            .map(|(index, source)| {
                let mut draft = Draft::new(source, &names, &mut compiler);
                for rule in rules {
                    if rule.source.is_none_or(|only| only == index) {
                        draft.add(source, rule, &mut compiler);
                    }
                }
                draft.finish()
            })
            .collect();
        compiler.inert.sort();
        compiler.inert.dedup();
        Self {
            sources,
            phrases: compiler.book.finder(),
            scales: compiler.scales,
            inert: compiler.inert,
        }
    }
}

/// What the plans of all sources share while they are made.
#[derive(Debug)]
pub(super) struct Compiler {
    pub(super) book: PhraseBook,
    pub(super) expressions: Expressions,
    scales: Vec<Scale>,
    inert: Vec<Rejected>,
}

impl Compiler {
    /// A gauge on a scale, which is remembered.
    pub(super) fn gauge(&mut self, scale: &Scale, missing: &[String]) -> Gauge {
        let place = self.scales.iter().position(|known| known == scale);
        let place = place.unwrap_or_else(|| {
            self.scales.push(scale.clone());
            self.scales.len() - 1
        });
        Gauge::new(place as u16, scale.clone(), missing)
    }

    /// Says that a rule does nothing, and why.
    pub(super) fn refuse(&mut self, source: &str, rule: &Rule, reason: String) {
        let (file, line) = match rule.place.rsplit_once(':') {
            Some((file, line)) => match line.parse() {
                Ok(line) => (file, line),
                Err(_) => (rule.place.as_str(), 0),
            },
            None => (rule.place.as_str(), 0),
        };
        self.inert.push(Rejected {
            source: source.to_owned(),
            file: file.to_owned(),
            line,
            reason,
        });
    }
}
