//! One touchpoint with its numbers, and its counts by week, segment and source.

use super::action::ActionRecord;
use super::compare::{AimRecord, ChurnLiftRecord, SegmentRecord, UnsaidRecord};
use super::counts::{CountsRecord, Keyed, by_name};
use super::hurt::{ContactRecord, FixRecord, PainRecord, SavingRecord, TrendRecord};
use super::measure::{CesRecord, CsatRecord, FrictionRecord, MoodRecord, NpsRecord, ScoresRecord};
use crate::board::{Board, Heat, Trend};
use crate::export::Subject;
use crate::export::depth::Depth;
use crate::export::number::rounded;
use crate::journey::{Touchpoint, TouchpointIndex};
use crate::measures::{ChurnLift, Unsaid};
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
    friction_weighted: bool,
    heat: &'static str,
    nps: Option<NpsRecord>,
    ces: Option<CesRecord<'a>>,
    csat: Option<CsatRecord>,
    mood: Option<MoodRecord>,
    rank: Option<usize>,
    pain: Option<f64>,
    pain_detail: Option<PainRecord>,
    contact_rate: Option<ContactRecord>,
    saving: Option<SavingRecord>,
    trend: Option<TrendRecord<'a>>,
    actions: Vec<ActionRecord<'a>>,
    fixes: Vec<FixRecord<'a>>,
    aims: Vec<AimRecord<'a>>,
    churn_lift: Option<ChurnLiftRecord>,
    segments: Vec<SegmentRecord<'a>>,
    unsaid: Vec<UnsaidRecord>,
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
    pub(in crate::export) fn of(
        subject: Subject<'a>,
        depth: &'a Depth<'a>,
        index: TouchpointIndex,
        rank: Option<usize>,
    ) -> Self {
        let touchpoint = subject.journeys.touchpoint(index);
        let sheet = subject.board.touchpoint(index);
        let trend = depth.trend(index);
        let lift = Board::churn_lift(subject.overlay, index);
        let grid = depth.grid.of(index).into_iter();
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
            friction_detail: sheet.complain.as_ref().map(FrictionRecord::of),
            friction_weighted: sheet.is_weighted(),
            heat: Heat::of(sheet, &subject.charter.thresholds).word(),
            nps: sheet.nps.as_ref().map(NpsRecord::of),
            ces: sheet.ces.as_ref().map(CesRecord::of),
            csat: sheet.csat.as_ref().map(CsatRecord::of),
            mood: sheet.mood.as_ref().map(MoodRecord::of),
            rank,
            pain: sheet
                .pain
                .as_ref()
                .ok()
                .and_then(|pain| rounded(pain.severity)),
            pain_detail: PainRecord::of(sheet),
            contact_rate: depth
                .contact_rate(index)
                .ok()
                .as_ref()
                .map(ContactRecord::of),
            saving: depth.saving(index).ok().as_ref().map(SavingRecord::of),
            trend: TrendRecord::of(&trend, index, &subject.testimony.grown),
            actions: actions(subject, depth, touchpoint, index),
            fixes: fixes(depth, touchpoint, index),
            aims: depth.standing(index).iter().map(AimRecord::of).collect(),
            churn_lift: lift.as_ref().ok().map(ChurnLiftRecord::of),
            segments: grid
                .map(|(name, cell)| SegmentRecord::of(name, cell))
                .collect(),
            unsaid: unsaid(subject, depth, index, &trend, &lift),
            scores: sheet.histograms.iter().map(ScoresRecord::of).collect(),
            by_week: by_name(detail.by_week),
            by_segment: by_name(detail.by_segment),
            by_source: by_name(detail.by_source),
        }
    }
}

/// What cannot be said of a touchpoint, and why.
fn unsaid(
    subject: Subject<'_>,
    depth: &Depth<'_>,
    index: TouchpointIndex,
    trend: &Trend,
    lift: &Result<ChurnLift, Unsaid>,
) -> Vec<UnsaidRecord> {
    let sheet = subject.board.touchpoint(index);
    let reasons = [
        ("friction", sheet.friction_unsaid(subject.board.least_rows)),
        ("pain", sheet.pain.as_ref().err().cloned()),
        ("contact_rate", depth.said_rate(index).err()),
        ("saving", depth.saving(index).err()),
        ("trend", trend.alarms.as_ref().err().cloned()),
        ("churn_lift", lift.as_ref().err().cloned()),
    ];
    let said = reasons.into_iter();
    said.filter_map(|(measure, reason)| {
        Some(UnsaidRecord {
            measure,
            because: depth.reason(&reason?),
        })
    })
    .collect()
}

/// What is being done about it.
fn actions<'a>(
    subject: Subject<'_>,
    depth: &Depth<'_>,
    touchpoint: &'a Touchpoint,
    index: TouchpointIndex,
) -> Vec<ActionRecord<'a>> {
    let fixes = depth.fixes(index);
    let cards = subject.board.cards_of(subject.journeys, index, fixes);
    let pairs = cards.iter().zip(&touchpoint.actions);
    pairs
        .map(|(card, action)| ActionRecord::of(card, action))
        .collect()
}

/// The actions that were shipped, with what became of them.
fn fixes<'a>(
    depth: &Depth<'_>,
    touchpoint: &'a Touchpoint,
    index: TouchpointIndex,
) -> Vec<FixRecord<'a>> {
    let fixes = depth.fixes(index).iter();
    let told = fixes.filter_map(|fix| {
        let action = touchpoint.actions.get(fix.action)?;
        Some(FixRecord::of(fix, action))
    });
    told.collect()
}

fn steps(subject: Subject<'_>, index: TouchpointIndex) -> Vec<StepRecord> {
    let leaving = subject.journeys.leaving(index).into_iter();
    let steps = leaving.map(|(to, transition)| StepRecord {
        to: subject.journeys.touchpoint(to).address.to_string(),
        share: transition.share.and_then(rounded),
    });
    steps.collect()
}
