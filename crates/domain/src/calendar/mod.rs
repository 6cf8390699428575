//! Days and times in Vietnam (lịch). Instants are stored; days are what people agree on.

mod days_off;

pub use days_off::{Basis, DayOff, Occasion, YEARS, days_off, is_working_day, working_days};

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
mod tests;
