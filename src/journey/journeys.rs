//! Every journey of a workspace in one graph, so that a transition can cross from one to another.

use super::{Action, ActionEdit, Address, Aim, Touchpoint, TouchpointIndex, Transition};
use petgraph::Direction;
use petgraph::graph::DiGraph;
use petgraph::visit::EdgeRef;
use std::collections::HashMap;
use std::ops::Range;

/// The place of a journey in the workspace's order.
pub type JourneyIndex = usize;

/// A phase of a journey; a column of the map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stage {
    /// Unique within the journey.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// The touchpoints of the stage, as places in the workspace's order.
    pub touchpoints: Range<usize>,
}

/// One customer's way to one goal, for one persona.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Journey {
    /// Unique within the workspace.
    pub id: String,
    /// What people call it.
    pub title: String,
    /// Who walks it.
    pub persona: Option<String>,
    /// The id of the team or person who answers for the whole of it.
    pub owner: Option<String>,
    /// The file it was read from, relative to the workspace, with `/` between folders.
    pub file: String,
    /// In the order customers meet them.
    pub stages: Vec<Stage>,
    /// Its touchpoints, as places in the workspace's order.
    pub touchpoints: Range<usize>,
    /// Where customers begin; `None` only when the journey has no touchpoints.
    pub start: Option<TouchpointIndex>,
    /// Where customers have got what they came for.
    pub goals: Vec<TouchpointIndex>,
    /// How many customers start it in a week; with the shares of its steps that says how many pass each
    /// touchpoint, where nothing counts them.
    pub starts: Option<f64>,
    /// What its measures should be.
    pub targets: Vec<Aim>,
    /// What they are elsewhere.
    pub benchmarks: Vec<Aim>,
}

/// A journey file that could not be read; it stands on the board beside those that could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenJourney {
    /// The file, relative to the workspace, with `/` between folders.
    pub file: String,
    /// Where it breaks, counted from 1; 0 when the place is not known.
    pub line: usize,
    /// Why, in a sentence.
    pub reason: String,
}

/// The graph of all touchpoints, and the journeys they form.
///
/// Node indices are dense and follow the workspace's order, so a touchpoint's index is also its
/// number in a tally, and a journey's touchpoints are one range.
#[derive(Clone, Debug, Default)]
pub struct Journeys {
    graph: DiGraph<Touchpoint, Transition>,
    list: Vec<Journey>,
    broken: Vec<BrokenJourney>,
    /// The touchpoints by their ids, by the ids of their journeys.
    by_address: HashMap<String, HashMap<String, TouchpointIndex>>,
}

impl Journeys {
    /// An empty workspace's journeys.
    pub fn new() -> Self {
        Self::default()
    }

    /// Makes room for so many more touchpoints, which are all of them.
    pub fn reserve(&mut self, touchpoints: usize) {
        self.graph.reserve_exact_nodes(touchpoints);
    }

    /// Makes room for the touchpoints of one journey.
    pub fn reserve_in(&mut self, journey: &str, touchpoints: usize) {
        let known = self.by_address.entry(journey.to_owned()).or_default();
        known.reserve(touchpoints);
    }

    /// Adds a touchpoint at the end of the order. The first of two with one address keeps the address.
    pub fn add_touchpoint(&mut self, touchpoint: Touchpoint) -> TouchpointIndex {
        let Address {
            journey,
            touchpoint: id,
        } = &touchpoint.address;
        let index = TouchpointIndex::new(self.graph.node_count());
        if let Some(known) = self.by_address.get_mut(journey) {
            known.entry(id.clone()).or_insert(index);
        } else {
            let known = HashMap::from([(id.clone(), index)]);
            self.by_address.insert(journey.clone(), known);
        }
        self.graph.add_node(touchpoint)
    }

    /// Gives back the memory that was kept for more: all has been added.
    pub fn settle(&mut self) {
        self.graph.shrink_to_fit();
        self.list.shrink_to_fit();
        self.by_address.shrink_to_fit();
        for known in self.by_address.values_mut() {
            known.shrink_to_fit();
        }
    }

    /// Adds a journey whose touchpoints have been added.
    pub fn add_journey(&mut self, journey: Journey) -> JourneyIndex {
        self.list.push(journey);
        self.list.len() - 1
    }

    /// Adds a file that could not be read.
    pub fn add_broken(&mut self, broken: BrokenJourney) {
        self.broken.push(broken);
    }

    /// Adds a step from one touchpoint to another.
    pub fn add_transition(
        &mut self,
        from: TouchpointIndex,
        to: TouchpointIndex,
        transition: Transition,
    ) {
        self.graph.add_edge(from, to, transition);
    }

    /// The graph itself, for algorithms.
    pub fn graph(&self) -> &DiGraph<Touchpoint, Transition> {
        &self.graph
    }

    /// All journeys, in order.
    pub fn all(&self) -> &[Journey] {
        &self.list
    }

    /// Files that could not be read.
    pub fn broken(&self) -> &[BrokenJourney] {
        &self.broken
    }

    /// How many touchpoints there are in all journeys together.
    pub fn touchpoint_count(&self) -> usize {
        self.graph.node_count()
    }

    /// The touchpoint at a place in the workspace's order.
    ///
    /// # Panics
    /// When the index came from another set of journeys and lies beyond this one's end.
    pub fn touchpoint(&self, index: TouchpointIndex) -> &Touchpoint {
        &self.graph[index]
    }

    /// Every touchpoint with its index, in the workspace's order.
    pub fn touchpoints(&self) -> impl Iterator<Item = (TouchpointIndex, &Touchpoint)> {
        self.graph
            .node_indices()
            .map(|index| (index, &self.graph[index]))
    }

    /// Finds a touchpoint by its address.
    pub fn find(&self, address: &Address) -> Option<TouchpointIndex> {
        self.find_in(&address.journey, &address.touchpoint)
    }

    /// Finds a touchpoint by the ids of its journey and its own.
    pub fn find_in(&self, journey: &str, touchpoint: &str) -> Option<TouchpointIndex> {
        self.by_address.get(journey)?.get(touchpoint).copied()
    }

    /// Finds a journey by its id.
    pub fn find_journey(&self, id: &str) -> Option<JourneyIndex> {
        self.list.iter().position(|journey| journey.id == id)
    }

    /// The steps that leave a touchpoint, in the order the file lists them.
    pub fn leaving(&self, from: TouchpointIndex) -> Vec<(TouchpointIndex, &Transition)> {
        self.steps(from, Direction::Outgoing)
    }

    /// The steps that arrive at a touchpoint.
    pub fn arriving(&self, to: TouchpointIndex) -> Vec<(TouchpointIndex, &Transition)> {
        self.steps(to, Direction::Incoming)
    }

    fn steps(
        &self,
        node: TouchpointIndex,
        direction: Direction,
    ) -> Vec<(TouchpointIndex, &Transition)> {
        let mut steps: Vec<_> = self
            .graph
            .edges_directed(node, direction)
            .map(|edge| {
                let other = if direction == Direction::Outgoing {
                    edge.target()
                } else {
                    edge.source()
                };
                (edge.id(), other, edge.weight())
            })
            .collect();
        // petgraph walks a node's newest edge first.
        steps.sort_by_key(|(id, ..)| *id);
        steps
            .into_iter()
            .map(|(_, other, transition)| (other, transition))
            .collect()
    }

    /// Puts an owner on a touchpoint, or takes the owner away, and returns the one it had.
    pub fn set_owner(&mut self, index: TouchpointIndex, owner: Option<String>) -> Option<String> {
        std::mem::replace(&mut self.graph[index].owner, owner)
    }

    /// Makes an edit in the actions of a touchpoint.
    pub fn edit_actions(&mut self, index: TouchpointIndex, edit: &ActionEdit) {
        edit.apply(&mut self.graph[index].actions);
    }

    /// Finds an action by its id, with its touchpoint.
    pub fn find_action(&self, id: &str) -> Option<(TouchpointIndex, &Action)> {
        self.touchpoints().find_map(|(index, touchpoint)| {
            let action = touchpoint.actions.iter().find(|action| action.id == id)?;
            Some((index, action))
        })
    }
}
