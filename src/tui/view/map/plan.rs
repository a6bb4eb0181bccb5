//! From the layout's grid to columns and lines of the screen: where every card and lane falls at a zoom.

use super::{Sight, Zoom};
use crate::board::Layout;
use crate::board::layout::{Across, Along};
use std::ops::Range;

/// Where everything falls, counted from the map's upper left corner before it is panned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::tui) struct Plan {
    pub(in crate::tui) zoom: Zoom,
    pub(in crate::tui) card_width: i32,
    pub(in crate::tui) card_height: i32,
    /// The left edge of each column's cards.
    pub(in crate::tui) columns: Vec<i32>,
    /// The upper edge of each row's cards.
    pub(in crate::tui) rows: Vec<i32>,
    lane: i32,
    gutters: Vec<i32>,
    alleys: Vec<i32>,
    /// The line of each channel's name, where cards stand in lanes by channel.
    pub(super) bands: Vec<i32>,
    /// Whether there is no room for lines, so that none are drawn.
    pub(super) bare: bool,
    pub(in crate::tui) width: i32,
    pub(in crate::tui) height: i32,
}

/// How wide a card is at least and at most.
fn card_widths(sight: Sight) -> (i32, i32) {
    match (sight.zoom, sight.lines) {
        (Zoom::Overview, _) => (1, 12),
        (Zoom::Compact, true) => (14, 40),
        (Zoom::Compact, false) => (10, 40),
        (Zoom::Cards, _) => (18, 40),
    }
}

/// How much room gutters get: less when the map would not fit otherwise.
#[derive(Clone, Copy)]
struct Gutters {
    /// The columns a lane takes.
    lane: i32,
    /// The columns a share takes.
    label: i32,
}

impl Gutters {
    /// Lines apart from each other, shares beside every arrow.
    const WIDE: Self = Self { lane: 2, label: 4 };
    const CLOSE: Self = Self { lane: 1, label: 4 };
    const TIGHT: Self = Self { lane: 1, label: 0 };
}

impl Plan {
    /// Where everything falls on a map that may take so many columns; cards widen to fill them.
    /// `wraps` says whether a title does not fit into so many columns: then whole cards take a line more.
    pub(in crate::tui) fn new(
        layout: &Layout,
        sight: Sight,
        room: i32,
        wraps: impl Fn(i32) -> bool,
    ) -> Self {
        let (zoom, (least, most)) = (sight.zoom, card_widths(sight));
        let count = layout.columns().len() as i32;
        let spare = |widths: &[i32]| (room - widths.iter().sum::<i32>()) / count.max(1);
        let mut lane = Gutters::TIGHT;
        let mut widths = gutter_widths(layout, lane);
        let bare = !sight.lines || (zoom == Zoom::Overview && spare(&widths) < least);
        if bare {
            widths = bare_widths(count, least, room);
        }
        for (wider, words) in [(Gutters::WIDE, 6), (Gutters::CLOSE, 2)] {
            if bare {
                break;
            }
            let trial = gutter_widths(layout, wider);
            if spare(&trial) >= least + words {
                (lane, widths) = (wider, trial);
                break;
            }
        }
        let card_width = spare(&widths).clamp(least, most);
        let card_height = match zoom {
            Zoom::Cards if wraps(card_width - 4) => 5,
            Zoom::Cards => 4,
            Zoom::Overview | Zoom::Compact => 1,
        };
        let (mut columns, mut gutters, mut x) = (Vec::new(), Vec::new(), 0);
        for (gutter, width) in widths.iter().enumerate() {
            gutters.push(x);
            x += width;
            if gutter < layout.columns().len() {
                columns.push(x);
                x += card_width;
            }
        }
        let streets = Streets::of(layout, card_height, bare);
        let (rows, alleys) = (streets.rows, streets.alleys);
        Self {
            bands: streets.bands,
            bare,
            zoom,
            card_width,
            card_height,
            columns,
            rows,
            lane: lane.lane,
            gutters,
            alleys,
            width: x,
            height: streets.height,
        }
    }

    /// The column of a place; at a card's edge the first one outside of the card.
    pub(super) fn x(&self, place: Across) -> i32 {
        match place {
            Across::Left(column) => self.columns[column] - 1,
            Across::Port(column) => self.columns[column] + self.port(),
            Across::Right(column) => self.columns[column] + self.card_width,
            Across::Lane { gutter, lane } => {
                let stub = i32::from(gutter > 0);
                self.gutters[gutter] + stub + lane as i32 * self.lane
            }
        }
    }

    /// The line of a place; at a card's edge the first one outside of the card.
    pub(super) fn y(&self, place: Along) -> i32 {
        match place {
            Along::Head(row) => self.rows[row] - 1,
            Along::Row(row) => self.rows[row] + i32::from(self.zoom == Zoom::Cards),
            Along::Foot(row) => self.rows[row] + self.card_height,
            Along::Lane { alley, lane } => self.alleys[alley] + lane as i32,
        }
    }

    /// The first and the last of rows or columns that reach into a stretch of the map, and one more on
    /// each side.
    pub(super) fn seen(starts: &[i32], from: i32, to: i32) -> Range<usize> {
        let first = starts.partition_point(|start| *start < from);
        let last = starts.partition_point(|start| *start < to);
        first.saturating_sub(2)..(last + 1).min(starts.len())
    }

    /// How far from a card's left edge lines enter it from above.
    fn port(&self) -> i32 {
        if self.zoom == Zoom::Cards { 3 } else { 0 }
    }
}

/// What lies below each other: cards, the alleys between them, and the names of channels.
#[derive(Default)]
struct Streets {
    rows: Vec<i32>,
    alleys: Vec<i32>,
    bands: Vec<i32>,
    height: i32,
}

impl Streets {
    fn of(layout: &Layout, card_height: i32, bare: bool) -> Self {
        let mut all = Self::default();
        for (alley, holds) in layout.alleys().iter().enumerate() {
            if layout
                .bands()
                .iter()
                .any(|band| band.rows.start == alley && alley < band.rows.end)
            {
                all.bands.push(all.height);
                all.height += 1;
            }
            all.alleys.push(all.height);
            if !bare {
                all.height += holds.lanes as i32 + i32::from(holds.enters);
            }
            if alley < layout.rows() {
                all.rows.push(all.height);
                all.height += card_height;
            }
        }
        all
    }
}

/// The columns of gutters without lines: one left of each card while there is room for it, for the mark of
/// where the chosen one leads.
fn bare_widths(columns: i32, least: i32, room: i32) -> Vec<i32> {
    let (cards, room) = (columns * least, if least > 1 { i32::MAX } else { room });
    let first = i32::from(cards + columns <= room);
    let between = i32::from(cards + columns - 1 <= room);
    let width = |gutter: i32| match gutter {
        0 => first,
        _ if gutter == columns => 0,
        _ => between,
    };
    (0..=columns).map(width).collect()
}

/// The columns each gutter takes: its lanes, and room for an arrow and a share.
fn gutter_widths(layout: &Layout, room: Gutters) -> Vec<i32> {
    let last = layout.columns().len();
    let widths = layout.gutters().iter().enumerate().map(|(gutter, holds)| {
        let lanes = holds.lanes as i32 * room.lane;
        let label = if holds.shares { room.label } else { 0 };
        match gutter {
            0 if lanes == 0 => 0,
            0 => lanes + 1,
            _ if gutter == last && lanes == 0 => 0,
            _ if gutter == last => lanes + 1,
            _ => 1 + lanes + label + if lanes == 0 { 2 } else { 1 },
        }
    });
    widths.collect()
}
