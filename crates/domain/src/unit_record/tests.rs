use super::*;
use jiff::civil::date;

fn term([ordinal, from, to, resolution]: [&str; 4]) -> TypedTerm {
    let own = |text: &str| text.to_owned();
    TypedTerm { ordinal: own(ordinal), from: own(from), to: own(to), resolution: own(resolution) }
}

#[test]
fn terms_are_read_as_typed_or_each_wrong_row_is_named() {
    type Case<'c> = (&'c [[&'c str; 4]], Result<&'c [u32], &'c [(usize, Fault)]>);
    let table: [Case<'_>; 9] = [
        (&[], Ok(&[])),
        (&[["", " ", "", ""]], Ok(&[])),
        (&[["12", "1/3/2023", "", "01/NQ-ĐH"]], Ok(&[12])),
        // In any order, the end of one the day of the next, in Roman numbers.
        (&[["xii", "1/3/2023", "", ""], ["XI", "5/3/2018", "1/3/2023", ""]], Ok(&[11, 12])),
        (&[["mười", "1/3/2023", "", ""]], Err(&[(0, Fault::OrdinalUnreadable)])),
        (&[["0", "1/3/2023", "", ""]], Err(&[(0, Fault::OrdinalUnreadable)])),
        (
            &[["1", "31/2/2023", "", ""], ["2", "1/3/2023", "1/2/2023", ""]],
            Err(&[(0, Fault::DayUnreadable), (1, Fault::EndsBeforeItBegins)]),
        ),
        (&[["1", "1/3/2018", "", ""], ["2", "1/3/2023", "", ""]], Err(&[(1, Fault::Overlaps)])),
        (
            &[["2", "1/3/2018", "1/3/2023", ""], ["2", "1/3/2023", "", ""]],
            Err(&[(1, Fault::OrdinalTwice)]),
        ),
    ];
    for (rows, expected) in table {
        let typed: Vec<TypedTerm> = rows.iter().copied().map(term).collect();
        let read = UnitRecord::read(&typed, &[]);
        let read = read.map(|read| read.terms().iter().map(|t| t.ordinal).collect::<Vec<_>>());
        let wrong = |wrong: &[(usize, Fault)]| {
            wrong.iter().map(|(at, fault)| Wrong::Term(*at, *fault)).collect::<Vec<_>>()
        };
        assert_eq!(read, expected.map(<[u32]>::to_vec).map_err(wrong), "{rows:?}");
    }
}

#[test]
fn a_counterpart_has_a_name() {
    let typed = |name: &str, phone: &str| TypedCounterpart {
        name: name.to_owned(),
        phone: phone.to_owned(),
        ..TypedCounterpart::default()
    };
    let rows =
        [typed("Huyện ủy", ""), typed("", ""), typed(" ", "0912"), typed(&"x".repeat(301), "")];
    let wrong = [Wrong::Counterpart(2, Fault::NameMissing), Wrong::Counterpart(3, Fault::TooLong)];
    assert_eq!(UnitRecord::read(&[], &rows), Err(wrong.to_vec()));
    let kept = UnitRecord::read(&[term(["1", "2/3/2020", "", ""])], &rows[..2]).expect("reads");
    assert_eq!(kept.counterparts().len(), 1);
    assert_eq!(kept.terms()[0].from, date(2020, 3, 2));
}
