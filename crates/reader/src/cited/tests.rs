use super::*;
use domain::source::Source;

fn named(text: &str) -> String {
    let page = Page::scan(&Source::plain(text));
    let found = mentions(&page, 0..page.tokens.len());
    let shown = found.into_iter().map(|m| {
        let date = m.cited.date.map_or("–".to_owned(), |d| d.to_string());
        let (number, issuer) = (m.cited.number, m.cited.issuer);
        let dash = || "–".to_owned();
        let (number, issuer) = (number.unwrap_or_else(dash), issuer.unwrap_or_else(dash));
        format!("{} {number} {date} {issuer}", m.cited.type_name)
    });
    shown.collect::<Vec<_>>().join(" | ")
}

#[test]
fn documents_named() {
    let table = [
        (
            "kế hoạch số 12/KH - LĐLĐ, ngày 03/4/2022 của Ban Thường vụ LĐLĐ tỉnh về việc",
            "Kế hoạch 12/KH-LĐLĐ 2022-04-03 Ban Thường vụ LĐLĐ tỉnh",
        ),
        ("Nghị quyết 7b/NQ-BCH ngày 5 tháng 6 năm 2019", "Nghị quyết 7b/NQ-BCH 2019-06-05 –"),
        ("Chỉ thị số 21-CT/TW của Ban Bí thư", "Chỉ thị 21-CT/TW – Ban Bí thư"),
        (
            "Thông tư số 08/2019/TT-BNV và Quyết định 5/QĐ-TLĐ",
            "Thông tư 08/2019/TT-BNV – – | Quyết định 5/QĐ-TLĐ – –",
        ),
        (
            "Nghị quyết Đại hội IX Công đoàn tỉnh Pa Lao",
            "Nghị quyết – – Đại hội IX Công đoàn tỉnh Pa Lao",
        ),
        (
            "Nghị quyết Đại hội Công đoàn tỉnh lần thứ IX",
            "Nghị quyết – – Đại hội Công đoàn tỉnh lần thứ IX",
        ),
        ("Nghị quyết đã đề ra; kế hoạch của đơn vị", ""),
        ("báo cáo trước ngày 20/7/2020", ""),
    ];
    for (text, expected) in table {
        assert_eq!(named(text), expected, "{text}");
    }
}
