//! What was put right while the file was read, before the reader saw its text.

use super::warning;
use domain::plan::{Severity, Warning};
use domain::source::{SourceNote, Span};

/// A warning for each note; none is about words of the text, so their spans are empty.
pub fn warnings(notes: &[SourceNote], found: &mut Vec<Warning>) {
    let nowhere = Span::default();
    found.extend(notes.iter().map(|note| match note {
        SourceNote::Converted { encoding } => {
            let facts = [("encoding", encoding.as_str())];
            warning("CONVERTED_ENCODING", Severity::Info, nowhere, &facts)
        }
        SourceNote::Replaced { count } => {
            let count = count.to_string();
            warning("UNKNOWN_SIGNS", Severity::Warning, nowhere, &[("count", &count)])
        }
        SourceNote::PagesWithoutText { pages } => {
            let pages: Vec<String> = pages.iter().map(u32::to_string).collect();
            let pages = pages.join(", ");
            warning("PAGES_WITHOUT_TEXT", Severity::Warning, nowhere, &[("pages", &pages)])
        }
    }));
}
