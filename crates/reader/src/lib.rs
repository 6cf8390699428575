//! What a plan's text says (đọc kế hoạch), with spans, warnings and what was ignored.
//!
//! A grammar over the language of official plans: dates, named documents, numbering, bodies.
//! It knows no file, no clock and no single plan; its words are in `lexicon/`.

mod body;
mod casing;
mod cited;
mod clause;
mod date;
mod deadlines;
mod demands;
mod destinations;
mod duties;
mod letterhead;
mod lexicon;
mod outlines;
mod page;
mod parts;
mod recipients;
mod typed;
mod warnings;

#[cfg(feature = "fuzz")]
pub use date::dates_hold;
pub use typed::{Unread, read_phrase};
pub use warnings::{rivals, same_sender};

use crate::cited::Citations;
use crate::deadlines::Known;
use crate::outlines::Above;
use crate::page::Page;
use crate::parts::Part;
use domain::plan::{Document, DocumentKind, IgnoredDate, OutlineItem, Reading, Warning};
use domain::source::Source;

/// Reads what a plan's text says (đọc kế hoạch).
///
/// Takes the text of an upload; spans in the result count Unicode scalar values of it. Every dated
/// phrase of the text is among a document's dates or among the ignored ones. Never fails: what was
/// not understood stays empty. `file` and the warnings' `message` are for the caller to fill in.
pub fn read(source: &Source) -> Reading {
    let page = Page::scan(source);
    let parts = parts::split(&page);
    let mut reading = Reading { text_chars: page.length(), ..Reading::default() };
    for part in &parts {
        let (document, ignored) = document(&page, part);
        reading.documents.push(document);
        reading.ignored_dates.extend(ignored);
    }
    share_issuer(&page, &parts, &mut reading.documents);
    join(&mut reading);
    reading.warnings = warnings::warnings(&page, &source.notes, &parts, &reading.documents);
    reading
}

/// What looks wrong in `documents`, as read from `source` or as corrected since (cảnh báo).
///
/// Gives the warnings of the file in the order of the text; [`read`] gives the same for what it
/// read. A document is matched with the text under its span, so a line that was added by hand may
/// have an empty one. Never fails; `message` is for the caller to fill in.
pub fn review(source: &Source, documents: &[Document]) -> Vec<Warning> {
    let page = Page::scan(source);
    warnings::warnings(&page, &source.notes, &parts::split(&page), documents)
}

/// The numbered lines of a text as one outline, what stands under them as guidance (đề cương).
///
/// For a file that is nothing but an outline and does not say so; empty where no line has a number.
pub fn outline(source: &Source) -> Vec<OutlineItem> {
    let page = Page::scan(source);
    let lines = 0..page.lines.len();
    outlines::outline(&page, lines)
}

fn document(page: &Page, part: &Part) -> (Document, Vec<IgnoredDate>) {
    let above = Above::of(page, part.body.clone());
    let letterhead = letterhead::letterhead(page, part);
    let sections = outlines::sections(page, part.body.clone());
    let first = sections.first().map_or(part.body.end, |first| {
        page.lines.partition_point(|line| line.span.to <= first.span.from)
    });
    let Citations { subject, basis, cited, mut spans } = cited::citations(page, part, first);
    spans.sort_unstable();
    let issued = letterhead.date.or_else(|| basis.iter().filter_map(|b| b.date).max());
    let found = deadlines::dates(
        page,
        part,
        &Known { above: &above, cited: &spans, issued, issuer: letterhead.issuer.as_deref() },
    );
    let is_outline = part.kind == DocumentKind::Outline;
    let (outline, proposed) = match is_outline {
        true => (outlines::outline(page, part.body.clone()), Vec::new()),
        false => (Vec::new(), outlines::proposed(page, part.body.clone())),
    };
    let title = page.words(part.title.clone());
    let exceptions = demands::exceptions(page, part.body.clone());
    let mut data_periods = found.periods;
    for period in &mut data_periods {
        let own = exceptions.iter().find(|exception| exception.span.contains(period.span));
        period.units = own.map(|exception| exception.units.clone()).unwrap_or_default();
    }
    let report_to = if is_outline {
        Vec::new()
    } else {
        let issuer = letterhead.issuer.as_deref();
        let speaks = [&letterhead.issuer, &letterhead.parent].into_iter().flatten().cloned();
        let speaks: Vec<String> = speaks.collect();
        let dates = &found.dates;
        let known = destinations::Known { above: &above, issuer, speaks: &speaks, dates };
        destinations::destinations(page, part.body.clone(), &known)
    };
    let document = Document {
        kind: part.kind,
        span: page.lines_span(part.lines.clone()),
        letterhead,
        type_line: page.words(part.type_words.clone()),
        review: parts::review(page, part),
        title,
        subject,
        basis,
        cited,
        sections,
        duties: if is_outline {
            Vec::new()
        } else {
            duties::duties(page, part.body.clone(), &above)
        },
        report_to,
        forms: if is_outline { Vec::new() } else { demands::forms(page, part.body.clone()) },
        attachments: demands::attachments(page, part.body.clone()),
        exceptions,
        dates: found.dates,
        data_periods,
        outline,
        proposed_outline: proposed,
        recipients: recipients::recipients(page, part),
        signatory: recipients::signatory(page, part),
    };
    (document, found.ignored)
}

/// Documents follow one another without a gap; a file that is one document is that document.
fn join(reading: &mut Reading) {
    let mut end = reading.text_chars;
    for document in reading.documents.iter_mut().rev() {
        document.span.to = end;
        end = document.span.from;
    }
    if let Some(first) = reading.documents.first_mut() {
        first.span.from = 0;
    }
    share_outline(&mut reading.documents);
}

/// What a decision puts into force comes from whoever decided.
fn share_issuer(page: &Page, parts: &[Part], documents: &mut [Document]) {
    for at in 1..documents.len() {
        let issuer = documents[at - 1].letterhead.issuer.clone();
        let own = &mut documents[at].letterhead.issuer;
        if own.is_none() && parts::is_attached(page, &parts[at]) {
            *own = issuer;
        }
    }
}

/// A plan whose outline stands in the same file has it, and needs none proposed.
fn share_outline(documents: &mut [Document]) {
    let outline: Option<Vec<OutlineItem>> = documents
        .iter()
        .find(|document| document.kind == DocumentKind::Outline)
        .map(|document| document.outline.clone());
    let (Some(outline), Some(first)) = (outline, documents.first_mut()) else { return };
    if first.kind != DocumentKind::Outline {
        first.outline = outline;
        first.proposed_outline = Vec::new();
    }
}

#[cfg(test)]
mod tests;
