use super::propose::{is_before, last_day};
use domain::calendar;
use domain::campaign::StatedDay;
use domain::plan::Dated;
use jiff::civil::Date;
use reader::{Unread, read_phrase};
use serde::Serialize;

/// A deadline as typed (hạn gửi ghi theo lối của kế hoạch).
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TypedDay {
    /// The last day that is in time.
    pub last_day: Date,
    pub stated: Date,
    /// The words; empty where a day stood alone.
    pub phrase: String,
}

/// Why what was typed gives no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untimed {
    Unread(Unread),
    /// `trước ngày D` was typed, and nobody has said whether D still counts.
    StatedDayOpen,
    /// It ends before it begins.
    Backwards,
}

/// How typed days are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReadDays {
    /// The day of the plan, from which a year left out is worked out; else today.
    pub issued: Date,
    pub stated_day: Option<StatedDay>,
}

impl From<Date> for TypedDay {
    fn from(day: Date) -> TypedDay {
        TypedDay { last_day: day, stated: day, phrase: String::new() }
    }
}

impl ReadDays {
    /// A deadline: a day, or whatever a plan may say; `None` where nothing was typed.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn due(self, typed: &str) -> Result<Option<TypedDay>, Untimed> {
        if typed.trim().is_empty() {
            return Ok(None);
        }
        if let Some(day) = calendar::read_day(typed) {
            return Ok(Some(day.into()));
        }
        let (date, last_day) = self.phrase(typed)?;
        let stated = date.stated.unwrap_or(last_day);
        Ok(Some(TypedDay { last_day, stated, phrase: date.text }))
    }

    /// A time in which something is held: from when to when. What only has an end begins with the
    /// plan.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn window(self, typed: &str) -> Result<Option<(Date, Date)>, Untimed> {
        if typed.trim().is_empty() {
            return Ok(None);
        }
        if let Some(day) = calendar::read_day(typed) {
            return Ok(Some((day, day)));
        }
        let (date, end) = self.phrase(typed)?;
        let start = date.start.unwrap_or_else(|| self.issued.min(end));
        if start > end { Err(Untimed::Backwards) } else { Ok(Some((start, end))) }
    }

    /// The first day of what is typed; `None` where nothing was.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn first_day(self, typed: &str) -> Result<Option<Date>, Untimed> {
        if typed.trim().is_empty() {
            return Ok(None);
        }
        if let Some(day) = calendar::read_day(typed) {
            return Ok(Some(day));
        }
        let (date, _) = self.phrase(typed)?;
        let first = date.start.or(date.stated);
        first.map(Some).ok_or(Untimed::Unread(Unread::NoSuchDay))
    }

    fn phrase(self, typed: &str) -> Result<(Dated, Date), Untimed> {
        let date = read_phrase(typed, Some(self.issued)).map_err(Untimed::Unread)?;
        if is_before(&date) && self.stated_day.is_none() {
            return Err(Untimed::StatedDayOpen);
        }
        let last_day = last_day(&date, self.stated_day);
        let last_day = last_day.ok_or(Untimed::Unread(Unread::NoSuchDay))?;
        Ok((date, last_day))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn show(read: Result<Option<impl std::fmt::Debug>, Untimed>) -> String {
        match read {
            Ok(Some(read)) => format!("{read:?}"),
            Ok(None) => "nothing".to_owned(),
            Err(untimed) => format!("{untimed:?}"),
        }
    }

    #[test]
    fn a_deadline_is_typed_as_a_plan_would_put_it() {
        let table = [
            ("", Some(StatedDay::Counts), "nothing"),
            ("5/7/2027", None, "2027-07-05 "),
            ("trước ngày 20/7/2027", Some(StatedDay::Excluded), "2027-07-19 trước ngày 20/7/2027"),
            ("trước ngày 20/7/2027", Some(StatedDay::Counts), "2027-07-20 trước ngày 20/7/2027"),
            ("trước ngày 20/7/2027", None, "StatedDayOpen"),
            ("chậm nhất 20/7", None, "2027-07-20 chậm nhất 20/7"),
            ("cuối tháng 6/2027", None, "2027-06-30 cuối tháng 6/2027"),
            ("31/6/2027", None, "Unread(NoSuchDay)"),
            ("mai", None, "Unread(NoDate)"),
        ];
        for (typed, stated_day, expected) in table {
            let days = ReadDays { issued: date(2027, 3, 1), stated_day };
            let read = days
                .due(typed)
                .map(|read| read.map(|day| format!("{} {}", day.last_day, day.phrase)));
            assert_eq!(show(read).trim_matches('"'), expected, "{typed}");
        }
    }

    #[test]
    fn a_window_has_two_ends_in_order() {
        let table = [
            ("", "nothing"),
            ("1/3/2027", "(2027-03-01, 2027-03-01)"),
            ("từ 01/10 đến 31/10/2027", "(2027-10-01, 2027-10-31)"),
            ("từ ngày 01/10/2027 đến ngày 31/10/2027", "(2027-10-01, 2027-10-31)"),
            ("tháng 10/2027", "(2027-10-01, 2027-10-31)"),
            ("01/10/2027 - 31/10/2027", "(2027-10-01, 2027-10-31)"),
            ("from 1 October 2027 to 31 October 2027", "(2027-10-01, 2027-10-31)"),
            ("before 20 July 2027", "(2027-03-01, 2027-07-19)"),
            ("by the end of June 2027", "(2027-03-01, 2027-06-30)"),
            ("end of June 2027", "(2027-06-21, 2027-06-30)"),
            ("trước ngày 20/7/2027", "(2027-03-01, 2027-07-19)"),
            ("từ ngày 20/10/2027 đến ngày 01/10/2027", "Backwards"),
            ("khi nào tiện", "Unread(NoDate)"),
        ];
        for (typed, expected) in table {
            let stated_day = Some(StatedDay::Excluded);
            let days = ReadDays { issued: date(2027, 3, 1), stated_day };
            assert_eq!(show(days.window(typed)), expected, "{typed}");
        }
    }
}
