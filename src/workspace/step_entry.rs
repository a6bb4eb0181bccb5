//! Reads the steps under a touchpoint's `next`, and lays them into the graph once every journey is
//! known.

use super::Kind;
use super::fields::{Fields, Text, text};
use super::journey_entry::{Draft, Drafted};
use super::keys::STEP;
use super::reporter::Reporter;
use super::suggestion::{help, nearest};
use super::tree::Node;
use super::visible::quoted;
use crate::journey::{Journeys, TouchpointIndex, Transition};

/// One way on from a touchpoint.
#[derive(Clone, Debug)]
pub(super) struct Step {
    /// The id or the address it leads to.
    pub(super) to: Text,
    /// The share of customers who take it.
    pub(super) share: Option<f64>,
}

/// The steps of a touchpoint; nothing when the file does not say.
pub(super) fn read(fields: &Fields<'_, '_>, report: &mut Reporter<'_>) -> Option<Vec<Step>> {
    let node = fields.get("next")?;
    let nodes = node.items().unwrap_or(std::slice::from_ref(node));
    let steps: Vec<Step> = nodes.iter().filter_map(|node| step(node, report)).collect();
    let sum: f64 = steps.iter().filter_map(|step| step.share).sum();
    if sum > 1.0 + 1e-9 {
        let sum = (sum * 1e6).round() / 1e6;
        let message = format!("the shares of these steps sum to {sum}");
        let help = "make them sum to 1, or less when some customers leave here";
        report.say(Kind::SharesAboveOne, node.used, message, help);
    }
    Some(steps)
}

fn step(node: &Node<'_>, report: &mut Reporter<'_>) -> Option<Step> {
    if node.entries().is_none() {
        let to = text(node, "next", report)?;
        return Some(Step { to, share: None });
    }
    let fields = Fields::open(node, STEP, report)?;
    let share = fields.text("share", report).and_then(|found| {
        let share = found
            .text
            .parse()
            .ok()
            .filter(|share| (0.0..=1.0).contains(share));
        if share.is_none() {
            let message = format!(
                "a share is a number from 0 to 1, not {}",
                quoted(&found.text)
            );
            report.say(Kind::BadShare, found.at, message, "write 40 % as 0.4");
        }
        share
    });
    let to = fields.text("to", report)?;
    Some(Step { to, share })
}

/// Lays the steps of one journey, and those that follow from the order where the file says none.
pub(super) fn lay(draft: &Draft, journeys: &mut Journeys, report: &mut Reporter<'_>) {
    for (place, drafted) in draft.touchpoints.iter().enumerate() {
        let Some(steps) = &drafted.steps else {
            if let Some(next) = draft.touchpoints.get(place + 1) {
                journeys.add_transition(drafted.index, next.index, Transition { share: None });
            }
            continue;
        };
        let mut laid: Vec<TouchpointIndex> = Vec::new();
        for step in steps {
            let Some(to) = target(drafted, &step.to, journeys, report) else {
                continue;
            };
            if laid.contains(&to) {
                let message = format!("a step to {} is listed already", quoted(&step.to.text));
                let help = "take one of the two out, and add their shares up";
                report.say(Kind::DuplicateStep, step.to.at, message, help);
                continue;
            }
            laid.push(to);
            journeys.add_transition(drafted.index, to, Transition { share: step.share });
        }
    }
}

fn target(
    from: &Drafted,
    to: &Text,
    journeys: &Journeys,
    report: &mut Reporter<'_>,
) -> Option<TouchpointIndex> {
    let own = journeys.touchpoint(from.index).address.journey.as_str();
    let (journey, touchpoint) = to.text.split_once('/').unwrap_or((own, &to.text));
    let found = journeys.find_in(journey, touchpoint);
    if found.is_none() {
        let message = format!("no touchpoint {}", quoted(&to.text));
        report.say(
            Kind::UnknownNext,
            to.at,
            message,
            advice(own, &to.text, journeys),
        );
    }
    found
}

/// The nearest touchpoint of the same journey, else one of another journey.
fn advice(own: &str, to: &str, journeys: &Journeys) -> String {
    let addresses = || {
        journeys
            .touchpoints()
            .map(|(_, touchpoint)| &touchpoint.address)
    };
    let ids = || {
        let mine = addresses().filter(|address| address.journey == own);
        mine.map(|address| address.touchpoint.as_str())
    };
    if to.contains('/') {
        let all: Vec<String> = addresses().map(ToString::to_string).collect();
        return help(to, all.iter().map(String::as_str), "touchpoints");
    }
    let elsewhere = addresses().find(|address| address.touchpoint == to);
    if let (None, Some(other)) = (nearest(to, ids()), elsewhere) {
        return format!(
            "write {} to step into another journey",
            quoted(&other.to_string())
        );
    }
    help(to, ids().collect::<Vec<_>>(), "touchpoints of this journey")
}
