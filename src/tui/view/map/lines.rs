//! Lines of routes, gathered cell by cell before they are painted, so that corners, junctions and
//! crossings get the right character.

use crate::tui::theme::{Charset, Theme};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// How much a line wants to be seen; where lines share a cell the greatest wins.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Weight {
    #[default]
    Loop,
    Forward,
    Chosen,
}

const UP: u8 = 1;
const RIGHT: u8 = 2;
const DOWN: u8 = 4;
const LEFT: u8 = 8;

/// What lines do in one cell.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    /// Which of the four sides a line reaches.
    sides: u8,
    /// Whether a line turns or ends here, so that lines that meet are joined.
    joined: bool,
    /// Whether any route that is no loop passes.
    solid: bool,
    weight: Weight,
    /// How many routes pass; stops counting at 255.
    routes: u8,
}

/// All lines in the part of the map that is seen.
#[derive(Debug)]
pub(super) struct Lines {
    width: i32,
    height: i32,
    cells: Vec<Cell>,
}

impl Lines {
    /// No lines yet, in so many columns and lines.
    pub(super) fn new(width: u16, height: u16) -> Self {
        Self {
            width: i32::from(width),
            height: i32::from(height),
            cells: vec![Cell::default(); usize::from(width) * usize::from(height)],
        }
    }

    /// Adds a route: its corners in order, in columns and lines of the part that is seen.
    pub(super) fn add(&mut self, corners: &[(i32, i32)], weight: Weight, dashed: bool) {
        for pair in corners.windows(2) {
            let ((x, y), (to_x, to_y)) = (pair[0], pair[1]);
            if y == to_y {
                let (low, high) = (x.min(to_x), x.max(to_x));
                for x in low.max(0)..=high.min(self.width - 1) {
                    let left = if x > low { LEFT } else { 0 };
                    let right = if x < high { RIGHT } else { 0 };
                    self.mark(x, y, left | right, weight, dashed);
                }
            } else {
                let (low, high) = (y.min(to_y), y.max(to_y));
                for y in low.max(0)..=high.min(self.height - 1) {
                    let up = if y > low { UP } else { 0 };
                    let down = if y < high { DOWN } else { 0 };
                    self.mark(x, y, up | down, weight, dashed);
                }
            }
        }
        let inner = corners.len().saturating_sub(1);
        for (x, y) in corners.get(1..inner).unwrap_or_default() {
            if let Some(cell) = self.cell(*x, *y) {
                cell.joined = true;
                cell.routes = cell.routes.saturating_sub(1);
            }
        }
    }

    /// Joins the end of a route to the card beside it.
    pub(super) fn touch(&mut self, x: i32, y: i32, sideways: bool, weight: Weight, dashed: bool) {
        self.mark(x, y, if sideways { LEFT } else { UP }, weight, dashed);
        if let Some(cell) = self.cell(x, y) {
            cell.routes = cell.routes.saturating_sub(1);
        }
    }

    fn mark(&mut self, x: i32, y: i32, sides: u8, weight: Weight, dashed: bool) {
        if let Some(cell) = self.cell(x, y) {
            cell.sides |= sides;
            cell.solid |= !dashed;
            cell.weight = cell.weight.max(weight);
            cell.routes = cell.routes.saturating_add(1);
        }
    }

    fn cell(&mut self, x: i32, y: i32) -> Option<&mut Cell> {
        let inside = (0..self.width).contains(&x) && (0..self.height).contains(&y);
        let at = y.checked_mul(self.width)?.checked_add(x)?;
        inside.then(|| self.cells.get_mut(usize::try_from(at).ok()?))?
    }

    /// Whether nothing runs through a cell.
    pub(super) fn is_free(&mut self, x: i32, y: i32) -> bool {
        self.cell(x, y).is_some_and(|cell| cell.sides == 0)
    }

    /// Whether exactly one route runs straight across a cell, so that a label on it can only be its own.
    pub(super) fn is_alone(&mut self, x: i32, y: i32) -> bool {
        self.cell(x, y)
            .is_some_and(|cell| cell.sides == LEFT | RIGHT && cell.routes == 1 && !cell.joined)
    }

    /// Paints all of it into an area of the same size.
    pub(super) fn paint(&self, area: Rect, buf: &mut Buffer, theme: Theme) {
        let wide = usize::from(area.width);
        for (row, cells) in area.rows().zip(self.cells.chunks(wide.max(1))) {
            let first = buf.index_of(row.x, row.y);
            let targets = buf.content.get_mut(first..).unwrap_or_default();
            let drawn = targets.iter_mut().zip(cells);
            for (target, cell) in drawn.filter(|(_, cell)| cell.sides != 0) {
                target
                    .set_symbol(symbol(*cell, theme))
                    .set_style(style(*cell, theme));
            }
        }
    }
}

fn style(cell: Cell, theme: Theme) -> Style {
    theme.route(cell.weight == Weight::Chosen, !cell.solid)
}

fn symbol(cell: Cell, theme: Theme) -> &'static str {
    const CORNERS: [&str; 16] = [
        " ", "╵", "╶", "╰", "╷", "│", "╭", "├", "╴", "╯", "─", "┴", "╮", "┤", "┬", "┼",
    ];
    let all = UP | RIGHT | DOWN | LEFT;
    let straight = (cell.sides == UP | DOWN, cell.sides == LEFT | RIGHT);
    match (theme.charset, straight, cell.solid) {
        (Charset::Ascii, (true, _), true) => "|",
        (Charset::Ascii, (true, _), false) => ":",
        (Charset::Ascii, (_, true), true) => "-",
        (Charset::Ascii, (_, true), false) => ".",
        (Charset::Ascii, ..) if cell.sides == all && !cell.joined => "|",
        (Charset::Ascii, ..) => "+",
        (Charset::Unicode, (true, _), false) => "┆",
        (Charset::Unicode, (_, true), false) => "┄",
        (Charset::Unicode, ..) if cell.sides == all && cell.joined => "●",
        (Charset::Unicode, ..) => CORNERS[usize::from(cell.sides & all)],
    }
}
