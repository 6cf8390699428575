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

#[test]
fn offices_rest_on_days_of_law_and_of_decisions() {
    let table = [
        (date(2020, 1, 1), false, "new year"),
        (date(2020, 1, 2), true, ""),
        (date(2022, 1, 3), false, "for 1 January on a Saturday"),
        (date(2017, 1, 26), false, "two days before Tết"),
        (date(2017, 2, 1), false, "for Tết on Saturday and Sunday"),
        (date(2017, 2, 2), true, ""),
        (date(2022, 2, 4), false, "fourth day of Tết"),
        (date(2024, 2, 14), false, "Tết on a Saturday"),
        (date(2025, 1, 27), false, "two days before Tết"),
        (date(2025, 2, 3), true, ""),
        (date(2022, 4, 11), false, "Hùng Kings on a Sunday"),
        (date(2023, 5, 2), false, "Hùng Kings, 30/4 on a weekend"),
        (date(2023, 5, 3), false, "Hùng Kings, 30/4 on a weekend"),
        (date(2023, 5, 4), true, ""),
        (date(2016, 5, 3), false, "30/4 and 1/5 on a weekend"),
        (date(2020, 9, 3), true, "one day only before 2021"),
        (date(2021, 9, 3), false, "the second day"),
        (date(2023, 9, 4), false, "for 2 September on a Saturday"),
        (date(2024, 4, 29), false, "exchanged"),
        (date(2026, 1, 2), false, "exchanged for the Saturday of the week after"),
        (date(2026, 1, 10), true, "worked for 2 January"),
        (date(2024, 5, 4), true, "a Saturday worked instead"),
        (date(2026, 11, 24), false, "Culture Day"),
        (date(2025, 11, 24), true, ""),
        (date(2020, 5, 16), false, "a Saturday"),
        (date(2050, 1, 3), true, "beyond the table"),
    ];
    for (day, expected, why) in table {
        assert_eq!(is_working_day(day), expected, "{day} {why}");
    }
}

#[test]
fn working_days_are_those_after_the_first_up_to_the_last() {
    let table = [
        (date(2023, 5, 17), date(2023, 5, 19), 2),
        (date(2023, 5, 17), date(2023, 5, 21), 2),
        (date(2023, 5, 17), date(2023, 5, 17), 0),
        (date(2023, 5, 17), date(2023, 5, 1), 0),
        (date(2021, 1, 31), date(2021, 2, 10), 7),
        (date(2021, 2, 5), date(2021, 2, 17), 3),
        (date(2022, 4, 29), date(2022, 5, 6), 3),
        (date(2024, 4, 26), date(2024, 5, 6), 4),
    ];
    for (from, to, expected) in table {
        assert_eq!(working_days(from, to), expected, "{from} to {to}");
    }
}

#[test]
fn every_year_of_the_table_has_its_days() {
    for year in YEARS {
        let days = days_off(year);
        let count = |occasion| days.iter().filter(|off| off.occasion == occasion).count();
        let expected_tet = if year < 2014 { 4 } else { 5 };
        assert_eq!(count(Occasion::Tet), expected_tet, "{year}");
        let shared = days.iter().any(|off| off.occasion == Occasion::HungKings);
        assert!(shared, "{year}: Hùng Kings");
        assert_eq!(count(Occasion::National), if year < 2021 { 1 } else { 2 }, "{year}");
        let days_of_rest = count(Occasion::Compensation);
        assert!(days_of_rest <= 6, "{year}: {days_of_rest}");
        assert!(days.is_sorted_by_key(|off| off.day), "{year}");
    }
    assert_eq!(days_off(2010), []);
    assert_eq!(days_off(2036), []);
}

#[test]
fn what_is_not_decided_is_marked() {
    let basis = |year, occasion| {
        let days = days_off(year);
        let mut bases: Vec<Basis> =
            days.iter().filter(|off| off.occasion == occasion).map(|off| off.basis).collect();
        bases.dedup();
        bases
    };
    assert_eq!(basis(2023, Occasion::National), [Basis::Decision, Basis::Law]);
    assert_eq!(basis(2030, Occasion::National), [Basis::Law, Basis::Expected]);
    assert_eq!(basis(2026, Occasion::Tet), [Basis::Law, Basis::Decision]);
    assert_eq!(basis(2034, Occasion::Tet), [Basis::Expected, Basis::Law]);
}
