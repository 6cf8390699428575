//! Papers that are announced and not there, parts of the form that are missing, names at odds.

use super::warning;
use crate::body::{self, Kind};
use crate::lexicon::{ANNOUNCED, CONGRESS};
use crate::page::{Page, Token, roman, tokens_of};
use crate::parts::{Part, is_attached};
use domain::plan::{Cited, Document, DocumentKind, Letterhead, Severity, Warning};
use domain::source::Span;

/// What concerns the file as a whole.
pub fn of_file(page: &Page, parts: &[Part], documents: &[Document], found: &mut Vec<Warning>) {
    if documents.len() > 1 {
        let count = documents.len().to_string();
        let span = documents[1].span;
        found.push(warning("MULTI_DOCUMENT_FILE", Severity::Info, span, &[("count", &count)]));
    }
    for (part, document) in parts.iter().zip(documents) {
        if document.kind == DocumentKind::Plan {
            announced(page, part, documents, found);
        }
    }
}

pub fn warnings(page: &Page, part: &Part, document: &Document, found: &mut Vec<Warning>) {
    if document.kind != DocumentKind::Plan {
        return;
    }
    form(page, part, document, found);
    ordinals(page, document, found);
}

/// Letterhead and signature; a plan that a decision puts into force has the decision's.
fn form(page: &Page, part: &Part, document: &Document, found: &mut Vec<Warning>) {
    if is_attached(page, part) {
        return;
    }
    let head = &document.letterhead;
    let start = Span::new(document.span.from, document.span.from);
    let filled = [head.number.is_some(), head.place.is_some(), head.date.is_some()];
    if filled.iter().all(|there| !there) {
        found.push(warning("MISSING_LETTERHEAD", Severity::Info, start, &[]));
    } else if filled.contains(&false) || head.parent.is_none() && under_another(head) {
        found.push(warning("PARTIAL_LETTERHEAD", Severity::Info, start, &[]));
    }
    if document.signatory.name.is_none() {
        let end = Span::new(document.span.to, document.span.to);
        found.push(warning("MISSING_SIGNATURE", Severity::Info, end, &[]));
    }
}

/// True of an issuer whose letterhead names the body above it; authorities and the Party have none.
fn under_another(head: &Letterhead) -> bool {
    let issuer = head.issuer.as_deref().unwrap_or_default();
    let tokens = tokens_of(issuer);
    !body::head(&tokens).is_some_and(|h| matches!(h.kind, Kind::Agency | Kind::Outside))
}

/// `(có đề cương kèm theo)` where the file holds no outline.
fn announced(page: &Page, part: &Part, documents: &[Document], found: &mut Vec<Warning>) {
    let outline = documents.iter().any(|d| d.kind == DocumentKind::Outline);
    let annex = documents.iter().any(|d| d.kind == DocumentKind::Other && !d.type_line.is_empty());
    let mut seen = Vec::new();
    for line in &page.lines[part.body.clone()] {
        let tokens = &page.tokens[line.words.clone()];
        let hits: Vec<_> = ANNOUNCED.all_within(tokens).collect();
        let bracketed = tokens.first().is_some_and(|t| t.is('('));
        for (at, hit) in &hits {
            let missing = match hit.value {
                "outline" => !outline,
                "annex" => !annex,
                _ => continue,
            };
            // The words that announce stand within reach of the paper's name.
            let near = hits.iter().any(|(other, word)| {
                matches!(word.value, "with" | "elsewhere") && other.abs_diff(*at) <= 30
            });
            let opened = tokens[..*at].iter().rev().take(2).any(|t| t.is('('));
            if missing && (near || bracketed || opened) && !seen.contains(&hit.value) {
                seen.push(hit.value);
                let from = line.words.start + at;
                let span = page.span(from..from + hit.len);
                let paper = page.value(span);
                let facts = [("paper", paper.as_str())];
                let code = "ATTACHMENT_NOT_IN_FILE";
                found.push(warning(code, Severity::Warning, span, &facts));
            }
        }
    }
}

/// A congress of one body under two ordinals: `lần thứ XII` in the title, `X` in the text.
fn ordinals(page: &Page, document: &Document, found: &mut Vec<Warning>) {
    for subject in document.subject.iter().filter(|s| s.number.is_none()) {
        let Some((body, ordinal)) = congress(subject) else { continue };
        let other = document.cited.iter().chain(&document.basis).find_map(|cited| {
            let (their, number) = congress(cited)?;
            (their == body && number != ordinal).then_some(cited)
        });
        if let Some(cited) = other {
            let (one, two) = (page.value(subject.span), page.value(cited.span));
            let facts = [("one", one.as_str()), ("other", &two)];
            let code = "TITLE_BODY_CONTRADICTION";
            found.push(warning(code, Severity::Error, subject.span, &facts));
        }
    }
}

/// Whose congress, and which: the body's words without the ordinal.
fn congress(cited: &Cited) -> Option<(Vec<String>, u32)> {
    let tokens = tokens_of(cited.issuer.as_deref()?);
    CONGRESS.at(&tokens)?;
    let number = |t: &Token| roman(&t.key).filter(|_| t.upper());
    let ordinal = tokens.iter().find_map(number)?;
    let mut words = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        match CONGRESS.at(&tokens[at..]) {
            Some(hit) => at += hit.len,
            None => {
                words.extend(
                    Some(tokens[at].key.to_string()).filter(|_| number(&tokens[at]).is_none()),
                );
                at += 1;
            }
        }
    }
    Some((words, ordinal))
}
