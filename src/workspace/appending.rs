//! Adds lines at the end of a file, under a lock, so that nobody's line is lost or torn.

use super::SaveError;
use super::visible::visible;
use std::fs::{self, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

/// Adds lines to a file of the workspace, which is made with its folder and its first line where it is not
/// there; says whether it was made. `lines` ends with a line break.
pub(super) fn append(
    root: &Path,
    file: &str,
    first: Option<&str>,
    lines: &str,
) -> Result<bool, SaveError> {
    let failed = |action| {
        move |cause| SaveError::Io {
            file: visible(file),
            action,
            cause,
        }
    };
    let path = root.join(file);
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed("make its folder"))?;
    }
    let mut options = OpenOptions::new();
    options.read(true).append(true).create(true);
    let mut open = options.open(&path).map_err(failed("open the file"))?;
    open.lock().map_err(failed("lock the file"))?;
    let length = open.metadata().map_err(failed("look at the file"))?.len();
    let mut text = String::new();
    if length == 0 {
        text.extend(first);
    } else {
        let mut last = [0];
        open.seek(SeekFrom::Start(length - 1))
            .and_then(|_| open.read_exact(&mut last))
            .map_err(failed("read its end"))?;
        text.extend((last != *b"\n").then_some('\n'));
    }
    text.push_str(lines);
    open.write_all(text.as_bytes())
        .map_err(failed("write at its end"))?;
    open.sync_all().map_err(failed("write to the disk"))?;
    Ok(length == 0)
}
