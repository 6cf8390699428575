use domain::plan::Review;
use domain::source::Source;

/// Kind, type and title of every document of a text.
fn documents(text: &str) -> String {
    let reading = crate::read(&Source::plain(text));
    let all = reading.documents.iter();
    let shown = all.map(|d| format!("{:?} [{}] {}", d.kind, d.type_line, d.title));
    shown.collect::<Vec<_>>().join(" | ")
}

#[test]
fn types_and_titles() {
    let table = [
        ("KẾ HOẠCH\nTổng kết phong trào\n\nI. VIỆC", "Plan [KẾ HOẠCH] Tổng kết phong trào"),
        ("K Ế   H O Ạ C H\nTổng kết phong trào\nI. VIỆC", "Plan [KẾ HOẠCH] Tổng kết phong trào"),
        ("KẾ HO ẠCH\nTổng kết phong trào\nI. VIỆC", "Plan [KẾ HO ẠCH] Tổng kết phong trào"),
        ("Kế hoạch\nTổng kết phong trào\n\nI. VIỆC", "Plan [Kế hoạch] Tổng kết phong trào"),
        ("KẾ HOẠCH TỔNG KẾT PHONG TRÀO\nI. VIỆC", "Plan [KẾ HOẠCH] TỔNG KẾT PHONG TRÀO"),
        ("HƯỚNG DẪN\nSơ kết ba năm\n\nI. VIỆC", "Guidance [HƯỚNG DẪN] Sơ kết ba năm"),
        (
            "CHƯƠNG TRÌNH\nHội nghị tổng kết\n\n1. Khai mạc",
            "Programme [CHƯƠNG TRÌNH] Hội nghị tổng kết",
        ),
        (
            "QUYẾT ĐỊNH\nVề việc lập Ban Chỉ đạo\nBAN THƯỜNG VỤ LĐLĐ TỈNH\nQUYẾT ĐỊNH:\nĐiều 1. Lập ban.",
            "Decision [QUYẾT ĐỊNH] Về việc lập Ban Chỉ đạo",
        ),
        ("BÁO CÁO\nKết quả năm năm\n\nI. VIỆC", "Report [BÁO CÁO] Kết quả năm năm"),
        (
            "Số: 5/LĐLĐ\nV/v dự thảo báo cáo\n\nKính gửi: Các ban\nĐề nghị các ban góp ý.",
            "OpinionRequest [] dự thảo báo cáo",
        ),
        (
            "Số: 5/LĐLĐ\nV/v nộp báo cáo\n\nKính gửi: Các ban\nĐề nghị nộp báo cáo.",
            "Letter [] nộp báo cáo",
        ),
        // No type: the number says what it is.
        (
            "LĐLĐ TỈNH PA LAO\nSố: 9/KH-LĐLĐ\nTổng kết phong trào\n\nI. VIỆC",
            "Plan [] Tổng kết phong trào",
        ),
        ("Xin chào các đồng chí.", "Other [] "),
        // A sentence that begins with the name of a type is none.
        ("Kế hoạch này thay kế hoạch cũ.\nI. VIỆC", "Other [] "),
    ];
    for (text, expected) in table {
        assert_eq!(documents(text), expected, "{text}");
    }
}

#[test]
fn several_documents_in_one_file() {
    const PLAN: &str = "KẾ HOẠCH\nTổng kết\n\nI. VIỆC\nNơi nhận:\n- Lưu VT.\n\
                        TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\nLê Bá Sen\n\n";
    let table = [
        ("ĐỀ CƯƠNG BÁO CÁO\nTổng kết\nI. Một", "Plan Outline"),
        (
            "ĐỀ CƯƠNG\nI. Một\n\nPHỤ LỤC 1\nBIỂU SỐ LIỆU\n\nPhụ lục 2\nDANH SÁCH",
            "Plan Outline Other Other",
        ),
        ("PHỤ LỤC I\nBIỂU SỐ LIỆU", "Plan Other"),
        ("MẪU SỐ 2\nPHIẾU KHẢO SÁT", "Plan Other"),
        ("Kính gửi: Các ban\nXin các ban cho ý kiến.", "Plan OpinionRequest"),
        ("LĐLĐ TỈNH PA LAO\nSố: 4/QĐ-LĐLĐ\nQUYẾT ĐỊNH\nVề việc lập tổ", "Plan Decision"),
        ("Một đoạn văn khác.", "Plan"),
    ];
    for (more, expected) in table {
        let reading = crate::read(&Source::plain(&format!("{PLAN}{more}")));
        let kinds: Vec<String> =
            reading.documents.iter().map(|d| format!("{:?}", d.kind)).collect();
        assert_eq!(kinds.join(" "), expected, "{more}");
        assert_eq!(reading.documents[0].signatory.name.as_deref(), Some("Lê Bá Sen"), "{more}");
    }
}

#[test]
fn the_review_by_its_title() {
    let table = [
        ("Sơ kết ba năm", Some(Review::Interim)),
        ("Tổng kết mười năm", Some(Review::Final)),
        ("Tổ chức hội thao", None),
    ];
    for (title, expected) in table {
        let text = format!("KẾ HOẠCH\n{title}\n\nI. VIỆC\n1. Họp.");
        assert_eq!(crate::read(&Source::plain(&text)).documents[0].review, expected, "{title}");
    }
}
