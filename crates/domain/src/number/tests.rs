use super::*;
use proptest::prelude::*;

/// The reading in a few letters: the value, `~` and how it was understood where echoed.
fn said(raw: &str, decimals: u8) -> String {
    let typed = match read(raw, decimals) {
        Ok(typed) => typed,
        Err(error) => return format!("{error:?}"),
    };
    let reading = match typed.reading {
        Reading::Value(value) => show(value, decimals),
        other => format!("{other:?}"),
    };
    match typed.echo {
        Some(echo) => format!("{reading} ~{echo:?}"),
        None => reading,
    }
}

fn check(decimals: u8, table: &[(&str, &str)]) {
    for (raw, expected) in table {
        assert_eq!(said(raw, decimals), *expected, "{raw:?} with {decimals} decimals");
    }
}

#[test]
fn whole_numbers() {
    check(
        0,
        &[
            ("0", "0"),
            ("007", "7"),
            ("1234567", "1.234.567"),
            ("1.234", "1.234"),
            ("1.234.567", "1.234.567"),
            ("1,234", "1.234 ~Thousands"),
            ("1,000", "1.000 ~Thousands"),
            ("1,234,567", "1.234.567 ~Thousands"),
            ("1.234.567,89", "NotWhole"),
            ("1234567,89", "NotWhole"),
            ("1,234,567.89", "NotWhole"),
            ("12.5", "NotWhole"),
            ("12,5", "NotWhole"),
            ("0,234", "NotWhole"),
            ("0.234", "NotWhole"),
            ("1234,567", "NotWhole"),
            ("12,0", "12"),
            ("1.234,00", "1.234"),
            ("1 234 567", "1.234.567"),
            ("12 000 đ", "12.000"),
            ("84%", "84"),
        ],
    );
}

#[test]
fn decimals() {
    check(
        2,
        &[
            ("1.234.567,89", "1.234.567,89"),
            ("1234567,89", "1.234.567,89"),
            ("1,234,567.89", "1.234.567,89 ~Swapped"),
            ("1,234.5", "1.234,50 ~Swapped"),
            ("1.234", "1.234,00 ~Thousands"),
            ("1.234.567", "1.234.567,00"),
            ("12.5", "12,50 ~Decimals"),
            ("0.25", "0,25 ~Decimals"),
            ("1 234.5", "1.234,50 ~Decimals"),
            ("1 234,5", "1.234,50"),
            ("1,234,567", "1.234.567,00 ~Thousands"),
            ("84,6%", "84,60"),
            ("84,6 %", "84,60"),
            ("84", "84,00"),
            ("1,5000", "1,50"),
            ("1,234", "TooManyDecimals { allowed: 2 }"),
            ("1,230", "TooManyDecimals { allowed: 2 }"),
            ("0.125", "TooManyDecimals { allowed: 2 }"),
            ("0,125", "TooManyDecimals { allowed: 2 }"),
            ("1.234,567", "TooManyDecimals { allowed: 2 }"),
        ],
    );
    check(
        3,
        &[
            ("1,234", "1,234"),
            ("1,2", "1,200"),
            ("0.125", "0,125 ~Decimals"),
            ("1.234", "1.234,000 ~Thousands"),
            ("1,234.567", "1.234,567 ~Swapped"),
        ],
    );
}

#[test]
fn separators_that_allow_no_one_reading() {
    let raws = [
        "1.23.4",
        "1.2345",
        "1234.567",
        "0.123.456",
        "1.234 567",
        "1 234.567",
        "1,23,456",
        "1.234.56",
        "1.234,567.8",
        "1,234.567,8",
        "1..234",
        "1, 234",
        "12 5",
        "5,",
        ".5",
        "1.",
    ];
    for decimals in [0, 2, 4] {
        for raw in raws {
            assert_eq!(read(raw, decimals), Err(NumberError::SeparatorsUnclear), "{raw:?}");
        }
    }
}

#[test]
fn blanks_units_and_signs() {
    check(
        0,
        &[
            ("  12\u{a0}000\u{a0}đ ", "12.000"),
            ("12\u{202f}000 ₫", "12.000"),
            ("12\u{2009}000 đồng", "12.000"),
            ("12.000 đo\u{302}\u{300}ng", "12.000"),
            ("12.000 ĐỒNG", "12.000"),
            ("12.000 VNĐ", "12.000"),
            ("12.000\u{d0}", "12.000"),
            ("\u{feff}12", "12"),
            ("12\t000", "12.000"),
            ("-5", "−5"),
            ("−5", "−5"),
            ("–5", "−5"),
            ("- 1.500", "−1.500"),
            ("-0", "0"),
            ("--5", "NotANumber"),
            ("5-", "NotANumber"),
        ],
    );
}

#[test]
fn states() {
    for decimals in [0, 2] {
        check(
            decimals,
            &[
                ("", "Blank"),
                (" \u{a0}\n", "Blank"),
                ("\u{200b}", "Blank"),
                ("-", "NoneArisen"),
                ("–", "NoneArisen"),
                ("—", "NoneArisen"),
                ("−", "NoneArisen"),
                ("--", "NoneArisen"),
                ("không", "NoneArisen"),
                ("KHÔNG", "NoneArisen"),
                ("kho\u{302}ng", "NoneArisen"),
                ("khong", "NoneArisen"),
                ("Không phát sinh.", "NoneArisen"),
                ("…", "NotCollected"),
                ("...", "NotCollected"),
                (".....", "NotCollected"),
                ("chưa thu thập được", "NotCollected"),
                ("Chưa có số liệu", "NotCollected"),
            ],
        );
    }
}

#[test]
fn what_is_no_number() {
    let raws = [
        "khoảng 50",
        "không rõ",
        "không 5",
        "12 người",
        "x",
        "%",
        "đ",
        "..",
        ".",
        ",",
        "- %",
        "1e5",
        "1/2",
        "(1.234)",
        "####",
        "12\u{300}",
        "１２",
        "12%%",
    ];
    for raw in raws {
        assert_eq!(read(raw, 2), Err(NumberError::NotANumber), "{raw:?}");
    }
}

#[test]
fn the_ends_of_the_range() {
    check(
        0,
        &[
            ("9223372036854775807", "9.223.372.036.854.775.807"),
            ("9223372036854775808", "TooLarge"),
            ("-9223372036854775808", "−9.223.372.036.854.775.808"),
            ("-9223372036854775809", "TooLarge"),
            ("000000000000000000000000000001", "1"),
        ],
    );
    check(
        2,
        &[("92233720368547758,07", "92.233.720.368.547.758,07"), ("92233720368547759", "TooLarge")],
    );
    assert_eq!(read("0", 255), Ok(Typed { reading: Reading::Value(0), echo: None }));
    assert_eq!(read("1", 255), Err(NumberError::TooLarge));
    assert_eq!(read(&"1".repeat(LONGEST), 0), Err(NumberError::TooLarge));
    assert_eq!(read(&"1".repeat(LONGEST + 1), 0), Err(NumberError::TooLong));
    assert_eq!(read(&" ".repeat(1_000_000), 0), Err(NumberError::TooLong));
}

#[test]
fn shown_as_vietnamese_write_it() {
    let table = [
        (0, 0, "0"),
        (999, 0, "999"),
        (1_000, 0, "1.000"),
        (123_456_789, 2, "1.234.567,89"),
        (5, 2, "0,05"),
        (-5, 2, "−0,05"),
        (-1_234, 0, "−1.234"),
        (7, 0, "7"),
        (100_000, 3, "100,000"),
    ];
    for (value, decimals, expected) in table {
        assert_eq!(show(value, decimals), expected);
    }
}

proptest! {
    #[test]
    fn what_is_shown_is_read_back(value: i64, decimals in 0u8..=18) {
        let typed = read(&show(value, decimals), decimals).expect("own writing");
        prop_assert_eq!(typed.reading, Reading::Value(value));
        let plain = show(value, decimals).replace('.', "");
        prop_assert_eq!(read(&plain, decimals).expect("own writing").reading, typed.reading);
    }

    #[test]
    fn nothing_typed_panics(raw in "[-0-9., %đ…a\u{a0}\u{300}]{0,24}", decimals: u8) {
        let _ = read(&raw, decimals);
    }

    #[test]
    fn any_text_is_answered(raw: String, decimals: u8) {
        let _ = read(&raw, decimals);
    }
}
