use super::*;
use crate::page::Page;
use domain::source::Source;
use jiff::civil::date;

/// Every dated phrase of a sentence of a plan of 10/3/2022: words, kind, start, end.
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

fn check(table: &[(&str, &str)]) {
    for (text, expected) in table {
        assert_eq!(read(text).join(" | "), *expected, "{text}");
    }
}

#[test]
fn deadlines() {
    check(&[
        ("gửi trước ngày 20/7/2022.", "trước ngày 20/7/2022 Before –..2022-07-19"),
        ("gửi trước 30/5/2022", "trước 30/5/2022 Before –..2022-05-29"),
        (
            "xong trước ngày 01 tháng 6 năm 2022",
            "trước ngày 01 tháng 6 năm 2022 Before –..2022-05-31",
        ),
        ("chậm nhất là ngày 15/8/2022;", "chậm nhất là ngày 15/8/2022 By –..2022-08-15"),
        ("chậm nhất ngày 15-8-2022", "chậm nhất ngày 15-8-2022 By –..2022-08-15"),
        ("đến hết ngày 15.8.2022.", "đến hết ngày 15.8.2022 By –..2022-08-15"),
        ("muộn nhất vào ngày 5/9/22", "muộn nhất vào ngày 5/9/22 By –..2022-09-05"),
        ("chậm nhất trong tháng 9/2022", "chậm nhất trong tháng 9/2022 By –..2022-09-30"),
        ("trước tháng 5 năm 2022", "trước tháng 5 năm 2022 Before –..2022-04-30"),
        ("không quá ngày 31/10/2022", "không quá ngày 31/10/2022 By –..2022-10-31"),
    ]);
}

#[test]
fn windows() {
    check(&[
        ("trong tháng 10/2022;", "trong tháng 10/2022 Within 2022-10-01..2022-10-31"),
        ("Tháng 02/2022 ban hành", "Tháng 02/2022 Within 2022-02-01..2022-02-28"),
        (
            "từ ngày 5 đến ngày 10/6/2022",
            "từ ngày 5 đến ngày 10/6/2022 Range 2022-06-05..2022-06-10",
        ),
        ("từ 01/6 đến 15/6/2022", "từ 01/6 đến 15/6/2022 Range 2022-06-01..2022-06-15"),
        (
            "Từ đầu tháng 6 đến 15/6/2022 tổ",
            "Từ đầu tháng 6 đến 15/6/2022 Range 2022-06-01..2022-06-15",
        ),
        (
            "(từ tháng 11 - tháng 12/2022)",
            "từ tháng 11 - tháng 12/2022 Range 2022-11-01..2022-12-31",
        ),
        ("tháng 3 đến tháng 5/2022", "tháng 3 đến tháng 5/2022 Range 2022-03-01..2022-05-31"),
        (
            "từ tháng 11 đến tháng 2/2023",
            "từ tháng 11 đến tháng 2/2023 Range 2022-11-01..2023-02-28",
        ),
        ("tháng 3 và 4/2022", "tháng 3 và 4/2022 Within 2022-03-01..2022-04-30"),
        ("tháng 9, 10 và 11 năm 2022", "tháng 9, 10 và 11 năm 2022 Within 2022-09-01..2022-11-30"),
        ("ngày 20 và 21/7/2022", "ngày 20 và 21/7/2022 Range 2022-07-20..2022-07-21"),
        ("vào ngày 20/7/2022", "vào ngày 20/7/2022 On 2022-07-20..2022-07-20"),
        ("đầu tháng 2/2022", "đầu tháng 2/2022 AboutStart 2022-02-01..2022-02-10"),
        ("vào giữa tháng 2/2022", "vào giữa tháng 2/2022 AboutMiddle 2022-02-11..2022-02-20"),
        ("cuối tháng 12 năm 2022", "cuối tháng 12 năm 2022 AboutEnd 2022-12-21..2022-12-31"),
        ("trong quý IV/2022", "trong quý IV/2022 Quarter 2022-10-01..2022-12-31"),
        ("quý 3 năm 2022", "quý 3 năm 2022 Quarter 2022-07-01..2022-09-30"),
        ("quý III và IV/2022", "quý III và IV/2022 Within 2022-07-01..2022-12-31"),
        (
            "từ 10/6/2022 đến trước ngày 20/6/2022",
            "từ 10/6/2022 đến trước ngày 20/6/2022 Range 2022-06-10..2022-06-19",
        ),
    ]);
}

#[test]
fn missing_years_are_worked_out() {
    check(&[
        ("trước ngày 20/7", "trước ngày 20/7 Before –..2022-07-19?"),
        ("trước ngày 20/01", "trước ngày 20/01 Before –..2023-01-19?"),
        ("trong tháng 10", "trong tháng 10 Within 2022-10-01..2022-10-31?"),
        ("ngày 05 tháng 4", "ngày 05 tháng 4 On 2022-04-05..2022-04-05?"),
        ("quý II", "quý II Quarter 2022-04-01..2022-06-30?"),
    ]);
}

#[test]
fn recurring_and_references_have_no_day_of_their_own() {
    check(&[
        ("trước ngày 25/6 hằng năm", "trước ngày 25/6 hằng năm Recurring –..–"),
        ("ngày 28 hàng tháng", "ngày 28 hàng tháng Recurring –..–"),
        ("gửi về theo tiến độ trên.", "theo tiến độ trên Reference –..–"),
    ]);
}

#[test]
fn years_and_terms() {
    check(&[
        ("giai đoạn 2018 - 2023", "2018 - 2023 Range 2018-01-01..2023-12-31"),
        ("trong năm 2022", "trong năm 2022 Within 2022-01-01..2022-12-31"),
        (
            "từ đầu nhiệm kỳ đến hết tháng 4/2022",
            "từ đầu nhiệm kỳ đến hết tháng 4/2022 Range –..2022-04-30",
        ),
        ("từ năm 2018 đến năm 2020", "từ năm 2018 đến năm 2020 Range 2018-01-01..2020-12-31"),
    ]);
}

#[test]
fn no_dates() {
    check(&[
        ("đạt 3/4 số đơn vị", ""),
        ("Thông tư số 12/2016/TT-BTTTT", ""),
        ("hàng tháng họp một lần", ""),
        ("Tháng Công nhân", ""),
        ("một ngày làm việc", ""),
        ("tỷ lệ 12,5 %", ""),
        ("1.563 đoàn viên", ""),
        ("ngày càng cao", ""),
    ]);
}

#[test]
fn a_day_that_does_not_exist_is_still_a_phrase() {
    check(&[("trước ngày 31/02/2022", "trước ngày 31/02/2022 Before –..–")]);
}

#[test]
fn neighbours_stay_apart() {
    check(&[
        (
            "trước ngày 20/7/2022, trước ngày 25/7/2022",
            "trước ngày 20/7/2022 Before –..2022-07-19 | trước ngày 25/7/2022 Before –..2022-07-24",
        ),
        ("tháng 10/2022, 3 đơn vị", "tháng 10/2022 Within 2022-10-01..2022-10-31"),
    ]);
}
