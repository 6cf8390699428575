//! What comes again and again: `định kỳ 6 tháng`, `hằng quý`, `thứ Sáu hằng tuần`.

use super::atom::{role, word};
use super::clock::weekday;
use super::number::bounded;
use crate::lexicon::{ACTS, CITED_TYPES};
use crate::page::Token;

/// Words between `báo cáo` and what comes again.
const NEAR: usize = 6;

/// The tokens of a recurring phrase without a date at `from`.
pub fn recurring(tokens: &[Token], from: usize) -> Option<usize> {
    let rest = &tokens[from..];
    if let Some(day) = weekday(rest)
        && let Some(len) = word(&rest[day..], "recurring")
    {
        return Some(day + len);
    }
    if let Some(len) = word(rest, "periodic") {
        return periods(&rest[len..]).map(|inner| len + inner);
    }
    if let Some(len) = counted(rest) {
        return Some(len);
    }
    let len = word(rest, "recurring")?;
    let once = word(&rest[len..], "once").unwrap_or(0);
    // `hằng năm` alone tells of habit; beside a report it asks for one.
    (once > 0 || reports(tokens, from, from + len)).then_some(len + once)
}

/// `hằng quý, 6 tháng và năm` behind `định kỳ`.
fn periods(rest: &[Token]) -> Option<usize> {
    let mut at = period(rest)?;
    loop {
        let comma = usize::from(rest.get(at).is_some_and(|t| t.is(',') || t.is('/')));
        let and = word(&rest[at + comma..], "and").unwrap_or(0);
        match period(&rest[at + comma + and..]) {
            Some(len) if comma + and > 0 => at += comma + and + len,
            _ => return Some(at),
        }
    }
}

fn period(rest: &[Token]) -> Option<usize> {
    if let Some(len) = counted(rest).or_else(|| word(rest, "recurring")) {
        return Some(len + word(&rest[len..], "once").unwrap_or(0));
    }
    let number = usize::from(rest.first().is_some_and(|t| bounded(t, 12).is_some()));
    match role(&rest[number..])? {
        ("month" | "quarter" | "year" | "week", len) => {
            let at = number + len;
            // `tháng 6/2021` is a date.
            let dated = rest.get(at).is_some_and(|t| t.number().is_some());
            (!dated).then(|| at + word(&rest[at..], "once").unwrap_or(0))
        }
        _ => None,
    }
}

/// `6 tháng một lần`, `3 tháng/lần`.
fn counted(rest: &[Token]) -> Option<usize> {
    bounded(rest.first()?, 12)?;
    let (_, len) = role(&rest[1..])
        .filter(|(word, _)| matches!(*word, "month" | "quarter" | "year" | "week"))?;
    let once = word(&rest[1 + len..], "once")?;
    Some(1 + len + once)
}

fn reports(tokens: &[Token], from: usize, to: usize) -> bool {
    let asks = |at: usize| {
        let rest = &tokens[at..];
        ACTS.at(rest).is_some_and(|hit| hit.value == "send") || CITED_TYPES.at(rest).is_some()
    };
    let before = from.saturating_sub(NEAR)..from;
    let behind = to..(to + 2).min(tokens.len());
    before.chain(behind).any(asks)
}
