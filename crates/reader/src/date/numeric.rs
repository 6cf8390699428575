//! Dates in figures alone.

use super::atom::{Led, Unit, Year, role};
use super::number::{bounded, year, year_after};
use crate::lexicon::COUNTED;
use crate::page::{Token, TokenKind};

/// `20/7/2020`, `20-7-2020`, `20.7.2020`, `2020-07-20`, `7/2020`, `20/7 năm 2020`; `20/7` and a year
/// of two figures only where a date must follow.
pub fn numeric(rest: &[Token], led: Led) -> Option<(usize, Unit)> {
    let first = rest.first()?;
    let (sign, second) = separated(rest, 0)?;
    let found = match separated(rest, 2) {
        Some(('-', third)) if sign == '-' && year(first).is_some() => {
            let (month, day) = (bounded(second, 12)?, bounded(third, 31)?);
            (5, day_of(day, month, year(first)))
        }
        Some((again, third)) if again == sign => {
            let (day, month) = (bounded(first, 31)?, bounded(second, 12)?);
            (5, day_of(day, month, Some(short_year(third, sign, led)?)))
        }
        _ => match year(second) {
            Some(year) => {
                let year = Some(Year::Written(year));
                (3, Unit::Month { month: bounded(first, 12)?, year })
            }
            None => day_and_month(rest, led, sign)?,
        },
    };
    // `12/2016/TT-BTTTT` is a number of a document.
    let symbol = rest.get(found.0).is_some_and(|t| t.is('/') && rest[found.0 - 1].touches(t));
    (!symbol).then_some(found)
}

/// `5-7/7/2022`: the first day of a run whose month and year stand behind its last.
pub fn short_list(rest: &[Token]) -> Option<(usize, Unit)> {
    let day = bounded(rest.first()?, 31)?;
    let (sign, last) = separated(rest, 0)?;
    let whole = numeric(rest.get(2..)?, Led::No)?;
    let later = bounded(last, 31)? > day && matches!(whole.1, Unit::Day { year: Some(_), .. });
    (sign == '-' && later).then_some((1, Unit::Day { day, month: None, year: None }))
}

fn day_and_month(rest: &[Token], led: Led, sign: char) -> Option<(usize, Unit)> {
    let (day, month) = (bounded(&rest[0], 31)?, Some(bounded(&rest[2], 12)?));
    let named = ["year", "this_year", "next_year", "last_year"];
    let (more, year) = match role(&rest[3..]) {
        Some((word, _)) if named.contains(&word) => year_after(&rest[3..]),
        _ => (0, None),
    };
    // `hết 3/4 số đơn vị` counts and dates nothing.
    let counts = COUNTED.at(&rest[3..]).is_some();
    let stands = year.is_some() || led == Led::Yes && !counts;
    (sign == '/' && stands).then_some((3 + more, Unit::Day { day, month, year }))
}

fn day_of(day: i8, month: i8, year: Option<i16>) -> Unit {
    Unit::Day { day, month: Some(month), year: year.map(Year::Written) }
}

fn separated(rest: &[Token], at: usize) -> Option<(char, &Token)> {
    let (before, mark, after) = (rest.get(at)?, rest.get(at + 1)?, rest.get(at + 2)?);
    before.number()?;
    after.number()?;
    match mark.kind {
        TokenKind::Mark('/') => Some(('/', after)),
        TokenKind::Mark(c @ ('-' | '.')) if before.touches(mark) && mark.touches(after) => {
            Some((c, after))
        }
        _ => None,
    }
}

fn short_year(token: &Token, sign: char, led: Led) -> Option<i16> {
    year(token).or_else(|| match token.kind {
        TokenKind::Number { value, digits: 2 } if sign == '/' || led == Led::Yes => {
            i16::try_from(value).ok().map(|short| 2000 + short)
        }
        _ => None,
    })
}
