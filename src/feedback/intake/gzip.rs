//! Unpacks gzip. Where it is damaged, what came before counts and the damage is said.

use super::stream::Trouble;
use flate2::bufread::MultiGzDecoder;
use std::io::{BufReader, ErrorKind, Read};
use std::sync::Arc;
use std::sync::atomic::Ordering;

/// A file that unpacks to more than this many times its size is no feedback.
const MOST_RATIO: u64 = 200;

/// So many bytes may be unpacked whatever the ratio.
const FREE: u64 = 64 * 1024 * 1024;

/// How much packed text is looked at together: what is unpacked of it is lost when it is damaged.
const PIECE: usize = 4 * 1024;

/// The text inside a gzip, of one member or several.
pub(super) struct Unpacked<R> {
    packed: Option<MultiGzDecoder<BufReader<R>>>,
    trouble: Arc<Trouble>,
    made: u64,
}

impl<R: Read> Unpacked<R> {
    /// Unpacks what `input` holds.
    pub(super) fn new(input: R, trouble: Arc<Trouble>) -> Self {
        Self {
            packed: Some(MultiGzDecoder::new(BufReader::with_capacity(PIECE, input))),
            trouble,
            made: 0,
        }
    }

    fn stop(&mut self, why: String) {
        self.packed = None;
        self.trouble.cut(why);
    }
}

impl<R: Read> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let Some(packed) = &mut self.packed else {
            return Ok(0);
        };
        let why = match packed.read(buffer) {
            Ok(read) => {
                self.made += read as u64;
                let raw = self.trouble.raw.load(Ordering::Relaxed);
                if self.made <= FREE.max(raw * MOST_RATIO) {
                    return Ok(read);
                }
                format!(
                    "it unpacks to more than {MOST_RATIO} times its size; reading stopped there, and \
                     the rows before count. Unpack it yourself if it is sound"
                )
            }
            Err(error) => match error.kind() {
                ErrorKind::Interrupted => return Err(error),
                ErrorKind::UnexpectedEof => {
                    "the gzip is cut off; the rows before count. Fetch the file again".to_owned()
                }
                _ => format!(
                    "the gzip is damaged ({error}); the rows before count. Fetch the file again"
                ),
            },
        };
        self.stop(why);
        Ok(0)
    }
}
