//! PDF files with text: glyphs at places become lines, columns and paragraphs.
//!
//! A page says where each glyph stands, and nothing of words, lines or columns. What a person sees
//! is put together here, from the places and from the order in which the page is drawn. Lengths are
//! hundredths of a point, and `y` grows downward.

mod drawn;
mod footnotes;
mod furniture;
mod line;
mod order;
mod paragraph;

use super::Unreadable;
use super::compose::Composed;
use super::legacy;
use domain::source::{Source, SourceNote};
use drawn::Drawn;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use line::Line;

/// More pages than this are no plan.
const PAGES_MOST: usize = 1_000;

/// A page as lines in reading order.
pub struct Page {
    lines: Vec<Line>,
    width: i32,
    height: i32,
}

/// The source of the PDF file `bytes`.
pub fn read(bytes: &[u8]) -> Result<Source, Unreadable> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Unreadable::Locked,
        LoadPdfError::Decryption(_) => Unreadable::Locked,
        LoadPdfError::Invalid => Unreadable::DamagedPdf,
    })?;
    let count = pdf.pages().len();
    if count == 0 {
        return Err(Unreadable::DamagedPdf);
    }
    if count > PAGES_MOST {
        return Err(Unreadable::TooLong);
    }
    let drawn = drawn::pages(&pdf);
    let notes = notes(&drawn)?;
    let pages: Vec<Page> = drawn.into_iter().map(page).collect();
    Ok(compose(pages, notes))
}

/// What is wrong with some of the pages; with all of them there is nothing to read.
fn notes(pages: &[Drawn]) -> Result<Vec<SourceNote>, Unreadable> {
    let glyphs = || pages.iter().flat_map(|page| &page.glyphs);
    let letters = glyphs().filter(|glyph| !glyph.is_blank()).count();
    let nameless = glyphs().filter(|glyph| glyph.is_nameless()).count();
    // A font without a table of its letters gives shapes and no text.
    if letters == 0 || nameless > letters / 4 {
        let scanned = pages.iter().any(|page| page.images > 0) || nameless > 0;
        return Err(if scanned { Unreadable::Scan } else { Unreadable::Empty });
    }
    let pictures = (1..).zip(pages).filter(|(_, page)| page.is_picture());
    let pictures: Vec<u32> = pictures.map(|(number, _)| number).collect();
    let mut notes = Vec::new();
    if !pictures.is_empty() {
        notes.push(SourceNote::PagesWithoutText { pages: pictures });
    }
    if nameless > 0 {
        notes.push(SourceNote::Replaced { count: nameless });
    }
    Ok(notes)
}

fn page(drawn: Drawn) -> Page {
    let lines = line::lines(&drawn);
    let (width, height) = (drawn.width, drawn.height);
    Page { lines: order::ordered(lines, &drawn.rules), width, height }
}

fn compose(mut pages: Vec<Page>, mut notes: Vec<SourceNote>) -> Source {
    if let Some(encoding) = legacy::recognise(&words(&pages)) {
        for line in pages.iter_mut().flat_map(|page| &mut page.lines) {
            line.words = encoding.convert(&line.words);
        }
        notes.push(encoding.note());
    }
    number_tables(&mut pages);
    furniture::remove(&mut pages);
    let notes_at_foot = footnotes::take(&mut pages);
    let mut composed = Composed::default();
    paragraph::write(&pages, &mut composed);
    for note in &notes_at_foot {
        paragraph::write(std::slice::from_ref(note), &mut composed);
    }
    let mut source = composed.finish();
    source.notes = notes;
    source
}

/// Tables count on from page to page.
fn number_tables(pages: &mut [Page]) {
    let mut before = 0;
    for page in pages {
        let mut next = before;
        for cell in page.lines.iter_mut().filter_map(|line| line.cell.as_mut()) {
            cell.table += before;
            next = next.max(cell.table + 1);
        }
        before = next;
    }
}

fn words(pages: &[Page]) -> String {
    let lines = pages.iter().flat_map(|page| &page.lines);
    lines.flat_map(|line| [line.words.as_str(), "\n"]).collect()
}

#[cfg(test)]
mod tests;
