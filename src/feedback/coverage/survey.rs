//! The pass over all rows that finds out what every rule does.

use super::census::{Census, Rank, Standing, Station, Terms};
use super::lexicon::{Sight, Usage};
use super::report::{Coverage, Example, Leftover};
use super::scope::Scope;
use crate::feedback::rules::{Plans, is_on_fields};
use crate::feedback::scan::survey;
use crate::feedback::{
    Evidence, Mapping, Overlay, Place, Progress, Rule, Source, UNDATED, verbatims,
};
use crate::journey::{Journeys, TouchpointIndex};
use std::ops::ControlFlow;
use std::path::Path;

/// Reads all feedback of a workspace and says what each rule does with it.
///
/// A pass of its own: every rule is asked about every row, where a scan stops at the first that decides.
/// The books are those of a scan, whatever the scope; everything else counts the rows of the scope.
/// `watch` hears of the progress and may break the pass off.
pub fn coverage(
    root: &Path,
    journeys: &Journeys,
    (sources, rules): (&[Source], &[Rule]),
    scope: &Scope,
    watch: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Coverage {
    let mut plans = Plans::new(journeys, sources, &each_for_itself(rules));
    let stations = sources
        .iter()
        .zip(&mut plans.sources)
        .map(|(source, plan)| {
            plan.mapping = Mapping::All;
            Station {
                mapping: source.mapping,
                named: plan.touchpoint.take(),
                counts: scope.takes_source(source),
            }
        });
    let terms = Terms {
        sources: stations.collect(),
        rules: rules.iter().map(standing).collect(),
        scope: scope.clone(),
    };
    let census = Census::new(terms, journeys.touchpoint_count());
    let (overlay, census) = survey(root, sources, &plans, census, watch);
    let Some(census) = census else {
        return Coverage {
            books: overlay.books,
            ..Coverage::default()
        };
    };
    let leftovers = |ranked: Vec<(String, Usage, f64)>| {
        let ranked = ranked.into_iter();
        let shown = ranked.map(|(word, usage, score)| Leftover {
            word: crate::feedback::plain::line(&word),
            unmapped: usage.unmapped,
            mapped: usage.mapped,
            score,
            example: usage
                .first
                .map(|sight| example(root, sources, &overlay, sight)),
        });
        shown.collect()
    };
    let most = Coverage::MOST_LEFTOVERS;
    Coverage {
        words: leftovers(census.words.telling(most)),
        tags: leftovers(census.tags.telling(most)),
        sources: census.sources,
        books: overlay.books,
    }
}

/// The rules, each with its own number where its touchpoint's stands.
fn each_for_itself(rules: &[Rule]) -> Vec<Rule> {
    let numbered = rules.iter().enumerate().map(|(number, rule)| Rule {
        touchpoint: TouchpointIndex::new(number),
        ..rule.clone()
    });
    numbered.collect()
}

fn standing(rule: &Rule) -> Standing {
    Standing {
        touchpoint: rule.touchpoint.index() as u32,
        rank: match &rule.evidence {
            Evidence::Rating { .. } => Rank::Rating,
            Evidence::When(condition) if is_on_fields(condition) => Rank::Fields,
            Evidence::When(_) => Rank::Text,
        },
    }
}

fn example(root: &Path, sources: &[Source], overlay: &Overlay, sight: Sight) -> Example {
    let place = Place {
        touchpoint: 0,
        day: UNDATED,
        source: sight.source as u16,
        segment: 0,
        reading: 0,
        file: sight.file,
        offset: sight.offset,
        line: sight.line,
    };
    let mut read = verbatims(root, sources, overlay, &[place]);
    Example {
        source: sight.source,
        file: overlay
            .files
            .get(sight.file as usize)
            .cloned()
            .unwrap_or_default(),
        line: sight.line,
        text: read.pop().map(|row| row.text).unwrap_or_default(),
    }
}
