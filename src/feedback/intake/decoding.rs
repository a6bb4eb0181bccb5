//! Decodes UTF-16, Windows-1252 and their like to UTF-8. What is no text of its encoding becomes a byte
//! that is no UTF-8, so that the row it stands in is rejected, and only that one.

use encoding_rs::{Decoder, DecoderResult, Encoding};
use std::io::{ErrorKind, Read};

/// How many bytes are decoded together.
const PIECE: usize = 64 * 1024;

/// A byte that never stands in UTF-8.
const NO_TEXT: u8 = 0xff;

/// The text of an input in some encoding.
pub(super) struct Decoded<R> {
    input: R,
    decoder: Decoder,
    raw: Vec<u8>,
    text: Vec<u8>,
    given: usize,
    at_end: bool,
}

impl<R: Read> Decoded<R> {
    /// Decodes what `input` holds.
    pub(super) fn new(input: R, encoding: &'static Encoding) -> Self {
        Self {
            input,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw: vec![0; PIECE],
            text: Vec::new(),
            given: 0,
            at_end: false,
        }
    }

    /// Decodes the next piece.
    fn refill(&mut self) -> std::io::Result<()> {
        let read = match self.input.read(&mut self.raw) {
            Err(error) if error.kind() == ErrorKind::Interrupted => return Ok(()),
            read => read?,
        };
        self.at_end = read == 0;
        self.given = 0;
        self.text.clear();
        let (mut from, mut filled) = (0, 0);
        loop {
            // Three bytes for each one is the most that a decoder makes; a mark of damage is one.
            let room = (read - from) * 3 + 16;
            self.text.resize(filled + room, 0);
            let raw = &self.raw[from..read];
            let text = &mut self.text[filled..];
            let (result, taken, made) =
                (self.decoder).decode_to_utf8_without_replacement(raw, text, self.at_end);
            from += taken;
            filled += made;
            match result {
                DecoderResult::InputEmpty => break,
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => {
                    self.text.truncate(filled);
                    self.text.push(NO_TEXT);
                    filled += 1;
                }
            }
        }
        self.text.truncate(filled);
        Ok(())
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        while self.given == self.text.len() && !self.at_end {
            self.refill()?;
        }
        let rest = &self.text[self.given..];
        let given = rest.len().min(buffer.len());
        buffer[..given].copy_from_slice(&rest[..given]);
        self.given += given;
        Ok(given)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::{UTF_16BE, UTF_16LE, WINDOWS_1252};

    fn decoded(raw: &[u8], encoding: &'static Encoding, piece: usize) -> Vec<u8> {
        let mut input = Decoded::new(Slow(raw, piece), encoding);
        let mut text = Vec::new();
        input.read_to_end(&mut text).unwrap();
        text
    }

    /// Gives few bytes at a time.
    struct Slow<'a>(&'a [u8], usize);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
            let most = buffer.len().min(self.1);
            self.0.read(&mut buffer[..most])
        }
    }

    #[test]
    fn every_encoding_comes_out_as_utf_8_however_it_is_cut_into_pieces() {
        let text = "é;🙂\r\n€ 日";
        for piece in [1, 2, 3, 100] {
            let little: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
            assert_eq!(decoded(&little, UTF_16LE, piece), text.as_bytes());
            let big: Vec<u8> = ([0xfeff].into_iter().chain(text.encode_utf16()))
                .flat_map(u16::to_be_bytes)
                .collect();
            assert_eq!(decoded(&big, UTF_16BE, piece), text.as_bytes());
            assert_eq!(
                decoded(b"caf\xe9 \x80", WINDOWS_1252, piece),
                "café €".as_bytes()
            );
        }
    }

    #[test]
    fn what_is_no_text_becomes_a_byte_that_is_none_either() {
        let lone = b"a\0\x00\xd8b\0";
        assert_eq!(decoded(lone, UTF_16LE, 100), b"a\xffb");
        assert_eq!(decoded(b"a\0b", UTF_16LE, 1), b"a\xff");
    }
}
