//! Reading: from the files a source names to rows with cells.

mod boundary;
mod cells;
mod feed;
mod files;
mod header;
mod json;
mod row;

pub(crate) use cells::{Span, split};
pub(crate) use feed::{Block, Feed, FeedFile, Reach, beginning};
pub(crate) use files::{matching, path_of};
pub(crate) use header::{Column, Layout, Need, read as read_header};
pub(crate) use json::{ITEM_END, JsonRow, Keys};
pub(crate) use row::{Row, Slot, joined};
