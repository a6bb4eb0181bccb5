//! Journeys for tests, written as a few lines: a stage a line, then the steps.

use crate::journey::{Address, Journey, Journeys, Stage, Touchpoint, TouchpointIndex, Transition};

/// A journey under construction.
pub(crate) struct Draft {
    pub(crate) journeys: Journeys,
    channels: Vec<String>,
}

impl Draft {
    /// No journeys yet.
    pub(crate) fn new() -> Self {
        Self {
            journeys: Journeys::new(),
            channels: Vec::new(),
        }
    }

    /// Gives touchpoints that are added from now on these channels, in turn.
    pub(crate) fn channels(mut self, channels: &[&str]) -> Self {
        self.channels = channels.iter().map(|one| (*one).to_owned()).collect();
        self
    }

    /// Adds a journey of stages, each a title and the titles of its touchpoints. A title starting with
    /// `*` is a moment of truth; ids are `t0`, `t1`, ... in order.
    pub(crate) fn journey(mut self, id: &str, stages: &[(&str, &[&str])]) -> Self {
        let first = self.journeys.touchpoint_count();
        let mut known = Vec::new();
        for (stage, (title, touchpoints)) in stages.iter().enumerate() {
            let start = self.journeys.touchpoint_count();
            for title in *touchpoints {
                let place = self.journeys.touchpoint_count() - first;
                self.journeys.add_touchpoint(Touchpoint {
                    address: Address::new(id, format!("t{place}")),
                    title: title.trim_start_matches('*').to_owned(),
                    journey: self.journeys.all().len(),
                    stage,
                    channel: self
                        .channels
                        .get(place % self.channels.len().max(1))
                        .cloned(),
                    owner: (place % 3 != 1).then(|| "car-parks".to_owned()),
                    moment_of_truth: title.starts_with('*'),
                    ..Touchpoint::default()
                });
            }
            known.push(Stage {
                id: format!("s{stage}"),
                title: (*title).to_owned(),
                touchpoints: start..self.journeys.touchpoint_count(),
            });
        }
        let range = first..self.journeys.touchpoint_count();
        self.journeys.add_journey(Journey {
            id: id.to_owned(),
            title: id.to_owned(),
            file: format!("{id}.yaml"),
            stages: known,
            start: (!range.is_empty()).then(|| TouchpointIndex::new(range.start)),
            goals: range
                .clone()
                .last()
                .map(TouchpointIndex::new)
                .into_iter()
                .collect(),
            touchpoints: range,
            ..Journey::default()
        });
        self
    }

    /// Adds steps between places in the workspace's order; a share of 0 means that none is said.
    pub(crate) fn steps(mut self, steps: &[(usize, usize, f64)]) -> Self {
        for (from, to, share) in steps {
            self.journeys.add_transition(
                TouchpointIndex::new(*from),
                TouchpointIndex::new(*to),
                Transition {
                    share: (*share > 0.0).then_some(*share),
                },
            );
        }
        self
    }

    /// A journey with a branch, a loop, a skip, and steps into and out of another journey.
    pub(crate) fn flight() -> Self {
        Self::new()
            .journey(
                "fly-out",
                &[
                    (
                        "Getting there",
                        &[
                            "Find a parking space",
                            "Ride the shuttle",
                            "Arrive by train",
                        ],
                    ),
                    (
                        "Check-in",
                        &[
                            "*Check in at the desk",
                            "Drop the bag",
                            "Pay for extra weight",
                        ],
                    ),
                    (
                        "Security",
                        &["*Queue for security", "Bag searched by hand", "Repack"],
                    ),
                    ("Waiting", &["Buy a coffee", "Find a seat"]),
                    ("Boarding", &["*Gate change announced", "Board"]),
                ],
            )
            .journey("refund", &[("Ask", &["Ask for money back", "Wait"])])
            .steps(&[
                (0, 1, 0.8),
                (0, 3, 0.2),
                (1, 3, 0.0),
                (2, 3, 0.35),
                (2, 6, 0.65),
                (3, 4, 0.6),
                (3, 6, 0.4),
                (4, 5, 0.1),
                (4, 6, 0.9),
                (5, 4, 0.7),
                (5, 13, 0.3),
                (6, 7, 0.15),
                (6, 9, 0.85),
                (7, 8, 1.0),
                (8, 9, 0.8),
                (8, 6, 0.2),
                (9, 10, 0.0),
                (10, 11, 0.0),
                (11, 12, 0.9),
                (11, 9, 0.1),
                (13, 14, 0.0),
                (14, 0, 0.0),
            ])
    }
}
