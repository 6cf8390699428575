//! Word documents: the text as its reader sees it, with Word's own numbers.
//!
//! Three parts are read, each within a limit, whatever sizes the archive claims. Deleted text,
//! footnotes, headers and hidden text are left out; inserted text is kept.

mod numbering;
mod styles;
mod walk;
mod xml;

use super::Unreadable;
use domain::source::Source;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;
use zip::result::ZipError;

/// A part of more bytes than this is no paper that a person wrote.
const PART_BYTES_MOST: u64 = 64 * 1024 * 1024;
const PARTS_MOST: usize = 10_000;

/// The source of the document in the archive `bytes`.
pub fn read(bytes: &[u8]) -> Result<Source, Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
    if archive.len() > PARTS_MOST {
        return Err(Unreadable::UnpacksTooLarge);
    }
    let relationships = part(&mut archive, "_rels/.rels")?.ok_or(Unreadable::NotADocument)?;
    let main = xml::main_part(&relationships)?.ok_or(Unreadable::NotADocument)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = |name: &str| format!("{folder}/{name}").trim_start_matches('/').to_owned();
    let text = part(&mut archive, &main)?.ok_or(Unreadable::NotADocument)?;
    if !xml::is_wordprocessing(&text)? {
        return Err(Unreadable::NotADocument);
    }
    let styles = part(&mut archive, &beside("styles.xml"))?;
    let numbering = part(&mut archive, &beside("numbering.xml"))?;
    let styles = styles.map(|xml| styles::read(&xml)).transpose()?.unwrap_or_default();
    let numbering = numbering.map(|xml| numbering::read(&xml)).transpose()?.unwrap_or_default();
    walk::read(&text, &styles, numbering)
}

/// The part `name` as text; `None` where the archive has none.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Result<Option<String>, Unreadable> {
    let file = match archive.by_name(name) {
        Ok(file) => file,
        Err(ZipError::FileNotFound) => return Ok(None),
        Err(_) => return Err(Unreadable::Damaged),
    };
    // The limit counts bytes as they come out; the size in the directory may lie.
    let mut bytes = Vec::new();
    let read = file.take(PART_BYTES_MOST + 1).read_to_end(&mut bytes);
    read.map_err(|_| Unreadable::Damaged)?;
    if bytes.len() as u64 > PART_BYTES_MOST {
        return Err(Unreadable::UnpacksTooLarge);
    }
    super::text::decode(&bytes).map(Some).map_err(|_| Unreadable::Damaged)
}
