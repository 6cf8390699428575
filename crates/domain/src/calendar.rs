//! Days and times in Vietnam (lịch). Instants are stored; days are what people agree on.

use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};

/// Vietnam's time zone, from the zone database as compiled in.
static VIETNAM: TimeZone = jiff::tz::get!("Asia/Ho_Chi_Minh");

/// The clock on the wall in Vietnam at `at` (giờ Việt Nam).
pub fn local(at: Timestamp) -> DateTime {
    at.to_zoned(VIETNAM.clone()).datetime()
}

/// The day in Vietnam at `at` (ngày).
pub fn day(at: Timestamp) -> Date {
    local(at).date()
}

/// The first instant after `day` in Vietnam: what arrives before it arrived on that day.
///
/// The last day the calendar knows has no end; its own last instant is given.
pub fn end_of(day: Date) -> Timestamp {
    day.tomorrow()
        .ok()
        .and_then(|next| next.to_zoned(VIETNAM.clone()).ok())
        .map_or(Timestamp::MAX, |start| start.timestamp())
}

/// Reads a day as officers type it, day first: `5/7/2024`, `05-07-2024`, `05.07.2024`. `None` where
/// it is no day of the calendar, or the year has not four digits (ngày gõ tay).
pub fn read_day(typed: &str) -> Option<Date> {
    let parts: Vec<&str> = typed.trim().split(['/', '-', '.']).map(str::trim).collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if year.len() != 4 || !parts.iter().all(|part| digits(part)) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// Whole days from the day of `now` until `day`; negative once it is past (số ngày còn lại).
pub fn days_until(now: Timestamp, day: Date) -> i64 {
    let span: SignedDuration = day.duration_since(self::day(now));
    span.as_hours() / 24
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    #[test]
    fn a_day_in_vietnam_begins_at_seventeen_utc() {
        let table = [
            ("2020-07-19T16:59:59Z", date(2020, 7, 19)),
            ("2020-07-19T17:00:00Z", date(2020, 7, 20)),
            ("2020-02-28T17:00:00Z", date(2020, 2, 29)),
        ];
        for (instant, expected) in table {
            assert_eq!(day(at(instant)), expected, "{instant}");
        }
        assert_eq!(end_of(date(2020, 7, 19)), at("2020-07-19T17:00:00Z"));
        assert_eq!(end_of(Date::MAX), Timestamp::MAX);
    }

    #[test]
    fn days_are_counted_between_days_not_hours() {
        let now = at("2020-07-16T16:59:00Z");
        let table = [(date(2020, 7, 19), 3), (date(2020, 7, 16), 0), (date(2020, 7, 14), -2)];
        for (due, expected) in table {
            assert_eq!(days_until(now, due), expected, "{due}");
        }
    }

    #[test]
    fn days_are_read_day_first() {
        let table = [
            ("5/7/2024", Some(date(2024, 7, 5))),
            (" 05-07-2024 ", Some(date(2024, 7, 5))),
            ("05.07.2024", Some(date(2024, 7, 5))),
            ("31/06/2024", None),
            ("2024-07-05", None),
            ("5/7/24", None),
            ("+5/7/2024", None),
            ("5/7", None),
            ("", None),
        ];
        for (typed, expected) in table {
            assert_eq!(read_day(typed), expected, "{typed}");
        }
    }
}
