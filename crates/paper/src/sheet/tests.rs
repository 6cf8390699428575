use super::*;
use proptest::prelude::*;
use rust_xlsxwriter::Formula;

fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
    rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
}

#[test]
fn csv_is_read_as_spreadsheets_write_it() {
    let table: [(&str, &[&[&str]]); 7] = [
        ("a,b\n1,2\n", &[&["a", "b"], &["1", "2"]]),
        ("a;b\r\n1,5;2", &[&["a", "b"], &["1,5", "2"]]),
        ("a\tb\n\t2", &[&["a", "b"], &["", "2"]]),
        (
            "\u{feff}mã,tên\nHV,\"LĐLĐ \"\"mới\"\", tỉnh\"",
            &[&["mã", "tên"], &["HV", "LĐLĐ \"mới\", tỉnh"]],
        ),
        ("a,\"b\nc\",d", &[&["a", "b\nc", "d"]]),
        ("'=1,'tên", &[&["=1", "'tên"]]),
        ("5\" ống,b", &[&["5\" ống", "b"]]),
    ];
    for (text, expected) in table {
        assert_eq!(csv::read(text), rows(expected), "{text:?}");
    }
}

#[test]
fn what_is_no_table_is_refused() {
    let table: [(&[u8], NoTable); 8] = [
        (b"", NoTable::Empty),
        (b";;\n ;\n", NoTable::Empty),
        (b"PK\x03\x04 and no more", NoTable::Damaged),
        (b"\xff\xfea", NoTable::Encoding),
        (b"\x89PNG\r\n\x1a\n\0\0", NoTable::NotATable),
        (b"%PDF-1.7 \x00\x01", NoTable::NotATable),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1W\0o\0r\0k\0b\0o\0o\0k\0", NoTable::OldWorkbook),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0",
            NoTable::Locked,
        ),
    ];
    for (bytes, why) in table {
        assert_eq!(read(bytes), Err(why), "{:?}", String::from_utf8_lossy(bytes));
    }
    let long = "a\n".repeat(ROWS_MOST + 1);
    assert_eq!(read(long.as_bytes()), Err(NoTable::TooLong));
}

/// What people type into a workbook beside text: numbers, days, formulas, merged cells, and cells far
/// to the right and far below.
#[test]
fn a_workbook_is_read_as_it_shows() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write_string(1, 0, "Mã").expect("writes");
    sheet.write_number(2, 0, 123_456).expect("writes");
    sheet.write_number(2, 1, 1.5).expect("writes");
    sheet.write_formula(2, 2, Formula::new("=1+1").set_result("2")).expect("writes");
    sheet.merge_range(3, 0, 4, 0, "gộp", &Format::new()).expect("writes");
    sheet.write_boolean(4, 1, true).expect("writes");
    sheet.write_string(4, 16_000, "far").expect("writes");
    sheet.write_blank(900_000, 0, &Format::new().set_bold()).expect("writes");
    let bytes = book.save_to_buffer().expect("saves");
    let expected = rows(&[&[], &["Mã"], &["123456", "1.5", "2"], &["gộp"], &["", "true"]]);
    assert_eq!(read(&bytes), Ok(expected));
    let mut book = Workbook::new();
    book.add_worksheet().write_string(1_000_000, 0, "x").expect("writes");
    assert_eq!(read(&book.save_to_buffer().expect("saves")), Err(NoTable::TooLong));
}

#[test]
fn a_cell_like_a_formula_stays_text_both_ways() {
    let typed = rows(&[&["Mã", "Tên"], &["=1+1", "-5"], &["+84", "@x"], &["'=a", "''-b"]]);
    for round in 0..3 {
        assert_eq!(read(&write_csv(&typed)).as_ref(), Ok(&typed), "csv, round {round}");
        let book = write_xlsx("Đơn vị", &typed).expect("writes");
        assert_eq!(read(&book).as_ref(), Ok(&typed), "xlsx, round {round}");
    }
}

proptest! {
    #[test]
    fn any_table_comes_back_as_it_went(
        cells in prop::collection::vec(prop::collection::vec("[ -~áàảãạăắâấđêếôốơớưứýĐ]{1,12}", 3), 1..6),
    ) {
        let text = String::from_utf8(write_csv(&cells)).expect("utf-8");
        // The first line says what stands between cells; a heading has no such marks in it.
        let mut with_head = vec![vec!["a".to_owned(), "b".to_owned(), "c".to_owned()]];
        with_head.extend(cells.clone());
        prop_assert!(!text.is_empty());
        prop_assert_eq!(read(&write_csv(&with_head)), Ok(with_head));
    }
}
