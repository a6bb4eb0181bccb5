//! One journey with the numbers of all its touchpoints together.

use super::compare::AimRecord;
use super::counts::CountsRecord;
use super::flow::FlowRecord;
use super::hurt::ContactRecord;
use super::measure::{CesRecord, CsatRecord, FrictionRecord, NpsRecord};
use crate::board::SegmentCurve;
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
    contact_rate: Option<ContactRecord>,
    flow: FlowRecord,
    emotion_curves: Vec<CurveRecord>,
    aims: Vec<AimRecord<'a>>,
}

/// How the customers of one segment felt, from touchpoint to touchpoint.
#[derive(Serialize)]
struct CurveRecord {
    segment: String,
    of: u64,
    points: Vec<PointRecord>,
}

/// One touchpoint of a curve; a gap is one without a value.
#[derive(Serialize)]
struct PointRecord {
    touchpoint: String,
    moment_of_truth: bool,
    value: Option<f64>,
    of: u64,
}

fn curves(subject: Subject<'_>, depth: &Depth<'_>) -> Vec<CurveRecord> {
    let curves = depth.segment_curves().into_iter();
    let curve = |one: SegmentCurve| {
        let touchpoints = subject.touchpoints_of(depth.journey);
        let points = touchpoints.zip(&one.curve.points);
        let points = points.map(|((_, touchpoint), mood)| PointRecord {
            touchpoint: touchpoint.address.to_string(),
            moment_of_truth: touchpoint.moment_of_truth,
            value: mood.and_then(|mood| rounded(mood.value)),
            of: mood.map_or(0, |mood| mood.of),
        });
        CurveRecord {
            points: points.collect(),
            segment: one.segment,
            of: one.of,
        }
    };
    curves.map(curve).collect()
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
        let depth = Depth::of(subject, place);
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
            contact_rate: depth.whole.as_ref().ok().map(ContactRecord::of),
            flow: FlowRecord::of(subject, &depth),
            emotion_curves: curves(subject, &depth),
            aims: depth.journey_standing().iter().map(AimRecord::of).collect(),
        }
    }
}
