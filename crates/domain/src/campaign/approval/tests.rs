use super::*;
use crate::campaign::Stage;
use expect_test::expect;
use jiff::civil::date;
use std::fmt::Write;

const ALL: [Approval; 7] = [
    Approval::Open,
    Approval::Asked,
    Approval::Given,
    Approval::OnPaper,
    Approval::SentBack,
    Approval::Waived,
    Approval::Lapsed,
];

#[test]
fn every_act_from_every_state() {
    let issued = Stage::Issued { at: "2031-03-05T01:00:00Z".parse().expect("an instant") };
    let mut table = String::new();
    for (name, stage) in [("preparing", Stage::Preparing), ("issued", issued)] {
        for state in ALL {
            let allowed =
                ApprovalAct::ALL.into_iter().filter(|act| state.allow(*act, stage).is_ok());
            let names: Vec<&str> = allowed.map(ApprovalAct::name).collect();
            writeln!(table, "{name} {state:?}: {}", names.join(" ")).expect("a string takes it");
        }
    }
    expect![[r#"
        preparing Open: asked on_paper waived
        preparing Asked: given sent_back on_paper waived withdrawn
        preparing Given: withdrawn numbered
        preparing OnPaper: withdrawn numbered
        preparing SentBack: asked on_paper waived
        preparing Waived: asked on_paper waived withdrawn
        preparing Lapsed: asked on_paper waived
        issued Open: asked on_paper
        issued Asked: given sent_back on_paper withdrawn
        issued Given: numbered
        issued OnPaper: numbered
        issued SentBack: asked on_paper
        issued Waived: asked on_paper
        issued Lapsed: asked on_paper
    "#]]
    .assert_eq(&table);
}

#[test]
fn a_change_of_the_set_up_drops_what_was_said() {
    for act in ApprovalAct::ALL {
        let lasts = matches!(act, ApprovalAct::Withdrawn | ApprovalAct::Numbered);
        let after = if lasts { Approval::Open } else { Approval::Lapsed };
        assert_eq!(Approval::of(Some((act, 4)), 5), after, "{act:?}");
    }
    assert_eq!(Approval::of(None, 1), Approval::Open);
    assert_eq!(Approval::of(Some((ApprovalAct::Given, 5)), 5), Approval::Given);
}

#[test]
fn only_what_was_approved_and_numbered_or_waived_is_released() {
    let table = [
        (Approval::Open, Numbering::Registered, Err(Refusal::ApprovalMissing)),
        (Approval::Asked, Numbering::Registered, Err(Refusal::ApprovalMissing)),
        (Approval::SentBack, Numbering::Registered, Err(Refusal::ApprovalMissing)),
        (Approval::Lapsed, Numbering::Registered, Err(Refusal::ApprovalLapsed)),
        (Approval::Given, Numbering::Open, Err(Refusal::NumberMissing)),
        (Approval::OnPaper, Numbering::Open, Err(Refusal::NumberMissing)),
        (Approval::Given, Numbering::Registered, Ok(())),
        (Approval::OnPaper, Numbering::Registered, Ok(())),
        (Approval::Waived, Numbering::Open, Ok(())),
    ];
    for (approval, number, expected) in table {
        assert_eq!(approval.release(number), expected, "{approval:?} {number:?}");
    }
}

#[test]
fn a_number_is_written_one_way() {
    let table = [
        ("48/KH-LĐLĐ", Some("48/KH-LĐLĐ")),
        (" 48 / KH – LÐLÐ ", Some("48/KH-LĐLĐ")),
        ("7a/KH-CĐ", Some("7a/KH-CĐ")),
        ("/KH-LĐLĐ", None),
        ("số 48", None),
        ("", None),
    ];
    for (typed, expected) in table {
        let read = PlanNumber::parse(typed).ok();
        assert_eq!(read.as_ref().map(PlanNumber::as_str), expected, "{typed}");
    }
    assert_eq!(PlanNumber::parse(&"4".repeat(61)), Err(Refusal::NumberUnreadable));
}

#[test]
fn what_comes_next_is_said_to_those_who_do_it() {
    let table = [
        (Approval::Open, Numbering::Open, None),
        (Approval::Asked, Numbering::Open, None),
        (Approval::Lapsed, Numbering::Registered, None),
        (Approval::Given, Numbering::Open, Some(NextStep::Number)),
        (Approval::OnPaper, Numbering::Registered, Some(NextStep::Issue)),
        (Approval::Waived, Numbering::Open, Some(NextStep::Issue)),
        (Approval::SentBack, Numbering::Open, Some(NextStep::Mend)),
    ];
    for (approval, number, expected) in table {
        assert_eq!(approval.next(number), expected, "{approval:?} {number:?}");
        let issues = expected == Some(NextStep::Issue);
        assert_eq!(approval.release(number).is_ok(), issues, "{approval:?} {number:?}");
    }
}

#[test]
fn a_plan_is_not_dated_years_ahead() {
    let today = date(2031, 3, 5);
    let table = [
        (date(2031, 3, 5), Ok(())),
        (date(2030, 12, 31), Ok(())),
        (date(2031, 4, 5), Ok(())),
        (date(2031, 4, 6), Err(Refusal::NumberDayAhead)),
        (date(2032, 3, 5), Err(Refusal::NumberDayAhead)),
    ];
    for (day, expected) in table {
        assert_eq!(plan_day(day, today), expected, "{day}");
    }
}
