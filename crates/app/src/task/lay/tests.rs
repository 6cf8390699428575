use super::*;
use crate::campaign::propose::ground;
use domain::campaign::Deadline;
use domain::plan::{DateKind, Dated};
use domain::source::Span;
use jiff::civil::date;

fn duty(who: &str, with: &[&str]) -> Duty {
    Duty {
        who: who.into(),
        with: with.iter().map(|name| (*name).to_owned()).collect(),
        what: "theo dõi".into(),
        span: Span::new(10, 90),
    }
}

fn shown(party: &Party, ground: &Ground) -> String {
    let whom = match &party.whom {
        Whom::Open => "?".to_owned(),
        Whom::Tier(key) => key.clone(),
        Whom::Body(body) => {
            let organ = ground.organs.iter().find(|o| o.id == *body).map(|o| o.short.clone());
            let unit = || ground.units.iter().find(|u| u.body == *body).map(|u| u.short.clone());
            organ.or_else(unit).expect("a body")
        }
    };
    format!("{} {whom}", party.part.name())
}

#[test]
fn names_are_matched_to_organs_units_and_tiers() {
    let ground = ground();
    let table: [(&str, &[&str], &[&str]); 9] = [
        ("Ban Tổ chức Liên đoàn Lao động tỉnh", &[], &["lead Ban Tổ chức"]),
        ("BAN TỔ CHỨC", &["Ban Tô\u{309} chư\u{301}c"], &["lead Ban Tổ chức"]),
        ("Ban", &[], &["lead ?"]),
        ("Công đoàn cơ sở", &[], &["lead grassroots/province", "lead grassroots/district"]),
        ("CĐCS trực thuộc LĐLĐ tỉnh", &[], &["lead grassroots/province"]),
        (
            "LĐLĐ các huyện; Công đoàn ngành",
            &[],
            &["lead district/province", "lead sector/province"],
        ),
        ("Liên đoàn Lao động tỉnh", &["sector 2"], &["lead province 0", "share sector 2"]),
        ("Các ban LĐLĐ tỉnh", &[], &["lead ?"]),
        ("Hội Nông dân; ", &["Sở Y tế"], &["lead ?", "share ?"]),
    ];
    for (who, with, expected) in table {
        let parties = named(&duty(who, with), &Register::new(&ground));
        let found: Vec<String> = parties.iter().map(|party| shown(party, &ground)).collect();
        assert_eq!(found, expected, "{who} {with:?}");
    }
}

#[test]
fn a_date_is_the_duty_s_own_or_proposed_from_a_report() {
    let ground = ground();
    let on = |day, from, text: &str| Dated {
        who: vec![],
        what: String::new(),
        act: Act::Send,
        text: text.into(),
        kind: DateKind::By,
        start: None,
        end: Some(day),
        stated: Some(day),
        inferred: false,
        span: Span::new(from, from + 5),
    };
    let (inside, outside) = (date(2031, 4, 1), date(2031, 5, 9));
    let deadlines = [DeadlineRow {
        tier: "grassroots/district".into(),
        deadline: Deadline { version: 1, last_day: date(2031, 3, 20) },
        phrase: "trước 21/3".into(),
        stated: date(2031, 3, 21),
    }];
    let due = |dates: Vec<Dated>, up_day, who| {
        let document = Document { dates, ..Document::default() };
        let duties = Duties {
            document: &document,
            ground: &ground,
            register: &Register::new(&ground),
            deadlines: &deadlines,
            up_day,
            stated_day: None,
        };
        let duty = duty(who, &[]);
        duties.due(&duty, &named(&duty, duties.register))
    };
    let proposed = |day, words: &str| Due::Proposed { day, words: words.into() };
    let stated = Due::Stated { day: inside, words: "chậm nhất 1/4".into() };
    let both = || vec![on(outside, 200, "trước 10/5"), on(inside, 20, "chậm nhất 1/4")];
    let later = || vec![on(outside, 200, "trước 10/5"), on(inside, 300, "xong 1/4")];
    let table = [
        (due(both(), None, "Ban Tổ chức"), stated),
        (due(later(), None, "Ban Tổ chức"), proposed(outside, "trước 10/5")),
        (due(later(), Some(inside), "Ban Tổ chức"), proposed(inside, "xong 1/4")),
        (due(later(), None, "grassroots 1"), proposed(date(2031, 3, 20), "trước 21/3")),
        (due(later(), None, "Công đoàn ngành"), Due::None),
        (due(vec![], None, "Hội Nông dân"), Due::None),
    ];
    for (found, expected) in table {
        assert_eq!(found, expected);
    }
}
