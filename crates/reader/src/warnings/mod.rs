//! What looks wrong (cảnh báo). A warning names the words it is about; it changes nothing.

mod bodies;
mod congresses;
mod contents;
mod dates;
mod events;
mod layout;
mod letterheads;
mod names;
mod notes;
mod numbering;
mod papers;
mod tiers;
mod words;
mod writing;

pub use bodies::{rivals, same_sender};

use crate::page::Page;
use crate::parts::Part;
use domain::plan::{Document, Severity, Warning};
use domain::source::{SourceNote, Span};

/// The warnings of a file, in the order of the text; first what `notes` tell of the file itself.
pub fn warnings(
    page: &Page,
    notes: &[SourceNote],
    parts: &[Part],
    documents: &[Document],
) -> Vec<Warning> {
    let mut found = writing::warnings(page);
    notes::warnings(notes, &mut found);
    papers::of_file(page, parts, documents, &mut found);
    congresses::warnings(page, parts, &mut found);
    let part_of = |document: &Document| {
        parts.iter().find(|part| document.span.contains(page.lines_span(part.lines.clone())))
    };
    let of: Vec<(&Part, &Document)> =
        documents.iter().filter_map(|document| Some((part_of(document)?, document))).collect();
    events::signed_draft(page, &of, &mut found);
    for (part, document) in of {
        numbering::warnings(page, document, &mut found);
        layout::warnings(page, part, &mut found);
        words::warnings(page, part, document, &mut found);
        names::warnings(page, part, document, &mut found);
        letterheads::warnings(page, part, document, &mut found);
        papers::warnings(page, part, document, &mut found);
        dates::warnings(page, part, document, &mut found);
        contents::warnings(page, part, document, &mut found);
        tiers::warnings(page, part, document, &mut found);
        events::warnings(page, part, document, &mut found);
        bodies::warnings(page, part, document, &mut found);
    }
    found.sort_by(|one, other| (one.span, &one.code).cmp(&(other.span, &other.code)));
    found.dedup();
    found
}

fn warning(code: &str, severity: Severity, span: Span, facts: &[(&str, &str)]) -> Warning {
    let facts = facts.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    let (code, message) = (code.to_owned(), String::new());
    Warning { code, severity, facts: facts.collect(), message, span }
}

#[cfg(test)]
mod tests;
