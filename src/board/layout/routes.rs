//! The second step of the layout, geometry: which way every route takes between the cards.
//!
//! Forward routes leave a card to the right and enter one from the left; steps down the stage leave by
//! the foot and enter from above; loops leave by the foot, run back through an alley and enter from the
//! left. Routes that share a card share a line near it; otherwise each has its own lane.

use super::channel::{Channel, NetKey, Reason};
use super::lanes::NOBODY;
use super::nesting;
use super::route::{Across, Along, Course, Point, Route, Track};
use super::strands::Lane;
use super::traffic::Traffic;
use super::{Alley, Gutter, Step};
use crate::journey::TouchpointIndex;

/// Everything between the cards.
#[derive(Debug, Default)]
pub(super) struct Grid {
    pub(super) routes: Vec<Route>,
    pub(super) gutters: Vec<Gutter>,
    pub(super) alleys: Vec<Alley>,
}

/// The channels a step takes, before they have lanes; numbers are nets of those channels.
#[derive(Clone, Copy, Debug)]
enum Way {
    Down,
    Straight,
    Hop {
        out: usize,
    },
    Inside {
        out: usize,
        above: usize,
    },
    Past {
        out: usize,
        alley: usize,
        through: usize,
        into: usize,
    },
    Back {
        under: usize,
        into: usize,
    },
}

/// Where a card stands.
type Place = (usize, usize);

/// All gutters and alleys while they fill.
struct Town<'a> {
    columns: &'a [Vec<usize>],
    gutters: Vec<Channel>,
    alleys: Vec<Channel>,
    enters: Vec<bool>,
    traffic: Traffic,
}

/// Finds a way for every step.
pub(super) fn route(
    columns: &[Vec<usize>],
    places: &[Place],
    start: usize,
    steps: &[Step],
    alleys: Option<&[Lane]>,
) -> Grid {
    let rows = columns.iter().map(Vec::len).max().unwrap_or(0);
    let ends = |step: &Step| (places[step.from - start], places[step.to - start]);
    let mut town = Town {
        traffic: Traffic::of((columns.len(), rows), steps, ends),
        columns,
        gutters: gutters_between(columns),
        alleys: (0..=rows)
            .map(|_| Channel::with_room(columns.len()))
            .collect(),
        enters: vec![false; rows + 1],
    };
    let mut ways: Vec<Way> = steps
        .iter()
        .enumerate()
        .map(|(at, step)| {
            let (from, to) = ends(step);
            town.way(step, from, to, alleys.map(|alleys| alleys[at]))
        })
        .collect();
    town.place_gutters(steps, &mut ways, &ends);
    town.place_alleys();
    // In lanes by channel a step onward may lead up.
    let gaps = columns.iter().flatten().any(|card| *card == NOBODY);
    let ahead = |step: &Step| gaps && step.from < step.to;
    let routes = steps.iter().zip(&ways).map(|(step, way)| {
        let (from, to) = ends(step);
        Route {
            from: TouchpointIndex::new(step.from),
            to: TouchpointIndex::new(step.to),
            share: step.share,
            course: course(*way, from, to, ahead(step)),
            points: town.points(*way, from, to),
        }
    });
    let routes: Vec<Route> = routes.collect();
    let gutters = gutters(&town.gutters, &routes);
    let alleys = town.alleys.iter().zip(&town.enters);
    Grid {
        routes,
        gutters,
        alleys: alleys
            .map(|(alley, enters)| Alley {
                lanes: alley.lanes(),
                enters: *enters,
            })
            .collect(),
    }
}

/// A gutter on either side of each column, with room for as many nets as there are cards beside it.
fn gutters_between(columns: &[Vec<usize>]) -> Vec<Channel> {
    let cards = |column: Option<&Vec<usize>>| column.map_or(0, Vec::len);
    let gutters = (0..=columns.len()).map(|gutter| {
        let left = gutter.checked_sub(1).and_then(|left| columns.get(left));
        Channel::with_room(cards(left).max(cards(columns.get(gutter))))
    });
    gutters.collect()
}

/// What each gutter has to hold.
fn gutters(channels: &[Channel], routes: &[Route]) -> Vec<Gutter> {
    let gutters = channels.iter().map(|gutter| Gutter {
        lanes: gutter.lanes(),
        shares: false,
    });
    let mut gutters: Vec<Gutter> = gutters.collect();
    for route in routes.iter().filter(|route| route.share.is_some()) {
        if let Some(Across::Left(column)) = route.points.last().map(|point| point.x) {
            gutters[column].shares = true;
        }
    }
    gutters
}

fn course(way: Way, from: Place, to: Place, ahead: bool) -> Course {
    match way {
        Way::Back { .. } if ahead && from.0 == to.0 => Course::Skip,
        Way::Down => Course::Down,
        Way::Straight | Way::Hop { .. } => Course::Hop,
        Way::Past { .. } if from.0 + 1 == to.0 => Course::Hop,
        Way::Inside { .. } | Way::Past { .. } => Course::Skip,
        Way::Back { .. } => Course::Loop,
    }
}

impl Town<'_> {
    /// Which channels a step takes, and its nets in them.
    fn way(&mut self, step: &Step, from: Place, to: Place, wish: Option<Lane>) -> Way {
        if to.0 < from.0 || (to.0 == from.0 && to.1 <= from.1) {
            let under =
                self.alleys[from.1 + 1].net((Reason::Loop, step.from), 2 * from.0 + 1, 2 * to.0);
            let key = (Reason::Loop, step.to);
            let into = self.enter(to, key, 2 * (from.1 + 1));
            return Way::Back { under, into };
        }
        if to.0 == from.0 {
            self.enters[to.1] = true;
            if to.1 == from.1 + 1 {
                return Way::Down;
            }
            let out = self.leave(step, from, 2 * to.1);
            let key = (Reason::Above, step.to);
            let above = self.alleys[to.1].net(key, 2 * (from.0 + 1), 2 * to.0 + 1);
            return Way::Inside { out, above };
        }
        if to.0 > from.0 + 1 {
            let (alley, level) = wish.unwrap_or_else(|| (self.quietest(from, to), 0));
            let out = self.leave(step, from, 2 * alley);
            let key = (Reason::Through, step.from);
            let through = self.alleys[alley].net(key, 2 * (from.0 + 1), 2 * to.0);
            let net = &mut self.alleys[alley].nets[through];
            // Lines of one card run together.
            net.level = if net.level == 0 {
                level
            } else {
                net.level.min(level)
            };
            let reason = if alley <= to.1 {
                Reason::Arriving
            } else {
                Reason::Ascending
            };
            let into = self.enter(to, (reason, step.to), 2 * alley);
            return Way::Past {
                out,
                alley,
                through,
                into,
            };
        }
        if from.1 == to.1 {
            return Way::Straight;
        }
        let out = self.leave(step, from, 2 * to.1 + 1);
        let net = &mut self.gutters[to.0].nets[out];
        if !net.entries.contains(&to.1) {
            net.entries.push(to.1);
        }
        Way::Hop { out }
    }

    /// The net right of a card, stretched to a place along the gutter.
    fn leave(&mut self, step: &Step, from: Place, to: usize) -> usize {
        let gutter = &mut self.gutters[from.0 + 1];
        let reason = if to > 2 * from.1 + 1 {
            Reason::Leaving
        } else {
            Reason::Rising
        };
        let out = gutter.net((reason, step.from), 2 * from.1 + 1, to);
        gutter.nets[out].exit = Some(from.1);
        out
    }

    /// The net left of a card, stretched from a place along the gutter.
    fn enter(&mut self, to: Place, key: NetKey, from: usize) -> usize {
        let gutter = &mut self.gutters[to.0];
        let into = gutter.net(key, from, 2 * to.1 + 1);
        gutter.nets[into].enter_alone(to.1);
        into
    }

    /// The alley for a route past other stages: the one in which it crosses the fewest lines, then the shortest
    /// way, then the fewest cards on both sides.
    fn quietest(&self, from: Place, to: Place) -> usize {
        let length = |alley: usize| {
            (2 * alley).abs_diff(2 * from.1 + 1) + (2 * alley).abs_diff(2 * to.1 + 1)
        };
        let crossed = |alley: usize| {
            let between = &self.columns[from.0 + 1..to.0];
            between
                .iter()
                .filter(|c| alley > 0 && c.len() > alley)
                .count()
        };
        let near = [from.1, from.1 + 1, to.1, to.1 + 1];
        let cost = |alley: &usize| {
            let lines = self.traffic.crossed(from, to, *alley);
            (lines, length(*alley) + crossed(*alley), *alley)
        };
        near.into_iter().min_by_key(cost).unwrap_or(from.1)
    }

    fn place_gutters(
        &mut self,
        steps: &[Step],
        ways: &mut [Way],
        ends: &impl Fn(&Step) -> (Place, Place),
    ) {
        // Which hops each gutter's nets carry, to find them when one has to make a detour.
        let mut hops: Vec<Vec<Vec<usize>>> = self
            .gutters
            .iter()
            .map(|g| vec![Vec::new(); g.nets.len()])
            .collect();
        for (at, way) in ways.iter().enumerate() {
            if let Way::Hop { out } = way {
                hops[ends(&steps[at]).1.0][*out].push(at);
            }
        }
        let mut looks = nesting::LOOKS;
        for (gutter, hops) in hops.iter().enumerate() {
            let mut channel = std::mem::take(&mut self.gutters[gutter]);
            channel.place_gutter(&mut looks, |channel, out, row| {
                let enters = |at: &&usize| ends(&steps[**at]).1.1 == row;
                let made = hops[out].iter().filter(enters).map(|at| {
                    let (from, to) = ends(&steps[*at]);
                    let (way, into) = self.detour(channel, out, *at, from, to);
                    ways[*at] = way;
                    into
                });
                made.collect()
            });
            self.gutters[gutter] = channel;
        }
    }

    /// Sends a hop into the alley beside its target, so that it may enter by another lane.
    fn detour(
        &mut self,
        channel: &mut Channel,
        out: usize,
        step: usize,
        from: Place,
        to: Place,
    ) -> (Way, usize) {
        let alley = if to.1 > from.1 { to.1 } else { to.1 + 1 };
        let key = (Reason::Detour, step);
        let through = self.alleys[alley].net(key, 2 * to.0, 2 * to.0);
        let into = channel.net(key, 2 * alley, 2 * to.1 + 1);
        channel.nets[into].enter_alone(to.1);
        (
            Way::Past {
                out,
                alley,
                through,
                into,
            },
            into,
        )
    }

    /// Loops first, so that they leave a card's foot before anything enters the card below.
    fn place_alleys(&mut self) {
        for alley in &mut self.alleys {
            alley.place_alley();
        }
    }

    fn points(&self, way: Way, from: Place, to: Place) -> Vec<Point> {
        let lane = |gutter: usize, net: usize| Across::Lane {
            gutter,
            lane: self.gutters[gutter].nets[net].lane,
        };
        let street = |alley: usize, net: usize| Along::Lane {
            alley,
            lane: self.alleys[alley].nets[net].lane,
        };
        let corners = match way {
            Way::Down | Way::Straight => 2,
            Way::Hop { .. } => 4,
            Way::Inside { .. } | Way::Back { .. } => 5,
            Way::Past { .. } => 6,
        };
        let mut track = match way {
            Way::Down | Way::Back { .. } => {
                Track::starting(Across::Port(from.0), Along::Foot(from.1), corners)
            }
            _ => Track::starting(Across::Right(from.0), Along::Row(from.1), corners),
        };
        match way {
            Way::Down | Way::Straight => {}
            Way::Hop { out } => track.across(lane(to.0, out)),
            Way::Inside { out, above } => {
                track.across(lane(from.0 + 1, out));
                track.along(street(to.1, above));
            }
            Way::Past {
                out,
                alley,
                through,
                into,
            } => {
                track.across(lane(from.0 + 1, out));
                track.along(street(alley, through));
                track.across(lane(to.0, into));
            }
            Way::Back { under, into } => {
                track.along(street(from.1 + 1, under));
                track.across(lane(to.0, into));
            }
        }
        match way {
            Way::Down => track.along(Along::Head(to.1)),
            Way::Straight => track.across(Across::Left(to.0)),
            Way::Inside { .. } => {
                track.across(Across::Port(to.0));
                track.along(Along::Head(to.1));
            }
            Way::Hop { .. } | Way::Past { .. } | Way::Back { .. } => {
                track.along(Along::Row(to.1));
                track.across(Across::Left(to.0));
            }
        }
        track.points
    }
}
