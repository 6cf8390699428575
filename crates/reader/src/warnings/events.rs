//! What does not fit in the order of things: a conference after the report, a report inside the time
//! of the review, figures that run on past it; consent by silence, a draft that is signed.

use super::dates::precedes;
use super::warning;
use crate::body;
use crate::destinations::same;
use crate::lexicon::{CONSENT, DRAFT, FORMS};
use crate::page::Page;
use crate::parts::Part;
use domain::plan::{Act, DataScope, DateKind, Dated, Document, DocumentKind, Severity, Warning};
use jiff::civil::Date;
use std::collections::BTreeMap;

pub fn warnings(page: &Page, part: &Part, document: &Document, found: &mut Vec<Warning>) {
    if document.kind == DocumentKind::Plan {
        conference(document, found);
        forms_at_odds(page, part, document, found);
    }
    inside_range(document, found);
    data_runs_on(document, found);
    consent(page, part, found);
}

/// A plan that is signed while the same file asks for opinions on its draft.
pub fn signed_draft(page: &Page, of: &[(&Part, &Document)], found: &mut Vec<Warning>) {
    let asks = of.iter().any(|(part, document)| {
        let tokens = &page.tokens[page.lines_tokens(part.lines.clone())];
        document.kind == DocumentKind::OpinionRequest && DRAFT.within(tokens).is_some()
    });
    let signed = of.iter().filter(|(_, d)| d.kind == DocumentKind::Plan && d.signatory.signed);
    for (part, _) in signed.filter(|_| asks) {
        let span = page.lines_span(part.signature.clone());
        found.push(warning("SIGNED_DRAFT", Severity::Warning, span, &[]));
    }
}

/// A conference when the report of whoever holds it is out.
fn conference(document: &Document, found: &mut Vec<Warning>) {
    // Names come again and again, and comparing them costs more than anything else here.
    let mut done: BTreeMap<&str, Date> = BTreeMap::new();
    for dated in document.dates.iter().filter(|d| matches!(d.act, Act::Hold | Act::Send)) {
        for (who, end) in dated.who.iter().filter_map(|who| Some((who, dated.end?))) {
            let last = done.entry(who).or_insert(end);
            *last = end.max(*last);
        }
    }
    let mut last_of: BTreeMap<&str, Option<Date>> = BTreeMap::new();
    let mut last = |name| {
        let own = || done.iter().filter(|(one, _)| same(one, name)).map(|(_, end)| *end).max();
        *last_of.entry(name).or_insert_with(own)
    };
    for meeting in document.dates.iter().filter(|d| d.act == Act::Meeting) {
        let last = meeting.who.iter().filter_map(|name| last(name)).max();
        if meeting.start.is_some() && last.is_some() && meeting.start > last {
            let facts = [("text", meeting.text.as_str())];
            found.push(warning("CONFERENCE_AFTER_REPORT", Severity::Info, meeting.span, &facts));
        }
    }
}

/// "In writing" and a conference, neither for one level alone: `Cấp huyện: tổng kết bằng văn bản`.
fn forms_at_odds(page: &Page, part: &Part, document: &Document, found: &mut Vec<Warning>) {
    let (mut writing, mut meeting) = (false, false);
    for line in part.body.clone() {
        let tokens = &page.tokens[page.lines[line].words.clone()];
        for (at, hit) in FORMS.all_within(tokens) {
            let clause = tokens[..at].iter().rposition(|t| t.is(';')).map_or(0, |at| at + 1);
            let of_a_level = (clause..at).any(|at| body::head(&tokens[at..]).is_some());
            writing |= hit.value == "in_writing" && !of_a_level;
            meeting |= matches!(hit.value, "conference" | "within_meeting") && !of_a_level;
        }
    }
    if writing && meeting {
        let span = document.dates.iter().find(|d| d.act == Act::Meeting).map(|d| d.span);
        let span = span.unwrap_or(document.span);
        found.push(warning("FORM_CONFLICT", Severity::Info, span, &[]));
    }
}

/// A report that is due while the review of the same units may still be held.
fn inside_range(document: &Document, found: &mut Vec<Warning>) {
    let mut held_by: BTreeMap<&[String], Vec<&Dated>> = BTreeMap::new();
    for held in document.dates.iter().filter(|d| d.act == Act::Hold && d.start.is_some()) {
        held_by.entry(&held.who).or_default().push(held);
    }
    for sent in document.dates.iter().filter(|d| d.act == Act::Send && !d.who.is_empty()) {
        let within = |held: &&&Dated| held.start < sent.end && sent.stated.or(sent.end) < held.end;
        let held = held_by.get(sent.who.as_slice()).into_iter().flatten().find(within);
        if let Some(held) = held {
            let facts = [("text", sent.text.as_str()), ("range", &held.text)];
            found.push(warning("DEADLINE_INSIDE_RANGE", Severity::Info, sent.span, &facts));
        }
    }
}

/// Figures asked up to a day after the review begins or the report is due.
fn data_runs_on(document: &Document, found: &mut Vec<Warning>) {
    for period in document.data_periods.iter().filter(|p| p.units.is_empty()) {
        let asked = matches!(period.applies_to, DataScope::Report | DataScope::Annex);
        let Some(cutoff) = period.end.filter(|_| asked) else { continue };
        let event = document.dates.iter().find(|dated| {
            let day = match dated.act {
                Act::Hold => dated.start.or(dated.end),
                Act::Send => dated.end,
                _ => None,
            };
            let stands = !matches!(dated.kind, DateKind::Recurring | DateKind::Reference);
            stands && !precedes(document, dated) && day.is_some_and(|day| day < cutoff)
        });
        if let Some(event) = event {
            let facts = [("text", period.text.as_str()), ("event", &event.text)];
            found.push(warning("DATA_CUTOFF_AFTER_EVENT", Severity::Info, period.span, &facts));
        }
    }
}

/// `coi như đồng ý`: who is silent is taken to agree.
fn consent(page: &Page, part: &Part, found: &mut Vec<Warning>) {
    let tokens = page.lines_tokens(part.lines.clone());
    if let Some((at, hit)) = CONSENT.within(&page.tokens[tokens.clone()]) {
        let from = tokens.start + at;
        let span = page.span(from..from + hit.len);
        let words = page.value(span);
        let facts = [("text", words.as_str())];
        found.push(warning("TACIT_CONSENT", Severity::Warning, span, &facts));
    }
}
