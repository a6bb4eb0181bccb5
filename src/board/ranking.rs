//! Touchpoints in order, the small samples kept apart: they are shown, but never as the worst.

use super::{Board, Order};
use crate::feedback::Overlay;
use crate::journey::{Journeys, TouchpointIndex};

/// Where a touchpoint stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ranked {
    /// The touchpoint.
    pub touchpoint: TouchpointIndex,
    /// Its place, counted from 1; none for a small sample, for what cannot be said, and by name.
    pub place: Option<usize>,
    /// What it is ranked by, in the order's own unit; none where it cannot be said, and by name.
    pub value: Option<f64>,
    /// Whether fewer have spoken than the workspace asks for.
    pub thin: bool,
}

impl Board {
    /// The touchpoints of the journeys the lens shows, the worst first; among equals as the workspace
    /// has them. Small samples follow after all others, then those of which the number cannot be said.
    pub fn ranking(&self, journeys: &Journeys, overlay: &Overlay, order: Order) -> Vec<Ranked> {
        let joint = match order {
            Order::Saving => self.savings(journeys, overlay),
            Order::ContactRate => self.all_contact_rates(journeys, overlay),
            _ => Vec::new(),
        };
        let shown = journeys
            .touchpoints()
            .filter(|(index, _)| self.shows(journeys, *index));
        let mut ranked: Vec<Ranked> = shown
            .map(|(index, _)| Ranked {
                touchpoint: index,
                place: None,
                value: match order {
                    Order::Saving | Order::ContactRate => {
                        joint.get(index.index()).copied().flatten()
                    }
                    _ => self.rank_value(index, order),
                },
                thin: self.touchpoint(index).is_thin(),
            })
            .collect();
        if order == Order::Name {
            let title =
                |ranked: &Ranked| journeys.touchpoint(ranked.touchpoint).title.to_lowercase();
            ranked.sort_by_cached_key(title);
            return ranked;
        }
        let group = |ranked: &Ranked| (ranked.value.is_none(), ranked.thin);
        ranked.sort_by(|a, b| {
            let worst = b.value.unwrap_or(0.0).total_cmp(&a.value.unwrap_or(0.0));
            group(a).cmp(&group(b)).then(worst)
        });
        let firm = ranked
            .iter_mut()
            .filter(|one| one.value.is_some() && !one.thin);
        for (place, one) in firm.enumerate() {
            one.place = Some(place + 1);
        }
        ranked
    }

    /// What one touchpoint is ranked by; `None` where it cannot be said.
    fn rank_value(&self, index: TouchpointIndex, order: Order) -> Option<f64> {
        let sheet = self.touchpoint(index);
        let polar = sheet.counts.polar();
        let value = match order {
            Order::Pain => sheet.pain.as_ref().ok().map(|pain| pain.severity),
            Order::Friction => sheet.friction.map(|friction| friction.value),
            Order::PainShare => sheet.pain_share.as_ref().ok().map(|share| share.share),
            Order::Complaints => (polar > 0).then_some(sheet.counts.complaints as f64),
            Order::Share => {
                (polar > 0).then(|| 100.0 * sheet.counts.complaints as f64 / polar as f64)
            }
            Order::ContactRate | Order::Saving | Order::Name => None,
        };
        value.filter(|value| value.is_finite())
    }

    /// The contact rate of each touchpoint of the journeys shown, by place in the workspace.
    fn all_contact_rates(&self, journeys: &Journeys, overlay: &Overlay) -> Vec<Option<f64>> {
        let mut all = vec![None; journeys.touchpoint_count()];
        for (at, journey) in journeys.all().iter().enumerate() {
            if self.lens.shows(journeys, at) {
                let rates = self.contact_rates(journeys, overlay, at);
                for (place, rate) in journey.touchpoints.clone().zip(rates) {
                    all[place] = rate.ok().and_then(|rate| Some(rate.rate?.per_thousand));
                }
            }
        }
        all
    }

    /// What fixing each touchpoint of the journeys shown would save, by place in the workspace.
    fn savings(&self, journeys: &Journeys, overlay: &Overlay) -> Vec<Option<f64>> {
        let mut all = vec![None; journeys.touchpoint_count()];
        for journey in (0..journeys.all().len()).filter(|at| self.lens.shows(journeys, *at)) {
            let flow = self.flow(journeys, overlay, journey);
            for saving in flow.savings.iter().flatten() {
                if let Some(one) = all.get_mut(flow.first + saving.place) {
                    *one = Some(saving.per_thousand);
                }
            }
        }
        all
    }
}
