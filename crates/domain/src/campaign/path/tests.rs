use super::*;
use jiff::civil::date;

/// Friday.
const SENDING: Date = date(2031, 7, 18);

#[test]
fn a_time_is_a_day_or_a_number_of_working_days() {
    let table = [
        ("", Some(StepTime::Open)),
        (" 14/7/2031 ", Some(StepTime::On(date(2031, 7, 14)))),
        ("5", Some(StepTime::Within(5))),
        ("0", None),
        ("251", None),
        ("31/6/2031", None),
        ("mai", None),
    ];
    for (typed, expected) in table {
        assert_eq!(StepTime::parse(typed), expected, "{typed}");
    }
}

#[test]
fn steps_lie_on_their_side_of_sending_and_one_after_another() {
    use StepTime::{On, Open, Within};
    use Turn::{After, Before};
    let july = |day: i8| date(2031, 7, day);
    type Steps<'s> = &'s [(Turn, StepTime)];
    type Days<'s> = Result<&'s [Option<Date>], Refusal>;
    let table: [(Steps, Days); 9] = [
        (&[], Ok(&[])),
        (&[(Before, Open), (Before, Within(3))], Ok(&[None, None])),
        // Friday, then three working days over the weekend.
        (&[(Before, On(july(11))), (Before, Within(3))], Ok(&[Some(july(11)), Some(july(16))])),
        (&[(Before, On(SENDING)), (After, On(SENDING))], Ok(&[Some(SENDING), Some(SENDING)])),
        (&[(After, Within(1)), (Before, On(july(1)))], Ok(&[Some(july(21)), Some(july(1))])),
        (&[(Before, On(july(19)))], Err(Refusal::PathAfterSending { step: 0 })),
        (
            &[(Before, On(july(16))), (Before, Within(3))],
            Err(Refusal::PathAfterSending { step: 1 }),
        ),
        (&[(After, On(july(17)))], Err(Refusal::PathBeforeSending { step: 0 })),
        (
            &[(Before, On(july(9))), (Before, Open), (Before, On(july(8)))],
            Err(Refusal::PathBackwards { step: 2 }),
        ),
    ];
    for (steps, expected) in table {
        let laid = lay_path(steps, Some(SENDING));
        assert_eq!(laid.as_deref(), expected.as_ref().map(|days| *days), "{steps:?}");
    }
    assert_eq!(lay_path(&[(Before, On(july(30)))], None), Ok(vec![Some(july(30))]));
}
