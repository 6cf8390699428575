//! The document model out as PDF, set by Typst as a library.
//!
//! The template is the only source and the document its only data; no file, package, network or
//! clock can be reached from it. The result is PDF/A-2b, in which a missing glyph is an error and
//! never a silent box.

mod sheet;
mod world;

use domain::document::Document;
use std::fmt;
use typst::diag::{Severity, SourceDiagnostic};
use typst::foundations::{Datetime, Smart};
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};

/// Why a document did not become a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PressError {
    /// The template refused the document; a fault of ours, with the compiler's words.
    Setting(String),
    /// The pages could not be written as an archival file: a letter that no face has, as a rule.
    Archiving(String),
}

/// The bytes of `document` as PDF/A-2b, dated by its properties; the same bytes for the same paper.
pub fn pdf(document: &Document) -> Result<Vec<u8>, PressError> {
    let world = world::Press::new(sheet::json(document));
    let pages = typst::compile::<PagedDocument>(&world)
        .output
        .map_err(|errors| PressError::Setting(words_of(&errors)))?;
    let options = PdfOptions {
        ident: Smart::Auto,
        creator: Smart::Custom(Some("tongket".to_owned())),
        timestamp: timestamp(document),
        standards: PdfStandards::new(&[PdfStandard::A_2b]).expect("one standard is no conflict"),
        ..PdfOptions::default()
    };
    let bytes =
        typst_pdf::pdf(&pages, &options).map_err(|errors| PressError::Archiving(words_of(&errors)));
    // What Typst remembers of earlier papers is dropped after ten others, or it would only grow.
    typst::comemo::evict(10);
    bytes
}

impl fmt::Display for PressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PressError::Setting(words) => write!(f, "the document could not be set: {words}"),
            PressError::Archiving(words) => write!(f, "the pages could not be archived: {words}"),
        }
    }
}

impl std::error::Error for PressError {}

fn timestamp(document: &Document) -> Option<Timestamp> {
    let dated = document.properties.dated;
    let (month, day) = (u8::try_from(dated.month()).ok()?, u8::try_from(dated.day()).ok()?);
    let at = Datetime::from_ymd_hms(i32::from(dated.year()), month, day, 0, 0, 0)?;
    Some(Timestamp::new_utc(at))
}

fn words_of(errors: &[SourceDiagnostic]) -> String {
    let errors = errors.iter().filter(|error| error.severity == Severity::Error);
    errors.map(|error| error.message.to_string()).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests;
