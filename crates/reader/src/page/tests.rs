use super::*;

fn markers(text: &str) -> String {
    let page = Page::scan(&Source::plain(text));
    page.lines.first().map_or(String::new(), |line| match &line.marker {
        Some(marker) => format!("{marker:?} {}", page.words(line.words.clone())),
        None => page.words(line.words.clone()),
    })
}

#[test]
fn numbers_and_bullets() {
    let table = [
        ("I. MỤC ĐÍCH", "Roman(1) MỤC ĐÍCH"),
        ("II – NỘI DUNG", "Roman(2) NỘI DUNG"),
        ("### **IV. Việc**", "Roman(4) Việc"),
        ("A. PHẦN CHUNG", "Capital(1) PHẦN CHUNG"),
        ("A/ PHẦN CHUNG", "Capital(1) PHẦN CHUNG"),
        ("B) Phần riêng", "Capital(2) Phần riêng"),
        ("T/M BAN THƯỜNG VỤ", "T/M BAN THƯỜNG VỤ"),
        ("PHẦN THỨ HAI", "Named(Part, 2) "),
        ("CHƯƠNG III", "Named(Chapter, 3) "),
        ("Mục II. Kết quả", "Named(Section, 2) Kết quả"),
        ("Điều 4. Văn phòng", "Named(Article, 4) Văn phòng"),
        ("Điều 4 Quyết định này", "Điều 4 Quyết định này"),
        ("mục 2 của kế hoạch", "mục 2 của kế hoạch"),
        ("l. NỘI DUNG", "Roman(1) NỘI DUNG"),
        ("lll. TIẾN ĐỘ", "Roman(3) TIẾN ĐỘ"),
        ("l. nội dung", "Letter(11) nội dung"),
        ("\u{f0a7} Việc", "Bullet('•') Việc"),
        ("➢ Việc", "Bullet('•') Việc"),
        ("- 2 -", ""),
        ("1. Nhằm", "Arabic([1]) Nhằm"),
        ("**1. Hình thức:** x", "Arabic([1]) Hình thức: x"),
        ("2.1. LĐLĐ", "Arabic([2, 1]) LĐLĐ"),
        ("1\\. Nhằm", "Arabic([1]) Nhằm"),
        ("đ) Việc", "Letter(5) Việc"),
        ("- Việc", "Bullet('-') Việc"),
        ("* Lưu ý", "Bullet('*') Lưu ý"),
        ("20/7/2020 là ngày", "20/7/2020 là ngày"),
        ("20.7.2020 là ngày", "20.7.2020 là ngày"),
        ("1.563 người", "1.563 người"),
        ("12 đơn vị", "12 đơn vị"),
        ("phần lớn đơn vị", "phần lớn đơn vị"),
    ];
    for (text, expected) in table {
        assert_eq!(markers(text), expected, "{text}");
    }
}

#[test]
fn values_are_clean_and_spans_as_written() {
    let text = "**L\u{d0}L\u{d0}**   tỉnh <b>Mường</b>&nbsp;Xa [bookmark: _GoBack]ở";
    let page = Page::scan(&Source::plain(text));
    let line = &page.lines[0];
    assert_eq!(page.words(line.words.clone()), "LĐLĐ tỉnh Mường Xa ở");
    assert_eq!(line.span, domain::source::Span::new(2, text.chars().count()));
}

#[test]
fn spellings_share_a_key() {
    let table = [
        ("LlÊN", "LIÊN"),
        ("HỘl", "HỘI"),
        ("hoà", "hòa"),
        ("uỷ", "ủy"),
        ("Ð", "đ"),
        ("KHOÁ", "khóa"),
    ];
    for (one, other) in table {
        assert_eq!(keys(one), keys(other), "{one}");
    }
    assert_ne!(keys("quý"), keys("quy"));
}

#[test]
fn letters_set_apart_are_a_word() {
    let table = [
        ("K Ế   H O Ạ C H", "KẾ|HOẠCH"),
        ("K Ế H O Ạ C H", "KẾHOẠCH"),
        ("Q U Y Ế T  Đ Ị N H", "QUYẾT|ĐỊNH"),
        ("A B C", "A|B|C"),
        ("I V X L tỉnh", "I|V|X|L|tỉnh"),
    ];
    for (text, expected) in table {
        let page = Page::scan(&Source::plain(text));
        let words: Vec<String> = page.tokens.iter().map(|t| page.value(t.span)).collect();
        assert_eq!(words.join("|"), expected, "{text}");
    }
}

#[test]
fn numbers_that_a_scanner_blurred() {
    let table = [
        ("20l6", Some(2016)),
        ("l2", Some(12)),
        ("O7", Some(7)),
        ("2O", Some(20)),
        ("6a", None),
        ("5l", None),
        ("II", None),
        ("lO", None),
    ];
    for (text, expected) in table {
        assert_eq!(tokens_of(text)[0].number(), expected, "{text}");
    }
}
