//! The heat of every touchpoint of a journey under a shade, worked out when somebody asks for it.

use super::shade::of_trend;
use super::{Board, Heat, Shade, Shaded, TouchpointSheet, Trend};
use crate::feedback::{Overlay, Rule};
use crate::journey::{Charter, JourneyIndex, Journeys, TouchpointIndex};
use crate::measures::Histogram;
use std::collections::HashSet;

/// The touchpoints of one journey, shaded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shading {
    /// What the heat shows.
    pub by: Shade,
    first: usize,
    marks: Vec<Shaded>,
}

/// What a shading is made from, beside the board.
#[derive(Clone, Copy, Debug)]
pub struct Terrain<'a> {
    /// The journeys.
    pub journeys: &'a Journeys,
    /// Thresholds and the names of owners.
    pub charter: &'a Charter,
    /// The feedback.
    pub overlay: &'a Overlay,
    /// The rules that feed touchpoints.
    pub rules: &'a [Rule],
}

impl Shading {
    /// The touchpoints of a journey under a shade. Friction is read from the board as it stands, so its
    /// shading is empty.
    pub fn of(board: &Board, ground: Terrain<'_>, journey: JourneyIndex, by: Shade) -> Self {
        let range = ground.journeys.all().get(journey);
        let range = range.map_or(0..0, |journey| journey.touchpoints.clone());
        let first = range.start;
        let places = range.clone().map(TouchpointIndex::new);
        let sheets = board.touchpoints.get(range).unwrap_or_default();
        let marks = match by {
            Shade::Friction => Vec::new(),
            Shade::Pain => pains(sheets),
            Shade::Nps => sheets
                .iter()
                .map(|one| nps(one, board.least_rows))
                .collect(),
            Shade::Ces => sheets
                .iter()
                .map(|one| ces(one, board.least_rows))
                .collect(),
            Shade::Trend => {
                let passed = board.passed(ground.journeys, ground.overlay, journey);
                let trend = |(place, passed): (_, &Result<_, _>)| {
                    let passed = passed.as_ref().ok();
                    trend(&board.trend_against(ground.overlay, place, passed))
                };
                places.zip(&passed).map(trend).collect()
            }
            Shade::Owner => sheets.iter().map(|one| owner(ground, one)).collect(),
            Shade::Coverage => {
                let fed: HashSet<_> = ground.rules.iter().map(|rule| rule.touchpoint).collect();
                let sheets = sheets.iter();
                let heard = |one| coverage(board, ground.overlay, one, &fed);
                sheets.map(heard).collect()
            }
        };
        Self { by, first, marks }
    }

    /// A shading of no touchpoints.
    pub fn empty(by: Shade) -> Self {
        Self {
            by,
            ..Self::default()
        }
    }

    /// The heat of a touchpoint of the journey; of friction, `None`.
    pub fn get(&self, touchpoint: TouchpointIndex) -> Option<&Shaded> {
        let place = touchpoint.index().checked_sub(self.first)?;
        self.marks.get(place)
    }
}

fn mark(by: Shade, heat: Heat, figure: String) -> Shaded {
    Shaded {
        heat,
        figure,
        word: by.word(heat),
    }
}

/// Against an even share: the journey's pain over as many touchpoints as hurt at all.
fn pains(sheets: &[TouchpointSheet]) -> Vec<Shaded> {
    let share = |one: &TouchpointSheet| one.pain_share.as_ref().ok().map(|share| share.share);
    let hurting = sheets.iter().filter_map(share).filter(|share| *share > 0.0);
    let even = 100.0 / hurting.count().max(1) as f64;
    let of = |one: &TouchpointSheet| {
        let Some(share) = share(one) else {
            return mark(Shade::Pain, Heat::Silent, String::new());
        };
        let heat = match share / even {
            part if part < 0.5 => Heat::Calm,
            part if part < 1.0 => Heat::Warm,
            part if part < 2.0 => Heat::Hot,
            _ => Heat::Burning,
        };
        mark(Shade::Pain, heat, format!("{share:.0}"))
    };
    sheets.iter().map(of).collect()
}

fn nps(sheet: &TouchpointSheet, least: u64) -> Shaded {
    let Some(nps) = &sheet.nps else {
        return mark(Shade::Nps, Heat::Silent, String::new());
    };
    let heat = match nps.score {
        _ if nps.promoters + nps.passives + nps.detractors < least => Heat::Thin,
        score if score >= 30.0 => Heat::Calm,
        score if score >= 0.0 => Heat::Warm,
        score if score >= -30.0 => Heat::Hot,
        _ => Heat::Burning,
    };
    // -100 takes four columns; nobody is harmed by -99.
    mark(Shade::Nps, heat, format!("{:.0}", nps.score.max(-99.0)))
}

fn ces(sheet: &TouchpointSheet, least: u64) -> Shaded {
    let Some(ces) = &sheet.ces else {
        return mark(Shade::Ces, Heat::Silent, String::new());
    };
    let heat = match ces.easy_share {
        _ if ces.of < least => Heat::Thin,
        share if share >= 80.0 => Heat::Calm,
        share if share >= 60.0 => Heat::Warm,
        share if share >= 40.0 => Heat::Hot,
        _ => Heat::Burning,
    };
    mark(Shade::Ces, heat, format!("{:.0}", ces.easy_share))
}

fn trend(trend: &Trend) -> Shaded {
    let heat = of_trend(trend);
    let figure = match heat {
        Heat::Burning => "!!",
        Heat::Hot => "up",
        Heat::Warm => "!",
        Heat::Calm => "=",
        _ => "",
    };
    mark(Shade::Trend, heat, figure.to_owned())
}

/// The first letters of an owner's name, so that one team's cards are seen together.
fn owner(ground: Terrain<'_>, sheet: &TouchpointSheet) -> Shaded {
    let touchpoint = ground.journeys.touchpoint(sheet.touchpoint);
    let heat = match (&touchpoint.owner, sheet.hot) {
        (Some(_), false) => Heat::Calm,
        (Some(_), true) => Heat::Hot,
        (None, false) => Heat::Warm,
        (None, true) => Heat::Burning,
    };
    let name = touchpoint.owner.as_deref();
    let letters = name.map(|id| ground.charter.roster.title(id).chars().take(2).collect());
    mark(
        Shade::Owner,
        heat,
        letters.unwrap_or_else(|| "?".to_owned()),
    )
}

fn coverage(
    board: &Board,
    overlay: &Overlay,
    sheet: &TouchpointSheet,
    fed: &HashSet<TouchpointIndex>,
) -> Shaded {
    let sources = board.detail(overlay, sheet.touchpoint).by_source.len();
    let spoke = sheet.counts.feedback();
    let scored: u64 = sheet.histograms.iter().map(Histogram::total).sum();
    let heat = match (fed.contains(&sheet.touchpoint), spoke.max(scored)) {
        (false, 0) => Heat::Burning,
        (true, 0) => Heat::Hot,
        (_, few) if few < board.least_rows => Heat::Warm,
        _ => Heat::Calm,
    };
    mark(Shade::Coverage, heat, sources.to_string())
}
