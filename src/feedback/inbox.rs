//! The inbox: the newest rows that no rule caught, with their words, and what a phrase would catch.

use super::rules::PhraseBook;
use super::{Day, Overlay, Source, SourceIndex, verbatims};
use std::path::Path;

/// A row that no rule caught.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxRow {
    /// Its source.
    pub source: SourceIndex,
    /// The day the customer spoke.
    pub day: Option<Day>,
    /// The segment; empty when the row has none.
    pub segment: String,
    /// What the customer said, cleaned of everything that could steer a terminal.
    pub text: String,
    /// The file, relative to the workspace.
    pub file: String,
    /// The line the row begins on, counted from 1.
    pub line: u64,
}

/// The newest unmapped rows that have a text, read once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Inbox {
    /// Newest first; at most [`Overlay::MOST_UNMAPPED`].
    pub rows: Vec<InboxRow>,
    /// How many rows of each source are in `rows`, in the workspace's order.
    pub kept: Vec<u64>,
    /// How many rows of each source are unmapped in all, with and without a text.
    pub unmapped: Vec<u64>,
    /// Of each source: whether accents make no difference to phrases in its text.
    pub folds_accents: Vec<bool>,
}

/// What a phrase would catch of the inbox.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// Rows of each source it would catch, in the workspace's order.
    pub rows_by_source: Vec<u64>,
    /// Those rows, newest first, as places in [`Inbox::rows`].
    pub caught: Vec<usize>,
}

impl Preview {
    /// Rows it would catch, of all sources together.
    pub fn rows(&self) -> u64 {
        self.rows_by_source.iter().sum()
    }
}

impl Inbox {
    /// Reads the unmapped rows that a scan has kept the places of.
    pub fn open(root: &Path, sources: &[Source], overlay: &Overlay) -> Self {
        let read = verbatims(root, sources, overlay, &overlay.unmapped);
        let place = |id: &str| {
            let ids = overlay.tally.sources.iter();
            ids.clone().position(|known| known == id)
        };
        let rows = read.into_iter().filter_map(|row| {
            Some(InboxRow {
                source: place(&row.source)?,
                day: row.day,
                segment: row.segment,
                text: row.text,
                file: row.file,
                line: row.line,
            })
        });
        let unmapped = overlay.books.sources.iter().map(|books| books.unmapped);
        Self {
            folds_accents: sources.iter().map(|source| source.folds_accents).collect(),
            ..Self::new(rows.collect(), unmapped.collect())
        }
    }

    /// An inbox of these rows, with how many rows of each source are unmapped in all.
    pub fn new(rows: Vec<InboxRow>, unmapped: Vec<u64>) -> Self {
        let mut kept = vec![0; unmapped.len()];
        for row in &rows {
            if let Some(kept) = kept.get_mut(row.source) {
                *kept += 1;
            }
        }
        Self {
            rows,
            kept,
            folds_accents: vec![false; unmapped.len()],
            unmapped,
        }
    }

    /// Whether it holds fewer rows than are unmapped: a preview then speaks of the newest alone.
    pub fn is_part(&self) -> bool {
        self.kept.iter().sum::<u64>() < self.unmapped.iter().sum()
    }

    /// What a rule with this phrase would catch: whole words, ignoring case, as the rules do it. A blank
    /// phrase catches nothing.
    pub fn preview(&self, phrase: &str) -> Preview {
        let mut preview = Preview {
            rows_by_source: vec![0; self.unmapped.len()],
            caught: Vec::new(),
        };
        let finders = [false, true].map(|folds_accents| {
            let mut book = PhraseBook::default();
            book.add(phrase, folds_accents);
            book.finder()
        });
        for (place, row) in self.rows.iter().enumerate() {
            let mut caught = false;
            let folds_accents = self.folds_accents.get(row.source) == Some(&true);
            let finder = &finders[usize::from(folds_accents)];
            finder.find(&row.text, &mut |_| caught = true);
            if !caught {
                continue;
            }
            if let Some(rows) = preview.rows_by_source.get_mut(row.source) {
                *rows += 1;
            }
            preview.caught.push(place);
        }
        preview
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inbox(texts: &[(usize, &str)]) -> Inbox {
        let rows = texts
            .iter()
            .enumerate()
            .map(|(line, (source, text))| InboxRow {
                source: *source,
                day: None,
                segment: String::new(),
                text: (*text).to_owned(),
                file: "a.csv".to_owned(),
                line: line as u64 + 2,
            });
        Inbox::new(rows.collect(), vec![3, 2])
    }

    #[test]
    fn a_preview_counts_whole_words_in_any_case_by_source() {
        let inbox = inbox(&[
            (0, "It NEVER arrived."),
            (1, "never arrived, twice: never arrived"),
            (0, "nevermind, arrived"),
            (0, "late"),
        ]);
        let preview = inbox.preview(" Never arrived ");
        assert_eq!(preview.rows_by_source, [1, 1]);
        assert_eq!(
            (preview.caught.as_slice(), preview.rows()),
            (&[0, 1][..], 2)
        );
        assert!(inbox.is_part());
        assert_eq!(inbox.kept, [3, 1]);
    }

    #[test]
    fn a_preview_folds_accents_where_the_source_does() {
        let mut inbox = inbox(&[(0, "Café"), (1, "Café"), (1, "cafe")]);
        inbox.folds_accents = vec![false, true];
        assert_eq!(inbox.preview("cafe").rows_by_source, [0, 2]);
        assert_eq!(inbox.preview("café").rows_by_source, [1, 2]);
    }

    #[test]
    fn a_blank_phrase_catches_nothing() {
        let preview = inbox(&[(0, "late")]).preview("  ");
        assert_eq!(preview.rows(), 0);
    }
}
