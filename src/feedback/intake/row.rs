//! One row of feedback, whatever the format it was read from: text, and where its cells lie in it.

use super::cells::{Span, unquote};
use std::borrow::Cow;
use std::ops::Range;

/// The place of a column among those a source uses.
pub(crate) type Slot = usize;

/// The cell number of a column that a file does not have.
pub(crate) const ABSENT: u32 = u32::MAX;

/// One row.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Row<'a> {
    /// What the spans are places in.
    pub(crate) text: &'a str,
    /// The cells.
    pub(crate) cells: &'a [Span],
    /// Which cell each slot is; [`ABSENT`] when the file has no such column.
    pub(crate) columns: &'a [u32],
}

impl<'a> Row<'a> {
    /// A cell's text; empty when the file has no such column.
    #[inline]
    pub(crate) fn cell(&self, slot: Slot) -> Cow<'a, str> {
        let Some(span) = self.span(slot) else {
            return Cow::Borrowed("");
        };
        let text = self
            .text
            .get(span.start as usize..span.end as usize)
            .unwrap_or_default();
        if span.raw {
            unquote(text)
        } else {
            Cow::Borrowed(text)
        }
    }

    /// Where in the text a cell lies; `None` when quotes have to be taken off it first, or the file has no such
    /// column.
    #[inline(always)]
    pub(crate) fn place(&self, slot: Slot) -> Option<Range<usize>> {
        let span = self.span(slot).filter(|span| !span.raw)?;
        Some(span.start as usize..span.end as usize)
    }

    /// A cell's bytes, where [`Row::place`] has any.
    #[inline(always)]
    pub(crate) fn bytes(&self, slot: Slot) -> Option<&'a [u8]> {
        self.text.as_bytes().get(self.place(slot)?)
    }

    /// Whether a cell holds anything but blanks.
    pub(crate) fn has(&self, slot: Slot) -> bool {
        match self.span(slot) {
            Some(span) if span.start < span.end => {
                // Behind the quote of a raw cell stands what it begins with.
                let first = span.start as usize + usize::from(span.raw);
                let first = self.text.as_bytes().get(first..span.end as usize);
                let plain = matches!(first, Some([b'#'..=b'~', ..]));
                plain || !trimmed(&self.cell(slot)).is_empty()
            }
            _ => false,
        }
    }

    #[inline(always)]
    fn span(&self, slot: Slot) -> Option<Span> {
        let column = *self.columns.get(slot)?;
        self.cells.get(column as usize).copied()
    }
}

/// A cell without blanks at either end, as [`str::trim`] has it; most have none, and are told at a glance.
#[inline]
pub(crate) fn trimmed(cell: &str) -> &str {
    match (cell.as_bytes().first(), cell.as_bytes().last()) {
        (Some(b'!'..=b'~'), Some(b'!'..=b'~')) => cell,
        _ => cell.trim(),
    }
}

/// Several columns read as one text, a line each.
pub(crate) fn joined<'a>(row: &Row<'a>, slots: &[Slot]) -> Cow<'a, str> {
    match slots {
        [] => Cow::Borrowed(""),
        [one] => row.cell(*one),
        several => {
            let mut text = String::new();
            for &slot in several {
                let cell = row.cell(slot);
                let part = cell.trim();
                if !part.is_empty() {
                    if !text.is_empty() {
                        text.push('\n');
                    }
                    text.push_str(part);
                }
            }
            Cow::Owned(text)
        }
    }
}
