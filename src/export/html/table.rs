//! A table with a caption and headers. On a narrow screen each row stands as a card of its own, every cell
//! with its column's name before it; the roles keep it a table for those who hear the page.

/// What stands where nothing can be said.
pub(super) const NOTHING: &str = "<span class=\"none\" title=\"cannot be said\">–</span>";

/// A column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Column {
    title: &'static str,
    class: &'static str,
}

/// A column of words.
pub(super) fn words(title: &'static str) -> Column {
    Column { title, class: "w" }
}

/// A column of numbers.
pub(super) fn figures(title: &'static str) -> Column {
    Column { title, class: "f" }
}

/// A table whose cells are HTML already. The first cell of a row names it.
pub(super) struct Table {
    caption: String,
    columns: Vec<Column>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table without rows; the caption is HTML already.
    pub(super) fn new(caption: impl Into<String>, columns: &[Column]) -> Self {
        Self {
            caption: caption.into(),
            columns: columns.to_vec(),
            rows: Vec::new(),
        }
    }

    /// Adds a row; it has a cell for every column.
    pub(super) fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Whether it has no row.
    pub(super) fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The table. Columns in which no row says anything are left out.
    pub(super) fn html(&self) -> String {
        let says = |at: &usize| *at == 0 || self.rows.iter().any(|row| row[*at] != NOTHING);
        let shown: Vec<usize> = (0..self.columns.len()).filter(says).collect();
        let heads = shown.iter().map(|at| {
            let Column { title, class } = self.columns[*at];
            format!("<th scope=\"col\" role=\"columnheader\" class=\"{class}\">{title}</th>")
        });
        let heads: String = heads.collect();
        let rows: String = self.rows.iter().map(|row| self.line(row, &shown)).collect();
        format!(
            "<table role=\"table\">\n<caption>{}</caption>\n<thead role=\"rowgroup\"><tr role=\"row\">{heads}\
             </tr></thead>\n<tbody role=\"rowgroup\">\n{rows}</tbody>\n</table>\n",
            self.caption
        )
    }

    fn line(&self, row: &[String], shown: &[usize]) -> String {
        let cells = shown.iter().map(|at| {
            let Column { title, class } = self.columns[*at];
            let cell = &row[*at];
            if *at == 0 {
                format!("<th scope=\"row\" role=\"rowheader\" class=\"{class}\">{cell}</th>")
            } else {
                format!("<td role=\"cell\" class=\"{class}\" data-of=\"{title}\">{cell}</td>")
            }
        });
        format!("<tr role=\"row\">{}</tr>\n", cells.collect::<String>())
    }
}
