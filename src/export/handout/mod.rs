//! A page for a meeting, written once and printed as text for a terminal or as Markdown: headings,
//! sentences, lists and tables of plain text.

mod markdown;
mod text;

use std::io;

/// A form a page is printed in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// At most 80 columns, for a terminal.
    #[default]
    Text,
    /// For a wiki, a chat or a mail.
    Markdown,
}

/// Which side a column is set to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A part of the page. All text is as people wrote it; printing makes it harmless.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// A heading; the first is the page's title.
    Heading(String),
    /// A sentence or several.
    Words(String),
    /// A customer's own words.
    Quote(String),
    /// Items, each a line or more.
    List(Vec<String>),
    /// A table.
    Table(Grid),
}

/// A table of plain text.
#[derive(Clone, Debug)]
pub(super) struct Grid {
    pub(super) columns: Vec<(String, Side)>,
    pub(super) rows: Vec<Vec<String>>,
}

impl Grid {
    /// A table without rows.
    pub(super) fn new(columns: &[(&str, Side)]) -> Self {
        let columns = columns.iter();
        Self {
            columns: columns
                .map(|(name, side)| ((*name).to_owned(), *side))
                .collect(),
            rows: Vec::new(),
        }
    }

    /// Adds a row; it has a cell for every column.
    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }
}

/// A page in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Handout {
    parts: Vec<Part>,
}

impl Handout {
    pub(super) fn heading(&mut self, text: impl Into<String>) {
        self.parts.push(Part::Heading(text.into()));
    }

    pub(super) fn words(&mut self, text: impl Into<String>) {
        self.parts.push(Part::Words(text.into()));
    }

    pub(super) fn quote(&mut self, text: impl Into<String>) {
        self.parts.push(Part::Quote(text.into()));
    }

    pub(super) fn list(&mut self, items: Vec<String>) {
        self.parts.push(Part::List(items));
    }

    pub(super) fn table(&mut self, grid: Grid) {
        self.parts.push(Part::Table(grid));
    }

    /// Prints the page. Fails only when `out` does.
    pub(super) fn print(&self, paper: Paper, out: &mut dyn io::Write) -> io::Result<()> {
        match paper {
            Paper::Text => text::print(&self.parts, out),
            Paper::Markdown => markdown::print(&self.parts, out),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page() -> Handout {
        let mut page = Handout::default();
        page.heading("A *page*");
        page.words("Some words. ".repeat(10));
        page.quote("it `broke`\nagain");
        page.list(vec!["one".into(), "two | three".into()]);
        let mut grid = Grid::new(&[("who", Side::Left), ("n", Side::Right)]);
        grid.row(vec!["Ana \u{1b}[31m".into(), "12".into()]);
        page.table(grid);
        page
    }

    #[test]
    fn text_stays_within_eighty_columns_and_steers_no_terminal() {
        let mut out = Vec::new();
        page().print(Paper::Text, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(
            text.lines().all(|line| line.chars().count() <= 80),
            "{text}"
        );
        assert!(!text.contains('\u{1b}'), "{text}");
        assert!(text.contains("  Ana \u{fffd}[31m  12\n"), "{text}");
        assert!(text.contains("“it `broke` again”"), "{text}");
    }

    #[test]
    fn markdown_shows_signs_instead_of_obeying_them() {
        let mut out = Vec::new();
        page().print(Paper::Markdown, &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert!(text.starts_with("# A \\*page\\*\n\n"), "{text}");
        assert!(text.contains("\n> it \\`broke\\` again\n"), "{text}");
        assert!(text.contains("\n- two \\| three\n"), "{text}");
        assert!(text.contains("|  12 |\n"), "{text}");
    }
}
