//! The books of a scan: rows read = mapped + unmapped + rejected, for every source.

/// What became of the rows of one source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SourceBooks {
    /// Rows in the files, headers not counted.
    pub read: u64,
    /// Rows that belong to at least one touchpoint.
    pub mapped: u64,
    /// Rows that no rule caught.
    pub unmapped: u64,
    /// Rows that could not be read as declared.
    pub rejected: u64,
    /// Rejected rows that were dropped because another row of their id counts.
    pub duplicates: u64,
    /// Mapped rows without a date: they count in totals and in no series.
    pub undated: u64,
    /// Mapped rows of a source with a severity column that say no severity, or none that can be read.
    pub without_severity: u64,
}

impl SourceBooks {
    /// Whether every row read is accounted for.
    pub fn balance(&self) -> bool {
        self.read == self.mapped + self.unmapped + self.rejected
    }

    /// Adds another part of the same books.
    pub fn add(&mut self, other: &Self) {
        self.read += other.read;
        self.mapped += other.mapped;
        self.unmapped += other.unmapped;
        self.rejected += other.rejected;
        self.duplicates += other.duplicates;
        self.undated += other.undated;
        self.without_severity += other.without_severity;
    }
}

/// A row that could not be read as declared, or a file that could not be read at all.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Rejected {
    /// The id of its source.
    pub source: String,
    /// The file, relative to the workspace.
    pub file: String,
    /// The line the row begins on, counted from 1; 0 when the whole file is meant.
    pub line: u64,
    /// What was wrong, what was expected and how to mend it.
    pub reason: String,
}

/// The books of every source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Books {
    /// One for each source, in the workspace's order.
    pub sources: Vec<SourceBooks>,
    /// Rejected rows, by source, file and line; at most [`Books::MOST_REJECTED`] of a source are kept
    /// one by one, all of them are counted.
    pub rejected: Vec<Rejected>,
    /// Files, and sources without files, of which no row was counted; and rules and columns that did
    /// nothing while the rows themselves were read. The reason says which.
    pub unread: Vec<Rejected>,
    /// The rows of the visit logs: those whose touchpoint is known are mapped.
    pub visits: SourceBooks,
    /// The rows of the customer files: each is a customer, and so mapped, or rejected.
    pub customers: SourceBooks,
}

impl Books {
    /// How many rejected rows of one source are kept with their reasons.
    pub const MOST_REJECTED: usize = 10_000;

    /// All sources together.
    pub fn total(&self) -> SourceBooks {
        let mut total = SourceBooks::default();
        for source in &self.sources {
            total.add(source);
        }
        total
    }
}
