//! A dated phrase somebody typed by hand, read by the grammar of the plans.

use crate::date::{Calendar, Years, phrases, resolve};
use crate::page::Page;
use domain::plan::{Act, DateKind, Dated};
use domain::source::{Source, Span};
use jiff::civil::Date;

/// Why a typed phrase gives no day (lý do không đọc được thời hạn).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Nothing in it is a date, or more stands beside the date.
    NoDate,
    /// A date that no calendar has, such as 31/11.
    NoSuchDay,
    /// It points at another date of the plan, or comes again and again.
    NoDayOfItsOwn,
    /// A day of the lunar calendar.
    Lunar,
}

/// Reads a dated phrase as an officer types it: `trước ngày 05/4/2031`, `cuối tháng 6/2027`,
/// `10/4/2031`. A year left out is worked out from `issued`, the day of the plan, and marked.
///
/// Gives the date without who and what, and without a span.
///
/// # Errors
/// What keeps the phrase from being days of the calendar; it must be one phrase and nothing else.
pub fn read_phrase(typed: &str, issued: Option<Date>) -> Result<Dated, Unread> {
    let page = Page::scan(&Source::plain(typed));
    let found = phrases(&page.tokens);
    let [phrase] = found.as_slice() else { return Err(Unread::NoDate) };
    if phrase.from > 0 || phrase.to < page.tokens.len() {
        return Err(Unread::NoDate);
    }
    if matches!(phrase.kind, DateKind::Reference | DateKind::Recurring) {
        return Err(Unread::NoDayOfItsOwn);
    }
    if phrase.calendar == Calendar::Lunar {
        return Err(Unread::Lunar);
    }
    let days = resolve(phrase, Years { issued, last: None });
    if days.end.is_none() {
        return Err(Unread::NoSuchDay);
    }
    Ok(Dated {
        who: Vec::new(),
        what: String::new(),
        act: Act::Other,
        text: page.words(0..page.tokens.len()),
        kind: phrase.kind,
        start: days.start,
        end: days.end,
        stated: days.stated,
        inferred: days.inferred,
        span: Span::default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn what_is_typed_is_read_as_in_a_plan() {
        let issued = Some(date(2026, 9, 1));
        let table = [
            ("trước ngày 05/12/2026", "Before None 2026-12-04"),
            ("chậm nhất ngày 05/12/2026", "By None 2026-12-05"),
            ("10/4/2031", "On 2031-04-10 2031-04-10"),
            ("cuối tháng 6/2027", "AboutEnd 2027-06-21 2027-06-30"),
            ("từ ngày 01/3/2027 đến ngày 15/3/2027", "Range 2027-03-01 2027-03-15"),
            ("quý I/2027", "Quarter 2027-01-01 2027-03-31"),
            ("trước ngày 15/3", "Before None 2027-03-14 inferred"),
            ("31/11/2026", "NoSuchDay"),
            ("cuối năm ngoái nhé", "NoDate"),
            ("gửi trước ngày 05/12/2026", "NoDate"),
            ("", "NoDate"),
            ("theo tiến độ trên", "NoDayOfItsOwn"),
            ("trước ngày 23 tháng Chạp", "Lunar"),
        ];
        for (typed, expected) in table {
            let read = match read_phrase(typed, issued) {
                Ok(read) => {
                    let day = |day: Option<Date>| day.map_or("None".to_owned(), |d| d.to_string());
                    let inferred = if read.inferred { " inferred" } else { "" };
                    format!("{:?} {} {}{inferred}", read.kind, day(read.start), day(read.end))
                }
                Err(unread) => format!("{unread:?}"),
            };
            assert_eq!(read, expected, "{typed}");
        }
    }
}
