//! Numbers of the date grammar: in figures, in words, in order.

use super::atom::{Year, role};
use crate::lexicon::{NUMERALS, ORDINALS};
use crate::page::{Token, TokenKind};

/// A year of four figures.
pub fn year(token: &Token) -> Option<i16> {
    match token.kind {
        TokenKind::Number { value, digits: 4 } => {
            i16::try_from(value).ok().filter(|y| (1900..2200).contains(y))
        }
        _ => None,
    }
}

/// A number of one or two figures from 1 to `most`.
pub fn bounded(token: &Token, most: i8) -> Option<i8> {
    match token.kind {
        TokenKind::Number { value, digits } if digits <= 2 => {
            i8::try_from(value).ok().filter(|n| (1..=most).contains(n))
        }
        _ => None,
    }
}

/// `mười lăm`: a day in words, and its tokens.
pub fn numeral(rest: &[Token]) -> Option<(usize, i8)> {
    let hit = NUMERALS.at(rest)?;
    Some((hit.len, hit.value.parse().ok()?))
}

/// `2`, `thứ 2`, `thứ hai`: a place in a row of `most`, and its tokens.
pub fn ordinal(rest: &[Token], most: i8) -> Option<(usize, i8)> {
    if let Some(hit) = ORDINALS.at(rest) {
        return Some((hit.len, hit.value.parse().ok().filter(|n| *n <= most)?));
    }
    let led = usize::from(rest.first().is_some_and(|t| role(std::slice::from_ref(t)) == NTH));
    Some((led + 1, bounded(rest.get(led)?, most)?))
}

const NTH: Option<(&str, usize)> = Some(("nth", 1));

/// `/2020`, `-2020`, `năm 2020`, `, năm 2020`, `năm sau` behind a month or a quarter: the tokens and
/// the year.
pub fn year_after(rest: &[Token]) -> (usize, Option<Year>) {
    let comma = usize::from(rest.first().is_some_and(|t| t.is(',')));
    let named = rest.get(comma..).and_then(|rest| match role(rest)? {
        ("year", len) => Some((len + 1, Year::Written(rest.get(len).and_then(year)?))),
        ("of", len) => Some((len + 1, Year::Written(rest.get(len).and_then(year)?))),
        ("this_year", len) => Some((len, Year::This)),
        ("next_year", len) => Some((len, Year::Next)),
        ("last_year", len) => Some((len, Year::Before)),
        _ => None,
    });
    if let Some((len, year)) = named {
        return (comma + len, Some(year));
    }
    let joined = rest.first().is_some_and(|t| matches!(t.kind, TokenKind::Mark('/' | '-' | '.')));
    match rest.get(1).and_then(year) {
        Some(year) if joined && (rest[0].is('/') || rest[0].touches(&rest[1])) => {
            (2, Some(Year::Written(year)))
        }
        _ => (0, None),
    }
}
