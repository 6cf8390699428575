use super::*;
use jiff::civil::date;

fn done(number: &str, words: &str) -> Answer {
    Answer::Done { number: number.into(), day: None, words: words.into() }
}

fn declined(why: &str) -> Answer {
    Answer::Declined { why: why.into() }
}

fn confirmed() -> Answer {
    Answer::Confirmed { words: String::new() }
}

#[test]
fn an_answer_fits_its_part_and_shows_something() {
    use Shown::{File, Nothing};
    let long = "x".repeat(TEXT_LENGTH_MAX + 1);
    let table = [
        (done("12/BC", ""), Part::Lead, Nothing, Ok("done")),
        (done("", "Đã họp"), Part::Lead, Nothing, Ok("done")),
        (done("", ""), Part::Lead, File, Ok("done")),
        (done("", " \n"), Part::Lead, Nothing, Err(Refusal::ResultMissing)),
        (done("", &long), Part::Lead, Nothing, Err(Refusal::TextTooLong)),
        (done("1", ""), Part::Share, Nothing, Err(Refusal::NotYourPart)),
        (confirmed(), Part::Share, Nothing, Ok("confirmed")),
        (confirmed(), Part::Lead, File, Err(Refusal::NotYourPart)),
        (declined("Không đủ người"), Part::Share, Nothing, Ok("declined")),
        (declined("\u{200b} "), Part::Share, Nothing, Err(Refusal::ReasonMissing)),
    ];
    for (answer, part, shown, expected) in table {
        let checked = answer.clone().check(part, shown);
        assert_eq!(checked.map(|answer| answer.name()), expected, "{answer:?} {part:?}");
    }
}

#[test]
fn a_kept_proposal_becomes_a_choice_and_a_stated_day_stays_stated() {
    let (day, other) = (date(2031, 4, 5), date(2031, 4, 6));
    let words = || "trước ngày 06/4".to_owned();
    let stated = Due::Stated { day, words: words() };
    let proposed = Due::Proposed { day, words: words() };
    let table = [
        (stated.clone(), Some(day), stated),
        (Due::Stated { day, words: words() }, Some(other), Due::Chosen { day: other }),
        (proposed.clone(), Some(day), Due::Chosen { day }),
        (proposed, None, Due::None),
        (Due::None, Some(day), Due::Chosen { day }),
    ];
    for (before, chosen, expected) in table {
        assert_eq!(before.clone().choose(chosen), expected, "{before:?}");
    }
}

#[test]
fn what_is_stored_is_read_back_and_nothing_else() {
    let day = date(2031, 4, 5);
    for due in [
        Due::None,
        Due::Stated { day, words: "trước 06/4".into() },
        Due::Proposed { day, words: "hạn gửi".into() },
        Due::Chosen { day },
    ] {
        let again = Due::restore(due.name(), due.day(), due.words().to_owned());
        assert_eq!(again, Some(due));
    }
    assert_eq!(Due::restore("none", Some(day), String::new()), None);
    assert_eq!(Due::restore("chosen", None, String::new()), None);
}

#[test]
fn lateness_is_that_of_a_deadline() {
    let due = Due::Chosen { day: date(2031, 4, 5) };
    let at = |text: &str| text.parse::<Timestamp>().expect("an instant");
    let table = [("2031-04-05T16:59:59Z", 0), ("2031-04-05T17:00:00Z", 1)];
    for (instant, days) in table {
        assert_eq!(due.judge(at(instant)).days_late(), days, "{instant}");
        assert_eq!(Due::None.judge(at(instant)).days_late(), 0);
    }
}
