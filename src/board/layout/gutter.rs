//! Lanes for the nets of one gutter, from left to right so that they nest. On the row of a card, the line that
//! leaves to the right must turn off before any line comes in to the card beyond; where that is impossible or
//! would cost more crossings than it is worth, a line comes in through an alley instead: a detour.

use super::channel::{Channel, Net, Reason};
use super::nesting::{self, Nest};
use std::cmp::Reverse;
use std::collections::BinaryHeap;

impl Channel {
    /// Gives every net a lane. `detour` sends the hops of a net that lead to a row through an alley, and returns
    /// the nets that bring them in. `looks` says how often two lines may still be held against each other.
    pub(super) fn place_gutter(
        &mut self,
        looks: &mut usize,
        mut detour: impl FnMut(&mut Self, usize, usize) -> Vec<usize>,
    ) {
        let (order, mut detours) = self.order_gutter();
        let mut moving = Nest::new(&mut self.nets, order, looks);
        moving.settle();
        detours.extend(moving.detours);
        let order = moving.order;
        let late = detours.into_iter().map(|(id, row)| detour(self, id, row));
        let late: Vec<usize> = late.flatten().collect();
        let rows = self.nets.iter().filter_map(|net| net.exit).max();
        // By row, the first lane in which a line may come in.
        let mut open = vec![0; rows.map_or(0, |row| row + 1)];
        for (place, id) in order.iter().enumerate() {
            self.nets[*id].floor =
                self.floor(*id, &open)
                    .max(self.nested(*id, &order[..place], looks));
            self.place(*id);
            let net = &self.nets[*id];
            if let Some(row) = net.exit {
                open[row] = open[row].max(net.lane + 1);
            }
        }
        for id in late {
            self.nets[id].floor = self.floor(id, &open);
            self.place(id);
        }
    }

    /// The first lane in which a net's lines may come in everywhere.
    fn floor(&self, id: usize, open: &[usize]) -> usize {
        let rows = self.nets[id].entries.iter();
        let floors = rows.filter_map(|row| open.get(*row).copied());
        floors.max().unwrap_or(0)
    }

    /// The first lane beyond all nets that cross a net less often from the left.
    fn nested(&self, id: usize, before: &[usize], looks: &mut usize) -> usize {
        let net = &self.nets[id];
        let mut floor = 0;
        for other in before.iter().rev().map(|other| &self.nets[*other]) {
            if *looks == 0 {
                break;
            }
            if other.lane >= floor && nesting::gain(other, net, looks) > 0 {
                floor = other.lane + 1;
            }
        }
        floor
    }

    /// The nets from left to right as they would nest if each had one line, and hops for which that is
    /// impossible, as nets and rows: none but those on a detour comes in before another has turned off.
    fn order_gutter(&mut self) -> (Vec<usize>, Vec<(usize, usize)>) {
        let mut doors = Doors::of(&self.nets);
        let turns: Vec<_> = self.nets.iter().map(turn).collect();
        let free = (0..turns.len()).filter(|id| doors.waits[*id] == 0);
        let mut ready: BinaryHeap<_> = free.map(|id| Reverse((turns[id], id))).collect();
        let mut by_turn: Vec<usize> = (0..turns.len()).collect();
        by_turn.sort_unstable_by_key(|id| (turns[*id], *id));
        let mut stuck = by_turn.into_iter();
        let mut placed = vec![false; turns.len()];
        let (mut order, mut detours) = (Vec::with_capacity(placed.len()), Vec::new());
        loop {
            let next = ready.pop().map(|Reverse((_, id))| id);
            let waits = |id: &usize| !placed[*id] && self.nets[*id].exit.is_some();
            let Some(id) = next.or_else(|| stuck.find(waits)) else {
                break;
            };
            if placed[id] {
                continue;
            }
            if doors.waits[id] > 0 {
                for row in doors.shut(id, &self.nets[id].entries, &placed) {
                    self.nets[id].avoid(row);
                    detours.push((id, row));
                }
            }
            placed[id] = true;
            order.push(id);
            for other in doors.behind(id, self.nets[id].exit) {
                if doors.waits[other] == 0 && !placed[other] {
                    ready.push(Reverse((turns[other], other)));
                }
            }
        }
        (order, detours)
    }
}

/// Whose turn it is first: lines that go down from below upwards, lines that go up from above downwards, so
/// that they nest instead of crossing; loops, which come in from the right, last.
fn turn(net: &Net) -> (u8, isize) {
    match (net.reason, net.rises()) {
        (Reason::Loop, _) => (2, net.low.cast_signed()),
        (_, false) => (0, -net.low.cast_signed()),
        (_, true) => (1, net.high.cast_signed()),
    }
}

/// Which nets leave and enter cards on each row of a gutter.
struct Doors {
    leaving: Vec<Vec<usize>>,
    entering: Vec<Vec<usize>>,
    /// How many nets must have a lane before this one gets its own.
    waits: Vec<usize>,
}

impl Doors {
    fn of(nets: &[Net]) -> Self {
        let rows = nets
            .iter()
            .flat_map(|net| net.entries.iter().chain(&net.exit));
        let height = rows.max().map_or(0, |row| row + 1);
        let mut doors = Self {
            leaving: vec![Vec::new(); height],
            entering: vec![Vec::new(); height],
            waits: vec![0; nets.len()],
        };
        for (id, net) in nets.iter().enumerate() {
            if let Some(exit) = net.exit {
                doors.leaving[exit].push(id);
            }
            for row in net.entries.iter() {
                doors.entering[*row].push(id);
            }
        }
        for (row, ids) in doors.entering.iter().enumerate() {
            for id in ids {
                doors.waits[*id] += doors.leaving[row].len();
            }
        }
        doors
    }

    /// The rows on which a net would come in before another has turned off.
    fn shut(&self, id: usize, rows: &[usize], placed: &[bool]) -> Vec<usize> {
        let open = |row: &usize| {
            let mut leaving = self.leaving[*row].iter();
            leaving.any(|other| *other != id && !placed[*other])
        };
        rows.iter().copied().filter(open).collect()
    }

    /// The nets that enter on the row a net leaves, now that it no longer holds them up.
    fn behind(&mut self, id: usize, exit: Option<usize>) -> Vec<usize> {
        let entering = exit.and_then(|exit| self.entering.get(exit));
        let behind = entering.cloned().unwrap_or_default();
        for other in behind.iter().filter(|other| **other != id) {
            self.waits[*other] = self.waits[*other].saturating_sub(1);
        }
        behind
    }
}
