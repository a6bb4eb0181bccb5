//! Graphs to lay out: stages of touchpoints, and steps between them by their places.

use pothole::journey::{
    Address, Journey, Journeys, Stage, Touchpoint, TouchpointIndex, Transition,
};
use std::collections::BTreeSet;

/// A journey as plain numbers.
#[derive(Debug)]
pub(crate) struct Graph {
    /// How many touchpoints each stage has.
    pub(crate) stages: Vec<usize>,
    /// Steps, from place to place.
    pub(crate) steps: Vec<(usize, usize)>,
}

/// A number from 0 to below `of`, the same for the same seed.
pub(crate) fn dice(seed: &mut u64, of: usize) -> usize {
    *seed = seed
        .wrapping_mul(6_364_136_223_846_793_005)
        .wrapping_add(1_442_695_040_888_963_407);
    ((*seed >> 33) as usize) % of.max(1)
}

impl Graph {
    pub(crate) fn new(stages: &[usize], steps: &[(usize, usize)]) -> Self {
        let steps: BTreeSet<_> = steps.iter().copied().collect();
        Self {
            stages: stages.to_vec(),
            steps: steps.into_iter().collect(),
        }
    }

    /// Every touchpoint is led to from the stage before and leads to the stage behind; then some more steps
    /// between neighbouring stages.
    pub(crate) fn onward(seed: u64, stages: usize, each: usize, more: usize) -> Self {
        let mut seed = seed;
        let mut steps = Vec::new();
        for stage in 1..stages {
            for row in 0..each {
                let (here, before) = (stage * each + row, (stage - 1) * each + row);
                steps.push(((stage - 1) * each + dice(&mut seed, each), here));
                steps.push((before, stage * each + dice(&mut seed, each)));
            }
        }
        for _ in 0..more {
            let stage = dice(&mut seed, stages - 1);
            let (from, to) = (dice(&mut seed, each), dice(&mut seed, each));
            steps.push((stage * each + from, (stage + 1) * each + to));
        }
        Self::new(&vec![each; stages], &steps)
    }

    /// The same with steps that leave out a stage or two instead.
    pub(crate) fn skipping(seed: u64, stages: usize, each: usize, more: usize) -> Self {
        let mut graph = Self::onward(seed, stages, each, 0);
        let mut seed = seed + 1_000;
        for _ in 0..more {
            let far = 2 + dice(&mut seed, 2.min(stages - 2));
            let stage = dice(&mut seed, stages - far);
            let (from, to) = (dice(&mut seed, each), dice(&mut seed, each));
            graph
                .steps
                .push((stage * each + from, (stage + far) * each + to));
        }
        Self::new(&graph.stages, &graph.steps)
    }

    /// A journey of a workspace, without the steps that leave it.
    pub(crate) fn of(journeys: &Journeys, place: usize) -> Self {
        let journey = &journeys.all()[place];
        let range = journey.touchpoints.clone();
        let sizes: Vec<usize> = journey.stages.iter().map(|s| s.touchpoints.len()).collect();
        let mut steps = Vec::new();
        for index in journeys.graph().edge_indices() {
            let (from, to) = journeys.graph().edge_endpoints(index).unwrap();
            let (from, to) = (from.index(), to.index());
            if range.contains(&from) && range.contains(&to) && from != to {
                steps.push((from - range.start, to - range.start));
            }
        }
        Self::new(&sizes, &steps)
    }

    /// The same with the steps alone that lead to a later stage.
    pub(crate) fn forward(&self) -> Self {
        let places = self.stages();
        let forward = |(from, to): &&(usize, usize)| places[*from] < places[*to];
        let steps: Vec<_> = self.steps.iter().filter(forward).copied().collect();
        Self::new(&self.stages, &steps)
    }

    /// The stage of each touchpoint.
    pub(crate) fn stages(&self) -> Vec<usize> {
        let stages = self.stages.iter().enumerate();
        stages
            .flat_map(|(stage, size)| vec![stage; *size])
            .collect()
    }

    /// The journey as the program has it.
    pub(crate) fn journeys(&self) -> Journeys {
        let mut journeys = Journeys::new();
        let mut stages = Vec::new();
        for (stage, size) in self.stages.iter().enumerate() {
            let first = journeys.touchpoint_count();
            for _ in 0..*size {
                let id = format!("t{}", journeys.touchpoint_count());
                journeys.add_touchpoint(Touchpoint {
                    address: Address::new("one", id),
                    stage,
                    ..Touchpoint::default()
                });
            }
            stages.push(Stage {
                id: format!("s{stage}"),
                title: format!("Stage {stage}"),
                touchpoints: first..journeys.touchpoint_count(),
            });
        }
        for (from, to) in &self.steps {
            journeys.add_transition(
                TouchpointIndex::new(*from),
                TouchpointIndex::new(*to),
                Transition { share: None },
            );
        }
        journeys.add_journey(Journey {
            id: "one".to_owned(),
            stages,
            touchpoints: 0..journeys.touchpoint_count(),
            ..Journey::default()
        });
        journeys
    }
}
