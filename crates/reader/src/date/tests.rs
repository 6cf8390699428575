use super::*;
use crate::page::Page;
use domain::source::Source;
use jiff::civil::date;

/// Every dated phrase of a sentence of a plan of 10/3/2022: words, kind, first and last day.
fn read(text: &str) -> Vec<String> {
    let page = Page::scan(&Source::plain(text));
    let years = Years { issued: Some(date(2022, 3, 10)), last: None };
    let show = |day: Option<jiff::civil::Date>| day.map_or("–".to_owned(), |d| d.to_string());
    phrases(&page.tokens)
        .iter()
        .map(|phrase| {
            let days = resolve(phrase, years);
            let mark = if days.inferred { "?" } else { "" };
            format!(
                "{} {:?} {}..{}{mark}",
                page.words(phrase.from..phrase.to),
                phrase.kind,
                show(days.start),
                show(days.end),
            )
        })
        .collect()
}

#[test]
fn phrases_of_every_construct() {
    let rows = include_str!("phrases.txt").lines().filter(|row| !row.starts_with('#'));
    let mut count = 0;
    for (text, expected) in rows.filter_map(|row| row.split_once("  =>")) {
        assert_eq!(read(text).join(" | "), expected.trim(), "{text}");
        count += 1;
    }
    assert!(count > 280, "{count} rows");
}

/// What fuzzing the grammar once broke stays mended.
#[test]
fn finds_of_fuzzing_hold() {
    include_str!("../../tests/finds/dates.txt")
        .split("\n----\n")
        .for_each(super::holds::dates_hold);
}

#[test]
fn neighbours_stay_apart() {
    let table = [
        (
            "trước ngày 20/7/2022, trước ngày 25/7/2022",
            "trước ngày 20/7/2022 Before –..2022-07-19 | trước ngày 25/7/2022 Before –..2022-07-24",
        ),
        ("tháng 10/2022, 3 đơn vị", "tháng 10/2022 Within 2022-10-01..2022-10-31"),
        (
            "từ đầu nhiệm kỳ đến hết tháng 4/2022",
            "từ đầu nhiệm kỳ đến hết tháng 4/2022 Range –..2022-04-30",
        ),
        ("giai đoạn 2018 - 2023", "2018 - 2023 Range 2018-01-01..2023-12-31"),
        ("gửi về theo tiến độ trên.", "theo tiến độ trên Reference –..–"),
    ];
    for (text, expected) in table {
        assert_eq!(read(text).join(" | "), expected, "{text}");
    }
}
