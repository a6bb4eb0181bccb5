//! The log of edits: who changed what and when, in `.pothole/log`, one line of JSON an edit. A line is
//! on the disk before the file changes, so that every edit can be taken back in a later session too.

use super::disk::Disk;
use super::own_folder::OwnFolder;
use crate::journey::Edit;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;

const NAME: &str = "log";
/// How large a log is read: some hundred thousand edits.
const MOST_BYTES: u64 = 64 << 20;

/// One edit that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Operation {
    /// Its place in the log, counted from 1; `pothole undo` takes it.
    pub number: usize,
    /// When, to the second, in UTC.
    pub at: Timestamp,
    /// Who, by the name git or the system gives.
    pub who: String,
    /// The file, relative to the workspace.
    pub file: String,
    /// What.
    pub edit: Edit,
    id: String,
    /// The number of the later operation that took it back.
    pub undone: Option<usize>,
}

/// What the log says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Operations {
    /// The edits made, oldest first.
    pub all: Vec<Operation>,
    /// Lines that cannot be read, counted from 1: torn by a crash, or written by something newer.
    pub unreadable: Vec<usize>,
}

#[derive(Serialize, Deserialize)]
struct Line {
    /// One of a kind, so that a later line can speak of this one.
    id: String,
    at: String,
    who: String,
    file: String,
    edit: Edit,
    /// The edit of the earlier line with this id did not come about.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    failed: bool,
}

impl Operations {
    /// Reads the log of a workspace; one without a log has made no edits.
    pub fn read(root: &Path) -> io::Result<Self> {
        let Some(folder) = OwnFolder::find(root)? else {
            return Ok(Self::default());
        };
        let Some(mut file) = folder.find_file(NAME)? else {
            return Ok(Self::default());
        };
        let bytes = file.metadata()?.len();
        if bytes > MOST_BYTES {
            let most = MOST_BYTES >> 20;
            let message = format!("its log has {bytes} bytes, more than {most} MiB; move it away");
            return Err(io::Error::other(message));
        }
        let mut text = Vec::new();
        file.read_to_end(&mut text)?;
        Ok(Self::of(&text))
    }

    fn of(text: &[u8]) -> Self {
        let mut operations = Self::default();
        for (line, number) in text.split(|&byte| byte == b'\n').zip(1..) {
            if line.iter().all(u8::is_ascii_whitespace) {
                continue;
            }
            let line: Option<Line> = serde_json::from_slice(line).ok();
            match line.and_then(|line| Some((line.at.parse().ok()?, line))) {
                Some((at, line)) => operations.take_in(line, at, number),
                None => operations.unreadable.push(number),
            }
        }
        operations
    }

    fn take_in(&mut self, line: Line, at: Timestamp, number: usize) {
        let Line {
            id,
            who,
            file,
            edit,
            failed,
            ..
        } = line;
        if failed {
            self.forget(&id);
            return;
        }
        let inverse = edit.inverse();
        let touchpoint = edit.touchpoint();
        let mut before = self.all.iter_mut().rev();
        let last = before.find(|made| made.stands() && made.edit.touchpoint() == touchpoint);
        // An edit that takes the last one at its touchpoint exactly back is its undo, and no edit more.
        let undone = last.filter(|made| made.edit == inverse && made.edit != edit);
        let is_undo = undone.is_some();
        if let Some(undone) = undone {
            undone.undone = Some(number);
        }
        self.all.push(Operation {
            number,
            at,
            who,
            file,
            edit,
            id,
            undone: is_undo.then_some(number),
        });
    }

    /// Leaves out an edit that did not come about; what it took back stands again.
    fn forget(&mut self, id: &str) {
        if let Some(place) = self.all.iter().rposition(|made| made.id == id) {
            let gone = self.all.remove(place).number;
            for made in &mut self.all {
                made.undone = made.undone.filter(|by| *by != gone);
            }
        }
    }

    /// The newest edit that still stands.
    pub fn last(&self) -> Option<&Operation> {
        self.all.iter().rev().find(|made| made.stands())
    }
}

impl Operation {
    /// Whether it was neither taken back nor takes another one back.
    pub fn stands(&self) -> bool {
        self.undone.is_none()
    }

    /// Whether it took an earlier one back.
    pub fn is_undo(&self) -> bool {
        self.undone == Some(self.number)
    }
}

/// The log, open for one save.
pub(super) struct Log<'d> {
    disk: &'d dyn Disk,
    file: File,
    line: Line,
    written: bool,
}

impl<'d> Log<'d> {
    /// Opens the log for an edit of a file.
    pub(super) fn open(
        disk: &'d dyn Disk,
        folder: &OwnFolder,
        file: &str,
        edit: &Edit,
    ) -> io::Result<Self> {
        let now = Timestamp::now();
        Ok(Self {
            disk,
            file: folder.open(NAME)?,
            line: Line {
                id: format!("{:x}-{:x}", now.as_nanosecond(), std::process::id()),
                at: Timestamp::from_second(now.as_second())
                    .unwrap_or(now)
                    .to_string(),
                who: who(),
                file: file.to_owned(),
                edit: edit.clone(),
                failed: false,
            },
            written: false,
        })
    }

    /// Writes that the edit is about to be made; once is enough.
    pub(super) fn announce(&mut self) -> io::Result<()> {
        if self.written {
            return Ok(());
        }
        // A line whose end cannot be waited for may stand all the same.
        self.written = true;
        self.append()
    }

    /// Takes note that the edit stands, whatever else goes wrong.
    pub(super) fn confirm(&mut self) {
        self.written = false;
    }

    /// Writes that it came to nothing, when it was announced.
    pub(super) fn withdraw(&mut self) {
        if self.written {
            self.line.failed = true;
            // Without it the log says too much, and an undo finds that there is nothing to take back.
            self.append().ok();
        }
    }

    fn append(&mut self) -> io::Result<()> {
        let mut bytes = Vec::new();
        if !self.ends_whole()? {
            bytes.push(b'\n');
        }
        serde_json::to_writer(&mut bytes, &self.line)?;
        bytes.push(b'\n');
        self.disk.write(&mut self.file, &bytes)?;
        self.disk.sync(&self.file)
    }

    /// Whether the last line is whole: one that a crash has torn must not spoil the next.
    fn ends_whole(&mut self) -> io::Result<bool> {
        if self.file.seek(SeekFrom::End(0))? == 0 {
            return Ok(true);
        }
        let mut last = [0];
        self.file.seek(SeekFrom::End(-1))?;
        self.file.read_exact(&mut last)?;
        Ok(last == *b"\n")
    }
}

/// Who is at the keys, as git or the system calls them.
fn who() -> String {
    let names = ["GIT_AUTHOR_NAME", "USER", "LOGNAME", "USERNAME"];
    let mut found = names.iter().filter_map(|name| std::env::var(name).ok());
    let name = found.find(|name| !name.trim().is_empty());
    name.map_or_else(
        || "someone".to_owned(),
        |name| super::visible::visible(&name),
    )
}

#[cfg(test)]
mod tests;
