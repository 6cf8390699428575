//! Vietnamese of the years before Unicode: letters that an old font shows in the place of others.
//!
//! `KÕ ho¹ch` is TCVN3, `Keá hoaïch` is VNI; both are read as `Kế hoạch`. A file may say so by its
//! fonts. Where it does not, the syllables decide: text is converted only if its words make sense
//! afterwards and did not before, so that proper Unicode stays as it is.

mod syllable;
mod tables;

use domain::source::SourceNote;
use tables::{TCVN3, VNI_DOUBLE, VNI_SINGLE};
use unicode_normalization::UnicodeNormalization as _;

/// An encoding that stands for Vietnamese letters by others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Legacy {
    Tcvn3,
    /// TCVN3 in a font that shows every letter as a capital.
    Tcvn3Capitals,
    Vni,
    /// Letters and tones apart, as in Windows; it is read from bytes alone.
    Windows1258,
}

/// The old encoding of `text`, if it is in one.
pub fn recognise(text: &str) -> Option<Legacy> {
    // Whoever has one of these letters writes Unicode.
    if text.contains(syllable::is_unicode_only) {
        return None;
    }
    let written = syllable::sense(text);
    if written.words < 3 || written.mostly() {
        return None;
    }
    [Legacy::Tcvn3, Legacy::Vni]
        .into_iter()
        .map(|encoding| (syllable::sense(&encoding.convert(text)), encoding))
        .filter(|(sense, _)| sense.nearly_all())
        .max_by_key(|(sense, _)| sense.good)
        .map(|(_, encoding)| encoding)
}

/// The text of `bytes` that are no Unicode, and how they were read; `None` where no encoding of
/// Vietnamese makes sense of them.
pub fn decode(bytes: &[u8]) -> Option<(String, Legacy)> {
    let western = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0;
    let windows = encoding_rs::WINDOWS_1258.decode_without_bom_handling(bytes).0;
    let windows: String = windows.nfc().collect();
    let readings = [
        (Legacy::Tcvn3.convert(&western), Legacy::Tcvn3),
        (Legacy::Vni.convert(&western), Legacy::Vni),
        (windows, Legacy::Windows1258),
    ];
    let sensible =
        readings.into_iter().map(|(text, encoding)| (syllable::sense(&text), text, encoding));
    sensible
        .filter(|(sense, ..)| sense.words > 0 && sense.nearly_all())
        .max_by_key(|(sense, ..)| sense.good)
        .map(|(_, text, encoding)| (text, encoding))
}

/// The old encoding that a font of this name shows.
pub fn of_font(name: &str) -> Option<Legacy> {
    let name = name.to_lowercase();
    if name.starts_with("vni-") || name.starts_with("vni ") {
        return Some(Legacy::Vni);
    }
    let old = name.strip_prefix(".vn")?;
    Some(if old.ends_with('h') { Legacy::Tcvn3Capitals } else { Legacy::Tcvn3 })
}

impl Legacy {
    pub fn note(self) -> SourceNote {
        let encoding = match self {
            Legacy::Tcvn3 | Legacy::Tcvn3Capitals => "TCVN3",
            Legacy::Vni => "VNI",
            Legacy::Windows1258 => "Windows-1258",
        };
        SourceNote::Converted { encoding: encoding.to_owned() }
    }

    /// `text` with the letters that were meant.
    pub fn convert(self, text: &str) -> String {
        match self {
            Legacy::Tcvn3 => text.chars().map(tcvn3).collect(),
            Legacy::Tcvn3Capitals => text.chars().map(tcvn3).flat_map(char::to_uppercase).collect(),
            Legacy::Vni => vni(text),
            Legacy::Windows1258 => text.to_owned(),
        }
    }
}

fn tcvn3(c: char) -> char {
    let place = (c as usize).checked_sub(0xa1);
    place.and_then(|place| TCVN3.get(place)).copied().unwrap_or(c)
}

/// Letters of VNI are one sign, or a base letter and a sign behind it.
fn vni(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        let base = single(c).unwrap_or(c);
        let joined = rest.peek().and_then(|mark| joined(base, *mark));
        if joined.is_some() {
            rest.next();
        }
        out.push(joined.unwrap_or(base));
    }
    out
}

fn single(c: char) -> Option<char> {
    VNI_SINGLE.iter().find(|(written, _)| *written == c).map(|(_, meant)| *meant)
}

/// `a` and `ø` as `à`; a mark may be a capital behind a capital.
fn joined(base: char, mark: char) -> Option<char> {
    let mark = mark.to_lowercase().next()?;
    let marks = VNI_DOUBLE.iter().find(|(written, _)| *written == mark)?.1;
    let small = base.to_lowercase().next()?;
    let meant = format!("{small}{marks}").nfc().next()?;
    let one = format!("{small}{marks}").nfc().count() == 1;
    let meant = if base.is_uppercase() { meant.to_uppercase().next()? } else { meant };
    (one && "aeiouy\u{1a1}\u{1b0}".contains(small)).then_some(meant)
}

#[cfg(test)]
mod tests;
