use super::*;
use jiff::civil::date;

/// A district level that reports to the issuer, and grassroots unions below it.
fn two(upper: Date, lower: Date) -> CampaignDates {
    let data_end = Some(date(2019, 12, 31));
    let tier =
        |above, last_day| TierDates { above, hold: None, last_day: Some(last_day), data_end };
    CampaignDates {
        today: date(2020, 6, 3),
        plan_day: Some(date(2020, 6, 2)),
        up_day: Some(date(2020, 8, 14)),
        tiers: vec![tier(None, upper), tier(Some(0), lower)],
    }
}

#[test]
fn what_is_wrong_is_said_of_its_tier() {
    let good = || two(date(2020, 7, 20), date(2020, 7, 10));
    assert_eq!(look_at_dates(&good()), []);
    type Change = fn(&mut CampaignDates);
    let table: [(&str, Change, DateWarning); 7] = [
        (
            "a Sunday",
            |d| d.tiers[0].last_day = Some(date(2020, 7, 19)),
            DateWarning::DayOff { tier: 0, next: date(2020, 7, 20) },
        ),
        ("over", |d| d.today = date(2020, 7, 13), DateWarning::Past { tier: 1 }),
        (
            "before the plan",
            |d| d.plan_day = Some(date(2020, 7, 13)),
            DateWarning::BeforePlan { tier: 1 },
        ),
        (
            "while held",
            |d| d.tiers[1].hold = Some((date(2020, 7, 1), date(2020, 7, 15))),
            DateWarning::BeforeHoldEnds { tier: 1, end: date(2020, 7, 15) },
        ),
        (
            "after the issuer's own",
            |d| d.up_day = Some(date(2020, 7, 17)),
            DateWarning::AfterSuperior { tier: 0, above: None, day: date(2020, 7, 17) },
        ),
        (
            "four working days",
            |d| d.tiers[1].last_day = Some(date(2020, 7, 14)),
            DateWarning::ShortTime { tier: 1, above: Some(0), days: 4 },
        ),
        (
            "figures of a time to come",
            |d| d.tiers[1].data_end = Some(date(2020, 7, 15)),
            DateWarning::DataAfter { tier: 1, end: date(2020, 7, 15) },
        ),
    ];
    for (name, change, expected) in table {
        let mut dates = good();
        change(&mut dates);
        assert_eq!(look_at_dates(&dates), [expected], "{name}");
    }
}

#[test]
fn an_earlier_deadline_above_is_after_not_short() {
    let dates = two(date(2020, 7, 9), date(2020, 7, 10));
    let found = look_at_dates(&dates);
    assert_eq!(
        found,
        [DateWarning::AfterSuperior { tier: 1, above: Some(0), day: date(2020, 7, 9) }]
    );
    assert_eq!(lead_time(&dates, 1), Some(0));
    assert_eq!(lead_time(&dates, 0), Some(26));
    assert_eq!(lead_time(&dates, 2), None);
}

#[test]
fn the_next_working_day_passes_days_off() {
    assert_eq!(next_working_day(date(2020, 8, 31)), date(2020, 9, 1));
    assert_eq!(next_working_day(date(2020, 9, 1)), date(2020, 9, 3), "2 September");
    assert_eq!(next_working_day(Date::MAX), Date::MAX);
}
