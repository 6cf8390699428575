use super::*;
use crate::id::Chance;
use crate::text::Text;
use proptest::prelude::*;
use uuid::Uuid;

fn naming(level: &str, short: &str) -> Naming {
    Naming { name: Text::new(short), short: Text::new(short), level: level.into() }
}

/// T above A and B; A above A1.
fn tree() -> Vec<Known> {
    let root = Path::below(None, 0).expect("a root");
    let mut known = vec![Known {
        unit: BodyId(Uuid::from_u128(1)),
        code: "T".into(),
        parent: None,
        path: root,
        ordinal: 0,
        naming: naming("tinh", "Tỉnh"),
        next: 2,
    }];
    for (n, code, under, ordinal, next, level, short) in [
        (2u128, "A", 0usize, 0u32, 1u32, "huyen", "Bắc"),
        (4, "A1", 1, 0, 0, "coso", "May"),
        (3, "B", 0, 1, 0, "huyen", "Nam"),
    ] {
        let above = &known[under];
        let (parent, path) = (Some(above.unit), Path::below(Some(&above.path), ordinal));
        let path = path.expect("a path");
        let (code, naming) = (code.to_owned(), naming(level, short));
        known.push(Known {
            unit: BodyId(Uuid::from_u128(n)),
            code,
            parent,
            path,
            ordinal,
            naming,
            next,
        });
    }
    known
}

const WORDS: [(Column, &str); 5] = [
    (Column::Code, "Mã đơn vị"),
    (Column::Under, "Mã đơn vị cấp trên"),
    (Column::Level, "Cấp"),
    (Column::Name, "Tên đầy đủ"),
    (Column::Short, "Tên gọi"),
];

fn words() -> Vec<(Column, String)> {
    WORDS.map(|(column, word)| (column, word.to_owned())).to_vec()
}

fn cells(row: &[&str]) -> Vec<String> {
    row.iter().map(|cell| (*cell).to_owned()).collect()
}

fn compared(lines: &[Line], known: &[Known]) -> Comparison {
    let levels = ["tinh", "huyen", "coso"].map(|code| LevelWords {
        code: code.into(),
        names: if code == "coso" { vec!["Công đoàn cơ sở".into()] } else { Vec::new() },
    });
    let whose = |code: &str| if code == "KHAC" { Whose::Anothers } else { Whose::Nobodys };
    compare(lines, known, &levels, whose, &mut Chance::new([1; 32]))
}

/// Rows of code, code above, level and name; the first is row 2.
fn run(rows: &[[&str; 4]]) -> Comparison {
    let heading = WORDS.map(|(_, word)| word);
    let rows = rows.iter().map(|row| cells(row));
    let sheet: Vec<Vec<String>> = [cells(&heading)].into_iter().chain(rows).collect();
    compared(&lines(&sheet, &words()).expect("has a heading"), &tree())
}

type Expected<'e> = (&'e [[&'e str; 4]], [usize; 3], &'e [(usize, Column, Fault)]);

#[test]
fn a_row_is_new_changed_the_same_or_wrong() {
    let long = "x".repeat(301);
    let table: [Expected<'_>; 25] = [
        (&[["A", "T", "huyen", "Bắc"]], [0, 0, 1], &[]),
        (&[["A", "", "huyen", "Bắc"]], [0, 0, 1], &[]),
        (&[["T", "", "tinh", "Tỉnh"]], [0, 0, 1], &[]),
        (&[["A", "T", "huyen", "Bắc mới"]], [0, 1, 0], &[]),
        (&[["B1", "B", "CONG DOAN CO SO", "Chè"]], [1, 0, 0], &[]),
        (&[["C1", "C", "coso", "Chè"], ["C", "T", "huyen", "Tây"]], [2, 0, 0], &[]),
        (&[["A1", "B", "coso", "May"]], [0, 1, 0], &[]),
        // Two swap their names.
        (&[["A", "T", "huyen", "Nam"], ["B", "T", "huyen", "Bắc"]], [0, 2, 0], &[]),
        // Codes and names that look the same are the same, however they are made up.
        (&[["a ", "ｔ", "huyen", "Ba\u{306}\u{301}c"]], [0, 0, 1], &[]),
        (&[["A\u{200b}", "T", "huyen", "Bắc"]], [0, 0, 1], &[]),
        (&[["", "T", "huyen", "x"]], [0, 0, 0], &[(0, Column::Code, Fault::CodeMissing)]),
        (&[["KHAC", "T", "huyen", "x"]], [0, 0, 0], &[(0, Column::Code, Fault::CodeTaken)]),
        (
            &[["A", "T", "huyen", "Bắc"], ["a", "T", "huyen", "y"]],
            [0, 0, 1],
            &[(1, Column::Code, Fault::CodeTwice)],
        ),
        (&[["C", "T", "vua", "x"]], [0, 0, 0], &[(0, Column::Level, Fault::LevelUnknown)]),
        (&[["C", "T", "huyen", " "]], [0, 0, 0], &[(0, Column::Name, Fault::NameMissing)]),
        (&[["C", "T", "huyen", &long]], [0, 0, 0], &[(0, Column::Name, Fault::TooLong)]),
        (&[["C", "", "huyen", "x"]], [0, 0, 0], &[(0, Column::Under, Fault::UnderMissing)]),
        (&[["C", "T", "huyen", "NAM"]], [0, 0, 0], &[(0, Column::Short, Fault::NameTaken)]),
        // The newcomer gives way, whichever row comes first.
        (
            &[["C", "T", "huyen", "Nam"], ["B", "T", "huyen", "Nam"]],
            [0, 0, 1],
            &[(0, Column::Short, Fault::NameTaken)],
        ),
        // What would stand under a wrong row is wrong too, but what is there already stays.
        (
            &[["C", "Z", "huyen", "x"], ["D", "C", "coso", "y"], ["A1", "A", "coso", "May"]],
            [0, 0, 1],
            &[(0, Column::Under, Fault::UnderUnknown), (1, Column::Under, Fault::UnderUnknown)],
        ),
        (
            &[["A", "T", "huyen", "Nam"], ["A1", "A", "coso", "May Mới"]],
            [0, 1, 0],
            &[(0, Column::Short, Fault::NameTaken)],
        ),
        (&[["A", "A1", "huyen", "Bắc"]], [0, 0, 0], &[(0, Column::Under, Fault::UnderItself)]),
        (
            &[["C", "D", "huyen", "x"], ["D", "C", "huyen", "y"], ["A1", "D", "coso", "May"]],
            [0, 0, 0],
            &[
                (0, Column::Under, Fault::UnderItself),
                (1, Column::Under, Fault::UnderItself),
                (2, Column::Under, Fault::UnderUnknown),
            ],
        ),
        (&[["T", "A", "tinh", "Tỉnh"]], [0, 0, 0], &[(0, Column::Under, Fault::Top)]),
        (&[["T", "", "tinh", "Khác"]], [0, 0, 0], &[(0, Column::Name, Fault::Top)]),
    ];
    for (rows, counts, wrong) in table {
        let compared = run(rows);
        let found: Vec<_> = compared.wrong.iter().map(|w| (w.line, w.column, w.fault)).collect();
        assert_eq!(found, wrong, "{rows:?}");
        assert_eq!([compared.new, compared.changed, compared.same], counts, "{rows:?}");
    }
}

#[test]
fn what_is_below_a_moved_unit_is_carried_along() {
    let compared = run(&[["A", "B", "huyen", "Bắc"]]);
    let stands: Vec<(&str, &str)> =
        compared.stands.iter().map(|(stand, code)| (code.as_str(), stand.path.as_str())).collect();
    assert_eq!(stands, [("A", "000000010000"), ("A1", "0000000100000000")]);
    assert_eq!((compared.new, compared.changed, compared.same), (0, 1, 0));
}

#[test]
fn a_sheet_that_goes_wrong_row_by_row_comes_to_an_end() {
    let codes: Vec<String> = (0..2_000).map(|n| format!("C{n}")).collect();
    let under = |n: usize| if n == 0 { "nowhere" } else { codes[n - 1].as_str() };
    let rows: Vec<[&str; 4]> =
        (0..codes.len()).map(|n| [codes[n].as_str(), under(n), "huyen", "x"]).collect();
    let compared = run(&rows);
    assert_eq!((compared.wrong.len(), compared.stands.len()), (codes.len(), 0));
}

#[test]
fn columns_are_known_by_their_heading() {
    type Case<'c> = (&'c [&'c [&'c str]], Result<&'c [(usize, &'c str, &'c str)], &'c [Column]>);
    let whole: &[&str] = &["Mã đơn vị", "Mã đơn vị cấp trên", "Cấp", "Tên đầy đủ", "Tên gọi"];
    let table: [Case<'_>; 7] = [
        (&[whole, &["A", "T", "huyen", "Bắc", ""]], Ok(&[(2, "A", "Bắc")])),
        // Another order, further columns, none with the name in lists, capitals.
        (
            &[
                &["STT", "TÊN ĐẦY ĐỦ", "CẤP", "Mã đơn vị", "Cần sửa", "mã  đơn vị cấp trên"],
                &["1", "Bắc\nmới", "huyen", "A", "?", "T"],
            ],
            Ok(&[(2, "A", "Bắc mới")]),
        ),
        // A title stands above, blank rows between.
        (&[&["DANH SÁCH"], &[], whole, &["", " "], &["A", "", "", "Bắc"]], Ok(&[(5, "A", "Bắc")])),
        (&[whole], Ok(&[])),
        (&[&["Mã đơn vị", "Tên đầy đủ"], &["A", "x"]], Err(&[Column::Under, Column::Level])),
        (
            &[&["A", "T", "huyen", "x"]],
            Err(&[Column::Code, Column::Under, Column::Level, Column::Name]),
        ),
        (&[], Err(&Column::ALL)),
    ];
    for (rows, expected) in table {
        let rows: Vec<Vec<String>> = rows.iter().map(|row| cells(row)).collect();
        let read = lines(&rows, &words());
        let told = |lines: Vec<Line>| {
            let told = lines.into_iter().map(|line| (line.row, line.code, line.name));
            told.collect::<Vec<_>>()
        };
        let owned = |lines: &[(usize, &str, &str)]| {
            let own = |text: &str| text.to_owned();
            lines.iter().map(|(row, code, name)| (*row, own(code), own(name))).collect::<Vec<_>>()
        };
        let expected = expected.map(owned).map_err(<[Column]>::to_vec);
        assert_eq!(read.map(told), expected, "{rows:?}");
    }
}

proptest! {
    /// A register that went out comes in as all the same.
    #[test]
    fn what_goes_out_comes_in_the_same(
        shape in prop::collection::vec((any::<prop::sample::Index>(), "[\\PC\u{300}-\u{303}]{1,12}"), 0..30),
    ) {
        let known = grown(&shape);
        let above = |unit: &Known| {
            let above = known.iter().find(|other| Some(other.unit) == unit.parent);
            above.map_or(String::new(), |above| above.code.clone())
        };
        let row = |unit: &Known| {
            let naming = &unit.naming;
            let name = |text: &Text| text.as_str().to_owned();
            vec![unit.code.clone(), above(unit), naming.level.clone(), name(&naming.name), name(&naming.short)]
        };
        let heading = cells(&WORDS.map(|(_, word)| word));
        let sheet: Vec<_> = [heading].into_iter().chain(known.iter().map(row)).collect();
        let lines = lines(&sheet, &words()).expect("has a heading");
        let found = compared(&lines, &known);
        let all = Comparison { same: known.len(), ..Comparison::default() };
        prop_assert_eq!(found, all);
    }
}

/// A tree in which each unit stands under one before it. Names are as a register lets them be: on
/// one line, and not alike under one unit.
fn grown(shape: &[(prop::sample::Index, String)]) -> Vec<Known> {
    let mut known = tree();
    for (at, (above, name)) in shape.iter().enumerate() {
        let above = above.index(known.len());
        let next = known[above].next;
        let path = Path::below(Some(&known[above].path), next);
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some(path) = path else { continue };
        known[above].next = next + 1;
        let number = known.len();
        known.push(Known {
            unit: BodyId(Uuid::from_u128(100 + at as u128)),
            code: format!("N{number}"),
            parent: Some(known[above].unit),
            path,
            ordinal: next,
            naming: naming("coso", &format!("{name} {number}")),
            next: 0,
        });
    }
    known.sort_by(|one, other| one.path.as_str().cmp(other.path.as_str()));
    known
}
