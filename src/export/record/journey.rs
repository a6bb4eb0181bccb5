//! One journey with the numbers of all its touchpoints together.

use super::compare::AimRecord;
use super::counts::CountsRecord;
use super::flow::FlowRecord;
use super::measure::{CesRecord, CsatRecord, FrictionRecord, NpsRecord};
use crate::export::Subject;
use crate::export::depth::Depth;
use crate::export::number::rounded;
use crate::journey::{Journey, JourneyIndex, Stage};
use serde::Serialize;

/// One journey.
#[derive(Serialize)]
pub(in crate::export) struct JourneyRecord<'a> {
    id: &'a str,
    title: &'a str,
    persona: Option<&'a str>,
    owner: Option<&'a str>,
    file: &'a str,
    stages: Vec<StageRecord<'a>>,
    touchpoints: usize,
    hot: usize,
    hot_unowned: usize,
    unowned: usize,
    #[serde(flatten)]
    counts: CountsRecord,
    friction: Option<f64>,
    friction_detail: Option<FrictionRecord>,
    nps: Option<NpsRecord>,
    ces: Option<CesRecord<'a>>,
    csat: Option<CsatRecord>,
    flow: FlowRecord,
    aims: Vec<AimRecord<'a>>,
}

/// A phase of a journey.
#[derive(Serialize)]
struct StageRecord<'a> {
    id: &'a str,
    title: &'a str,
}

impl<'a> StageRecord<'a> {
    fn of(stage: &'a Stage) -> Self {
        Self {
            id: &stage.id,
            title: &stage.title,
        }
    }
}

impl<'a> JourneyRecord<'a> {
    pub(in crate::export) fn of(
        subject: Subject<'a>,
        place: JourneyIndex,
        journey: &'a Journey,
    ) -> Self {
        let sheet = &subject.board.journeys[place];
        let standing = subject.board.journey_standing(subject.journeys, place);
        Self {
            id: &journey.id,
            title: &journey.title,
            persona: journey.persona.as_deref(),
            owner: journey.owner.as_deref(),
            file: &journey.file,
            stages: journey.stages.iter().map(StageRecord::of).collect(),
            touchpoints: journey.touchpoints.len(),
            hot: sheet.hot,
            hot_unowned: sheet.hot_unowned,
            unowned: sheet.unowned,
            counts: CountsRecord::of(&sheet.counts),
            friction: sheet.friction.and_then(|friction| rounded(friction.value)),
            friction_detail: sheet.friction.as_ref().map(FrictionRecord::of),
            nps: sheet.nps.as_ref().map(NpsRecord::of),
            ces: sheet.ces.as_ref().map(CesRecord::of),
            csat: sheet.csat.as_ref().map(CsatRecord::of),
            flow: FlowRecord::of(subject, &Depth::of(subject, place)),
            aims: standing.iter().map(AimRecord::of).collect(),
        }
    }
}
