use super::*;
use jiff::civil::date;

fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

#[test]
fn the_author_says_whether_the_stated_day_counts() {
    let stated = date(2020, 7, 20);
    assert_eq!(StatedDay::Counts.last_day(stated), stated);
    assert_eq!(StatedDay::Excluded.last_day(stated), date(2020, 7, 19));
    assert_eq!(StatedDay::Excluded.last_day(Date::MIN), Date::MIN);
}

#[test]
fn late_begins_with_the_first_instant_of_the_next_day_in_vietnam() {
    let deadline = Deadline { version: 1, last_day: date(2020, 7, 19) };
    let table = [
        ("2020-07-01T00:00:00Z", Punctuality::OnTime),
        ("2020-07-19T16:59:59.999Z", Punctuality::OnTime),
        ("2020-07-19T17:00:00Z", Punctuality::Late { days: 1 }),
        ("2020-07-20T16:59:59Z", Punctuality::Late { days: 1 }),
        ("2020-07-21T17:00:00Z", Punctuality::Late { days: 3 }),
    ];
    for (received, expected) in table {
        assert_eq!(deadline.judge(at(received)), expected, "{received}");
    }
}

#[test]
fn a_campaign_is_issued_once() {
    let now = at("2020-06-02T01:00:00Z");
    let issued = Stage::Preparing.issue(now).expect("first time");
    assert_eq!(issued, Stage::Issued { at: now });
    assert_eq!(issued.issue(now), Err(Refusal::AlreadyIssued));
    assert_eq!(issued.preparing(), Err(Refusal::AlreadyIssued));
}
