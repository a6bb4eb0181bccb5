//! Adds lines at the end of a file, under a lock, so that nobody's line is lost or torn.

use super::SaveError;
use super::own_folder::is_same;
use super::visible::visible;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;

/// How often a file that others replace in that moment is tried again.
const MOST_TRIES: usize = 20;

/// Adds lines to a file of the workspace, which is made with its folder and its first line where it is not
/// there; says whether it was made. `lines` ends with a line break.
///
/// All of them stand there afterwards or, after a failure, none. A link that leads nowhere is not followed:
/// no file is made at its end.
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
    for _ in 0..MOST_TRIES {
        let mut open = open(&path).map_err(failed("open the file"))?;
        open.lock().map_err(failed("lock the file"))?;
        // Who replaced the file meanwhile has parted it from its name: nobody would see our lines.
        let named = || path.canonicalize().and_then(|path| is_same(&open, &path));
        if !named().unwrap_or(false) {
            continue;
        }
        let length = open.metadata().map_err(failed("look at the file"))?.len();
        let text = text(&mut open, length, first, lines).map_err(failed("read its end"))?;
        add(&mut open, length, text.as_bytes()).map_err(failed("write at its end"))?;
        return Ok(length == 0);
    }
    Err(SaveError::Unsettled(visible(file)))
}

fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true).append(true);
    match options.open(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        opened => return opened,
    }
    match options.clone().create_new(true).open(path) {
        // Someone else has made it in that moment; or a link leads nowhere, and that is said.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => options.open(path),
        made => made,
    }
}

/// What is to be written: a line break first where the last line has none.
fn text(open: &mut File, length: u64, first: Option<&str>, lines: &str) -> io::Result<String> {
    let mut text = String::new();
    if length == 0 {
        text.extend(first);
    } else {
        let mut last = [0];
        open.seek(SeekFrom::Start(length - 1))?;
        open.read_exact(&mut last)?;
        text.extend((last != *b"\n").then_some('\n'));
    }
    text.push_str(lines);
    Ok(text)
}

/// Writes at the end, whole or not at all.
fn add(open: &mut File, length: u64, bytes: &[u8]) -> io::Result<()> {
    let written = open.write_all(bytes).and_then(|()| open.sync_all());
    if written.is_err() {
        // Half a line would be joined to the next one; what cannot be taken back stays as it is.
        open.set_len(length).ok();
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_behind_what_is_there_and_the_first_one_once() {
        let root = tempfile::tempdir().unwrap();
        assert!(append(root.path(), "a/b.csv", Some("head\n"), "one\n").unwrap());
        fs::write(root.path().join("a/b.csv"), "head\none").unwrap();
        assert!(!append(root.path(), "a/b.csv", Some("head\n"), "two\n").unwrap());
        let text = fs::read_to_string(root.path().join("a/b.csv")).unwrap();
        assert_eq!(text, "head\none\ntwo\n");
    }

    #[cfg(unix)]
    #[test]
    fn no_file_is_made_at_the_end_of_a_planted_link() {
        let root = tempfile::tempdir().unwrap();
        let outside = tempfile::tempdir().unwrap();
        let victim = outside.path().join("authorized_keys");
        std::os::unix::fs::symlink(&victim, root.path().join("flags.csv")).unwrap();
        let error = append(root.path(), "flags.csv", None, "x\n").unwrap_err();
        let said = error.to_string();
        assert!(
            said.starts_with("flags.csv: cannot open the file: "),
            "{said}"
        );
        assert!(!victim.exists());
    }
}
