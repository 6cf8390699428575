//! One date as written: a day, a week, a month, a quarter, a year, or a part of one of these.

use super::english;
use super::number::{bounded, numeral, ordinal, year, year_after};
use super::numeric::{numeric, short_list};
use crate::lexicon::{DATES, ENGLISH_DATES, MONTHS};
use crate::page::{Token, roman};
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
    FirstHalf,
    SecondHalf,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Day {
        day: i8,
        month: Option<i8>,
        year: Option<Year>,
    },
    /// The first to fifth seven days of a month, or the last.
    Week {
        week: Week,
        month: i8,
        year: Option<Year>,
    },
    Month {
        month: i8,
        year: Option<Year>,
    },
    Quarter {
        quarter: i8,
        year: Option<Year>,
    },
    /// `6 tháng đầu năm 2021`: months of one year, first and last.
    Months {
        first: i8,
        last: i8,
        year: Option<Year>,
    },
    Year {
        year: Year,
    },
    /// The start of a congress term: a day that differs from unit to unit.
    Term,
    /// The day of the plan itself.
    Now,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Week {
    Nth(i8),
    Last,
}

/// A year in figures, or one named from where the plan stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    Written(i16),
    Before,
    This,
    Next,
}

impl Unit {
    pub fn year(self) -> Option<Year> {
        match self {
            Unit::Day { year, .. }
            | Unit::Week { year, .. }
            | Unit::Month { year, .. }
            | Unit::Quarter { year, .. }
            | Unit::Months { year, .. } => year,
            Unit::Year { year } => Some(year),
            Unit::Term | Unit::Now => None,
        }
    }

    /// The same in `year`, where it has none of its own.
    pub fn in_year(self, known: Option<Year>) -> Unit {
        let or = |year: Option<Year>| year.or(known);
        match self {
            Unit::Day { day, month, year } => Unit::Day { day, month, year: or(year) },
            Unit::Week { week, month, year } => Unit::Week { week, month, year: or(year) },
            Unit::Month { month, year } => Unit::Month { month, year: or(year) },
            Unit::Quarter { quarter, year } => Unit::Quarter { quarter, year: or(year) },
            Unit::Months { first, last, year } => Unit::Months { first, last, year: or(year) },
            whole => whole,
        }
    }

    /// The same with a missing month taken from `other`, which stands behind it.
    pub fn in_month_of(self, other: Unit) -> Unit {
        let behind = match other {
            Unit::Day { month, .. } => month,
            Unit::Month { month, .. } | Unit::Week { month, .. } => Some(month),
            _ => None,
        };
        match self {
            Unit::Day { day, month: None, year } => Unit::Day { day, month: behind, year },
            whole => whole,
        }
    }
}

/// The word of the date grammar at the start of `rest`: what it is for, and its length.
pub fn role(rest: &[Token]) -> Option<(&'static str, usize)> {
    let hit = match (DATES.at(rest), ENGLISH_DATES.at(rest)) {
        (Some(one), Some(other)) if other.len > one.len => other,
        (one, other) => one.or(other)?,
    };
    Some((hit.value, hit.len))
}

/// Tokens of the word for `wanted` at the start of `rest`; none where another stands there.
pub fn word(rest: &[Token], wanted: &str) -> Option<usize> {
    role(rest).filter(|(word, _)| *word == wanted).map(|(_, len)| len)
}

/// A full calendar day at the start of `rest` (`ngày 06/01/2011`, `02 tháng 6 năm 2020`).
///
/// Gives the tokens it takes and the day; none of the day where the calendar has no such.
pub fn day_at(rest: &[Token]) -> Option<(usize, Option<Date>)> {
    let atom = atom(rest, Led::Yes)?;
    match atom.unit {
        Unit::Day { day, month: Some(month), year: Some(Year::Written(year)) } => {
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

/// The date at the start of `rest`.
pub fn atom(rest: &[Token], led: Led) -> Option<Atom> {
    let whole = |(len, unit)| Atom { len, portion: Portion::Whole, unit };
    match role(rest) {
        Some(("term", len)) => Some(whole((len, Unit::Term))),
        Some(("now", len)) if led == Led::Yes => Some(whole((len, Unit::Now))),
        Some((word, len)) if portion(word).is_some() => {
            let of = super::atom::word(&rest[len..], "of").unwrap_or(0);
            let (inner, unit) = named(&rest[len + of..], Led::Yes)?;
            let day = matches!(unit, Unit::Day { .. } | Unit::Week { .. });
            let portion = portion(word).filter(|_| !day)?;
            Some(Atom { len: len + of + inner, portion, unit })
        }
        _ => named(rest, led)
            .or_else(|| months(rest))
            .or_else(|| numeric(rest, led))
            .or_else(|| short_list(rest))
            .map(whole),
    }
}

fn portion(word: &str) -> Option<Portion> {
    Some(match word {
        "start" => Portion::Start,
        "middle" => Portion::Middle,
        "end" => Portion::End,
        "first_half" => Portion::FirstHalf,
        "second_half" => Portion::SecondHalf,
        _ => return None,
    })
}

/// A date that begins with its unit's name.
fn named(rest: &[Token], led: Led) -> Option<(usize, Unit)> {
    let Some((word, len)) = role(rest) else { return english::date(rest, led) };
    let behind = &rest[len..];
    let (inner, unit) = match word {
        "day" => day_of_month(behind)?,
        "week" => week(behind)?,
        "month" => month(behind)?,
        "quarter" => quarter(behind)?,
        "year" => {
            year(behind.first()?).map(|year| (1, Unit::Year { year: Year::Written(year) }))?
        }
        "this_year" => (0, Unit::Year { year: Year::This }),
        "next_year" => (0, Unit::Year { year: Year::Next }),
        "last_year" => (0, Unit::Year { year: Year::Before }),
        _ => return english::date(rest, led),
    };
    Some((len + inner, unit))
}

/// What may stand behind `ngày`: a date in figures, a number with or without its month.
pub fn day_of_month(rest: &[Token]) -> Option<(usize, Unit)> {
    if let Some(found) = numeric(rest, Led::Yes) {
        return matches!(found.1, Unit::Day { .. }).then_some(found);
    }
    let (at, day, spelled) = match rest.first().and_then(|first| bounded(first, 31)) {
        Some(day) => (1, day, false),
        None => {
            let (len, day) = numeral(rest)?;
            (len, day, true)
        }
    };
    let month = word(&rest[at..], "month").and_then(|len| Some((len, month(&rest[at + len..])?)));
    match month {
        Some((len, (inner, Unit::Month { month, year }))) => {
            Some((at + len + inner, Unit::Day { day, month: Some(month), year }))
        }
        // `ngày một tốt hơn`: a spelled number is a day only before its month.
        _ if spelled => None,
        _ => Some((at, Unit::Day { day, month: None, year: None })),
    }
}

/// `thứ 2 của tháng 6/2021`, `cuối tháng 7` behind `tuần`.
fn week(rest: &[Token]) -> Option<(usize, Unit)> {
    let (mut at, week) = match role(rest) {
        Some(("end", len)) => (len, Week::Last),
        Some(("start", len)) => (len, Week::Nth(1)),
        _ => {
            let (len, nth) = ordinal(rest, 5)?;
            (len, Week::Nth(nth))
        }
    };
    at += word(&rest[at..], "of").unwrap_or(0);
    at += word(&rest[at..], "month")?;
    match month(&rest[at..])? {
        (len, Unit::Month { month, year }) => Some((at + len, Unit::Week { week, month, year })),
        _ => None,
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

/// `6 tháng đầu năm 2021`, `9 tháng đầu năm`.
fn months(rest: &[Token]) -> Option<(usize, Unit)> {
    let count = bounded(rest.first()?, 11)?;
    let mut at = 1 + word(&rest[1..], "month")?;
    let (part, len) = role(&rest[at..])?;
    let (first, last) = match part {
        "start" => (1, count),
        "end" => (13 - count, 12),
        _ => return None,
    };
    at += len;
    let (len, year) = match role(&rest[at..])? {
        ("year", len) => match rest.get(at + len).and_then(year) {
            Some(year) => (len + 1, Some(Year::Written(year))),
            None => (len, None),
        },
        ("this_year", len) => (len, Some(Year::This)),
        ("next_year", len) => (len, Some(Year::Next)),
        ("last_year", len) => (len, Some(Year::Before)),
        _ => return None,
    };
    Some((at + len, Unit::Months { first, last, year }))
}
