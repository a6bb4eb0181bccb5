//! How the map is looked at: how near, and whether the lines between the cards are drawn.

use super::Zoom;
use super::plan::Plan;
use crate::board::Layout;
use ratatui::layout::Rect;

/// How near, and with lines or without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Sight {
    /// How much of each touchpoint is shown.
    pub zoom: Zoom,
    /// Whether lines are drawn where there is room for them; without, cards stand close to each other.
    pub lines: bool,
}

impl Sight {
    /// Lines and all.
    pub fn lined(zoom: Zoom) -> Self {
        Self { zoom, lines: true }
    }

    /// The nearest at which the whole map is seen in an area, with lines or without; `None` where it is too
    /// high for that. Cards in overview without lines may be too wide: they cannot be drawn narrower.
    pub fn whole(layout: &Layout, area: Rect, lines: bool) -> Option<Self> {
        let fits = |sight: &Self| {
            let room = i32::from(area.width);
            let plan = Plan::new(layout, *sight, room, |_| false);
            let narrowest = !lines && sight.zoom == Zoom::Overview;
            plan.bare != lines
                && (narrowest || plan.width <= room)
                && plan.height < i32::from(area.height)
        };
        let zooms = Zoom::ALL.into_iter().rev();
        zooms
            .filter(|zoom| lines || *zoom != Zoom::Cards)
            .map(|zoom| Self { zoom, lines })
            .find(fits)
    }

    /// The nearest at which the whole map is seen; where none is, as many cards as the area holds.
    pub fn fit(layout: &Layout, area: Rect) -> Self {
        let whole = [true, false];
        let mut whole = whole.into_iter();
        let found = whole.find_map(|lines| Self::whole(layout, area, lines));
        found.unwrap_or_else(|| Self::most(layout, area.width))
    }

    /// The most cards at once, wherever they end: a line a card where that is not too wide.
    pub fn most(layout: &Layout, width: u16) -> Self {
        let high = Rect::new(0, 0, width, u16::MAX);
        Self::whole(layout, high, false).unwrap_or(Self {
            zoom: Zoom::Overview,
            lines: false,
        })
    }

    /// The columns and lines the map takes where it may take so many columns, the line of stage titles
    /// included; whole cards may take a line more for long titles.
    pub fn size(self, layout: &Layout, room: u16) -> (i32, i32) {
        let plan = Plan::new(layout, self, i32::from(room), |_| false);
        (plan.width, plan.height + 1)
    }
}
