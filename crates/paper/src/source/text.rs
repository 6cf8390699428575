//! Bytes as text.

use super::Unreadable;
use super::legacy::{self, Legacy};

/// `bytes` as UTF-8, as UTF-16 where a byte-order mark says so, or in an old encoding of
/// Vietnamese, with which one that was.
pub fn decode(bytes: &[u8]) -> Result<(String, Option<Legacy>), Unreadable> {
    let text = match unicode(bytes) {
        Ok(text) => text,
        Err(Unreadable::Encoding) if !is_machine(bytes.iter().map(|byte| char::from(*byte))) => {
            let (text, encoding) = legacy::decode(bytes).ok_or(Unreadable::Encoding)?;
            return Ok((text, Some(encoding)));
        }
        Err(why) => return Err(why),
    };
    if is_machine(text.chars()) {
        return Err(Unreadable::NotText);
    }
    // Whoever saved such text as Unicode saved the wrong letters.
    match legacy::recognise(&text) {
        Some(encoding) => Ok((encoding.convert(&text), Some(encoding))),
        None => Ok((text, None)),
    }
}

/// `bytes` as UTF-8, or as UTF-16 where a byte-order mark says so.
pub fn unicode(bytes: &[u8]) -> Result<String, Unreadable> {
    match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        bytes => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, Unreadable> {
    let why = if bytes.contains(&0) { Unreadable::NotText } else { Unreadable::Encoding };
    std::str::from_utf8(bytes).map(str::to_owned).map_err(|_| why)
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, Unreadable> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(Unreadable::Encoding);
    }
    let units = pairs.iter().map(|&pair| unit(pair));
    char::decode_utf16(units).collect::<Result<_, _>>().map_err(|_| Unreadable::Encoding)
}

/// Text holds tabs, line and page breaks; other control characters are the mark of a program.
fn is_machine(mut text: impl Iterator<Item = char>) -> bool {
    text.any(|c| c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0c' | '\x0b'))
}
