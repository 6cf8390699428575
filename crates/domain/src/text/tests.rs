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

#[test]
fn what_looks_the_same_has_one_look() {
    let table = [
        ("L\u{d0}L\u{d0} huyện", "LĐLĐ  Huyện", true),
        ("Ho\u{300}a An", "Hòa An", true),
        ("Bình\u{200b} An", "Bình An", true),
        ("\u{ff22}ình An", "Bình An", true),
        ("An Bình", "An Bính", false),
        ("An Bình", "An Bình 2", false),
    ];
    for (one, other, same) in table {
        assert_eq!(look(one) == look(other), same, "{one:?} {other:?}");
    }
}
