//! One touchpoint with its numbers, and its counts by week, segment and source.

use super::counts::{CountsRecord, Keyed, by_name};
use super::measure::{CesRecord, CsatRecord, FrictionRecord, MoodRecord, NpsRecord, ScoresRecord};
use crate::board::Heat;
use crate::export::Subject;
use crate::export::number::rounded;
use crate::journey::TouchpointIndex;
use serde::Serialize;

/// One touchpoint.
#[derive(Serialize)]
pub(in crate::export) struct TouchpointRecord<'a> {
    id: String,
    journey: &'a str,
    stage: &'a str,
    title: &'a str,
    channel: Option<&'a str>,
    owner: Option<&'a str>,
    moment_of_truth: bool,
    next: Vec<StepRecord>,
    #[serde(flatten)]
    counts: CountsRecord,
    undated: u64,
    friction: Option<f64>,
    friction_detail: Option<FrictionRecord>,
    heat: &'static str,
    nps: Option<NpsRecord>,
    ces: Option<CesRecord<'a>>,
    csat: Option<CsatRecord>,
    mood: Option<MoodRecord>,
    scores: Vec<ScoresRecord<'a>>,
    by_week: Keyed<CountsRecord>,
    by_segment: Keyed<CountsRecord>,
    by_source: Keyed<CountsRecord>,
}

/// A step to another touchpoint.
#[derive(Serialize)]
struct StepRecord {
    to: String,
    share: Option<f64>,
}

impl<'a> TouchpointRecord<'a> {
    pub(in crate::export) fn of(subject: Subject<'a>, index: TouchpointIndex) -> Self {
        let touchpoint = subject.journeys.touchpoint(index);
        let sheet = subject.board.touchpoint(index);
        let detail = subject.board.detail(subject.overlay, index);
        Self {
            id: touchpoint.address.to_string(),
            journey: &touchpoint.address.journey,
            stage: subject.stage(touchpoint),
            title: &touchpoint.title,
            channel: touchpoint.channel.as_deref(),
            owner: touchpoint.owner.as_deref(),
            moment_of_truth: touchpoint.moment_of_truth,
            next: steps(subject, index),
            counts: CountsRecord::of(&sheet.counts),
            undated: sheet.undated,
            friction: sheet.friction.and_then(|friction| rounded(friction.value)),
            friction_detail: sheet.friction.as_ref().map(FrictionRecord::of),
            heat: Heat::of(sheet, &subject.charter.thresholds).word(),
            nps: sheet.nps.as_ref().map(NpsRecord::of),
            ces: sheet.ces.as_ref().map(CesRecord::of),
            csat: sheet.csat.as_ref().map(CsatRecord::of),
            mood: sheet.mood.as_ref().map(MoodRecord::of),
            scores: sheet.histograms.iter().map(ScoresRecord::of).collect(),
            by_week: by_name(detail.by_week),
            by_segment: by_name(detail.by_segment),
            by_source: by_name(detail.by_source),
        }
    }
}

fn steps(subject: Subject<'_>, index: TouchpointIndex) -> Vec<StepRecord> {
    let leaving = subject.journeys.leaving(index).into_iter();
    let steps = leaving.map(|(to, transition)| StepRecord {
        to: subject.journeys.touchpoint(to).address.to_string(),
        share: transition.share.and_then(rounded),
    });
    steps.collect()
}
