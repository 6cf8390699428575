use super::*;
use crate::id::Chance;

fn members(chance: &mut Chance) -> Indicator {
    Indicator {
        id: chance.id(),
        version: 1,
        code: Code::parse("B07").expect("a code"),
        name: Text::new("Tổng số đoàn viên"),
        unit: Text::new("người"),
        decimals: 0,
        group: Group::Main,
        rule: Rule::Sum,
    }
}

#[test]
fn codes() {
    let table = [
        ("B07", Some("B07")),
        (" II.2-a ", Some("II.2-a")),
        ("", None),
        ("-1", None),
        ("B 7", None),
        ("Đ1", None),
        ("12345678901234567", None),
    ];
    for (raw, expected) in table {
        let code = Code::parse(raw).ok();
        assert_eq!(code.as_ref().map(Code::as_str), expected, "{raw:?}");
    }
}

#[test]
fn what_cannot_stand() {
    let mut chance = Chance::new([1; 32]);
    let (id, other) = (chance.id(), chance.id());
    let sound = Indicator { id, ..members(&mut chance) };
    let ratio = |numerator, denominator, times| Rule::Ratio { numerator, denominator, times };
    let table = [
        (sound.clone(), Ok(())),
        (Indicator { name: Text::new(" "), ..sound.clone() }, Err(Refusal::NameMissing)),
        (Indicator { decimals: 7, ..sound.clone() }, Err(Refusal::TooManyDecimals)),
        (
            Indicator { decimals: 1, rule: Rule::CountOfYes, ..sound.clone() },
            Err(Refusal::YesWithDecimals),
        ),
        (Indicator { rule: ratio(other, id, 100), ..sound.clone() }, Err(Refusal::MadeFromItself)),
        (Indicator { rule: ratio(other, other, 0), ..sound.clone() }, Err(Refusal::TimesZero)),
        (Indicator { rule: ratio(other, other, 100), ..sound.clone() }, Ok(())),
        (
            Indicator { rule: Rule::WeightedMean { weight: id }, ..sound },
            Err(Refusal::MadeFromItself),
        ),
    ];
    for (indicator, expected) in table {
        assert_eq!(indicator.clone().checked().map(|_| ()), expected, "{indicator:?}");
    }
}

#[test]
fn a_rule_is_kept_by_name() {
    let mut chance = Chance::new([2; 32]);
    let weight = chance.id();
    for rule in [Rule::Sum, Rule::Apart, Rule::CountOfYes, Rule::WeightedMean { weight }] {
        let kept = serde_json::to_string(&rule).unwrap();
        assert_eq!(serde_json::from_str::<Rule>(&kept).unwrap(), rule, "{kept}");
    }
    assert_eq!(serde_json::to_string(&Rule::CountOfYes).unwrap(), r#"{"rule":"count_of_yes"}"#);
}
