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
        (
            "nghị quyết của Đại hội Đảng bộ huyện lần thứ IV đặt ra",
            "Nghị quyết – – Đại hội Đảng bộ huyện lần thứ IV",
        ),
        ("Nghị quyết Đại hội V của Đảng bộ huyện", "Nghị quyết – – Đại hội V của Đảng bộ huyện"),
        (
            "Nghị quyết của Ban Chấp hành Tổng Liên đoàn khóa IX về “Giờ nghỉ giữa ca” và",
            "Nghị quyết – – Ban Chấp hành Tổng Liên đoàn",
        ),
        ("Căn cứ Luật Việc làm năm 2013;", "Luật Việc làm – – –"),
        ("Căn cứ Điều lệ Công đoàn Việt Nam khóa XII;", "Điều lệ Công đoàn Việt Nam – – –"),
        ("đúng Luật Việc làm", ""),
        ("Kế hoạch số 104-KH-TU ngày 2/3/2020", "Kế hoạch 104-KH-TU 2020-03-02 –"),
        ("Chương trình số 07/CTr- BCH ngày 2/3/2020", "Chương trình 07/CTr-BCH 2020-03-02 –"),
        ("Plan No. 12/KH-TLD dated 20 April 2023", "Kế hoạch 12/KH-TLD 2023-04-20 –"),
        ("Nghị quyết đã đề ra; kế hoạch của đơn vị", ""),
        ("báo cáo trước ngày 20/7/2020", ""),
    ];
    for (text, expected) in table {
        assert_eq!(named(text), expected, "{text}");
    }
}

/// Subject, bases and the rest of a plan whose title and opening are given.
fn sorted(title: &str, opening: &str, text: &str) -> String {
    let plan = format!("KẾ HOẠCH\n{title}\n\n{opening}\nI. VIỆC\n{text}");
    let document = crate::read(&Source::plain(&plan)).documents.remove(0);
    let one = |cited: &Cited| cited.number.clone().or(cited.issuer.clone()).unwrap_or_default();
    let list = |all: &[Cited]| all.iter().map(one).collect::<Vec<_>>().join(", ");
    format!("{} | {} | {}", list(&document.subject), list(&document.basis), list(&document.cited))
}

#[test]
fn what_is_reviewed_what_it_rests_on_and_the_rest() {
    let table = [
        (
            [
                "Tổng kết Nghị quyết số 4/NQ-BCH",
                "Thực hiện Kế hoạch số 9/KH-TLĐ;",
                "Theo Công văn số 3/LĐLĐ.",
            ],
            "4/NQ-BCH | 9/KH-TLĐ | 3/LĐLĐ",
        ),
        (
            [
                "Tổng kết Nghị quyết số 4/NQ-BCH",
                "Căn cứ Nghị quyết số 4/NQ-BCH;\nCăn cứ Kế hoạch số 9/KH-TLĐ;",
                "",
            ],
            "4/NQ-BCH | 4/NQ-BCH, 9/KH-TLĐ | ",
        ),
        (
            [
                "Sơ kết",
                "Thực hiện Kế hoạch số 9/KH-TLĐ về sơ kết Nghị quyết số 4/NQ-BCH, Ban Thường vụ",
                "",
            ],
            " | 9/KH-TLĐ | 4/NQ-BCH",
        ),
        (
            ["Sơ kết", "Theo đề nghị của Sở Nội vụ tại Tờ trình số 6/TTr-SNV;", ""],
            " | 6/TTr-SNV | ",
        ),
        (
            [
                "Sơ kết",
                "Căn cứ Chỉ thị số 2/CT-ĐCT; Kế hoạch số 9/KH-TLĐ và Kế hoạch số 7/KH-TU, Ban Thường vụ",
                "",
            ],
            " | 2/CT-ĐCT, 9/KH-TLĐ, 7/KH-TU | ",
        ),
        (
            ["Sơ kết", "Căn cứ:\n- Nghị quyết số 4/NQ-BCH;\n- Chỉ thị số 2/CT-ĐCT.", ""],
            " | 4/NQ-BCH, 2/CT-ĐCT | ",
        ),
        (
            [
                "Sơ kết Nghị quyết Đại hội VI Công đoàn tỉnh Pa Lao",
                "Thực hiện Kế hoạch số 9/KH-TLĐ;",
                "Nghị quyết Đại hội Công đoàn tỉnh lần thứ VI và Nghị quyết Đại hội IX Công đoàn Việt Nam.",
            ],
            "Đại hội VI Công đoàn tỉnh Pa Lao | 9/KH-TLĐ | Đại hội IX Công đoàn Việt Nam",
        ),
    ];
    for ([title, opening, text], expected) in table {
        assert_eq!(sorted(title, opening, text), expected, "{title} {opening}");
    }
}
