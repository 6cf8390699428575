use super::*;
use jiff::civil::date;

#[test]
fn every_step_from_every_stage() {
    use Stage::{Accepted, Declared, Refused, Whole, Withdrawn};
    let nothing = Err(Refusal::NothingDeclared);
    let twice = Err(Refusal::AlreadyDeclared);
    let table = [
        (None, Ok(Declared), nothing, nothing, nothing),
        (Some(Declared), twice, Ok(Accepted), Ok(Refused), Ok(Withdrawn)),
        (Some(Accepted), twice, nothing, Ok(Refused), Ok(Withdrawn)),
        (Some(Whole), twice, nothing, Ok(Refused), Ok(Withdrawn)),
        (Some(Refused), Ok(Declared), nothing, nothing, nothing),
        (Some(Withdrawn), Ok(Declared), nothing, nothing, nothing),
    ];
    for (stage, declared, accepted, refused, withdrawn) in table {
        let of = |step: fn(Stage) -> Result<Stage, Refusal>| stage.map_or(nothing, step);
        assert_eq!(Stage::declare(stage), declared, "{stage:?}");
        assert_eq!(of(|s| s.accept(Rest::Something)), accepted, "{stage:?}");
        assert_eq!(of(Stage::refuse), refused, "{stage:?}");
        assert_eq!(of(Stage::withdraw), withdrawn, "{stage:?}");
        if let Some(stage) = stage {
            assert_eq!(Stage::parse(stage.name()), Some(stage));
            assert_eq!(stage.holds(), matches!(stage, Accepted | Whole));
        }
    }
    assert_eq!(Declared.accept(Rest::Nothing), Ok(Whole));
}

#[test]
fn a_declaration_has_a_past_day_and_a_number() {
    let today = date(2031, 3, 5);
    let day = |d| Some(date(2031, 3, d));
    let table = [
        (None, "12/BC", None, Err(Refusal::DayMissing)),
        (day(6), "12/BC", None, Err(Refusal::DayToCome)),
        (day(5), "12/BC", day(6), Err(Refusal::DayToCome)),
        (day(5), " \u{200b}", None, Err(Refusal::NumberMissing)),
        (day(5), " 12/BC ", day(5), Ok("12/BC")),
    ];
    for (held, number, of, expected) in table {
        let made = Declaration::new(held, (number, of), "", today);
        assert_eq!(made.as_ref().map(|d| d.number.as_str()).map_err(|why| *why), expected);
    }
    let long = "x".repeat(TEXT_LENGTH_MAX + 1);
    assert_eq!(reason(&long), Err(Refusal::TextTooLong));
    assert_eq!(reason("  "), Err(Refusal::ReasonMissing));
}

#[test]
fn a_section_of_figures_stays_asked() {
    let table = [
        ("Kết quả thực hiện", "Nêu số liệu theo từng năm", true),
        ("Phụ lục kèm theo", "", true),
        ("Công tác lãnh đạo", "Đánh giá ngắn gọn", false),
        ("Biểu dương, khen thưởng", "", false),
    ];
    for (title, guidance, expected) in table {
        assert_eq!(asks_annex(title, guidance), expected, "{title}");
    }
}
