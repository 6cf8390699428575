//! Hours and weekdays that stand before a day: `17 giờ 30 phút, thứ Sáu, ngày …`.

use super::atom::{role, word};
use super::number::bounded;
use crate::lexicon::{CONGRESS, WEEKDAYS};
use crate::page::{Token, TokenKind};

/// Tokens of an hour, or of two with a dash or `đến` between, at the start of `rest`, with the comma
/// behind.
pub fn hours(rest: &[Token]) -> Option<usize> {
    let mut at = hour(rest)?;
    let until = word(&rest[at..], "until");
    let dash = rest.get(at).is_some_and(|t| t.is('-')).then_some(1);
    if let Some(len) = until.or(dash)
        && let Some(second) = hour(&rest[at + len..])
    {
        at += len + second;
    }
    Some(at + joint(&rest[at..]))
}

/// Tokens of a weekday at the start of `rest`, with the comma behind.
pub fn weekday(rest: &[Token]) -> Option<usize> {
    let hit = WEEKDAYS.at(rest)?;
    Some(hit.len + joint(&rest[hit.len..]))
}

/// True where a weekday at `at` would be a place in a row: `kỳ họp lần thứ năm`.
pub fn is_ordinal(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1)
        .and_then(|before| CONGRESS.at(&tokens[before..]))
        .is_some_and(|hit| hit.value == "ordinal")
}

/// A comma, `của` or `vào` between an hour and its day.
fn joint(rest: &[Token]) -> usize {
    match rest.first() {
        Some(token) if token.is(',') => 1 + word(&rest[1..], "on").unwrap_or(0),
        _ => match role(rest) {
            Some(("of" | "on", len)) => len,
            _ => 0,
        },
    }
}

/// `17 giờ`, `17 giờ 30 phút`, `17h`, `17h30`, `17:30`, `5 pm`.
fn hour(rest: &[Token]) -> Option<usize> {
    let first = rest.first()?;
    let TokenKind::Number { .. } = first.kind else { return written_together(&first.key) };
    let at = bounded_hour(first)?;
    if let Some(len) = word(&rest[at..], "hour") {
        let minutes = rest.get(at + len).filter(|t| t.number().is_some_and(|n| n < 60));
        let minutes = usize::from(minutes.is_some());
        let named = word(&rest[at + len + minutes..], "minute").filter(|_| minutes > 0);
        return Some(at + len + minutes + named.unwrap_or(0));
    }
    if let Some(len) = word(&rest[at..], "half_day") {
        return Some(at + len);
    }
    let colon = rest.get(at).is_some_and(|t| t.is(':') && first.touches(t));
    let minutes = rest.get(at + 1).is_some_and(|t| t.number().is_some_and(|n| n < 60));
    (colon && minutes).then(|| at + 2 + word(&rest[at + 2..], "half_day").unwrap_or(0))
}

fn bounded_hour(token: &Token) -> Option<usize> {
    let midnight = token.number() == Some(0);
    (midnight || bounded(token, 24).is_some()).then_some(1)
}

/// `17h30` is one word: figures, `h` or `g`, figures.
fn written_together(key: &str) -> Option<usize> {
    let (hour, minutes) = key.split_once(['h', 'g'])?;
    let figures = |part: &str| part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    (!hour.is_empty() && figures(hour) && figures(minutes)).then_some(1)
}
