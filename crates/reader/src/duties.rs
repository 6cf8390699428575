//! Duties per body (nhiệm vụ): who leads, who coordinates, what; forms of review; what a report
//! must come with; exceptions for named units.

use crate::body;
use crate::clause;
use crate::lexicon::{ANNOUNCED, ASIDES, COORDINATION, FORMS, REQUESTS};
use crate::outlines::Above;
use crate::page::{Page, TokenKind};
use domain::plan::{Attachment, Duty, Exception, Form};
use std::ops::Range;

/// What the sections of organisation lay upon each body, one duty a line.
pub fn duties(page: &Page, lines: Range<usize>, above: &Above) -> Vec<Duty> {
    let mut duties = Vec::new();
    for line in lines {
        if !above.is_about(page, line, "organisation") || page.lines[line].is_rule(page) {
            continue;
        }
        let words = page.lines[line].words.clone();
        if ASIDES.at(&page.tokens[words.clone()]).is_some() {
            continue;
        }
        let (who, from) = match clause::heading(page, line) {
            Some((bodies, end)) if end < words.end => (body::names(page, &bodies), end),
            // A heading with its duties below.
            Some(_) => continue,
            None => (owner(page, above, line), words.start),
        };
        if who.is_empty() || from >= words.end {
            continue;
        }
        let (from, who) = match clause::subject(page, from..words.end) {
            Some((names, named)) if named.start == from => (named.end, names),
            _ => (from, who),
        };
        let what = page.words(from..words.end);
        let duty = Duty {
            who: who.join("; "),
            with: coordinating(page, from..words.end),
            what: what.trim_matches([';', ':', '.', '/', ' ', ',', '-']).to_owned(),
            span: page.span(from..words.end),
        };
        if !duty.what.is_empty() {
            duties.push(duty);
        }
    }
    duties
}

fn owner(page: &Page, above: &Above, line: usize) -> Vec<String> {
    clause::heading_bodies(page, above, line)
}

/// The bodies behind `phối hợp với`.
fn coordinating(page: &Page, part: Range<usize>) -> Vec<String> {
    let mut with = Vec::new();
    for (at, hit) in COORDINATION.all_within(&page.tokens[part.clone()]) {
        let from = part.start + at + hit.len;
        if let Some((bodies, _)) = body::list(page, from..part.end) {
            with.extend(body::names(page, &bodies));
        }
    }
    with
}

/// The forms of review that the plan names; what it says will not be held is left out.
pub fn forms(page: &Page, lines: Range<usize>) -> Vec<Form> {
    let mut forms = Vec::new();
    for line in lines {
        let tokens = &page.tokens[page.lines[line].words.clone()];
        for (_, hit) in FORMS.all_within(tokens) {
            let form = match hit.value {
                "in_writing" => Form::InWriting,
                "conference" => Form::Conference,
                "within_meeting" => Form::WithinMeeting,
                "survey" => Form::Survey,
                _ => continue,
            };
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    // A conference within a session is no conference of its own.
    if forms.contains(&Form::WithinMeeting) {
        forms.retain(|form| *form != Form::Conference);
    }
    forms
}

/// The papers that a report must come with: the list behind `kèm theo gồm:`.
pub fn attachments(page: &Page, lines: Range<usize>) -> Vec<Attachment> {
    let mut found = Vec::new();
    for line in lines {
        let words = page.lines[line].words.clone();
        let tokens = &page.tokens[words.clone()];
        for (at, hit) in ANNOUNCED.all_within(tokens).filter(|(_, hit)| hit.value == "with") {
            let behind = words.start + at + hit.len..words.end;
            let colon = behind.clone().take(3).find(|t| page.tokens[*t].is(':'));
            let Some(colon) = colon else { continue };
            found.extend(items(page, colon + 1..behind.end));
        }
    }
    found
}

/// The pieces between semicolons, up to a closing bracket of the whole.
fn items(page: &Page, within: Range<usize>) -> Vec<Attachment> {
    let mut items = Vec::new();
    let mut from = within.start;
    let mut depth = 0_usize;
    for at in within.clone() {
        let closes = match page.tokens[at].kind {
            TokenKind::Mark('(') => {
                depth += 1;
                false
            }
            TokenKind::Mark(')') if depth > 0 => {
                depth -= 1;
                false
            }
            TokenKind::Mark(';' | ')') => true,
            _ => false,
        };
        if closes {
            items.push(from..at);
            from = at + 1;
            if page.tokens[at].is(')') {
                from = within.end;
                break;
            }
        }
    }
    items.push(from..within.end);
    items
        .into_iter()
        .map(|item| Attachment { name: page.words(item.clone()), span: page.span(item) })
        .filter(|attachment| !attachment.name.trim_matches(['.', ' ']).is_empty())
        .collect()
}

/// Rules of their own for units named after `riêng`.
pub fn exceptions(page: &Page, lines: Range<usize>) -> Vec<Exception> {
    let mut found = Vec::new();
    for line in lines {
        let words = page.lines[line].words.clone();
        let tokens = &page.tokens[words.clone()];
        let Some(hit) =
            REQUESTS.at(tokens).filter(|hit| hit.value == crate::lexicon::APART.as_str())
        else {
            continue;
        };
        let Some((bodies, end)) = body::list(page, words.start + hit.len..words.end) else {
            continue;
        };
        let (units, end) = match named_in_bracket(page, end..words.end) {
            Some((units, close)) => (units, close),
            None => (body::names(page, &bodies), end),
        };
        let rule = page.words(end..words.end);
        found.push(Exception { units, rule, span: page.lines[line].span });
    }
    found
}

/// `(A, B, C)`: proper names behind a kind of unit.
fn named_in_bracket(page: &Page, within: Range<usize>) -> Option<(Vec<String>, usize)> {
    let tokens = &page.tokens[within.clone()];
    if !tokens.first()?.is('(') {
        return None;
    }
    let close = tokens.iter().take(120).position(|t| t.is(')'))?;
    let inside = page.words(within.start + 1..within.start + close);
    let units = inside.split([',', ';']).map(|unit| unit.trim().to_owned()).collect();
    Some((units, within.start + close + 1))
}
