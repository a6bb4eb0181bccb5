//! What scans remember of files that have not changed, so that opening a workspace again costs next to
//! nothing, and a file that grew costs its growth. Safe to delete; never trusted when stale or damaged.

mod bytes;
mod mark;
mod store;

pub(crate) use bytes::{Checksum, Reader, Writer};
pub(crate) use mark::{FileMark, fingerprint};
pub use store::Cache;
pub(crate) use store::Remembered;
