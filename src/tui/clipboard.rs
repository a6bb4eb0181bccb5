//! The terminal's clipboard: by its own escape sequence (OSC 52), which works over ssh too, and through
//! tmux, which does not let that sequence pass.

use std::io::{self, Write, stdout};
use std::process::{Command, Stdio};

/// The most bytes that are copied: terminals drop sequences that are much longer.
const MOST: usize = 56_000;

/// Puts text on the clipboard; longer text is cut, which the answer says.
pub(super) fn copy(text: &str) -> io::Result<bool> {
    let text = cut(text, MOST);
    if std::env::var_os("TMUX").is_some_and(|value| !value.is_empty()) && through_tmux(text) {
        return Ok(text.len() == MOST);
    }
    let mut out = stdout();
    out.write_all(sequence(text).as_bytes())?;
    out.flush()?;
    Ok(text.len() == MOST)
}

/// The beginning of a text, of at most so many bytes.
fn cut(text: &str, most: usize) -> &str {
    let mut end = text.len().min(most);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

fn sequence(text: &str) -> String {
    format!("\x1b]52;c;{}\x07", base64(text.as_bytes()))
}

/// Hands text to tmux as a buffer, and through it to the terminal around it.
fn through_tmux(text: &str) -> bool {
    let child = Command::new("tmux")
        .args(["load-buffer", "-w", "-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = child else { return false };
    let mut input = child.stdin.take();
    let written = input.as_mut().map(|input| input.write_all(text.as_bytes()));
    drop(input);
    let ended = child.wait().is_ok_and(|status| status.success());
    ended && written.is_some_and(|written| written.is_ok())
}

fn base64(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let byte = |place: usize| u32::from(three.get(place).copied().unwrap_or(0));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= three.len() {
                char::from(letter)
            } else {
                '='
            });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_agrees_with_the_test_vectors_of_rfc_4648() {
        let cases = [
            ("", ""),
            ("f", "Zg=="),
            ("fo", "Zm8="),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg=="),
            ("fooba", "Zm9vYmE="),
            ("foobar", "Zm9vYmFy"),
        ];
        for (plain, coded) in cases {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
    }

    #[test]
    fn a_sequence_carries_the_text_and_nothing_of_it_as_it_is() {
        assert_eq!(sequence("a\u{1b}]b"), "\u{1b}]52;c;YRtdYg==\u{7}");
        assert_eq!(cut("für", 2), "f");
        assert_eq!(cut("für", 9), "für");
    }
}
