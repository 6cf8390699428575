use super::*;

#[test]
fn text_has_one_form() {
    let table = [
        ("  Công đoàn  ", "Công đoàn"),
        ("Co\u{302}ng đoa\u{300}n", "Công đoàn"),
        ("L\u{d0}L\u{d0}", "LĐLĐ"),
        ("a\u{200b}b\u{feff}", "ab"),
        ("một\r\nhai", "một\nhai"),
        ("\u{1}", ""),
        ("", ""),
    ];
    for (raw, expected) in table {
        assert_eq!(Text::new(raw).as_str(), expected, "{raw:?}");
    }
}

#[test]
fn one_key_for_every_spelling() {
    let table = [
        ("Đắk Lắk", "dak lak"),
        ("ĐẮK  LẮK", "dak lak"),
        ("\u{d0}ăk-Lăk", "dak lak"),
        ("hòa", "hoa"),
        ("hoà", "hoa"),
        ("Số 12/KH-LĐLĐ", "so 12 kh ldld"),
        ("  (…)  ", ""),
    ];
    for (raw, expected) in table {
        assert_eq!(fold(raw), expected, "{raw:?}");
    }
}
