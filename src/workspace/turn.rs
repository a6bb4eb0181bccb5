//! One save at a time: a lock that the system frees by itself when its holder dies, however it dies.

use super::own_folder::OwnFolder;
use std::fs::{File, TryLockError};
use std::io;
use std::thread::sleep;
use std::time::{Duration, Instant};

/// The file that is locked.
const NAME: &str = "lock";
/// How long another save may take before this one gives up.
const PATIENCE: Duration = Duration::from_secs(10);
/// How long to wait before the lock is tried again.
const PAUSE: Duration = Duration::from_millis(2);

/// The right to save, until it is dropped.
#[derive(Debug)]
pub(super) struct Turn(#[expect(dead_code, reason = "dropping it frees the lock")] File);

impl Turn {
    /// Waits for the turn.
    pub(super) fn take(folder: &OwnFolder) -> io::Result<Self> {
        let begun = Instant::now();
        loop {
            let file = folder.open(NAME)?;
            match file.try_lock() {
                // Who took the lock file away has opened the way for a second holder: start over.
                Ok(()) if folder.holds(NAME, &file) => return Ok(Self(file)),
                Ok(()) | Err(TryLockError::WouldBlock) if begun.elapsed() > PATIENCE => {
                    let seconds = PATIENCE.as_secs();
                    let message =
                        format!("another pothole has been saving for {seconds} seconds; try again");
                    return Err(io::Error::new(io::ErrorKind::TimedOut, message));
                }
                Ok(()) | Err(TryLockError::WouldBlock) => sleep(PAUSE),
                // A file system without locks: that the text is compared has to do.
                Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => {
                    return Ok(Self(file));
                }
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_is_one_at_a_time_and_free_when_dropped() {
        let root = tempfile::tempdir().unwrap();
        let folder = OwnFolder::make(root.path()).unwrap();
        let turn = Turn::take(&folder).unwrap();
        let other = folder.open(NAME).unwrap();
        assert!(matches!(other.try_lock(), Err(TryLockError::WouldBlock)));
        drop(turn);
        assert!(other.try_lock().is_ok());
    }
}
