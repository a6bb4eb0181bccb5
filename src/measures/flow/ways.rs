//! The ways through a journey, whatever their shares: choke points, loops and unreachable parts.

use crate::journey::{JourneyIndex, Journeys};
use crate::measures::Unsaid;
use petgraph::algo::dominators::simple_fast;
use petgraph::algo::kosaraju_scc;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::Dfs;

/// A step that leaves a touchpoint.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// Where it leads, as a place in [`Ways::steps`]; `None` for another journey.
    pub to: Option<usize>,
    /// The share of customers who take it, 0 to 1; `None` when nobody said.
    pub share: Option<f64>,
}

impl Step {
    /// A step with a share.
    pub fn shared(to: usize, share: f64) -> Self {
        Self {
            to: Some(to),
            share: Some(share),
        }
    }

    /// A step whose share nobody said.
    pub fn unsaid(to: usize) -> Self {
        Self {
            to: Some(to),
            share: None,
        }
    }

    fn is_taken(&self) -> bool {
        self.share != Some(0.0)
    }
}

/// A journey as plain data: the steps that leave each touchpoint, the start and the goals.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ways {
    /// One list for each touchpoint.
    pub steps: Vec<Vec<Step>>,
    /// Where customers begin.
    pub start: Option<usize>,
    /// Where they have what they came for.
    pub goals: Vec<usize>,
}

impl Ways {
    /// The ways of one journey; place 0 is the journey's first touchpoint. Steps into other journeys
    /// lead out of this one, and whether customers come back from there is not known.
    pub fn of_journey(journeys: &Journeys, journey: JourneyIndex) -> Self {
        let Some(journey) = journeys.all().get(journey) else {
            return Self::default();
        };
        let range = journey.touchpoints.clone();
        let place = |index: NodeIndex<u32>| {
            let inside = range.contains(&index.index());
            inside.then(|| index.index() - range.start)
        };
        let steps = range.clone().map(|at| {
            let leaving = journeys.leaving(NodeIndex::new(at));
            let step = |(to, transition): &(NodeIndex<u32>, &crate::journey::Transition)| Step {
                to: place(*to),
                share: transition.share,
            };
            leaving.iter().map(step).collect()
        });
        Self {
            steps: steps.collect(),
            start: journey.start.and_then(place),
            goals: journey
                .goals
                .iter()
                .filter_map(|goal| place(*goal))
                .collect(),
        }
    }

    /// The same as a graph, one node a touchpoint in order; steps with a share of 0 and those that lead
    /// nowhere are left out.
    fn graph(&self) -> DiGraph<(), ()> {
        let mut graph = DiGraph::new();
        for _ in &self.steps {
            graph.add_node(());
        }
        for (from, steps) in self.steps.iter().enumerate() {
            for to in steps
                .iter()
                .filter(|step| step.is_taken())
                .filter_map(|step| step.to)
            {
                if to < self.steps.len() {
                    graph.add_edge(NodeIndex::new(from), NodeIndex::new(to), ());
                }
            }
        }
        graph
    }

    /// The start, when it is one of the touchpoints.
    pub fn known_start(&self) -> Result<usize, Unsaid> {
        let start = self.start.filter(|start| *start < self.steps.len());
        start.ok_or(Unsaid::NoStart)
    }

    /// Touchpoints that every way from the start to a goal leads through, in the order they are met,
    /// start and goals left out.
    ///
    /// These are the dominators of a node that stands for all goals (T. Lengauer, R. E. Tarjan, "A fast
    /// algorithm for finding dominators in a flowgraph", 1979; computed as in K. D. Cooper, T. J.
    /// Harvey, K. Kennedy, "A simple, fast dominance algorithm", 2001).
    pub fn choke_points(&self) -> Result<Vec<usize>, Unsaid> {
        let start = self.known_start()?;
        let mut graph = self.graph();
        let goals = self.goals.iter().filter(|goal| **goal < self.steps.len());
        let goals: Vec<usize> = goals.copied().collect();
        if goals.is_empty() {
            return Err(Unsaid::NoGoal);
        }
        let arrived = graph.add_node(());
        for goal in &goals {
            graph.add_edge(NodeIndex::new(*goal), arrived, ());
        }
        let dominators = simple_fast(&graph, NodeIndex::new(start));
        let dominating = dominators.strict_dominators(arrived);
        let mut chokes: Vec<usize> = dominating
            .ok_or(Unsaid::GoalOutOfReach)?
            .map(NodeIndex::index)
            .filter(|place| *place != start && !goals.contains(place))
            .collect();
        chokes.reverse();
        Ok(chokes)
    }

    /// Touchpoints no way from the start leads to, in order.
    pub fn unreachable(&self) -> Result<Vec<usize>, Unsaid> {
        let start = NodeIndex::new(self.known_start()?);
        let graph = self.graph();
        let mut reached = vec![false; self.steps.len()];
        let mut search = Dfs::new(&graph, start);
        while let Some(node) = search.next(&graph) {
            reached[node.index()] = true;
        }
        Ok((0..reached.len())
            .filter(|place| !reached[*place])
            .collect())
    }

    /// Loops: groups of touchpoints from each of which a way leads back to itself through the others, in
    /// order; the strongly connected components that hold a step.
    pub fn loops(&self) -> Vec<Vec<usize>> {
        let graph = self.graph();
        let mut loops: Vec<Vec<usize>> = kosaraju_scc(&graph)
            .into_iter()
            .filter(|part| {
                part.len() > 1 || part.iter().any(|node| graph.contains_edge(*node, *node))
            })
            .map(|part| {
                let mut places: Vec<usize> = part.into_iter().map(NodeIndex::index).collect();
                places.sort_unstable();
                places
            })
            .collect();
        loops.sort_unstable();
        loops
    }
}
