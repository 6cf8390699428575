//! One date as written: a day, a month, a quarter, a year, or a part of one of these.

use crate::lexicon::{DATES, MONTHS};
use crate::page::{Token, TokenKind, roman};
use jiff::civil::Date;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Atom {
    /// Tokens it takes.
    pub len: usize,
    pub portion: Portion,
    pub unit: Unit,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Portion {
    Whole,
    Start,
    Middle,
    End,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Day {
        day: i8,
        month: Option<i8>,
        year: Option<i16>,
    },
    Month {
        month: i8,
        year: Option<i16>,
    },
    Quarter {
        quarter: i8,
        year: Option<i16>,
    },
    Year {
        year: i16,
    },
    /// The start of a congress term: a day that differs from unit to unit.
    Term,
}

impl Unit {
    pub fn year(self) -> Option<i16> {
        match self {
            Unit::Day { year, .. } | Unit::Month { year, .. } | Unit::Quarter { year, .. } => year,
            Unit::Year { year } => Some(year),
            Unit::Term => None,
        }
    }

    /// The same with what is missing taken from `other`, which stands behind it.
    pub fn completed_by(self, other: Unit) -> Unit {
        match self {
            Unit::Day { day, month, year } => {
                let behind = match other {
                    Unit::Day { month, .. } => month,
                    Unit::Month { month, .. } => Some(month),
                    _ => None,
                };
                Unit::Day { day, month: month.or(behind), year: year.or(other.year()) }
            }
            Unit::Month { month, year } => Unit::Month { month, year: year.or(other.year()) },
            Unit::Quarter { quarter, year } => {
                Unit::Quarter { quarter, year: year.or(other.year()) }
            }
            whole => whole,
        }
    }
}

/// The word of the date grammar at the start of `rest`: what it is for, and its length.
pub fn role(rest: &[Token]) -> Option<(&'static str, usize)> {
    DATES.at(rest).map(|hit| (hit.value, hit.len))
}

/// A full calendar day at the start of `rest` (`ngày 06/01/2011`, `02 tháng 6 năm 2020`).
///
/// Gives the tokens it takes and the day; none of the day where the calendar has no such.
pub fn day_at(rest: &[Token]) -> Option<(usize, Option<Date>)> {
    let atom = atom(rest, Led::Yes)?;
    match atom.unit {
        Unit::Day { day, month: Some(month), year: Some(year) } => {
            Some((atom.len, Date::new(year, month, day).ok()))
        }
        _ => None,
    }
}

/// Whether a word before it says that a date must follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Led {
    Yes,
    No,
}

pub fn atom(rest: &[Token], led: Led) -> Option<Atom> {
    match role(rest) {
        Some(("term", len)) => Some(Atom { len, portion: Portion::Whole, unit: Unit::Term }),
        Some((word @ ("start" | "middle" | "end"), len)) => {
            let portion = match word {
                "start" => Portion::Start,
                "middle" => Portion::Middle,
                _ => Portion::End,
            };
            let (inner, unit) = named(&rest[len..])?;
            let day = matches!(unit, Unit::Day { .. });
            (!day).then_some(Atom { len: len + inner, portion, unit })
        }
        _ => {
            let (len, unit) = named(rest).or_else(|| numeric(rest, led))?;
            Some(Atom { len, portion: Portion::Whole, unit })
        }
    }
}

/// A date that begins with its unit's name.
fn named(rest: &[Token]) -> Option<(usize, Unit)> {
    let (word, len) = role(rest)?;
    let rest = &rest[len..];
    let (inner, unit) = match word {
        "day" => day(rest)?,
        "month" => month(rest)?,
        "quarter" => quarter(rest)?,
        "year" => (1, Unit::Year { year: year(rest.first()?)? }),
        _ => return None,
    };
    Some((len + inner, unit))
}

fn day(rest: &[Token]) -> Option<(usize, Unit)> {
    if let Some(found) = numeric(rest, Led::Yes) {
        return matches!(found.1, Unit::Day { .. }).then_some(found);
    }
    let day = bounded(rest.first()?, 31)?;
    let Some(("month", len)) = role(&rest[1..]) else {
        return Some((1, Unit::Day { day, month: None, year: None }));
    };
    match month(&rest[1 + len..]) {
        Some((inner, Unit::Month { month, year })) => {
            Some((1 + len + inner, Unit::Day { day, month: Some(month), year }))
        }
        _ => Some((1, Unit::Day { day, month: None, year: None })),
    }
}

fn month(rest: &[Token]) -> Option<(usize, Unit)> {
    let (len, month) = match rest.first().and_then(|t| bounded(t, 12)) {
        Some(month) => (1, month),
        None => {
            let hit = MONTHS.at(rest)?;
            (hit.len, hit.value.parse().ok()?)
        }
    };
    let (more, year) = year_after(&rest[len..]);
    Some((len + more, Unit::Month { month, year }))
}

fn quarter(rest: &[Token]) -> Option<(usize, Unit)> {
    let first = rest.first()?;
    let quarter = match first.number() {
        Some(_) => bounded(first, 4)?,
        None => i8::try_from(roman(&first.key)?).ok().filter(|q| *q <= 4)?,
    };
    let (more, year) = year_after(&rest[1..]);
    Some((1 + more, Unit::Quarter { quarter, year }))
}

/// `/2020`, `-2020`, `năm 2020`, `, năm 2020` behind a month or a quarter.
fn year_after(rest: &[Token]) -> (usize, Option<i16>) {
    let comma = usize::from(rest.first().is_some_and(|t| t.is(',')));
    if let Some(("year", len)) = rest.get(comma..).and_then(role)
        && let Some(year) = rest.get(comma + len).and_then(year)
    {
        return (comma + len + 1, Some(year));
    }
    let joined = rest.first().is_some_and(|t| matches!(t.kind, TokenKind::Mark('/' | '-' | '.')));
    match rest.get(1).and_then(year) {
        Some(year) if joined && (rest[0].is('/') || rest[0].touches(&rest[1])) => (2, Some(year)),
        _ => (0, None),
    }
}

/// `20/7/2020`, `20-7-2020`, `20.7.2020`, `7/2020`; `20/7` only where a date must follow.
pub fn numeric(rest: &[Token], led: Led) -> Option<(usize, Unit)> {
    let first = rest.first()?;
    let (sign, second) = separated(rest, 0)?;
    let found = match separated(rest, 2) {
        Some((again, third)) if again == sign => {
            let day = bounded(first, 31)?;
            let month = Some(bounded(second, 12)?);
            (5, Unit::Day { day, month, year: Some(short_year(third, sign)?) })
        }
        _ => match year(second) {
            Some(year) => (3, Unit::Month { month: bounded(first, 12)?, year: Some(year) }),
            None if led == Led::Yes && sign == '/' => {
                let month = Some(bounded(second, 12)?);
                (3, Unit::Day { day: bounded(first, 31)?, month, year: None })
            }
            None => return None,
        },
    };
    // `12/2016/TT-BTTTT` is a number of a document, `2020-2025` none of the calendar.
    let symbol = rest.get(found.0).is_some_and(|t| t.is('/'));
    (!symbol).then_some(found)
}

fn separated(rest: &[Token], at: usize) -> Option<(char, &Token)> {
    let (before, mark, after) = (rest.get(at)?, rest.get(at + 1)?, rest.get(at + 2)?);
    after.number()?;
    match mark.kind {
        TokenKind::Mark('/') => Some(('/', after)),
        TokenKind::Mark(c @ ('-' | '.')) if before.touches(mark) && mark.touches(after) => {
            Some((c, after))
        }
        _ => None,
    }
}

fn short_year(token: &Token, sign: char) -> Option<i16> {
    year(token).or_else(|| match token.kind {
        TokenKind::Number { value, digits: 2 } if sign == '/' => {
            i16::try_from(value).ok().map(|short| 2000 + short)
        }
        _ => None,
    })
}

pub fn year(token: &Token) -> Option<i16> {
    match token.kind {
        TokenKind::Number { value, digits: 4 } => {
            i16::try_from(value).ok().filter(|y| (1900..2200).contains(y))
        }
        _ => None,
    }
}

pub fn bounded(token: &Token, most: i8) -> Option<i8> {
    match token.kind {
        TokenKind::Number { value, digits } if digits <= 2 => {
            i8::try_from(value).ok().filter(|n| (1..=most).contains(n))
        }
        _ => None,
    }
}
