//! Number and date of a document beside its type and its bases.

use super::warning;
use crate::lexicon::SYMBOLS;
use crate::page::{Page, tokens_of};
use crate::parts::{Part, kind_named};
use domain::plan::{Document, Severity, Warning};

pub fn warnings(page: &Page, part: &Part, document: &Document, found: &mut Vec<Warning>) {
    let head = &document.letterhead;
    if let Some(number) = head.number.as_deref().filter(|_| !part.type_words.is_empty()) {
        let tokens = tokens_of(number);
        let letters = tokens.iter().find(|t| t.is_word() && t.number().is_none());
        let kind = letters.and_then(|t| SYMBOLS.whole(std::slice::from_ref(t)));
        if kind.is_some_and(|hit| kind_named(hit.value) != part.kind) {
            let facts = [("number", number), ("type", document.type_line.as_str())];
            let span = page.span(part.type_words.clone());
            found.push(warning("NUMBER_TYPE_MISMATCH", Severity::Warning, span, &facts));
        }
    }
    let Some(issued) = head.date else { return };
    for basis in document.basis.iter().filter(|basis| basis.date.is_some_and(|d| d > issued)) {
        let text = page.value(basis.span);
        let issued = issued.strftime("%d/%m/%Y").to_string();
        let facts = [("text", text.as_str()), ("issued", &issued)];
        found.push(warning("BASIS_LATER_THAN_PLAN", Severity::Warning, basis.span, &facts));
    }
}
