//! What an upload says, whatever its format.

mod compose;
mod docx;
mod html;
mod markdown;
mod text;

use domain::source::Source;

/// A file of more bytes is not looked at.
const BYTES_MOST: usize = 20 * 1024 * 1024;

/// Why a file could not be read (lý do không đọc được tệp): one variant per thing to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// No bytes, or nothing but blanks.
    Empty,
    /// More than 20 MB as it came.
    TooLarge,
    /// A small file that unpacks to more than a document holds.
    UnpacksTooLarge,
    /// A `.doc` of the years before 2007: to be saved as `.docx`.
    OldDoc,
    /// A Word file behind a password.
    Locked,
    /// PDF is not read yet, with or without text in it: to be saved as `.docx` or `.txt`.
    PdfNotYet,
    /// Rich text: to be saved as `.docx`.
    RichText,
    /// An archive or an office file that is no Word document.
    NotADocument,
    /// No text at all: a picture, a program.
    NotText,
    /// Text in neither UTF-8 nor UTF-16: to be saved as UTF-8.
    Encoding,
    /// A Word file whose inside is broken.
    Damaged,
}

impl Unreadable {
    /// The name under which its words are kept.
    pub fn key(self) -> &'static str {
        match self {
            Unreadable::Empty => "unreadable-empty",
            Unreadable::TooLarge => "unreadable-too-large",
            Unreadable::UnpacksTooLarge => "unreadable-unpacks-too-large",
            Unreadable::OldDoc => "unreadable-old-doc",
            Unreadable::Locked => "unreadable-locked",
            Unreadable::PdfNotYet => "unreadable-pdf-not-yet",
            Unreadable::RichText => "unreadable-rich-text",
            Unreadable::NotADocument => "unreadable-not-a-document",
            Unreadable::NotText => "unreadable-not-text",
            Unreadable::Encoding => "unreadable-encoding",
            Unreadable::Damaged => "unreadable-damaged",
        }
    }
}

/// The text and layout of the file `name`, whose content is `bytes`.
///
/// The content says what the file is; only between plain text, Markdown and HTML, which look alike,
/// does the ending of its name decide.
pub fn source(name: &str, bytes: &[u8]) -> Result<Source, Unreadable> {
    if bytes.len() > BYTES_MOST {
        return Err(Unreadable::TooLarge);
    }
    let source = match kind(name, bytes) {
        Kind::Archive => docx::read(bytes)?,
        Kind::Html => html::read(&text::decode(bytes)?),
        Kind::Markdown => markdown::read(&text::decode(bytes)?),
        Kind::Plain => Source::plain(&text::decode(bytes)?),
        Kind::Refused(why) => return Err(why),
    };
    if source.blocks.is_empty() { Err(Unreadable::Empty) } else { Ok(source) }
}

enum Kind {
    Archive,
    Html,
    Markdown,
    Plain,
    Refused(Unreadable),
}

fn kind(name: &str, bytes: &[u8]) -> Kind {
    const OLD_OFFICE: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    if bytes.starts_with(b"PK\x03\x04") {
        return Kind::Archive;
    }
    if bytes.starts_with(&OLD_OFFICE) {
        let locked = bytes.windows(LOCKED.len()).any(|window| window == LOCKED);
        return Kind::Refused(if locked { Unreadable::Locked } else { Unreadable::OldDoc });
    }
    if bytes.starts_with(b"%PDF-") {
        return Kind::Refused(Unreadable::PdfNotYet);
    }
    if bytes.starts_with(b"{\\rtf") {
        return Kind::Refused(Unreadable::RichText);
    }
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, end)| end.to_lowercase());
    match ending.as_str() {
        "md" | "markdown" => Kind::Markdown,
        "htm" | "html" | "xhtml" => Kind::Html,
        _ if begins_as_html(bytes) => Kind::Html,
        _ => Kind::Plain,
    }
}

/// `EncryptedPackage` as the directory of an old office file spells it.
const LOCKED: &[u8] = b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";

fn begins_as_html(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    [&b"<!doctype html"[..], b"<html"]
        .iter()
        .any(|mark| bytes.get(..mark.len()).is_some_and(|head| head.eq_ignore_ascii_case(mark)))
}

#[cfg(test)]
mod tests;
