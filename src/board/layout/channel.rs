//! Lanes for the routes of one gutter or one alley: nets that would touch get lanes of their own.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

/// Routes that share a line in a channel because they leave or enter the same card.
#[derive(Clone, Debug)]
pub(super) struct Net {
    /// Why it is there.
    pub(super) reason: Reason,
    /// From where along the channel: cards at odd places, the channels that cross at even ones.
    pub(super) low: usize,
    /// To where along the channel.
    pub(super) high: usize,
    /// The row of the card it leaves, in a gutter.
    pub(super) exit: Option<usize>,
    /// The rows of cards it enters, in a gutter.
    pub(super) entries: Vec<usize>,
    /// The least lane it may take.
    pub(super) floor: usize,
    /// The lane it has been given, counted from the left or from above.
    pub(super) lane: usize,
}

/// What a net is known by: why it is there, and the card all its routes share.
pub(super) type NetKey = (Reason, usize);

/// Why a net runs through a channel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) enum Reason {
    /// Loops that leave a card by its foot and enter one from the left.
    Loop,
    /// Everything that leaves a card forwards.
    Leaving,
    /// Forward routes that come from an alley and enter a card from the left.
    Arriving,
    /// A forward route that had to change lanes half way; known by its step.
    Detour,
    /// Forward routes past other stages.
    Through,
    /// Routes that enter a card from above.
    Above,
}

/// One gutter or alley.
#[derive(Clone, Debug, Default)]
pub(super) struct Channel {
    pub(super) nets: Vec<Net>,
    known: HashMap<NetKey, usize>,
    taken: Vec<Vec<(usize, usize)>>,
}

impl Channel {
    /// The net of a key, stretched to reach from one place to another.
    pub(super) fn net(&mut self, key: NetKey, from: usize, to: usize) -> usize {
        let (low, high) = (from.min(to), from.max(to));
        let nets = &mut self.nets;
        let id = *self.known.entry(key).or_insert_with(|| {
            nets.push(Net {
                reason: key.0,
                low,
                high,
                exit: None,
                entries: Vec::new(),
                floor: 0,
                lane: 0,
            });
            nets.len() - 1
        });
        let net = &mut self.nets[id];
        (net.low, net.high) = (net.low.min(low), net.high.max(high));
        id
    }

    /// How many lanes are taken.
    pub(super) fn lanes(&self) -> usize {
        self.taken.len()
    }

    /// Gives a net the first lane from its floor on where it touches no other.
    pub(super) fn place(&mut self, id: usize) {
        let (low, high) = (self.nets[id].low, self.nets[id].high);
        let mut lane = self.nets[id].floor;
        let room = loop {
            let Some(taken) = self.taken.get(lane) else {
                self.taken.resize(lane + 1, Vec::new());
                break 0;
            };
            // Those of one lane never touch, so by their beginnings they are sorted by their ends too.
            let room = taken.partition_point(|other| other.1 < low);
            if taken.get(room).is_none_or(|other| high < other.0) {
                break room;
            }
            lane += 1;
        };
        self.taken[lane].insert(room, (low, high));
        self.nets[id].lane = lane;
    }

    /// Gives every net of a gutter a lane. On the row of a card, the line that leaves to the right must
    /// turn off before any line comes in to the card beyond; where that is impossible, `detour` is called
    /// to send a net's hops through an alley instead, and returns the nets that bring them in.
    pub(super) fn place_gutter(&mut self, mut detour: impl FnMut(&mut Self, usize) -> Vec<usize>) {
        let mut doors = Doors::of(&self.nets);
        let free = (0..self.nets.len()).filter(|id| doors.waits[*id] == 0);
        let mut ready: BinaryHeap<_> = free.map(|id| Reverse((self.turn(id), id))).collect();
        let mut placed = vec![false; self.nets.len()];
        let (mut late, mut stuck) = (Vec::new(), 0);
        loop {
            let next = ready.pop().map(|Reverse((_, id))| id);
            let id = if let Some(id) = next {
                id
            } else {
                let waits = |id: &usize| !placed[*id] && self.nets[*id].exit.is_some();
                let Some(id) = (stuck..placed.len()).find(waits) else {
                    break;
                };
                stuck = id;
                late.extend(detour(self, id));
                id
            };
            if std::mem::replace(&mut placed[id], true) {
                continue;
            }
            self.place(id);
            for other in doors.behind(id, self.nets[id].exit) {
                self.nets[other].floor = self.nets[other].floor.max(self.nets[id].lane + 1);
                if doors.waits[other] == 0 && !placed[other] {
                    ready.push(Reverse((self.turn(other), other)));
                }
            }
        }
        for id in late {
            let rows = self.nets[id].entries.iter();
            let before = rows.filter_map(|row| doors.leaving.get(*row).copied().flatten());
            let floor = before.map(|other| self.nets[other].lane + 1).max();
            self.nets[id].floor = floor.unwrap_or(0);
            self.place(id);
        }
    }

    /// Whose turn it is first: lines that go down from below upwards, lines that go up from above
    /// downwards, so that they nest instead of crossing; lines from alleys last.
    fn turn(&self, id: usize) -> (u8, isize) {
        let net = &self.nets[id];
        match net.exit {
            Some(row) if net.high > 2 * row + 1 => (0, -row.cast_signed()),
            Some(row) => (1, row.cast_signed()),
            None => (2, net.low.cast_signed()),
        }
    }

    /// Gives every net of an alley a lane: loops first, short ones before long ones; what enters a card
    /// from above takes a lane below the loop that leaves the card over it.
    pub(super) fn place_alley(&mut self) {
        let mut order: Vec<usize> = (0..self.nets.len()).collect();
        order.sort_by_key(|id| {
            let net = &self.nets[*id];
            (net.reason, net.high - net.low, net.low)
        });
        let mut loops = HashMap::new();
        for id in order {
            let net = &self.nets[id];
            if net.reason == Reason::Above {
                let over: Option<&usize> = loops.get(&net.low);
                self.nets[id].floor = over.map_or(0, |lane| lane + 1);
            }
            self.place(id);
            let net = &self.nets[id];
            if net.reason == Reason::Loop {
                loops.insert(net.high, net.lane);
            }
        }
    }
}

/// Which nets leave and enter cards on each row of a gutter.
struct Doors {
    leaving: Vec<Option<usize>>,
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
            leaving: vec![None; height],
            entering: vec![Vec::new(); height],
            waits: vec![0; nets.len()],
        };
        for (id, net) in nets.iter().enumerate() {
            if let Some(exit) = net.exit {
                doors.leaving[exit] = Some(id);
            }
            for row in &net.entries {
                doors.entering[*row].push(id);
            }
        }
        for (row, ids) in doors.entering.iter().enumerate() {
            let first = doors.leaving[row];
            for id in ids
                .iter()
                .filter(|id| first.is_some_and(|first| first != **id))
            {
                doors.waits[*id] += 1;
            }
        }
        doors
    }

    /// The nets that enter on the row a net leaves, now that it no longer holds them up.
    fn behind(&mut self, id: usize, exit: Option<usize>) -> Vec<usize> {
        let Some(row) = exit.and_then(|exit| self.entering.get_mut(exit)) else {
            return Vec::new();
        };
        let mut behind = std::mem::take(row);
        behind.retain(|other| *other != id);
        for other in &behind {
            self.waits[*other] = self.waits[*other].saturating_sub(1);
        }
        behind
    }
}
