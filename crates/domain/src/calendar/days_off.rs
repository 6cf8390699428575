//! Working days (ngày làm việc): what Vietnam's law and the yearly decisions leave between two days.

use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

/// The years whose days off are known. Before and after, only Saturday and Sunday are.
pub const YEARS: RangeInclusive<i16> = 2011..=2035;

/// A day off beside the weekly days of rest (ngày nghỉ lễ, tết).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOff {
    pub day: Date,
    pub occasion: Occasion,
    pub basis: Basis,
    /// The day of rest on which people work for it, where it was exchanged.
    pub worked: Option<Date>,
}

/// What a day off is for (dịp nghỉ).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Occasion {
    NewYear,
    Tet,
    HungKings,
    Reunification,
    Labour,
    National,
    Culture,
    /// Makes up for a day off that fell on a weekly day of rest (nghỉ bù).
    Compensation,
    /// Exchanged for a day of rest on which people work instead (hoán đổi ngày làm việc).
    Swapped,
}

/// Where a day off comes from (căn cứ).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// Follows from the Labour Code and the calendar.
    Law,
    /// Fixed by the decision of that year.
    Decision,
    /// What is usual, until that year is decided.
    Expected,
}

/// The days off of `year` in order; none outside [`YEARS`].
pub fn days_off(year: i16) -> Vec<DayOff> {
    TABLE.off.values().filter(|off| off.day.year() == year).copied().collect()
}

/// Whether offices work on `day` (ngày làm việc).
pub fn is_working_day(day: Date) -> bool {
    !(is_rest(day) || TABLE.off.contains_key(&day)) || TABLE.worked.contains(&day)
}

/// The working days after `from`, up to and with `to` (số ngày làm việc); none where `to` is not
/// after `from`.
pub fn working_days(from: Date, to: Date) -> usize {
    let days = from.series(jiff::Span::new().days(1)).skip(1);
    days.take_while(|day| *day <= to).filter(|day| is_working_day(*day)).count()
}

struct Table {
    off: BTreeMap<Date, DayOff>,
    /// Days of rest on which people work.
    worked: BTreeSet<Date>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| Table::of(&Decided::read()));

/// `days_off.txt`, line by line.
#[derive(Default)]
struct Decided {
    fixed: Vec<(Occasion, i8, i8, i16)>,
    lunar: Vec<(Date, Date)>,
    tet_days: Vec<(usize, i16)>,
    tet_from: Vec<Date>,
    beside_national: Vec<Date>,
    swapped: Vec<(Date, Date)>,
}

impl Decided {
    fn read() -> Decided {
        let mut decided = Decided::default();
        for line in include_str!("days_off.txt").lines().filter(|line| !line.starts_with('#')) {
            let words: Vec<&str> = line.split_whitespace().collect();
            decided.line(&words).expect("every line of the list has one of its shapes");
        }
        decided
    }

    fn line(&mut self, words: &[&str]) -> Option<()> {
        let day = |word: &str| word.parse::<Date>().ok();
        match words {
            [] => {}
            ["fixed", occasion, month_day, rest @ ..] => {
                let (month, day) = month_day.split_once('-')?;
                let first = rest.first().map_or(Some(*YEARS.start()), |year| year.parse().ok())?;
                self.fixed.push((fixed(occasion)?, month.parse().ok()?, day.parse().ok()?, first));
            }
            ["lunar", tet, kings] => self.lunar.push((day(tet)?, day(kings)?)),
            ["tet_days", count, year] => {
                self.tet_days.push((count.parse().ok()?, year.parse().ok()?));
            }
            ["tet_from", first] => self.tet_from.push(day(first)?),
            ["beside_national", beside] => self.beside_national.push(day(beside)?),
            ["swapped", off, worked] => self.swapped.push((day(off)?, day(worked)?)),
            _ => return None,
        }
        Some(())
    }
}

fn fixed(name: &str) -> Option<Occasion> {
    Some(match name {
        "new_year" => Occasion::NewYear,
        "reunification" => Occasion::Reunification,
        "labour" => Occasion::Labour,
        "national" => Occasion::National,
        "culture" => Occasion::Culture,
        _ => return None,
    })
}

impl Table {
    fn of(decided: &Decided) -> Table {
        let mut table = Table { off: BTreeMap::new(), worked: BTreeSet::new() };
        for year in YEARS {
            table.add_fixed(decided, year);
            table.add_tet(decided, year);
            table.add_beside_national(decided, year);
        }
        table.compensate();
        for (off, worked) in &decided.swapped {
            table.add(*off, Occasion::Swapped, Basis::Decision);
            if let Some(swapped) = table.off.get_mut(off) {
                swapped.worked = Some(*worked);
            }
            table.worked.insert(*worked);
        }
        table
    }

    fn add(&mut self, day: Date, occasion: Occasion, basis: Basis) {
        self.off.entry(day).or_insert(DayOff { day, occasion, basis, worked: None });
    }

    fn add_fixed(&mut self, decided: &Decided, year: i16) {
        for (occasion, month, day, first) in &decided.fixed {
            if year >= *first {
                self.add(jiff::civil::date(year, *month, *day), *occasion, Basis::Law);
            }
        }
        let kings = decided.lunar.iter().map(|(_, kings)| *kings).filter(|day| day.year() == year);
        for day in kings {
            self.add(day, Occasion::HungKings, Basis::Law);
        }
    }

    fn add_tet(&mut self, decided: &Decided, year: i16) {
        let Some((tet, _)) = decided.lunar.iter().find(|(tet, _)| tet.year() == year) else {
            return;
        };
        let given = decided.tet_days.iter().rfind(|(_, first)| *first <= year);
        let count = given.map_or(0, |(count, _)| *count);
        let decision = decided.tet_from.iter().find(|from| from.year() == year);
        let (first, basis) = match decision {
            Some(first) => (*first, Basis::Decision),
            None => (usual_start(*tet, count), Basis::Expected),
        };
        for day in first.series(jiff::Span::new().days(1)).take(count) {
            // The day before and the first three are in every arrangement that was ever decided.
            let always = day.tomorrow().is_ok_and(|next| next >= *tet)
                && tet.checked_add(jiff::Span::new().days(2)).is_ok_and(|third| day <= third);
            self.add(day, Occasion::Tet, if always { Basis::Law } else { basis });
        }
    }

    fn add_beside_national(&mut self, decided: &Decided, year: i16) {
        if let Some(day) = decided.beside_national.iter().find(|day| day.year() == year) {
            self.add(*day, Occasion::National, Basis::Decision);
            return;
        }
        let national = jiff::civil::date(year, 9, 2);
        let before = matches!(
            national.weekday(),
            Weekday::Tuesday | Weekday::Wednesday | Weekday::Friday | Weekday::Saturday
        );
        let beside = if before { national.yesterday() } else { national.tomorrow() };
        // The second day came with the Labour Code of 2019.
        if let Ok(day) = beside
            && year >= 2021
        {
            self.add(day, Occasion::National, Basis::Expected);
        }
    }

    /// For every day off on a weekly day of rest the next day that is neither is off.
    fn compensate(&mut self) {
        let lost: Vec<DayOff> = self.off.values().filter(|off| is_rest(off.day)).copied().collect();
        for off in lost {
            let mut after = off.day.series(jiff::Span::new().days(1)).skip(1);
            let free = after.find(|day| !is_rest(*day) && !self.off.contains_key(day));
            if let Some(day) = free {
                self.add(day, Occasion::Compensation, off.basis);
            }
        }
    }
}

/// Two days before the new year where it begins in the second half of a week, else one.
fn usual_start(tet: Date, count: usize) -> Date {
    let early = count > 4 && !matches!(tet.weekday(), Weekday::Monday | Weekday::Tuesday);
    tet.checked_sub(jiff::Span::new().days(if early { 2 } else { 1 })).unwrap_or(tet)
}

fn is_rest(day: Date) -> bool {
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday)
}
