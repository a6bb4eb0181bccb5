//! Where data goes: standard output, or a file that is written whole or not at all.

use crate::workspace::{Existing, deliver};
use anyhow::Context;
use std::io::{self, BufWriter, Write};
use std::path::Path;

/// What writes the data.
pub(super) type Print<'a> = dyn FnOnce(&mut dyn Write) -> io::Result<()> + 'a;

/// Writes data to standard output.
pub(super) fn to_stdout(print: Box<Print<'_>>) -> anyhow::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    print(&mut out)
        .and_then(|()| out.flush())
        .context("cannot write to standard output")
}

/// Writes data to a file beside its final place, and moves it there when it is whole and on disk.
pub(super) fn to_file(path: &Path, print: Box<Print<'_>>) -> anyhow::Result<()> {
    let refused = || format!("cannot write {}", path.display());
    deliver(path, Existing::Replace, print).with_context(refused)
}
