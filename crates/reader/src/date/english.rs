//! Dates in English: `15 July 2020`, `July 15, 2020`, `the third quarter of 2021`, `Q3 2021`.

use super::atom::{Led, Unit, Week, Year, word};
use super::number::{bounded, year};
use crate::lexicon::{ENGLISH_MONTHS, ENGLISH_ORDINALS};
use crate::page::{Token, TokenKind};

pub fn date(rest: &[Token], led: Led) -> Option<(usize, Unit)> {
    let the = word(rest, "the").unwrap_or(0);
    let rest = &rest[the..];
    let found = day_first(rest)
        .or_else(|| monthly(rest))
        .or_else(|| month_first(rest))
        .or_else(|| quarter(rest))
        .or_else(|| week(rest))
        .or_else(|| month(rest).filter(|(_, unit)| led == Led::Yes || unit.year().is_some()));
    let whole_year = || {
        let year = year(rest.first()?).filter(|_| led == Led::Yes && the == 0)?;
        Some((1, Unit::Year { year: Year::Written(year) })).filter(|_| !joined(rest))
    };
    found.or_else(whole_year).map(|(len, unit)| (the + len, unit))
}

/// `15 July 2020`, `15th of July`.
fn day_first(rest: &[Token]) -> Option<(usize, Unit)> {
    let day = day(rest.first()?)?;
    let of = word(&rest[1..], "of").unwrap_or(0);
    let (len, month) = month_name(&rest[1 + of..])?;
    let (more, year) = year_behind(&rest[1 + of + len..]);
    Some((1 + of + len + more, Unit::Day { day, month: Some(month), year }))
}

/// `5th` before `of each month`.
fn monthly(rest: &[Token]) -> Option<(usize, Unit)> {
    let day = day(rest.first()?)?;
    word(&rest[1..], "recurring")?;
    Some((1, Unit::Day { day, month: None, year: None }))
}

/// `July 15, 2020`, `July 15`.
fn month_first(rest: &[Token]) -> Option<(usize, Unit)> {
    let (len, month) = month_name(rest)?;
    let day = day(rest.get(len)?)?;
    let (more, year) = year_behind(&rest[len + 1..]);
    Some((len + 1 + more, Unit::Day { day, month: Some(month), year }))
}

fn month(rest: &[Token]) -> Option<(usize, Unit)> {
    let (len, month) = month_name(rest)?;
    let (more, year) = year_behind(&rest[len..]);
    Some((len + more, Unit::Month { month, year }))
}

fn quarter(rest: &[Token]) -> Option<(usize, Unit)> {
    let (len, quarter) = match short_quarter(rest.first()?) {
        Some(quarter) => (1, quarter),
        None => {
            let hit = ENGLISH_ORDINALS.at(rest)?;
            let len = hit.len + word(&rest[hit.len..], "quarter")?;
            (len, hit.value.parse().ok()?)
        }
    };
    let (more, year) = year_behind(&rest[len..]);
    Some((len + more, Unit::Quarter { quarter, year }))
}

/// `third week of July 2024`, `last week of July`.
fn week(rest: &[Token]) -> Option<(usize, Unit)> {
    let hit = ENGLISH_ORDINALS.at(rest)?;
    let mut at = hit.len + word(&rest[hit.len..], "week")?;
    at += word(&rest[at..], "of")?;
    let (len, month) = month_name(&rest[at..])?;
    let (more, year) = year_behind(&rest[at + len..]);
    let week = match hit.value {
        "last" => Week::Last,
        nth => Week::Nth(nth.parse().ok()?),
    };
    Some((at + len + more, Unit::Week { week, month, year }))
}

fn short_quarter(token: &Token) -> Option<i8> {
    let digit = token.key.strip_prefix('q')?;
    digit.parse().ok().filter(|quarter| (1..=4).contains(quarter))
}

/// A capital keeps `may` the verb apart from the month.
fn month_name(rest: &[Token]) -> Option<(usize, i8)> {
    rest.first().filter(|t| t.capitalised())?;
    let hit = ENGLISH_MONTHS.at(rest)?;
    Some((hit.len, hit.value.parse().ok()?))
}

/// `15`, `15th`.
fn day(token: &Token) -> Option<i8> {
    if let TokenKind::Number { .. } = token.kind {
        return bounded(token, 31);
    }
    let digits =
        ["st", "nd", "rd", "th"].into_iter().find_map(|end| token.key.strip_suffix(end))?;
    digits.parse().ok().filter(|day| (1..=31).contains(day))
}

/// ` 2020`, `, 2020`, ` of 2020`, `/2020`.
fn year_behind(rest: &[Token]) -> (usize, Option<Year>) {
    let sign = rest.first().is_some_and(|t| t.is(',') || t.is('/'));
    let skip = word(rest, "of").unwrap_or(usize::from(sign));
    match rest.get(skip).and_then(year) {
        Some(year) => (skip + 1, Some(Year::Written(year))),
        None => (0, None),
    }
}

/// `2020-2025`, `2020/2021`: no year by itself.
fn joined(rest: &[Token]) -> bool {
    rest.get(1)
        .is_some_and(|t| matches!(t.kind, TokenKind::Mark('/' | '-' | '.')) && rest[0].touches(t))
}
