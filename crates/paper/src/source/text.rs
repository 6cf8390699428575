//! Bytes as text.

use super::Unreadable;

/// `bytes` as UTF-8, or as UTF-16 where a byte-order mark says so.
pub fn decode(bytes: &[u8]) -> Result<String, Unreadable> {
    let text = match bytes {
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes)?,
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes)?,
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest)?,
        bytes => utf8(bytes)?,
    };
    // Text holds tabs, line and page breaks; other control characters are the mark of a program.
    let machine =
        |c: char| c.is_ascii_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0c' | '\x0b');
    if text.contains(machine) { Err(Unreadable::NotText) } else { Ok(text) }
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
