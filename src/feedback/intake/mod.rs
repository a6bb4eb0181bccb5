//! Reading: from the files a source names to rows with cells.

mod array;
mod boundary;
mod cells;
mod columns;
mod decoding;
mod feed;
mod files;
mod gzip;
mod header;
mod json;
mod lines;
mod list_path;
mod open_file;
mod row;
mod sheet;
#[cfg(test)]
mod spectrum;
mod splitter;
mod stream;

pub(crate) use cells::{Record, Span, split};
pub use columns::columns;
pub(crate) use feed::{Block, Feed, FeedFile, Reach, Resume};
pub use files::files;
pub(crate) use files::{matching, path_of};
pub(crate) use header::{Column, Layout, Need, read as read_header};
pub(crate) use json::{ITEM_END, JsonRow, Keys};
pub(crate) use row::{Row, Slot, joined, trimmed};
pub(crate) use splitter::Splitter;
pub(crate) use stream::{Stream, Writing};
