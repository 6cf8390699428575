//! Human text (chữ viết): one form for storing, one for searching.

mod fold;

pub use fold::{fold, look};

use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// A line or passage a person wrote (văn bản), brought to one form: NFC, `Ð` → `Đ`, no control or
/// zero-width characters, no blanks at either end.
///
/// Line breaks (`\n`) are kept; `\r\n` becomes `\n`.
#[derive(
    Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize,
)]
#[serde(transparent)]
pub struct Text(String);

impl Text {
    /// Brings `raw` to the one form. Never fails; the result may be empty.
    pub fn new(raw: &str) -> Text {
        Text(clean(raw).trim().to_owned())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The key under which a search finds this text: see [`fold`].
    pub fn folded(&self) -> String {
        fold(&self.0)
    }

    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.0)
    }
}

impl From<&str> for Text {
    fn from(raw: &str) -> Text {
        Text::new(raw)
    }
}

/// `raw` in NFC with `Ð` (U+00D0) read as `Đ` (U+0110) and without invisible characters.
///
/// Unlike [`Text::new`] it keeps blanks at the ends, so a passage being typed is left as typed.
pub fn clean(raw: &str) -> String {
    raw.replace("\r\n", "\n").nfc().filter_map(visible).collect()
}

fn visible(c: char) -> Option<char> {
    match c {
        'Ð' => Some('Đ'),
        'ð' => Some('đ'),
        '\n' | '\t' => Some(c),
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}' => None,
        c if c.is_control() => None,
        c => Some(c),
    }
}

#[cfg(test)]
mod tests;
