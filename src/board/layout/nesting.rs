//! Which net of a gutter stands left of which, so that few lines cross: they nest.

use super::channel::{Net, Reason};

/// How often two lines are held against each other in one layout at most: a journey of thousands of
/// touchpoints would take longer than fewer crossings are worth.
pub(super) const LOOKS: usize = 100_000;

/// How often every net looks for a better place at most.
const ROUNDS: usize = 6;

/// How many crossings a detour must save: it takes a line of the map.
const DETOUR: isize = 2;

/// The nets of a gutter from left to right while they move.
pub(super) struct Nest<'a> {
    nets: &'a mut [Net],
    pub(super) order: Vec<usize>,
    /// How often two lines may still be held against each other.
    looks: &'a mut usize,
    /// Hops that shall enter their card through an alley instead: the net and the row.
    pub(super) detours: Vec<(usize, usize)>,
}

impl<'a> Nest<'a> {
    /// Nets in an order in which none comes in to a card before another has turned off.
    pub(super) fn new(nets: &'a mut [Net], order: Vec<usize>, looks: &'a mut usize) -> Self {
        Self {
            nets,
            order,
            looks,
            detours: Vec::new(),
        }
    }

    /// Moves every net to where its lines cross the fewest others, again and again.
    pub(super) fn settle(&mut self) {
        for _ in 0..ROUNDS {
            let mut better = false;
            for start in 0..self.order.len() {
                better |= self.shift(start, false);
            }
            for start in (0..self.order.len()).rev() {
                better |= self.shift(start, true);
            }
            if !better || *self.looks == 0 {
                break;
            }
        }
    }

    /// Moves one net to the left or the right as far as that is best; says whether it moved. Past one that
    /// must turn off first it moves only where a detour is worth it.
    fn shift(&mut self, start: usize, right: bool) -> bool {
        let id = self.order[start];
        let (mut gained, mut most, mut best) = (0, 0, start);
        let (mut at, mut detours, mut taken) = (start, Vec::new(), 0);
        while *self.looks > 0 {
            let next = if right { at + 1 } else { at.wrapping_sub(1) };
            let Some(&other) = self.order.get(next) else {
                break;
            };
            at = next;
            let (left, behind) = if right { (id, other) } else { (other, id) };
            let (leader, follower) = (&self.nets[left], &self.nets[behind]);
            if let Some(row) = leader.exit.filter(|row| follower.entries.contains(row)) {
                if follower.exit.is_none() {
                    break;
                }
                gained -= DETOUR;
                detours.push((behind, row));
            }
            gained -= gain(leader, follower, self.looks);
            if gained > most {
                (most, best, taken) = (gained, at, detours.len());
            }
        }
        if right {
            self.order[start..=best].rotate_left(1);
        } else {
            self.order[best..=start].rotate_right(1);
        }
        detours.truncate(taken);
        for (id, row) in &detours {
            self.nets[*id].avoid(*row);
        }
        self.detours.append(&mut detours);
        best != start
    }
}

/// How many crossings it saves that one net stands left of the other, and not the other way round. `looks`
/// pays for every pair of lines.
pub(super) fn gain(left: &Net, right: &Net, looks: &mut usize) -> isize {
    *looks = looks.saturating_sub(1);
    let apart = left.low >= right.high || right.low >= left.high;
    // Lines of one card never cross.
    if apart || (left.exit.is_some() && left.exit == right.exit) {
        return 0;
    }
    *looks = looks.saturating_sub(left.runs.len() * right.runs.len());
    crossings(right, left) - crossings(left, right)
}

/// How often the lines of two nets cross while one stands left of the other. Loops come in from the right.
fn crossings(left: &Net, right: &Net) -> isize {
    let within =
        |at: usize, (from, to): (usize, usize)| isize::from(from.min(to) < at && at < from.max(to));
    let mut sum = 0;
    for line in left.runs.iter() {
        for other in right.runs.iter() {
            let come = if right.reason == Reason::Loop {
                0
            } else {
                within(other.0, *line)
            };
            let loops = if left.reason == Reason::Loop {
                within(line.0, *other)
            } else {
                0
            };
            sum += come + loops + within(line.1, *other);
        }
    }
    sum
}
