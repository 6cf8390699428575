//! What an upload says, whatever its format.

mod archive;
mod compose;
mod docx;
mod html;
mod legacy;
mod markdown;
mod pdf;
mod signs;
mod text;

use crate::confine::Stop;
pub(crate) use text::decode;

use domain::source::Source;
use serde::{Deserialize, Serialize};

/// A file of more bytes is not looked at.
pub const BYTES_MOST: usize = 50 * 1024 * 1024;
/// A text of more letters is no plan: some thousand pages.
const LETTERS_MOST: usize = 4_000_000;

/// Why a file could not be read (lý do không đọc được tệp): one variant per thing to do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unreadable {
    /// No bytes, or nothing but blanks.
    Empty,
    /// More than 50 MB as it came.
    TooLarge,
    /// More text or pages than a plan has.
    TooLong,
    /// A small file that unpacks to more than a document holds.
    UnpacksTooLarge,
    /// A `.doc` of the years before 2007: to be saved as `.docx`.
    OldDoc,
    /// A file behind a password.
    Locked,
    /// A PDF of pictures, or of letters that nobody can name: a person must type or recognise it.
    Scan,
    /// Rich text: to be saved as `.docx`.
    RichText,
    /// Text of another office program (`.odt`): to be saved as `.docx`.
    OpenDocument,
    /// A workbook: figures, no plan.
    Workbook,
    /// A photograph or other picture.
    Picture,
    /// An archive that holds files, of which one may be the plan.
    Packed,
    /// An office file that is no text.
    NotADocument,
    /// No text at all: a program, a film.
    NotText,
    /// Text in no encoding of Vietnamese: to be saved as UTF-8.
    Encoding,
    /// A Word file whose inside is broken.
    Damaged,
    /// A PDF whose inside is broken.
    DamagedPdf,
    /// Reading it took too much time or memory, or ended the process that read it.
    Stopped(Stop),
}

impl Unreadable {
    /// The name under which its words are kept.
    pub fn key(self) -> &'static str {
        match self {
            Unreadable::Empty => "unreadable-empty",
            Unreadable::TooLarge => "unreadable-too-large",
            Unreadable::TooLong => "unreadable-too-long",
            Unreadable::UnpacksTooLarge => "unreadable-unpacks-too-large",
            Unreadable::OldDoc => "unreadable-old-doc",
            Unreadable::Locked => "unreadable-locked",
            Unreadable::Scan => "unreadable-scan",
            Unreadable::RichText => "unreadable-rich-text",
            Unreadable::OpenDocument => "unreadable-open-document",
            Unreadable::Workbook => "unreadable-workbook",
            Unreadable::Picture => "unreadable-picture",
            Unreadable::Packed => "unreadable-packed",
            Unreadable::NotADocument => "unreadable-not-a-document",
            Unreadable::NotText => "unreadable-not-text",
            Unreadable::Encoding => "unreadable-encoding",
            Unreadable::Damaged => "unreadable-damaged",
            Unreadable::DamagedPdf => "unreadable-damaged-pdf",
            Unreadable::Stopped(_) => "unreadable-stopped",
        }
    }
}

/// The text and layout of the file `name`, whose content is `bytes`.
///
/// The content says what the file is; only between plain text, Markdown and HTML, which look alike,
/// does the ending of its name decide. Files from outside are read by [`crate::confine::source`].
pub fn source(name: &str, bytes: &[u8]) -> Result<Source, Unreadable> {
    if bytes.len() > BYTES_MOST {
        return Err(Unreadable::TooLarge);
    }
    let source = match kind(name, bytes) {
        Kind::Archive => docx::read(bytes)?,
        Kind::Pdf => pdf::read(bytes)?,
        Kind::Html => written(bytes, html::read)?,
        Kind::Markdown => written(bytes, markdown::read)?,
        Kind::Plain => written(bytes, Source::plain)?,
        Kind::Refused(why) => return Err(why),
    };
    if source.blocks.is_empty() {
        return Err(Unreadable::Empty);
    }
    // A letter takes four bytes at most; counting is for long texts alone.
    if source.text.len() > LETTERS_MOST && source.length() > LETTERS_MOST {
        return Err(Unreadable::TooLong);
    }
    Ok(source)
}

/// The source of a file that is text itself.
fn written(bytes: &[u8], read: fn(&str) -> Source) -> Result<Source, Unreadable> {
    let (text, legacy) = text::decode(bytes)?;
    let mut source = read(&text);
    source.notes.extend(legacy.map(legacy::Legacy::note));
    Ok(source)
}

enum Kind {
    Archive,
    Pdf,
    Html,
    Markdown,
    Plain,
    Refused(Unreadable),
}

/// What pictures and archives begin with.
const REFUSED: [(&[u8], Unreadable); 11] = [
    (b"{\\rtf", Unreadable::RichText),
    (b"\x89PNG\r\n", Unreadable::Picture),
    (b"\xff\xd8\xff", Unreadable::Picture),
    (b"GIF8", Unreadable::Picture),
    (b"II*\0", Unreadable::Picture),
    (b"MM\0*", Unreadable::Picture),
    // Telephones write pictures, and films, with a length before all.
    (b"\0\0\0", Unreadable::Picture),
    (b"Rar!", Unreadable::Packed),
    (b"7z\xbc\xaf", Unreadable::Packed),
    (b"\x1f\x8b", Unreadable::Packed),
    (b"PK\x05\x06", Unreadable::Packed),
];

fn kind(name: &str, bytes: &[u8]) -> Kind {
    if bytes.starts_with(b"PK\x03\x04") {
        return Kind::Archive;
    }
    if let Some(why) = old_office(bytes) {
        return Kind::Refused(why);
    }
    // Some programs put a few bytes of their own before.
    if bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-") {
        return Kind::Pdf;
    }
    let begins = |(mark, _): &&(&[u8], Unreadable)| bytes.starts_with(mark);
    if let Some((_, why)) = REFUSED.iter().find(begins) {
        return Kind::Refused(*why);
    }
    let ending = name.rsplit_once('.').map_or(String::new(), |(_, end)| end.to_lowercase());
    match ending.as_str() {
        "md" | "markdown" => Kind::Markdown,
        "htm" | "html" | "xhtml" => Kind::Html,
        _ if begins_as_html(bytes) => Kind::Html,
        _ => Kind::Plain,
    }
}

/// Why a file of the office programs before 2007, or a locked one of those after, is refused.
pub(crate) fn old_office(bytes: &[u8]) -> Option<Unreadable> {
    const MARK: [u8; 8] = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    if !bytes.starts_with(&MARK) {
        return None;
    }
    // Its directory names what is inside, in UTF-16.
    let names = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    let kinds = [
        ("EncryptedPackage", Unreadable::Locked),
        ("WordDocument", Unreadable::OldDoc),
        ("Workbook", Unreadable::Workbook),
        ("PowerPoint Document", Unreadable::NotADocument),
    ];
    let found = kinds.iter().find(|(name, _)| names(name));
    Some(found.map_or(Unreadable::OldDoc, |(_, why)| *why))
}

fn begins_as_html(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    [&b"<!doctype html"[..], b"<html"]
        .iter()
        .any(|mark| bytes.get(..mark.len()).is_some_and(|head| head.eq_ignore_ascii_case(mark)))
}

#[cfg(test)]
mod tests;
