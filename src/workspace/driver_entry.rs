//! Reads which wide survey says what moves the overall score, once every touchpoint is known.

use super::Kind;
use super::fields::{Fields, Text};
use super::keys::DRIVERS;
use super::reporter::Reporter;
use super::source_entry::Declared;
use super::suggestion::help;
use super::visible::quoted;
use crate::feedback::{DriverSurvey, Evidence, Rule};
use crate::journey::{Address, Journeys, TouchpointIndex};

/// What `drivers:` says, before its touchpoint is looked up.
#[derive(Debug)]
pub(super) struct DraftSurvey {
    source: Text,
    overall: Text,
    except: Vec<Text>,
    least: Option<u64>,
}

/// Reads the mapping.
pub(super) fn read(fields: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Option<DraftSurvey> {
    let fields = Fields::open(fields.get("drivers")?, DRIVERS, report)?;
    let least = fields.whole("least", (0.0, 1e9), report);
    Some(DraftSurvey {
        source: fields.text("source", report)?,
        overall: fields.text("overall", report)?,
        except: fields.texts("except", report).unwrap_or_default(),
        least,
    })
}

/// Finds the source and the touchpoint it names, and reports what is not there.
pub(super) fn find(
    draft: &DraftSurvey,
    declared: &Declared,
    journeys: &Journeys,
    rules: &[Rule],
    report: &mut Reporter<'_>,
) -> Option<DriverSurvey> {
    let ids = declared.sources.iter().map(|source| source.id.as_str());
    let source = ids.clone().position(|id| id == draft.source.text);
    if source.is_none() {
        let message = format!("no source {} is declared", quoted(&draft.source.text));
        let help = help(&draft.source.text, ids, "sources");
        report.say(Kind::UnknownSource, draft.source.at, message, help);
    }
    let overall = touchpoint(&draft.overall, journeys, report);
    let except = draft.except.iter();
    let except = except.filter_map(|name| touchpoint(name, journeys, report));
    let except = except.collect();
    let (source, overall) = (source?, overall?);
    let rates = |rule: &Rule| {
        let mine = rule.touchpoint == overall && rule.source.is_none_or(|only| only == source);
        mine && matches!(rule.evidence, Evidence::Rating { .. })
    };
    if !rules.iter().any(rates) {
        let (touchpoint, survey) = (quoted(&draft.overall.text), quoted(&draft.source.text));
        let message = format!("no column of {survey} rates {touchpoint}");
        let help = "give that touchpoint a rule such as `{source: ..., rating: COLUMN}`";
        report.say(Kind::UnknownTouchpoint, draft.overall.at, message, help);
        return None;
    }
    Some(DriverSurvey {
        source,
        overall,
        except,
        least: draft.least.unwrap_or(DriverSurvey::LEAST),
    })
}

/// The touchpoint of an address; reports one that is not there.
fn touchpoint(
    name: &Text,
    journeys: &Journeys,
    report: &mut Reporter<'_>,
) -> Option<TouchpointIndex> {
    let address: Option<Address> = name.text.parse().ok();
    let found = address.and_then(|address| journeys.find(&address));
    if found.is_none() {
        let all: Vec<String> = (journeys.touchpoints())
            .map(|(_, touchpoint)| touchpoint.address.to_string())
            .collect();
        let message = format!("no touchpoint {}", quoted(&name.text));
        let help = help(&name.text, all.iter().map(String::as_str), "touchpoints");
        report.say(Kind::UnknownTouchpoint, name.at, message, help);
    }
    found
}
