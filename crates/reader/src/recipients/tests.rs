use domain::plan::Document;
use domain::source::Source;

fn document(end: &str) -> Document {
    let text = format!("KẾ HOẠCH\nTổng kết công tác nữ công\n\nI. VIỆC\n1. Họp bàn.\n\n{end}");
    crate::read(&Source::plain(&text)).documents.remove(0)
}

#[test]
fn recipients_however_they_are_listed() {
    let table = [
        (
            "Nơi nhận:\n- LĐLĐ huyện (t/h);\n- Các ban;\n- Lưu: VT.",
            "LĐLĐ huyện=để thực hiện|Các ban|VT=lưu",
        ),
        (
            "Nơi nhận: - Tỉnh ủy (b/c); - LĐLĐ huyện; - Lưu: VT.",
            "Tỉnh ủy=để báo cáo|LĐLĐ huyện|VT=lưu",
        ),
        (
            "Nơi nhận:\nTổng LĐLĐ Việt Nam (để b/c);\nCác CĐCS (để th/h);\nLưu VT- CSPL.",
            "Tổng LĐLĐ Việt Nam=để báo cáo|Các CĐCS=để thực hiện|VT-CSPL=lưu",
        ),
        (
            "NƠI NHẬN:\n- LĐLĐ TỈNH (B/C);\n- CÁC CĐCS;\n- LƯU VT.",
            "LĐLĐ tỉnh=để báo cáo|Các CĐCS|VT=lưu",
        ),
        (
            "Nơi nhận:\n- Các công đoàn cấp trên\n  trực tiếp cơ sở;\n- Lưu: VT, TC.",
            "Các công đoàn cấp trên trực tiếp cơ sở|VT, TC=lưu",
        ),
        (
            "Nơi nhận:\n- Tổng LĐLĐ;\n- Tỉnh ủy;      } b/c\n\n- LĐLĐ huyện;      (t/h)\n- Lưu: VT.",
            "Tổng LĐLĐ=để báo cáo?|Tỉnh ủy=để báo cáo?|LĐLĐ huyện=để thực hiện?|VT=lưu",
        ),
        ("Nơi nhận:\n- Như trên;\n- Lưu: VT.\n\nLời nhắn không liên quan.", "Như trên|VT=lưu"),
        (
            "Recipients:\n- Federations of the districts (for action);\n- File: Office.",
            "Federations of the districts=để thực hiện|Office=lưu",
        ),
    ];
    for (end, expected) in table {
        let one = |r: &domain::plan::Recipient| {
            let purpose = r.purpose.as_ref().map_or(String::new(), |purpose| format!("={purpose}"));
            format!("{}{purpose}{}", r.name, if r.inferred { "?" } else { "" })
        };
        let found: Vec<String> = document(end).recipients.iter().map(one).collect();
        assert_eq!(found.join("|"), expected, "{end}");
    }
}

#[test]
fn signature_blocks() {
    let table = [
        (
            "TM. BAN THƯỜNG VỤ\nCHỦ TỊCH\n\nTrần Thị Mận",
            "TM. BAN THƯỜNG VỤ | CHỦ TỊCH | Trần Thị Mận | –",
        ),
        (
            "TM. BAN THƯỜNG VỤ\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nTrần Thị Mận",
            "TM. BAN THƯỜNG VỤ KT. CHỦ TỊCH | PHÓ CHỦ TỊCH | Trần Thị Mận | signed",
        ),
        (
            "TL. BAN THƯỜNG VỤ\nCHÁNH VĂN PHÒNG\nđã ký\nLê Bá Sen",
            "TL. BAN THƯỜNG VỤ | CHÁNH VĂN PHÒNG | Lê Bá Sen | signed",
        ),
        (
            "TUQ. BAN THƯỜNG VỤ\nTRƯỞNG BAN TỔ CHỨC\n\nThS. Lê Bá Sen",
            "TUQ. BAN THƯỜNG VỤ | TRƯỞNG BAN TỔ CHỨC | Lê Bá Sen | –",
        ),
        (
            "TM. BAN CHẤP HÀNH\nQ. CHỦ TỊCH\n\nLÊ BÁ SEN",
            "TM. BAN CHẤP HÀNH | Q. CHỦ TỊCH | Lê Bá Sen | –",
        ),
        (
            "T/M BAN THƯỜNG VỤ\nCHỦ TỊCH\nLê Bá Sen (đã ký)",
            "T/M BAN THƯỜNG VỤ | CHỦ TỊCH | Lê Bá Sen | signed",
        ),
        ("KT. BỘ TRƯỞNG\nTHỨ TRƯỞNG\n\nLê Bá Sen", "KT. BỘ TRƯỞNG | THỨ TRƯỞNG | Lê Bá Sen | –"),
        ("CHỦ TỊCH\n\nLê Bá Sen", "– | CHỦ TỊCH | Lê Bá Sen | –"),
        (
            "Nơi nhận:\tTM. BAN THƯỜNG VỤ\n- Các ban;\tPHÓ CHỦ TỊCH THƯỜNG TRỰC\n- Lưu: VT.\t(Đã ký)\n\tLê Bá Sen",
            "TM. BAN THƯỜNG VỤ | PHÓ CHỦ TỊCH THƯỜNG TRỰC | Lê Bá Sen | signed",
        ),
        ("T/L TỈNH ỦY\nPHÓ BÍ THƯ\n\nLê Bá Sen", "T/L TỈNH ỦY | PHÓ BÍ THƯ | Lê Bá Sen | –"),
    ];
    for (end, expected) in table {
        let by = document(end).signatory;
        let dash = |part: Option<String>| part.unwrap_or("–".to_owned());
        let signed = if by.signed { "signed" } else { "–" };
        let found = [dash(by.authority), dash(by.post), dash(by.name), signed.to_owned()];
        assert_eq!(found.join(" | "), expected, "{end}");
    }
}
