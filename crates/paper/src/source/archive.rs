//! The parts of a zip archive, counted while they come out.

use super::Unreadable;
use std::io::{Cursor, Read as _};
use zip::ZipArchive;
use zip::result::ZipError;

/// More entries than this are no paper that a person wrote.
const ENTRIES_MOST: usize = 2_000;
/// Bytes of one part, and of all that is read of one archive.
const PART_MOST: u64 = 64 * 1024 * 1024;
const ALL_MOST: u64 = 200 * 1024 * 1024;
/// How many times its packed size a part may come to, once it is past `SMALL`. Real documents stay
/// below 50.
const RATIO_MOST: u64 = 500;
const SMALL: u64 = 100 * 1024;

/// An archive of which nothing odd is known.
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    left: u64,
}

impl<'a> Archive<'a> {
    /// Refuses what only an attack has: parts that overlap, share a name, hide behind a password or
    /// point outside.
    pub fn open(bytes: &'a [u8]) -> Result<Archive<'a>, Unreadable> {
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Unreadable::Damaged)?;
        if zip.len() > ENTRIES_MOST {
            return Err(Unreadable::UnpacksTooLarge);
        }
        let overlap = zip.has_overlapping_entries().map_err(|_| Unreadable::Damaged)?;
        if overlap || zip.has_duplicate_names() {
            return Err(Unreadable::Damaged);
        }
        for index in 0..zip.len() {
            let entry = zip.by_index_raw(index).map_err(|_| Unreadable::Damaged)?;
            if entry.encrypted() {
                return Err(Unreadable::Locked);
            }
            let name = entry.name().map_err(|_| Unreadable::Damaged)?;
            let outside = name.starts_with('/') || entry.enclosed_name().is_none();
            if outside || entry.is_symlink() {
                return Err(Unreadable::Damaged);
            }
        }
        Ok(Archive { zip, left: ALL_MOST })
    }

    /// The part `name` as text; `None` where the archive has none.
    pub fn part(&mut self, name: &str) -> Result<Option<String>, Unreadable> {
        let entry = match self.zip.by_name(name) {
            Ok(entry) => entry,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(_) => return Err(Unreadable::Damaged),
        };
        // The limit counts bytes as they come out; the size in the directory may lie.
        let ratio = entry.compressed_size().saturating_mul(RATIO_MOST);
        let most = PART_MOST.min(self.left).min(ratio.max(SMALL));
        let mut bytes = Vec::new();
        let read = entry.take(most + 1).read_to_end(&mut bytes);
        read.map_err(|_| Unreadable::Damaged)?;
        let length = bytes.len() as u64;
        if length > most {
            return Err(Unreadable::UnpacksTooLarge);
        }
        self.left -= length;
        super::text::unicode(&bytes).map(Some).map_err(|_| Unreadable::Damaged)
    }
}
