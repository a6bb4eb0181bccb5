//! Lanes for the routes of one gutter or one alley: nets that would touch get lanes of their own.

use super::few::Few;
use crate::feedback::FastMap;
use std::hash::BuildHasherDefault;

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
    pub(super) entries: Few<usize>,
    /// Where each of its lines comes from and goes to along the channel.
    pub(super) runs: Few<(usize, usize)>,
    /// How far down its alley it should run; those that say nothing stand by their length.
    pub(super) level: i64,
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
    /// Everything that leaves a card forwards and turns down.
    Leaving,
    /// The same that turns up.
    Rising,
    /// Forward routes that come down from an alley and enter a card from the left.
    Arriving,
    /// The same that come up.
    Ascending,
    /// A forward route that had to change lanes half way; known by its step.
    Detour,
    /// Forward routes past other stages.
    Through,
    /// Routes that enter a card from above.
    Above,
}

impl Net {
    /// Its lines enter one card alone.
    pub(super) fn enter_alone(&mut self, row: usize) {
        self.entries = Few::one(row);
    }

    /// Its line to the card of a row ends in the alley this side of it.
    pub(super) fn avoid(&mut self, row: usize) {
        self.entries.retain(|other| *other != row);
        for (from, to) in self.runs.iter_mut() {
            if *to == 2 * row + 1 {
                *to = if *from < *to { 2 * row } else { 2 * row + 2 };
            }
        }
    }

    /// Whether its lines go up.
    pub(super) fn rises(&self) -> bool {
        match (self.exit, &*self.entries) {
            (Some(row), _) => self.high <= 2 * row + 1,
            (None, [row, ..]) => self.low > 2 * row,
            _ => false,
        }
    }
}

/// One gutter or alley.
#[derive(Clone, Debug, Default)]
pub(super) struct Channel {
    pub(super) nets: Vec<Net>,
    known: FastMap<NetKey, usize>,
    taken: Vec<Vec<Lodger>>,
}

/// The part of a lane that a net has taken.
#[derive(Clone, Copy, Debug)]
struct Lodger {
    low: usize,
    high: usize,
    exit: Option<usize>,
}

impl Channel {
    /// Nothing yet, with room for so many nets.
    pub(super) fn with_room(nets: usize) -> Self {
        Self {
            nets: Vec::with_capacity(nets),
            known: FastMap::with_capacity_and_hasher(nets, BuildHasherDefault::default()),
            taken: Vec::new(),
        }
    }

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
                entries: Few::No,
                runs: Few::No,
                level: 0,
                floor: 0,
                lane: 0,
            });
            nets.len() - 1
        });
        let net = &mut self.nets[id];
        (net.low, net.high) = (net.low.min(low), net.high.max(high));
        net.runs.push((from, to));
        id
    }

    /// How many lanes are taken.
    pub(super) fn lanes(&self) -> usize {
        self.taken.len()
    }

    /// Gives a net the first lane from its floor on where it touches no other.
    pub(super) fn place(&mut self, id: usize) {
        let (low, high) = (self.nets[id].low, self.nets[id].high);
        // What leaves one card up and down may go on in one line.
        let exit = self.nets[id].exit;
        let apart = |other: &Lodger, end: usize, start: usize| {
            end < start || (end == start && exit.is_some() && other.exit == exit)
        };
        let mut lane = self.nets[id].floor;
        let room = loop {
            let Some(taken) = self.taken.get(lane) else {
                self.taken.resize(lane + 1, Vec::new());
                break 0;
            };
            // Those of one lane never touch, so by their beginnings they are sorted by their ends too.
            let room = taken.partition_point(|other| apart(other, other.high, low));
            if taken
                .get(room)
                .is_none_or(|other| apart(other, high, other.low))
            {
                break room;
            }
            lane += 1;
        };
        self.taken[lane].insert(room, Lodger { low, high, exit });
        self.nets[id].lane = lane;
    }

    /// Gives every net of an alley a lane: loops first, short ones before long ones; what enters a card
    /// from above takes a lane below the loop that leaves the card over it.
    pub(super) fn place_alley(&mut self) {
        let mut order: Vec<usize> = (0..self.nets.len()).collect();
        order.sort_by_key(|id| {
            let net = &self.nets[*id];
            (net.reason, net.level, net.high - net.low, net.low)
        });
        let mut loops = FastMap::default();
        for id in order {
            let net = &self.nets[id];
            if net.reason == Reason::Above {
                let over: Option<&usize> = loops.get(&net.low);
                self.nets[id].floor = over.map_or(0, |lane| lane + 1);
            } else if net.level != 0 {
                self.nets[id].floor = self.beneath(net);
            }
            self.place(id);
            let net = &self.nets[id];
            if net.reason == Reason::Loop {
                loops.insert(net.high, net.lane);
            }
        }
    }

    /// The first lane below all that a net would run beside.
    fn beneath(&self, net: &Net) -> usize {
        let touches = |other: &&Lodger| other.low < net.high && net.low < other.high;
        let taken = |lane: &Vec<Lodger>| lane.iter().any(|other| touches(&other));
        self.taken
            .iter()
            .rposition(taken)
            .map_or(0, |lane| lane + 1)
    }
}
