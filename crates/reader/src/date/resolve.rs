//! From a phrase to days of the calendar.

use super::Calendar;
use super::atom::{Atom, Portion, Unit, Week, Year};
use super::phrase::Phrase;
use super::relative::{Anchor, Measure, Relative};
use domain::calendar::is_working_day;
use domain::plan::DateKind;
use jiff::Span;
use jiff::civil::{Date, date};

/// The days a phrase means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days {
    pub start: Option<Date>,
    /// The last day, strictly read.
    pub end: Option<Date>,
    /// The day as written, where one is.
    pub stated: Option<Date>,
    /// The year or month was worked out.
    pub inferred: bool,
}

/// Where a missing year or month comes from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Years {
    /// The day of the plan, or the latest day known to lie before it: deadlines come after it.
    pub issued: Option<Date>,
    /// The date read last.
    pub last: Option<Date>,
}

/// The days of `phrase`; a reference, what comes again and a day of the lunar calendar have none of
/// their own.
pub fn resolve(phrase: &Phrase, years: Years) -> Days {
    if let Some(relative) = phrase.relative {
        return Days { end: counted(relative, years), inferred: true, ..Days::default() };
    }
    if phrase.calendar == Calendar::Lunar {
        return Days { inferred: true, ..Days::default() };
    }
    let Some(first) = phrase.first.filter(|_| phrase.kind != DateKind::Recurring) else {
        return Days::default();
    };
    let closing = dated(phrase.last.unwrap_or(first), years);
    let known = closing.unit.year().or(first.unit.year());
    let written = matches!(known, Some(Year::Written(_)));
    let inferred = closing.guessed || !written && closing.unit != Unit::Term;
    let issued_year = years.issued.or(years.last).map(Date::year);
    let year = match known {
        Some(year) => year.number(issued_year),
        None if matches!(closing.unit, Unit::Now | Unit::Term) => Some(0),
        None => guess(closing.atom(), years),
    };
    let Some(year) = year else { return Days { inferred, ..Days::default() } };
    let end = bounds(closing.atom(), year, years);
    let start = start(first, closing.atom(), year, years);
    let stated = match closing.unit {
        Unit::Day { .. } => end.map(|(day, _)| day),
        _ => None,
    };
    let first_day = start.map(|(day, _)| day);
    let last_day = end.map(|(_, day)| day);
    let day_before = |day: Option<Date>| day.and_then(|day| day.yesterday().ok());
    let (start, end) = match phrase.kind {
        DateKind::Before => (None, day_before(end.map(|days| anchor(closing.portion, days)))),
        DateKind::By => (None, last_day),
        _ if phrase.last_excluded => (first_day, day_before(end.map(|(day, _)| day))),
        // `từ ngày D` has no end.
        DateKind::Range if phrase.last.is_none() => (first_day, None),
        _ => (first_day, last_day),
    };
    Days { start, end, stated, inferred }
}

/// The day that a part of a month stands for where something must come before it.
fn anchor(portion: Portion, (first, last): (Date, Date)) -> Date {
    match portion {
        Portion::End | Portion::SecondHalf => last,
        Portion::Middle => first.checked_add(Span::new().days(4)).unwrap_or(first),
        Portion::Whole | Portion::Start | Portion::FirstHalf => first,
    }
}

/// A date whose month was filled in where it had none.
struct Closing {
    unit: Unit,
    portion: Portion,
    guessed: bool,
}

impl Closing {
    fn atom(&self) -> Atom {
        Atom { len: 0, portion: self.portion, unit: self.unit }
    }
}

fn dated(atom: Atom, years: Years) -> Closing {
    let Atom { unit, portion, .. } = atom;
    match (unit, years.last.or(years.issued)) {
        (Unit::Day { day, month: None, year: None }, Some(near)) => {
            let unit = month_near(day, near);
            Closing { unit, portion, guessed: true }
        }
        _ => Closing { unit, portion, guessed: false },
    }
}

/// `trước ngày 20` in a plan that spoke of a day last: in its month, or the next once it is past.
fn month_near(day: i8, near: Date) -> Unit {
    let same = near.day() <= day;
    let month = if same { Some(near) } else { near.checked_add(Span::new().months(1)).ok() };
    let (month, year) = month.map_or((near.month(), near.year()), |m| (m.month(), m.year()));
    Unit::Day { day, month: Some(month), year: Some(Year::Written(year)) }
}

impl Year {
    /// In figures, seen from a plan of the year `from`.
    fn number(self, from: Option<i16>) -> Option<i16> {
        match self {
            Year::Written(year) => Some(year),
            Year::Before => from.map(|year| year - 1),
            Year::This => from,
            Year::Next => from.map(|year| year + 1),
        }
    }
}

/// First and last day of the beginning of a range that closes with `closing`.
fn start(first: Atom, closing: Atom, year: i16, years: Years) -> Option<(Date, Date)> {
    let from = years.issued.or(years.last).map(Date::year);
    let own = first.unit.year().and_then(|own| own.number(from));
    let start = bounds(first, own.unwrap_or(year), years);
    // `từ tháng 11 đến tháng 2/2021` begins in the year before.
    let end = bounds(closing, year, years);
    let late = start.zip(end).is_some_and(|((from, _), (_, to))| from > to);
    if own.is_none() && late { bounds(first, year - 1, years) } else { start }
}

/// The first year in which the date does not lie before the plan.
fn guess(atom: Atom, years: Years) -> Option<i16> {
    let from = years.issued.or(years.last)?;
    let this = from.year();
    match bounds(atom, this, years) {
        Some((_, end)) if end < from => Some(this + 1),
        _ => Some(this),
    }
}

/// First and last day of `atom` in `year`; none where there is no such day.
fn bounds(atom: Atom, year: i16, years: Years) -> Option<(Date, Date)> {
    match atom.unit {
        Unit::Day { day, month, .. } => {
            let day = Date::new(year, month?, day).ok()?;
            Some((day, day))
        }
        Unit::Week { week, month, .. } => {
            let end = Date::new(year, month, 1).ok()?.last_of_month();
            let (from, to) = match week {
                Week::Last => (end.day() - 6, end.day()),
                Week::Nth(nth) => ((nth - 1) * 7 + 1, (nth * 7).min(end.day())),
            };
            Some((Date::new(year, month, from).ok()?, Date::new(year, month, to).ok()?))
        }
        Unit::Month { month, .. } => {
            Some(part_of_month(atom.portion, Date::new(year, month, 1).ok()?))
        }
        Unit::Quarter { quarter, .. } => {
            let first = (quarter - 1) * 3 + 1;
            let months = match atom.portion {
                Portion::Start => (first, first),
                Portion::Middle => (first + 1, first + 1),
                Portion::End => (first + 2, first + 2),
                _ => (first, first + 2),
            };
            months_of(year, months)
        }
        Unit::Months { first, last, .. } => months_of(year, (first, last)),
        Unit::Year { .. } => months_of(
            year,
            match atom.portion {
                Portion::Whole => (1, 12),
                Portion::Start => (1, 3),
                Portion::Middle => (5, 8),
                Portion::End => (10, 12),
                Portion::FirstHalf => (1, 6),
                Portion::SecondHalf => (7, 12),
            },
        ),
        Unit::Now => years.issued.map(|day| (day, day)),
        Unit::Term => None,
    }
}

/// `đầu`, `giữa`, `cuối tháng` are its days 1–10, 11–20 and 21 to the last.
fn part_of_month(portion: Portion, first: Date) -> (Date, Date) {
    let day = |day| date(first.year(), first.month(), day);
    match portion {
        Portion::Whole => (first, first.last_of_month()),
        Portion::Start => (first, day(10)),
        Portion::Middle => (day(11), day(20)),
        Portion::End => (day(21), first.last_of_month()),
        Portion::FirstHalf => (first, day(15)),
        Portion::SecondHalf => (day(16), first.last_of_month()),
    }
}

fn months_of(year: i16, (first, last): (i8, i8)) -> Option<(Date, Date)> {
    let from = Date::new(year, first, 1).ok()?;
    Some((from, Date::new(year, last, 1).ok()?.last_of_month()))
}

/// The last day of so many days after something, where that has a day.
fn counted(relative: Relative, years: Years) -> Option<Date> {
    let from = match relative.anchor {
        Anchor::Issued => years.issued?,
        Anchor::Last => years.last?,
        Anchor::Date(atom) => {
            let issued = years.issued.or(years.last).map(Date::year);
            let year = atom.unit.year().and_then(|year| year.number(issued));
            bounds(atom, year.or_else(|| guess(atom, years))?, years)?.0
        }
        Anchor::Event => return None,
    };
    let count = i64::from(relative.count);
    match relative.measure {
        Measure::Hours => from.checked_add(Span::new().days((count + 23) / 24)).ok(),
        Measure::Days => from.checked_add(Span::new().days(count)).ok(),
        Measure::Weeks => from.checked_add(Span::new().weeks(count)).ok(),
        Measure::Months => from.checked_add(Span::new().months(count)).ok(),
        Measure::WorkingDays => {
            let later = from.series(Span::new().days(1)).skip(1).filter(|day| is_working_day(*day));
            later.take(usize::try_from(count).ok()?).last()
        }
    }
}
