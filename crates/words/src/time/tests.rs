use super::*;
use jiff::civil::{date as day, datetime};

#[test]
fn dates() {
    let rows = [
        (day(2020, 12, 5), "Thứ Bảy 05/12/2020", "Saturday 5 Dec 2020"),
        (day(2020, 7, 20), "Thứ Hai 20/07/2020", "Monday 20 Jul 2020"),
        (day(2024, 7, 14), "Chủ nhật 14/07/2024", "Sunday 14 Jul 2024"),
        (day(2024, 2, 29), "Thứ Năm 29/02/2024", "Thursday 29 Feb 2024"),
    ];
    for (date, vi, en) in rows {
        assert_eq!(long_date(Lang::Vi, date), vi);
        assert_eq!(long_date(Lang::En, date), en);
    }
}

#[test]
fn distances() {
    let today = day(2024, 7, 4);
    let rows = [
        (day(2024, 7, 7), "còn 3 ngày", "3 days left"),
        (day(2024, 7, 5), "còn 1 ngày", "1 day left"),
        (day(2024, 7, 4), "hạn hôm nay", "due today"),
        (day(2024, 7, 2), "quá hạn 2 ngày", "2 days overdue"),
        (day(2023, 7, 3), "quá hạn 367 ngày", "367 days overdue"),
    ];
    for (last_day, vi, en) in rows {
        assert_eq!(distance(Lang::Vi, today, last_day), vi);
        assert_eq!(distance(Lang::En, today, last_day), en);
    }
}

#[test]
fn moments() {
    let at = datetime(2020, 7, 14, 16, 5, 59, 0);
    assert_eq!(moment(Lang::Vi, at), "16:05 ngày 14/07/2020");
    assert_eq!(moment(Lang::En, at), "16:05 on 14 Jul 2020");
}
