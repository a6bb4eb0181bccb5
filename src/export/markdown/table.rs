//! A Markdown table, its columns set straight so that it reads as plain text too.

use unicode_width::UnicodeWidthStr;

/// What stands in a cell where nothing can be said.
pub(super) const NOTHING: &str = "–";

/// Which side a column is set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A table whose cells are Markdown already.
pub(super) struct Table {
    columns: Vec<(String, Side)>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows.
    pub(super) fn new(columns: &[(&'static str, Side)]) -> Self {
        let owned = |(title, side): &(&str, Side)| ((*title).to_owned(), *side);
        Self {
            columns: columns.iter().map(owned).collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a column on the right, before there are rows. Its title is Markdown already.
    pub(super) fn column(&mut self, title: String, side: Side) {
        self.columns.push((title, side));
    }

    /// Adds a row; it has a cell for every column.
    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Adds some rows.
    pub(super) fn rows(&mut self, rows: impl IntoIterator<Item = Vec<String>>) {
        self.rows.extend(rows);
    }

    /// Takes out the columns in which no row says anything.
    pub(super) fn without_silence(mut self) -> Self {
        let says = |at: usize| self.rows.iter().any(|row| row[at] != NOTHING);
        let silent = |at: &usize| !self.rows.is_empty() && !says(*at);
        let silent: Vec<usize> = (0..self.columns.len()).filter(silent).collect();
        for at in silent.into_iter().rev() {
            self.columns.remove(at);
            for row in &mut self.rows {
                row.remove(at);
            }
        }
        self
    }

    /// The table, each line ended.
    pub(super) fn text(&self) -> String {
        let widths: Vec<usize> = (0..self.columns.len()).map(|at| self.width(at)).collect();
        let header = self.columns.iter().map(|(title, _)| title.clone());
        let header = self.line(&header.collect::<Vec<_>>(), &widths);
        let rows = self.rows.iter().map(|row| self.line(row, &widths));
        let lines = [header, self.rule(&widths)].into_iter().chain(rows);
        lines.map(|line| line + "\n").collect()
    }

    fn rule(&self, widths: &[usize]) -> String {
        let columns = self.columns.iter().zip(widths);
        let cells = columns.map(|((_, side), width)| match side {
            Side::Left => "-".repeat(*width),
            Side::Right => format!("{}:", "-".repeat(width - 1)),
        });
        joined(cells)
    }

    fn width(&self, column: usize) -> usize {
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        let widest = cells.map(|cell| cell.width()).max().unwrap_or(0);
        widest.max(self.columns[column].0.width()).max(3)
    }

    fn line(&self, cells: &[String], widths: &[usize]) -> String {
        let columns = cells.iter().zip(widths).zip(&self.columns);
        let cells = columns.map(|((cell, width), (_, side))| {
            let blanks = " ".repeat(width.saturating_sub(cell.width()));
            match side {
                Side::Left => format!("{cell}{blanks}"),
                Side::Right => format!("{blanks}{cell}"),
            }
        });
        joined(cells)
    }
}

fn joined(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}
