//! What a plan demands beside duties and dates: forms of review, what a report must come with, rules
//! of their own for some units.

use crate::body;
use crate::lexicon::{ANNOUNCED, APART, CLAUSES, FORMS, REQUESTS, SETTING_APART};
use crate::page::{Page, Token, TokenKind};
use domain::plan::{Attachment, Exception, Form};
use std::ops::Range;

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
        .map(|item| {
            let name = page.words(item.clone()).trim_end_matches(['.', ' ']).to_owned();
            Attachment { name, span: page.span(item) }
        })
        .filter(|attachment| !attachment.name.is_empty())
        .collect()
}

/// Rules of their own for units: `Riêng …`, `Những đơn vị đã … thì …`.
pub fn exceptions(page: &Page, lines: Range<usize>) -> Vec<Exception> {
    let mut found = Vec::new();
    for line in lines {
        let words = page.lines[line].words.clone();
        let opens = |at: &usize| {
            *at == words.start
                || matches!(page.tokens[at - 1].kind, TokenKind::Mark('(' | ';' | '.' | ','))
        };
        let mut from = words.start;
        while let Some(at) = (from..words.end).filter(opens).find(|at| leads(page, *at..words.end))
        {
            let end = end_of(page, at, words.end);
            found.extend(exception(page, at..end));
            from = end.max(at + 1);
        }
    }
    found
}

fn leads(page: &Page, rest: Range<usize>) -> bool {
    let tokens = &page.tokens[rest];
    REQUESTS.at(tokens).is_some_and(|hit| hit.value == APART.as_str())
        || SETTING_APART.at(tokens).is_some_and(|hit| hit.value == "those")
}

/// Where a rule ends: with its sentence, or the bracket it stands in.
fn end_of(page: &Page, from: usize, end: usize) -> usize {
    let mut depth = 0_usize;
    for at in from..end {
        match page.tokens[at].kind {
            TokenKind::Mark('(') => depth += 1,
            TokenKind::Mark(')') if depth == 0 => return at,
            TokenKind::Mark(')') => depth -= 1,
            TokenKind::Mark(';') if depth == 0 => return at,
            TokenKind::Mark('.') if depth == 0 => {
                let next = page.tokens.get(at + 1).filter(|_| at + 1 < end);
                let closes = |next: &Token| !page.tokens[at].touches(next) && next.capitalised();
                if next.is_none_or(closes) {
                    return at;
                }
            }
            _ => {}
        }
    }
    end
}

fn exception(page: &Page, words: Range<usize>) -> Option<Exception> {
    let tokens = &page.tokens[words.clone()];
    let apart = REQUESTS.at(tokens).filter(|hit| hit.value == APART.as_str());
    let from = words.start + apart.map_or(0, |hit| hit.len);
    let (units, end) = match body::list(page, from..words.end) {
        Some((bodies, end)) => match named_in_bracket(page, end..words.end) {
            Some((units, close)) => (units, close),
            None if apart.is_some() => (body::names(page, &bodies), end),
            // `Những đơn vị đã … thì …`: not names, but which they are.
            None => described(page, from..words.end)?,
        },
        None => described(page, from..words.end)?,
    };
    let rule = page.words(end..words.end);
    let span = page.span(words);
    (!rule.is_empty() && !units.is_empty()).then_some(Exception { units, rule, span })
}

/// The units before `thì`, or before the verb where places are named alone.
fn described(page: &Page, words: Range<usize>) -> Option<(Vec<String>, usize)> {
    let then = words.clone().find(|at| {
        SETTING_APART.at(&page.tokens[*at..words.end]).is_some_and(|hit| hit.value == "then")
    });
    let named = page.tokens.get(words.start).is_some_and(Token::capitalised);
    let verb = words
        .clone()
        .filter(|_| named)
        .find(|at| CLAUSES.at(&page.tokens[*at..words.end]).is_some());
    let colon = words.clone().find(|at| page.tokens[*at].is(':'));
    let end = then.or(verb).or(colon)?;
    // `Đối với những đơn vị …`: the units are what stands behind.
    let skip = REQUESTS.at(&page.tokens[words.start..end]).map_or(0, |hit| hit.len);
    let text = page.words(words.start + skip..end);
    let units = match named && then.is_none() {
        true => text.split([',', ';']).map(|unit| unit.trim().to_owned()).collect(),
        false => vec![text],
    };
    Some((units, end))
}

/// `(A, B, C)`: proper names behind a kind of unit.
pub fn named_in_bracket(page: &Page, within: Range<usize>) -> Option<(Vec<String>, usize)> {
    let tokens = &page.tokens[within.clone()];
    if !tokens.first()?.is('(') {
        return None;
    }
    let close = tokens.iter().take(120).position(|t| t.is(')'))?;
    let inside = page.words(within.start + 1..within.start + close);
    let units = inside.split([',', ';']).map(|unit| unit.trim().to_owned()).collect();
    Some((units, within.start + close + 1))
}
