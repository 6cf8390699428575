//! Dates, hours and distances in words, as offices write them.

use crate::{Lang, say};
use jiff::civil::{Date, DateTime, Time, Weekday};

/// `05/12/2020`; in English `5 Dec 2020`.
pub fn date(lang: Lang, date: Date) -> String {
    match lang {
        Lang::Vi => format!("{:02}/{:02}/{:04}", date.day(), date.month(), date.year()),
        Lang::En => format!("{} {} {:04}", date.day(), month(date), date.year()),
    }
}

/// `Thứ Bảy`, `Chủ nhật`; in English `Saturday`, `Sunday`.
pub fn weekday(lang: Lang, date: Date) -> String {
    let key = match date.weekday() {
        Weekday::Monday => "time-monday",
        Weekday::Tuesday => "time-tuesday",
        Weekday::Wednesday => "time-wednesday",
        Weekday::Thursday => "time-thursday",
        Weekday::Friday => "time-friday",
        Weekday::Saturday => "time-saturday",
        Weekday::Sunday => "time-sunday",
    };
    say(lang, key).to_string()
}

/// `Thứ Bảy 05/12/2020`: a deadline is never without its weekday.
pub fn long_date(lang: Lang, day: Date) -> String {
    format!("{} {}", weekday(lang, day), date(lang, day))
}

/// `16:05`.
pub fn clock(time: Time) -> String {
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// `16:05 ngày 14/07/2020`; in English `16:05 on 14 Jul 2020`.
pub fn moment(lang: Lang, at: DateTime) -> String {
    say(lang, "time-moment")
        .with("clock", clock(at.time()))
        .with("date", date(lang, at.date()))
        .to_string()
}

/// How far the last day of a term is: `còn 3 ngày`, `hạn hôm nay`, `quá hạn 2 ngày`.
/// Both days are days of Vietnam's calendar; the last day itself is still in time.
pub fn distance(lang: Lang, today: Date, last_day: Date) -> String {
    let days = today.until(last_day).map_or(0, |span| i64::from(span.get_days()));
    let phrase = match days {
        0 => say(lang, "time-due-today"),
        1.. => say(lang, "time-days-left").with("n", days),
        _ => say(lang, "time-days-over").with("n", -days),
    };
    phrase.to_string()
}

fn month(date: Date) -> &'static str {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    usize::try_from(date.month() - 1).ok().and_then(|at| MONTHS.get(at)).copied().unwrap_or("")
}

#[cfg(test)]
mod tests;
