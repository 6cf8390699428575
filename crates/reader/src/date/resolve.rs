//! From a phrase to days of the calendar.

use super::atom::{Atom, Portion, Unit};
use super::phrase::Phrase;
use domain::plan::DateKind;
use jiff::civil::{Date, date};

/// The days a phrase means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    pub start: Option<Date>,
    /// The last day, strictly read.
    pub end: Option<Date>,
    /// The day as written, where one is.
    pub stated: Option<Date>,
    /// The year was worked out.
    pub inferred: bool,
}

/// Where a missing year comes from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Years {
    /// The day of the plan, or the latest day known to lie before it: deadlines come after it.
    pub issued: Option<Date>,
    /// The date read last.
    pub last: Option<Date>,
}

/// The days of `phrase`; a reference has none of its own.
pub fn resolve(phrase: &Phrase, years: Years) -> Days {
    let Some(first) = phrase.first else { return Days::default() };
    let closing = phrase.last.unwrap_or(first);
    let known = closing.unit.year().or(first.unit.year());
    let inferred = known.is_none() && closing.unit != Unit::Term;
    if phrase.kind == DateKind::Recurring {
        return Days::default();
    }
    let Some(year) = known.or_else(|| guess(closing, years)) else {
        return Days { inferred, ..Days::default() };
    };
    let end = bounds(closing, year);
    let mut start_year = first.unit.year().unwrap_or(year);
    let mut start = bounds(first, start_year);
    // `từ tháng 11 đến tháng 2/2021` begins in the year before.
    if first.unit.year() == Some(year)
        && let (Some((from, _)), Some((_, to))) = (start, end)
        && from > to
    {
        start_year -= 1;
        start = bounds(first.with_year(start_year), start_year);
    }
    let stated = match closing.unit {
        Unit::Day { .. } => end.map(|(day, _)| day),
        _ => None,
    };
    let first_day = start.map(|(day, _)| day);
    let last_day = end.map(|(_, day)| day);
    let day_before = |day: Option<Date>| day.and_then(|day| day.yesterday().ok());
    match phrase.kind {
        DateKind::Before => Days { start: None, end: day_before(first_day), stated, inferred },
        DateKind::By => Days { start: None, end: last_day, stated, inferred },
        _ if phrase.last_excluded => {
            let end = day_before(end.map(|(day, _)| day));
            Days { start: first_day, end, stated, inferred }
        }
        _ => Days { start: first_day, end: last_day, stated, inferred },
    }
}

impl Atom {
    fn with_year(self, year: i16) -> Atom {
        let unit = match self.unit {
            Unit::Day { day, month, .. } => Unit::Day { day, month, year: Some(year) },
            Unit::Month { month, .. } => Unit::Month { month, year: Some(year) },
            Unit::Quarter { quarter, .. } => Unit::Quarter { quarter, year: Some(year) },
            other => other,
        };
        Atom { unit, ..self }
    }
}

/// The first year in which the date does not lie before the plan.
fn guess(atom: Atom, years: Years) -> Option<i16> {
    let from = years.issued.or(years.last)?;
    let this = from.year();
    match bounds(atom, this) {
        Some((_, end)) if end < from => Some(this + 1),
        _ => Some(this),
    }
}

/// First and last day of `atom`, with `year` where it has none; none where there is no such day.
fn bounds(atom: Atom, year: i16) -> Option<(Date, Date)> {
    let year = atom.unit.year().unwrap_or(year);
    match atom.unit {
        Unit::Day { day, month, .. } => {
            let day = Date::new(year, month?, day).ok()?;
            Some((day, day))
        }
        Unit::Month { month, .. } => {
            let first = Date::new(year, month, 1).ok()?;
            let day = |day| date(year, month, day);
            Some(match atom.portion {
                Portion::Whole => (first, first.last_of_month()),
                Portion::Start => (first, day(10)),
                Portion::Middle => (day(11), day(20)),
                Portion::End => (day(21), first.last_of_month()),
            })
        }
        Unit::Quarter { quarter, .. } => {
            let first = (quarter - 1) * 3 + 1;
            let months = match atom.portion {
                Portion::Whole => (first, first + 2),
                Portion::Start => (first, first),
                Portion::Middle => (first + 1, first + 1),
                Portion::End => (first + 2, first + 2),
            };
            months_of(year, months)
        }
        Unit::Year { .. } => months_of(
            year,
            match atom.portion {
                Portion::Whole => (1, 12),
                Portion::Start => (1, 3),
                Portion::Middle => (5, 8),
                Portion::End => (10, 12),
            },
        ),
        Unit::Term => None,
    }
}

fn months_of(year: i16, (first, last): (i8, i8)) -> Option<(Date, Date)> {
    let from = Date::new(year, first, 1).ok()?;
    Some((from, Date::new(year, last, 1).ok()?.last_of_month()))
}
