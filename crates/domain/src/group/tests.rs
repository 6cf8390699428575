use super::*;
use jiff::civil::date;
use proptest::prelude::*;

fn day(d: i8) -> Date {
    date(2031, 3, d)
}

#[test]
fn the_words_of_a_plan_name_a_kind_of_group() {
    let table = [
        ("Ban Chỉ đạo", Some(Kind::Steering)),
        ("BAN CHỈ ĐẠO tổng kết Nghị quyết", Some(Kind::Steering)),
        ("Tổ Biên tập", Some(Kind::Drafting)),
        ("Tổ giúp việc Ban Chỉ đạo", Some(Kind::Assisting)),
        ("Đoàn khảo sát số 2", Some(Kind::Survey)),
        ("Đoàn kiểm tra", Some(Kind::Inspection)),
        ("Tiểu ban Nội dung", Some(Kind::Other)),
        ("Ban Tổ chức", None),
        ("Đoàn viên", None),
        ("", None),
    ];
    for (words, expected) in table {
        assert_eq!(Kind::of_words(words), expected, "{words:?}");
    }
}

#[test]
fn a_plan_calls_the_group_of_that_name_or_the_only_one_near_it() {
    let one = ["Ban Chỉ đạo tổng kết 10 năm", "Tổ Biên tập"];
    let two = ["Ban Chỉ đạo tổng kết 10 năm", "Ban Chỉ đạo phong trào thi đua"];
    let table: [(&str, &[&str], Option<usize>); 8] = [
        ("ban chỉ đạo", &one, Some(0)),
        ("Ban Chỉ đạo", &two, None),
        ("Ban Chỉ đạo phong trào thi đua", &two, Some(1)),
        ("Tổ Biên tập báo cáo", &one, Some(1)),
        ("Tổ Biên", &one, None),
        ("Tổ giúp việc", &one, None),
        ("Văn phòng", &["Văn phòng"], None),
        ("Ban Chỉ đạo", &[], None),
    ];
    for (words, names, expected) in table {
        assert_eq!(called(words, names), expected, "{words:?} in {names:?}");
    }
}

#[test]
fn the_chair_and_the_secretary_answer_in_seats_that_read_content() {
    for part in MemberPart::ALL {
        let answers = matches!(part, MemberPart::Chair | MemberPart::Secretary);
        for role in Role::ALL {
            let reads = may(role, Action::ReadSubmitted, Relation::Own).is_ok();
            let expected = if answers && reads { Ok(()) } else { Err(Forbidden) };
            assert_eq!(may_answer(part, role), expected, "{part:?} {role:?}");
        }
        assert_eq!(MemberPart::parse(part.name()), Some(part));
    }
    for kind in Kind::ALL {
        assert_eq!(Kind::parse(kind.name()), Some(kind));
    }
}

#[test]
fn a_term_stands_and_ends() {
    let open = Term { from: day(5), to: None };
    let table = [
        (open, day(4), Standing::Planned),
        (open, day(5), Standing::InForce),
        (Term { from: day(5), to: Some(day(9)) }, day(8), Standing::InForce),
        (Term { from: day(5), to: Some(day(9)) }, day(9), Standing::Ended),
        (Term { from: day(5), to: Some(day(5)) }, day(4), Standing::Ended),
        (Term { from: day(5), to: Some(day(5)) }, day(5), Standing::Ended),
    ];
    for (term, on, expected) in table {
        assert_eq!(term.standing(on), expected, "{term:?} on {on}");
    }
    assert_eq!(open.end(day(9)), Ok(Term { from: day(5), to: Some(day(9)) }));
    assert_eq!(open.end(day(5)), Ok(Term { from: day(5), to: Some(day(5)) }));
    assert_eq!(open.end(day(4)), Err(Refusal::EndsBeforeBegin));
    let ended = Term { from: day(5), to: Some(day(9)) };
    assert_eq!(ended.end(day(7)).map(|term| term.to), Ok(Some(day(7))), "sooner than planned");
    assert_eq!(ended.end(day(9)), Err(Refusal::Ended));
    assert_eq!(open.holds(Term { from: day(4), to: None }), Err(Refusal::OutsideGroup));
    assert_eq!(ended.holds(Term { from: day(9), to: None }), Err(Refusal::OutsideGroup));
    assert_eq!(ended.holds(Term { from: day(8), to: None }), Ok(()));
}

#[test]
fn a_decision_has_number_and_day() {
    assert_eq!(Paper::new(" ", Some(day(1))), Err(Refusal::NumberMissing));
    assert_eq!(Paper::new("12/QĐ", None), Err(Refusal::DayMissing));
    assert_eq!(Paper::new(&"x".repeat(501), Some(day(1))), Err(Refusal::TextTooLong));
    assert_eq!(Paper::new(" 12/QĐ ", Some(day(1))).map(|p| p.number), Ok("12/QĐ".to_owned()));
}

proptest! {
    #[test]
    fn two_terms_meet_where_a_day_is_in_both(a in 1i8..20, b in 0i8..9, c in 1i8..20, d in 0i8..9) {
        let term = |from: i8, long: i8| Term { from: day(from), to: Some(day(from + long)) };
        let (one, other) = (term(a, b), term(c, d));
        let both = (1..31).map(day).any(|on| {
            [one, other].iter().all(|term| term.standing(on) == Standing::InForce)
        });
        prop_assert_eq!(one.meets(other), both);
        prop_assert_eq!(other.meets(one), both);
    }
}
