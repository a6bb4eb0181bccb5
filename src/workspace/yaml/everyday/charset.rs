//! Which characters a text for every day is made of.

/// Whether a text holds no tab, no control character, no carriage return alone, no byte order mark, and
/// nothing else that YAML does not print.
pub(super) fn is_everyday(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Places are kept in four bytes.
    if u32::try_from(bytes.len()).is_err() {
        return false;
    }
    let mut start = 0;
    for chunk in bytes.chunks(64) {
        // Without a way out in the middle the compiler compares many bytes at once.
        let odd = chunk.iter().fold(false, |odd, &byte| odd | is_odd(byte));
        if odd && !(start..start + chunk.len()).all(|at| stands(bytes, at)) {
            return false;
        }
        start += chunk.len();
    }
    true
}

/// Whether a byte is none of every day, or may begin a character that is none.
#[inline]
fn is_odd(byte: u8) -> bool {
    (byte < 0x20 && byte != b'\n') || byte == 0x7f || byte == 0xc2 || byte == 0xef
}

/// Whether what stands at a byte is of every day.
fn stands(bytes: &[u8], at: usize) -> bool {
    let next = |by: usize| bytes.get(at + by).copied().unwrap_or_default();
    match bytes[at] {
        b'\r' => next(1) == b'\n',
        0xc2 => next(1) >= 0xa0,
        0xef => !matches!((next(1), next(2)), (0xbb, 0xbf) | (0xbf, 0xbe | 0xbf)),
        byte => !is_odd(byte),
    }
}
