//! From when to when figures and text are asked (thời kỳ số liệu), with days or without.

use super::before;
use crate::clause;
use crate::date::{Phrase, Unit};
use crate::lexicon::{ACTS, ANNOUNCED, COMPARED, DATA, SPANS};
use crate::page::{Page, Token, TokenKind};
use crate::parts::Part;
use domain::plan::{DataPeriod, DataScope, DateKind, DocumentKind};
use std::ops::Range;

/// Words over which a heading such as `Phạm vi:` holds.
const HEADING_REACH: usize = 24;

/// True where words just before the phrase, or its own, make it a period of figures or text.
pub fn is_data(
    page: &Page,
    kind: DocumentKind,
    line: usize,
    at: &Range<usize>,
    phrase: &Phrase,
) -> bool {
    if phrase.first.is_some_and(|atom| atom.unit == Unit::Term) {
        return true;
    }
    if kind == DocumentKind::Outline && heads_a_section(page, line) && is_years(phrase) {
        return true;
    }
    let sentence = clause::sentence(page, line, at.start);
    let heading = DATA.at(&page.tokens[sentence.clone()]).map(|_| sentence.start);
    let from = before(page, line, at.start, 12).max(sentence.start);
    let from = heading.filter(|_| at.start - sentence.start <= HEADING_REACH).unwrap_or(from);
    let words = &page.tokens[from..at.end];
    let Some((place, hit)) = DATA.all_within(words).last() else { return false };
    let between = from + place + hit.len..at.start.max(from + place + hit.len);
    let sent = ACTS.all_within(&page.tokens[between.clone()]).any(|(_, hit)| hit.value == "send");
    // `Phạm vi: từ ngày Thông tư có hiệu lực (05/11/2018) đến …`: a heading holds further.
    let heads = from + place == sentence.start
        && page.tokens.get(from + hit.len).is_some_and(|t| t.is(':'));
    let near = between.len() <= 8 || heads;
    // `bổ sung số liệu chậm nhất ngày …` is a deadline, `số liệu đến ngày …` is not.
    if matches!(phrase.kind, DateKind::Before | DateKind::By)
        && !phrase.is_open(&page.tokens[at.clone()])
    {
        return false;
    }
    near && !sent && (is_years(phrase) || hit.value != "next_tasks")
}

/// What a period at `at` is for.
pub fn scope(page: &Page, kind: DocumentKind, line: usize, at: &Range<usize>) -> DataScope {
    let from = before(page, line, at.start, 12);
    let words = &page.tokens[from..at.end];
    let said = DATA.all_within(words).map(|(_, hit)| hit.value).last();
    match said {
        Some("annex") => DataScope::Annex,
        Some("comparison") => DataScope::Comparison,
        Some("next_tasks") => DataScope::NextTasks,
        _ if in_annex(page, line, at) => DataScope::Annex,
        _ if kind == DocumentKind::Outline => DataScope::Section,
        _ => DataScope::Report,
    }
}

/// Adds, for what no dated period is for, the first words that say from when to when without days:
/// `10 năm qua`, `so sánh với nhiệm kỳ trước`.
pub fn add_undated(page: &Page, part: &Part, periods: &mut Vec<DataPeriod>) {
    for line in part.body.clone() {
        let words = page.lines[line].words.clone();
        let tokens = &page.tokens[words.clone()];
        for (applies_to, span) in undated(tokens) {
            let known = periods.iter().any(|p| p.applies_to == applies_to && p.units.is_empty());
            if !known {
                let span = page.span(words.start + span.start..words.start + span.end);
                let (text, units) = (page.value(span), Vec::new());
                periods.push(DataPeriod { applies_to, units, start: None, end: None, text, span });
            }
        }
    }
    periods.sort_by_key(|period| period.span);
}

/// The periods without days of a line, one for each thing they are for.
fn undated(tokens: &[Token]) -> Vec<(DataScope, Range<usize>)> {
    let mut found: Vec<(DataScope, Range<usize>)> = Vec::new();
    let compared = COMPARED.within(tokens).map(|(at, _)| at);
    for (at, hit) in SPANS.all_within(tokens) {
        let applies_to = match hit.value {
            "next_tasks" => DataScope::NextTasks,
            "compared" if compared.is_some_and(|before| before < at) => DataScope::Comparison,
            "years" if tokens[..at].last().is_some_and(|t| t.number().is_some()) => {
                DataScope::Report
            }
            "report" => DataScope::Report,
            _ => continue,
        };
        let from = if hit.value == "years" { at - 1 } else { at };
        match found.iter_mut().find(|(known, _)| *known == applies_to) {
            Some((_, span)) => span.end = at + hit.len,
            None => found.push((applies_to, from..at + hit.len)),
        }
    }
    found
}

fn is_years(phrase: &Phrase) -> bool {
    phrase.first.is_some_and(|atom| matches!(atom.unit, Unit::Year { .. }))
}

/// A numbered heading in capitals: what stands in it is true of its section.
fn heads_a_section(page: &Page, line: usize) -> bool {
    let line = &page.lines[line];
    line.marker.as_ref().is_some_and(|marker| !marker.is_bullet()) && line.capitals(page)
}

/// True where the piece of the sentence around `at`, between semicolons and brackets, names an annex.
fn in_annex(page: &Page, line: usize, at: &Range<usize>) -> bool {
    let words = page.lines[line].words.clone();
    let ends = |t: &usize| matches!(page.tokens[*t].kind, TokenKind::Mark(';' | '(' | ')'));
    let from = (words.start..at.start).rev().find(ends).unwrap_or(words.start);
    let to = (at.end..words.end).find(ends).unwrap_or(words.end.max(from));
    ANNOUNCED.all_within(&page.tokens[from..to]).any(|(_, hit)| hit.value == "annex")
}
