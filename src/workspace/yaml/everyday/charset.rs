//! Which characters a text for every day is made of.

/// What a byte may be the beginning of.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    Everyday,
    Return,
    C2,
    Ef,
    Never,
}

const CLASSES: [Class; 256] = classes();

const fn classes() -> [Class; 256] {
    let mut classes = [Class::Everyday; 256];
    let mut byte = 0;
    while byte < 0x20 {
        classes[byte] = Class::Never;
        byte += 1;
    }
    classes[b'\n' as usize] = Class::Everyday;
    classes[b'\r' as usize] = Class::Return;
    classes[0x7f] = Class::Never;
    classes[0xc2] = Class::C2;
    classes[0xef] = Class::Ef;
    classes
}

/// Whether a text holds no tab, no control character, no carriage return alone, no byte order mark, and
/// nothing else that YAML does not print.
pub(super) fn is_everyday(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Places are kept in four bytes, and so they are added up.
    if bytes.len() > u32::MAX as usize / 2 {
        return false;
    }
    let all = |chunk: &[u8]| {
        let odd = |sum: bool, byte: &u8| sum | (CLASSES[*byte as usize] != Class::Everyday);
        !chunk.iter().fold(false, odd)
    };
    let mut start = 0;
    for chunk in bytes.chunks(64) {
        let sound = all(chunk)
            || (start..start + chunk.len()).all(|at| {
                let next = |by: usize| bytes.get(at + by).copied().unwrap_or_default();
                match CLASSES[bytes[at] as usize] {
                    Class::Everyday => true,
                    Class::Return => next(1) == b'\n',
                    Class::C2 => next(1) >= 0xa0,
                    Class::Ef => !matches!((next(1), next(2)), (0xbb, 0xbf) | (0xbf, 0xbe | 0xbf)),
                    Class::Never => false,
                }
            });
        if !sound {
            return false;
        }
        start += chunk.len();
    }
    true
}
