use super::*;
use domain::id::Chance;
use domain::plan::Severity;
use domain::source::Span;

fn cited(type_name: &str, number: &str) -> Cited {
    let number = Some(number.to_owned()).filter(|number| !number.is_empty());
    Cited { type_name: type_name.into(), number, ..Cited::default() }
}

fn missing(paper: &str, at: usize) -> Warning {
    Warning {
        code: ANNOUNCED.into(),
        severity: Severity::Warning,
        facts: vec![("paper".into(), paper.into())],
        message: String::new(),
        span: Span::new(at, at + 5),
    }
}

#[test]
fn a_library_is_what_the_plan_names_and_what_it_lacks() {
    let document = Document {
        span: Span::new(0, 100),
        subject: vec![cited("Chương trình", "8/CTr")],
        basis: vec![cited("Kế hoạch", "73/KH"), cited("Chương trình", "8/CTr"), cited("", "")],
        ..Document::default()
    };
    let warnings = vec![missing("đề cương", 10), missing("phụ lục", 20), missing("phụ lục", 200)];
    let mut chance = Chance::new([1; 32]);
    let items = proposed(&warnings, &document, &mut || chance.id());
    let found: Vec<_> =
        items.iter().map(|i| (i.role, i.origin, i.title.as_str(), i.number.as_str())).collect();
    assert_eq!(
        found,
        [
            (Role::Subject, Origin::Cited, "Chương trình", "8/CTr"),
            (Role::Outline, Origin::Announced, "Đề cương", ""),
            (Role::Form, Origin::Announced, "Phụ lục", ""),
            (Role::Basis, Origin::Cited, "Kế hoạch", "73/KH"),
        ]
    );
    assert_eq!(items.iter().filter(|item| item.origin.is_open(&item.held)).count(), 2);
}
