use crate::ui::Ui;
use domain::calendar;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::Deserialize;

/// A month with the days on which something is due.
#[derive(Clone, Debug, Deserialize)]
pub struct Month {
    /// `Tháng 7/2020`.
    pub name: String,
    /// Weeks of seven days, Monday first.
    pub weeks: Vec<Vec<Day>>,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub struct Day {
    /// 1 to 31; 0 where the week reaches beyond the month.
    pub day: i8,
    #[serde(default)]
    pub kind: DayKind,
    /// What is due, in words.
    #[serde(default)]
    pub marks: Vec<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
pub enum DayKind {
    #[default]
    Work,
    Off,
}

/// The most months that are drawn.
const MONTHS_MAX: usize = 12;

/// The months from the first date to the last.
pub(super) fn months(ui: &Ui, dates: &[(Date, String)]) -> Vec<Month> {
    let days = || dates.iter().map(|(day, _)| *day);
    let (Some(first), Some(last)) = (days().min(), days().max()) else { return Vec::new() };
    let months = first.first_of_month().series(1.month());
    months
        .take_while(|month| *month <= last)
        .take(MONTHS_MAX)
        .map(|month| draw(ui, month, dates))
        .collect()
}

impl Day {
    fn class(&self) -> &'static str {
        match (self.kind, self.marks.is_empty()) {
            (DayKind::Work, true) => "",
            (DayKind::Work, false) => "marked",
            (DayKind::Off, true) => "off",
            (DayKind::Off, false) => "off marked",
        }
    }

    /// The class of its cell and the words only a screen reader says.
    pub fn look(&self) -> (&'static str, String) {
        (self.class(), self.marks.join("; "))
    }
}

fn draw(ui: &Ui, month: Date, dates: &[(Date, String)]) -> Month {
    let before = usize::try_from(month.weekday().since(Weekday::Monday)).unwrap_or(0);
    let mut days: Vec<Day> = vec![Day::default(); before];
    days.extend(month.series(1.day()).take_while(|day| day.month() == month.month()).map(|day| {
        let marks = dates.iter().filter(|(on, _)| *on == day).map(|(_, words)| words.clone());
        Day {
            day: day.day(),
            kind: if calendar::is_working_day(day) { DayKind::Work } else { DayKind::Off },
            marks: marks.collect(),
        }
    }));
    days.resize(days.len().div_ceil(7) * 7, Day::default());
    let name = ui
        .say("dates-month")
        .with("month", i64::from(month.month()))
        .with("year", month.year().to_string());
    Month { name: name.to_string(), weeks: days.chunks(7).map(<[Day]>::to_vec).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_month_begins_on_its_weekday_and_marks_its_days() {
        let marks = [(date(2020, 7, 19), "a".to_owned()), (date(2020, 8, 14), "b".to_owned())];
        let months = months(&Ui::default(), &marks);
        assert_eq!(months.len(), 2);
        let july: Vec<i8> = months[0].weeks[0].iter().map(|day| day.day).collect();
        assert_eq!(july, [0, 0, 1, 2, 3, 4, 5]);
        let sunday = &months[0].weeks[2][6];
        assert_eq!((sunday.day, sunday.look()), (19, ("off marked", "a".to_owned())));
        assert!(months[1].weeks.iter().all(|week| week.len() == 7));
        assert!(super::months(&Ui::default(), &[]).is_empty());
    }
}
