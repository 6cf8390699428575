//! Word documents: the text as its reader sees it, with Word's own numbers.
//!
//! Deleted text, comments, running headers and hidden text are left out; inserted text is kept. A
//! letterhead that stands in the header of the first page comes first; footnotes and endnotes follow
//! at the end.

mod numbering;
mod styles;
mod walk;
mod xml;

use super::Unreadable;
use super::archive::Archive;
use domain::source::Source;

/// The source of the document in the archive `bytes`.
pub fn read(bytes: &[u8]) -> Result<Source, Unreadable> {
    let mut archive = Archive::open(bytes)?;
    let Some(relationships) = archive.part("_rels/.rels")? else {
        return Err(without_relationships(&mut archive)?);
    };
    let main = xml::main_part(&relationships)?.ok_or(Unreadable::NotADocument)?;
    let folder = main.rsplit_once('/').map_or("", |(folder, _)| folder);
    let beside = |name: &str| format!("{folder}/{name}").trim_start_matches('/').to_owned();
    let text = archive.part(&main)?.ok_or(Unreadable::NotADocument)?;
    match xml::root(&text)?.as_str() {
        "document" => {}
        "workbook" => return Err(Unreadable::Workbook),
        _ => return Err(Unreadable::NotADocument),
    }
    let styles = archive.part(&beside("styles.xml"))?;
    let numbering = archive.part(&beside("numbering.xml"))?;
    let styles = styles.map(|xml| styles::read(&xml)).transpose()?.unwrap_or_default();
    let numbering = numbering.map(|xml| numbering::read(&xml)).transpose()?.unwrap_or_default();
    let mut document = walk::Document::new(&styles, numbering);
    if let Some(header) = letterhead(&mut archive, folder, &main)? {
        document.add(&header)?;
    }
    document.add(&text)?;
    for name in ["footnotes.xml", "endnotes.xml"] {
        if let Some(notes) = archive.part(&beside(name))? {
            document.add(&notes)?;
        }
    }
    Ok(document.finish())
}

/// A running header is a line or two; one with more paragraphs is a letterhead.
const LETTERHEAD: usize = 3;

/// The page header that holds the letterhead, where one does.
fn letterhead(
    archive: &mut Archive<'_>,
    folder: &str,
    main: &str,
) -> Result<Option<String>, Unreadable> {
    let name = main.rsplit_once('/').map_or(main, |(_, name)| name);
    let beside = |name: &str| format!("{folder}/{name}").trim_start_matches('/').to_owned();
    let Some(relationships) = archive.part(&beside(&format!("_rels/{name}.rels")))? else {
        return Ok(None);
    };
    for target in xml::headers(&relationships)? {
        let part = archive.part(&beside(target.trim_start_matches('/')))?;
        if let Some(header) = part.filter(|xml| xml::paragraphs(xml).is_ok_and(|n| n >= LETTERHEAD))
        {
            return Ok(Some(header));
        }
    }
    Ok(None)
}

/// What an archive is that is no office file of the newer kind.
fn without_relationships(archive: &mut Archive<'_>) -> Result<Unreadable, Unreadable> {
    let kind = archive.part("mimetype")?.unwrap_or_default();
    Ok(match kind.trim() {
        kind if kind.ends_with("opendocument.text") => Unreadable::OpenDocument,
        kind if kind.ends_with("opendocument.spreadsheet") => Unreadable::Workbook,
        "" => Unreadable::Packed,
        _ => Unreadable::NotADocument,
    })
}
