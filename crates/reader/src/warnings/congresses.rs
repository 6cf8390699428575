//! A congress that is once called by another number than everywhere else.

use super::warning;
use crate::cited::congresses;
use crate::lexicon::{CONGRESS, EXCUSES};
use crate::page::{Page, Token, roman};
use crate::parts::Part;
use domain::plan::{Severity, Warning};
use domain::source::Span;
use std::collections::BTreeMap;

/// Where a body's congress is named this often under one number, one other number is a slip.
const SURE: usize = 3;

pub fn warnings(page: &Page, parts: &[Part], found: &mut Vec<Warning>) {
    let mut by_body: BTreeMap<Vec<String>, BTreeMap<u32, Vec<Named>>> = BTreeMap::new();
    for part in parts {
        for line in part.body.clone() {
            for named in of_line(page, line) {
                let numbers = by_body.entry(named.body.clone()).or_default();
                numbers.entry(named.number).or_default().push(named);
            }
        }
    }
    for numbers in by_body.values() {
        let usual =
            numbers.iter().max_by_key(|(_, all)| all.len()).filter(|(_, a)| a.len() >= SURE);
        let Some((usual, all)) = usual else { continue };
        for (number, named) in numbers {
            if let ([only], true) = (named.as_slice(), number != usual)
                && !only.excused
            {
                let (one, other) = (page.value(only.span), page.value(all[0].span));
                let facts = [("one", one.as_str()), ("other", &other)];
                let code = "CONGRESS_ORDINAL_CONFLICT";
                found.push(warning(code, Severity::Error, only.span, &facts));
            }
        }
    }
}

struct Named {
    /// The words of the body whose congress it is.
    body: Vec<String>,
    number: u32,
    span: Span,
    /// The words before it say that another congress is meant.
    excused: bool,
}

fn of_line(page: &Page, line: usize) -> Vec<Named> {
    let within = page.lines[line].words.clone();
    let all = congresses(page, within.clone());
    let named = all.into_iter().filter_map(|range| {
        let tokens = &page.tokens[range.clone()];
        let number = |t: &Token| roman(&t.key).filter(|_| t.upper());
        let ordinal = tokens.iter().find_map(number)?;
        let before = &page.tokens[range.start.saturating_sub(6).max(within.start)..range.start];
        let mut body: Vec<String> = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            match CONGRESS.at(&tokens[at..]) {
                Some(hit) => at += hit.len,
                None => {
                    let word = Some(&tokens[at]).filter(|t| number(t).is_none());
                    body.extend(word.map(|t| t.key.to_string()));
                    at += 1;
                }
            }
        }
        let excused = EXCUSES.within(before).is_some();
        Some(Named { body, number: ordinal, span: page.span(range), excused })
    });
    named.collect()
}
