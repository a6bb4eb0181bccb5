//! Lets the thread that reads the terminal's input stand aside while another program has the terminal.

use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// How long the reader is waited for. It is woken, so it takes no time; but an editor that shares the
/// terminal is better than a board that hangs.
const PATIENCE: Duration = Duration::from_secs(1);

#[derive(Debug, Default)]
struct Inside {
    closed: bool,
    aside: bool,
}

/// A gate that the reader passes before it reads.
#[derive(Debug, Default)]
pub(super) struct Gate {
    inside: Mutex<Inside>,
    turned: Condvar,
}

impl Gate {
    fn lock(&self) -> MutexGuard<'_, Inside> {
        // Nothing is done under the lock that could leave it half done.
        self.inside.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The reader waits here while the gate is closed.
    pub(super) fn pass(&self) {
        let mut inside = self.lock();
        while inside.closed {
            inside.aside = true;
            self.turned.notify_all();
            inside = self
                .turned
                .wait(inside)
                .unwrap_or_else(PoisonError::into_inner);
        }
        inside.aside = false;
    }

    /// Closes the gate, wakes the reader and waits until it stands aside.
    pub(super) fn close(&self, wake: impl Fn()) {
        let mut inside = self.lock();
        inside.closed = true;
        inside.aside = false;
        drop(inside);
        wake();
        let inside = self.lock();
        let waiting = |inside: &mut Inside| !inside.aside;
        drop(self.turned.wait_timeout_while(inside, PATIENCE, waiting));
    }

    /// Lets the reader read again.
    pub(super) fn open(&self) {
        self.lock().closed = false;
        self.turned.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;
    use std::sync::mpsc::channel;

    #[test]
    fn the_reader_stands_aside_while_the_gate_is_closed() {
        let gate = Arc::new(Gate::default());
        let (wake, woken) = channel::<()>();
        let (read, reads) = channel::<()>();
        let inner = Arc::clone(&gate);
        let reader = std::thread::spawn(move || {
            while woken.recv().is_ok() {
                inner.pass();
                if read.send(()).is_err() {
                    return;
                }
            }
        });
        wake.send(()).unwrap();
        reads.recv().unwrap();
        gate.close(|| wake.send(()).unwrap());
        assert!(gate.lock().aside);
        assert!(reads.try_recv().is_err());
        gate.open();
        reads.recv().unwrap();
        drop((wake, reads));
        reader.join().unwrap();
    }
}
