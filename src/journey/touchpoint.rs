//! A touchpoint, the node of the graph, and a transition, its edge.

use super::{Action, Address, Aim, JourneyIndex};
use petgraph::graph::NodeIndex;

/// The place of a touchpoint in the workspace's order (journeys by file name, then as listed).
/// It is also its node in the graph and its number in a tally.
pub type TouchpointIndex = NodeIndex<u32>;

/// One moment a customer meets the organisation.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Touchpoint {
    /// Its stable name.
    pub address: Address,
    /// What people call it.
    pub title: String,
    /// The journey it belongs to.
    pub journey: JourneyIndex,
    /// Its stage, counted from 0 within the journey.
    pub stage: usize,
    /// Where the meeting happens: web, phone, branch, ...
    pub channel: Option<String>,
    /// The id of the team or person who answers for it, or free text; `None` when nobody does.
    pub owner: Option<String>,
    /// Whether this moment decides what the customer thinks of the whole.
    pub moment_of_truth: bool,
    /// Anything the team wants to remember.
    pub notes: Option<String>,
    /// What front-line staff may do here without asking.
    pub authority: Option<String>,
    /// What is being done about it, in the order of the file.
    pub actions: Vec<Action>,
    /// What its measures should be.
    pub targets: Vec<Aim>,
    /// What they are elsewhere.
    pub benchmarks: Vec<Aim>,
    /// What the event log calls a customer's passing here, beside its address, id and title.
    pub visited: Vec<String>,
}

/// A customer's step from one touchpoint to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Transition {
    /// The share of customers who take it, 0 to 1; `None` when the file does not say.
    pub share: Option<f64>,
}
