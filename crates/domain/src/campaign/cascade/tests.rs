use super::*;
use crate::campaign::{Need, Owner};
use crate::id::Chance;
use jiff::civil::date;
use proptest::prelude::*;

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
        // Sunday: from the Friday before.
        (date(2031, 5, 25), 1, date(2031, 3, 5), Some(date(2031, 5, 16))),
        (date(2031, 3, 10), 1, date(2031, 3, 5), None),
    ];
    for (duty, levels, today, expected) in table {
        let proposed = proposed_last_day(duty, levels, today);
        assert_eq!(proposed, expected, "{duty} {levels}");
        // What is proposed is not warned of.
        let days = proposed.map(|day| calendar::working_days(day, duty));
        assert!(days.is_none_or(|days| days >= levels * WORKING_DAYS_MIN), "{duty} {levels}");
    }
}

/// Which letters of `ABCD` are not asked.
fn out(letters: &str) -> BTreeSet<SectionId> {
    let known = outline("A/ B/ C/D");
    known.into_iter().filter(|s| letters.contains(&s.title)).map(|s| s.id).collect()
}

#[test]
fn a_unit_takes_over_what_it_and_those_below_need() {
    type Row =
        (&'static str, &'static [Option<&'static str>], &'static str, &'static [&'static str]);
    let table: [Row; 6] = [
        ("", &[None], "A/ B/ C/D", &[""]),
        ("D", &[None], "A/ B/ C", &[""]),
        ("D", &[], "A/ B/ C", &[]),
        ("D", &[Some("B")], "A/ B/ C/D", &["B"]),
        ("C", &[Some("CD"), None], "A/ B/D", &["D", ""]),
        ("CD", &[Some("D"), None], "A/ B/ C", &["", "C"]),
    ];
    for (own, below, expected, groups) in table {
        let below: Vec<_> = below.iter().map(|group| group.map(out)).collect();
        let carried = carried(&outline("A/ B/ C/D"), &out(own), &below);
        assert_eq!(drawn(&carried.outline), expected, "{own}");
        let groups: Vec<_> = groups.iter().map(|group| out(group)).collect();
        assert_eq!(carried.out, groups, "{own}");
    }
}

fn drawn(sections: &[Section]) -> String {
    let lines = sections.iter().map(|s| " ".repeat(usize::from(s.depth)) + &s.title);
    lines.collect::<Vec<_>>().join("/")
}

#[test]
fn what_changed_above_is_followed_and_the_own_stays_beside_it() {
    let table = [
        ("A/ B/ C/D", "A/ B/ C/D", "A/ B/ C/D", "nothing changed"),
        ("A/ B/ x/ C/D/y", "A/ B/ C/D", "A/ B/ x/ C/D/y", "the own stays where it is"),
        ("A/ B/ x/ C/D", "A/ B/ E/ C/D", "A/ B/ x/ E/ C/D", "one more above"),
        ("A/ B/ C/ x/D/y", "A/ B/D", "A/ B/ x/D/y", "one fewer above"),
        ("A/ B/ x/D", "A/D", "A/x/D", "nothing is written below what is written now"),
        ("x/A/ B/D", "D/A/ B", "x/D/A/ B", "another order above"),
        ("A/ B/D/y/ z", "A/ B", "A/ B/y/ z", "the one it stood behind is gone"),
        ("A/ B/D/y", "A/ B/D/ E/ F", "A/ B/D/ E/ F/y", "nothing is taken from a heading"),
        ("A/ B/ E/x/D", "A/ B/ E/D", "A/ B/ E/x/D", "followed before, and once more"),
    ];
    for (own, above, expected, why) in table {
        let (own, above) = (outline(own), outline(above));
        let is_own = |section: &&Section| section.title.chars().all(char::is_lowercase);
        let inherited: Vec<SectionId> =
            own.iter().filter(|section| !is_own(section)).map(|section| section.id).collect();
        let followed = follow_above(&own, &inherited, &above);
        assert_eq!(drawn(&followed), expected, "{why}");
        let all: Vec<SectionId> = above.iter().map(|section| section.id).collect();
        assert_eq!(keep_inherited(&above, &followed, &all), Ok(()), "{why}");
    }
}

/// Outlines of ten sections at most, upper-case ones above, each no deeper than it may be.
fn any_outline(letters: &'static str) -> impl Strategy<Value = Vec<Section>> {
    let picks = proptest::sample::subsequence(letters.chars().collect::<Vec<_>>(), 1..=10);
    (picks, proptest::collection::vec(0..4usize, 10)).prop_map(|(picks, depths)| {
        let mut deepest = 0;
        let lines = picks.iter().zip(depths).map(|(letter, depth)| {
            let depth = depth.min(deepest);
            deepest = depth + 1;
            " ".repeat(depth) + &letter.to_string()
        });
        outline(&lines.collect::<Vec<_>>().join("/"))
    })
}

proptest! {
    #[test]
    fn whatever_changed_above_stands_below_and_nothing_of_the_own_is_lost(
        own in any_outline("ABCDabcdefgh"),
        above in any_outline("ABCDEFGHIJKL"),
    ) {
        let is_own = |section: &&Section| section.title.chars().all(char::is_lowercase);
        let inherited: Vec<SectionId> =
            own.iter().filter(|section| !is_own(section)).map(|section| section.id).collect();
        let followed = follow_above(&own, &inherited, &above);
        let all: Vec<SectionId> = above.iter().map(|section| section.id).collect();
        prop_assert_eq!(keep_inherited(&above, &followed, &all), Ok(()));
        let titles = |sections: &[Section]| {
            let owned = sections.iter().filter(is_own).map(|section| section.title.clone());
            owned.collect::<Vec<_>>()
        };
        prop_assert_eq!(titles(&followed), titles(&own));
    }
}
