use super::*;
use crate::campaign::{Need, Owner};
use crate::id::Chance;
use jiff::civil::date;

/// Sections by title, one step below the top for each space before it; the same title is the same
/// section.
fn outline(text: &str) -> Vec<Section> {
    let id = |title: &str| Chance::new([title.as_bytes()[0]; 32]).id();
    let section = |line: &str| {
        let title = line.trim();
        Section {
            id: id(title),
            number: String::new(),
            title: title.to_owned(),
            guidance: String::new(),
            depth: u8::try_from(line.len() - title.len()).unwrap(),
            owner: None,
            need: Need::Required,
        }
    };
    text.split('/').map(section).collect()
}

#[test]
fn what_is_inherited_stays_and_the_own_stands_beside_it() {
    let above = outline("A/ B/ C/D");
    let inherited: Vec<SectionId> = above.iter().map(|section| section.id).collect();
    let table = [
        ("A/ B/ C/D", Ok(()), "nothing changed"),
        ("A/ B/ C/ x/D/y/ z", Ok(()), "own ones below a heading and behind"),
        ("x/A/ y/ B/ C/D", Ok(()), "own ones before"),
        ("A/ B/D", Err(Refusal::InheritedChanged), "one is gone"),
        ("A/ C/ B/D", Err(Refusal::InheritedChanged), "two changed places"),
        ("A/ B/x/ C/D", Err(Refusal::InheritedChanged), "one came below an own heading"),
        ("A/ B/C/D", Err(Refusal::InheritedChanged), "one moved up"),
        ("A/ B/  x/ C/D", Err(Refusal::InheritedChanged), "nobody would write B"),
        ("A/ B/ C/D/ x", Err(Refusal::InheritedChanged), "nobody would write D"),
        ("", Err(Refusal::InheritedChanged), "all are gone"),
    ];
    for (text, expected, why) in table {
        let after = if text.is_empty() { Vec::new() } else { outline(text) };
        assert_eq!(keep_inherited(&above, &after, &inherited), expected, "{why}");
    }
    let mut reworded = above.clone();
    reworded[1].guidance = "Khác".to_owned();
    assert!(keep_inherited(&above, &reworded, &inherited).is_err());
    assert_eq!(keep_inherited(&above, &reworded, &[]), Ok(()), "nothing is inherited");
    let mut owned = above.clone();
    owned[1].owner = Some(Owner { body: Chance::new([9; 32]).id(), name: String::new() });
    assert_eq!(keep_inherited(&above, &owned, &inherited), Ok(()), "its own department");
}

#[test]
fn lower_reports_are_due_no_later_than_the_own() {
    let duty = date(2031, 5, 22);
    let table: [(&[Date], _); 4] = [
        (&[], Ok(())),
        (&[date(2031, 5, 20), duty], Ok(())),
        (
            &[date(2031, 5, 23), date(2031, 5, 20)],
            Err(Refusal::AfterDuty { day: date(2031, 5, 23), duty }),
        ),
        (
            &[date(2031, 5, 23), date(2031, 6, 1)],
            Err(Refusal::AfterDuty { day: date(2031, 6, 1), duty }),
        ),
    ];
    for (days, expected) in table {
        assert_eq!(in_time_for(duty, days.iter().copied()), expected, "{days:?}");
    }
}

#[test]
fn each_level_gets_its_working_days() {
    let table = [
        // Thursday; one week before, and the weekend does not count.
        (date(2031, 5, 22), 1, date(2031, 3, 5), Some(date(2031, 5, 15))),
        (date(2031, 5, 22), 2, date(2031, 3, 5), Some(date(2031, 5, 8))),
        (date(2031, 5, 22), 0, date(2031, 3, 5), Some(date(2031, 5, 22))),
        (date(2031, 3, 10), 1, date(2031, 3, 5), None),
    ];
    for (duty, levels, today, expected) in table {
        assert_eq!(proposed_last_day(duty, levels, today), expected, "{duty} {levels}");
    }
}
