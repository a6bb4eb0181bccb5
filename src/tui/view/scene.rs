//! A board for tests of views: the flight of the layout's tests with numbers that show every heat.

use crate::board::layout::draft::Draft;
use crate::board::{Board, Lens, Totals, TouchpointSheet};
use crate::journey::{Charter, Journeys, Roster, Team};
use crate::measures::{Counts, Mood, friction};
use ratatui::buffer::Buffer;

/// All that views borrow.
pub(crate) struct Scene {
    pub(crate) journeys: Journeys,
    pub(crate) charter: Charter,
    pub(crate) board: Board,
}

/// Complaints and praise of one touchpoint after the other, and its mood in tenths.
const SAID: [(u64, u64, Option<i32>); 13] = [
    (520, 380, Some(-3)),
    (40, 300, Some(9)),
    (12, 400, Some(14)),
    (300, 500, Some(2)),
    (90, 700, Some(12)),
    (80, 20, Some(-16)),
    (700, 300, Some(-12)),
    (9, 3, Some(-9)),
    (0, 0, None),
    (30, 900, Some(17)),
    (140, 600, Some(8)),
    (60, 150, None),
    (20, 980, Some(19)),
];

impl Scene {
    /// Numbers laid over journeys, the same thirteen again and again.
    pub(crate) fn over(journeys: Journeys) -> Self {
        let charter = Charter {
            roster: Roster {
                teams: vec![Team {
                    id: "car-parks".into(),
                    title: "Car parks".into(),
                }],
                people: Vec::new(),
            },
            ..Charter::default()
        };
        let sheet = |(place, (touchpoint, _)): (usize, (_, _))| {
            let (complaints, praise, mood) = SAID[place % SAID.len()];
            let counts = Counts {
                complaints,
                praise,
                ..Counts::default()
            };
            let friction = friction(&counts, charter.thresholds.least_rows);
            TouchpointSheet {
                hot: friction.is_some_and(|f| f.value >= charter.thresholds.high),
                friction,
                complain: friction,
                counts,
                mood: mood.map(|tenths| Mood {
                    value: f64::from(tenths) / 10.0,
                    of: counts.feedback(),
                }),
                ..TouchpointSheet::silent(touchpoint)
            }
        };
        let board = Board {
            only: None,
            lens: Lens::default(),
            touchpoints: journeys.touchpoints().enumerate().map(sheet).collect(),
            journeys: Vec::new(),
            totals: Totals::default(),
            weeks: None,
            days: None,
            least_rows: charter.thresholds.least_rows,
            vigilance: charter.vigilance,
            today: None,
            star: None,
        };
        Self {
            journeys,
            charter,
            board,
        }
    }

    /// The flight.
    pub(crate) fn flight() -> Self {
        Self::over(Draft::flight().journeys)
    }
}

/// A buffer as lines of text, blanks at the end of lines cut off.
pub(crate) fn shown(buf: &Buffer) -> String {
    let mut lines = String::new();
    for y in buf.area.top()..buf.area.bottom() {
        let mut line = String::new();
        let mut skip = 0;
        for x in buf.area.left()..buf.area.right() {
            let symbol = buf[(x, y)].symbol();
            if skip == 0 {
                line.push_str(symbol);
                skip = crate::tui::text::width(symbol).max(1);
            }
            skip -= 1;
        }
        lines.push_str(line.trim_end());
        lines.push('\n');
    }
    lines
}
