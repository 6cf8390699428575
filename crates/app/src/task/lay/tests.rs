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
    let register = Register::new(&ground);
    let due = |dates: Vec<Dated>, up_day, who| {
        let document = Document { dates, ..Document::default() };
        let duties = Duties {
            document: &document,
            ground: &ground,
            register: &register,
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

#[test]
fn a_duty_takes_the_date_stated_for_the_same_act() {
    let ground = ground();
    let register = Register::new(&ground);
    let day = date(2031, 8, 31);
    let due = |who: &str, what: &str, (hand, stated): (&str, &str)| {
        let dated = Dated {
            who: vec![hand.into()],
            what: stated.into(),
            act: Act::Other,
            text: "tháng 8/2031".into(),
            kind: DateKind::Within,
            start: None,
            end: Some(day),
            stated: None,
            inferred: false,
            span: Span::new(200, 210),
        };
        let document = Document { dates: vec![dated], ..Document::default() };
        let duties = Duties {
            document: &document,
            ground: &ground,
            register: &register,
            deadlines: &[],
            up_day: None,
            stated_day: None,
        };
        let duty = Duty { what: what.into(), ..duty(who, &[]) };
        duties.due(&duty, &named(&duty, &register))
    };
    let stated = Due::Stated { day, words: "tháng 8/2031".into() };
    let (issue, teams) = ("Ban hành hướng dẫn kiểm kê tài sản", "Lập các tổ xuống cơ sở");
    let table = [
        // The shorter wording is found in the longer, whichever of the two is the duty.
        ("Ban Tổ chức", issue, ("LĐLĐ tỉnh", "ban hành hướng dẫn kiểm kê"), true),
        ("LĐLĐ tỉnh", issue, ("Ban Tổ chức", &format!("{issue} năm 2031")), true),
        ("Thường trực", "Lập các tổ công tác xuống cơ sở", ("LĐLĐ tỉnh", teams), true),
        // Other words, another order, a different beginning, too few words.
        ("LĐLĐ tỉnh", issue, ("LĐLĐ tỉnh", "ban hành hướng dẫn thu chi"), false),
        ("LĐLĐ tỉnh", issue, ("LĐLĐ tỉnh", "ban hành kiểm kê hướng dẫn"), false),
        ("LĐLĐ tỉnh", &format!("Rà soát, {issue}"), ("LĐLĐ tỉnh", issue), false),
        ("LĐLĐ tỉnh", "Tổ chức hội nghị, làm xong", ("LĐLĐ tỉnh", "tổ chức xong"), false),
        // Another hand.
        ("Công đoàn ngành", issue, ("LĐLĐ tỉnh", issue), false),
        ("LĐLĐ tỉnh", issue, ("Công đoàn cơ sở", issue), false),
        ("Công đoàn ngành", issue, ("Công đoàn ngành", issue), true),
    ];
    for (who, what, date, same) in table {
        let expected = if same { stated.clone() } else { Due::None };
        assert_eq!(due(who, what, date), expected, "{who} {what} {date:?}");
    }
}

#[test]
fn a_review_that_no_deadline_keeps_becomes_a_task() {
    let ground = ground();
    let register = Register::new(&ground);
    let day = date(2031, 5, 24);
    let deadline = DeadlineRow {
        tier: "district/province".into(),
        deadline: Deadline { version: 1, last_day: date(2031, 5, 21) },
        phrase: "trước 22/5".into(),
        stated: date(2031, 5, 22),
    };
    let reviews = |who: &str, what: &str, act, duties: Vec<Duty>| {
        let dated = Dated {
            who: vec![who.into()],
            what: what.into(),
            act,
            text: "trước ngày 25/5/2031".into(),
            kind: DateKind::Before,
            start: None,
            end: Some(day),
            stated: Some(date(2031, 5, 25)),
            inferred: false,
            span: Span::new(20, 40),
        };
        let title = "Tổng kết 5 năm phong trào".into();
        let document = Document { dates: vec![dated], duties, title, ..Document::default() };
        let duties = Duties {
            document: &document,
            ground: &ground,
            register: &register,
            deadlines: std::slice::from_ref(&deadline),
            up_day: None,
            stated_day: None,
        };
        let laid = duties.reviews().map(|laid| {
            let parties: Vec<String> =
                laid.parties.iter().map(|party| shown(party, &ground)).collect();
            assert_eq!(laid.due, Due::Stated { day, words: "trước ngày 25/5/2031".into() });
            format!("{}: {}", parties.join(", "), laid.what)
        });
        laid.collect::<Vec<_>>().join("; ")
    };
    let told = || vec![duty("LĐLĐ tỉnh", &[])];
    let held = "Tổ chức tổng kết trong quý II";
    let table = [
        // The author's own, named by the plan's title where the line has no name of its own.
        (
            reviews("LĐLĐ tỉnh", "Xong", Act::Hold, vec![]),
            "lead province 0: Tổng kết 5 năm phong trào",
        ),
        (
            reviews("Công đoàn ngành", held, Act::Hold, vec![]),
            "lead sector/province: Tổ chức tổng kết trong quý II",
        ),
        // A tier that reports keeps its window; a date for sending is no review; a duty says it.
        (reviews("LĐLĐ các huyện", held, Act::Hold, vec![]), ""),
        (reviews("LĐLĐ tỉnh", held, Act::Send, vec![]), ""),
        (reviews("LĐLĐ tỉnh", held, Act::Hold, told()), ""),
        (reviews("Hội Nông dân", held, Act::Hold, vec![]), ""),
    ];
    for (found, expected) in table {
        assert_eq!(found, expected);
    }
}
