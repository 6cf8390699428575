//! What structure warns of, and what it leaves in peace, in sentences of our own.

use crate::read;
use domain::source::Source;

/// A plan of the body below, dated 10/3/2022.
fn codes(body: &str) -> Vec<String> {
    let text = format!(
        "LIÊN ĐOÀN LAO ĐỘNG TỈNH PA LAO\nSố: 9/KH-LĐLĐ\nPa Lao, ngày 10 tháng 3 năm 2022\n\n\
         KẾ HOẠCH\nTổng kết công tác nữ công\n\n{body}"
    );
    read(&Source::plain(&text)).warnings.into_iter().map(|warning| warning.code).collect()
}

#[test]
fn numbers_lists_names_and_slips() {
    let table = [
        ("I. MỘT\nIII. BA", "SECTION_NUMBER_JUMP"),
        ("I. MỘT\nII. HAI\nII. BA", "SECTION_NUMBER_REPEATED"),
        ("I. MỘT\n1. a\n3. b", "SECTION_NUMBER_JUMP"),
        ("I. MỘT\n1. a\n2) b", "MIXED_NUMBERING"),
        ("I. MỘT\nB. HAI\nII. BA\n1/ x\n2. y", "MIXED_NUMBERING"),
        (
            "I. MỘT\n- Việc khác.\n1. Gồm các việc:\nThăm hỏi đoàn viên ốm đau.\nTặng quà ngày tết.",
            "MIXED_NUMBERING",
        ),
        ("I - MỘT\nII – HAI", "INCONSISTENT_HEADING_DASH"),
        ("I. MỘT\n- Ban Thường vụ:\n+ Ban hành.\n- Tổ chức khảo sát.", "BULLET_LEVEL_INVERSION"),
        (
            "I. MỘT\n- Nhóm A:\n+ x\n- Nhóm B:\n+ y\n+ Chương trình:\n- z\n+ Chương trình khác",
            "BULLET_LEVEL_INVERSION",
        ),
        ("I. VIỆC\nTổ khảo sát gồm 03 đồng chí:\n- Bà A;\n- Ông B.", "COUNT_DIFFERS_FROM_LIST"),
        (
            "I. VIỆC\n1. Báo cáo theo 4 nội dung sau:\na) x\nb) y\nc) z\n2. Việc",
            "COUNT_DIFFERS_FROM_LIST",
        ),
        ("I. VIỆC\n- Hồ sơ gồm 2 loại: báo cáo; phụ lục; danh sách.", "COUNT_DIFFERS_FROM_LIST"),
        ("I. VIỆC\nCông đoàn các cấp       khẩn trương thực hiện.", "JUSTIFICATION_SPACES"),
        ("I. VIỆC\n- Tổng kết theo tình hình (nếu có khó khăn.", "UNBALANCED_BRACKET"),
        ("I. VIỆC\n- Gửi trước ngày 20/5/2022 thứ sáu) để tổng hợp.", "UNBALANCED_BRACKET"),
        ("I. VIỆC\n- Sát với thực tiển của đơn vị.", "TYPO"),
        ("I. VIỆC\n- Nghị quyết Đại hội X Công tỉnh.", "MISSING_WORDS"),
        ("I. VIỆC\nNơi nhận:\n- Tổng LĐLĐ;\n- Tỉnh ủy;      b/c", "BRACED_RECIPIENT_NOTE"),
        (
            "I. VIỆC\n1. Ban Tổ chức - Kiểm tra: tham mưu.\n2. Văn phòng: phối hợp Ban Tổ chức.",
            "UNIT_NAME_VARIANTS",
        ),
        (
            "I. VIỆC\n1. Ban TC-KT: tham mưu.\n2. Văn phòng: phối hợp Ban Tổ chức - Kiểm tra.",
            "UNIT_NAME_VARIANTS",
        ),
        (
            "I. VIỆC\n1. LĐLĐ huyện, Công đoàn ngành, CĐVC, CĐKCN tổ chức xong trong tháng 5/2022.\n\
             2. LĐLĐ huyện, Công đoàn ngành, CĐVC, Công đoàn Tổng công ty gửi báo cáo trước ngày 3/6/2022.",
            "ADDRESSEE_LISTS_DIFFER",
        ),
        (
            "I. VIỆC\n1. Đại hội XII Công đoàn Việt Nam đề ra.\n2. Đại hội XII Công đoàn Việt Nam yêu cầu.\n\
             3. Đại hội Công đoàn Việt Nam lần thứ XII chỉ rõ.\n4. Định hướng của Đại hội XI Công đoàn Việt Nam.",
            "CONGRESS_ORDINAL_CONFLICT",
        ),
        (
            "Thực hiện Kế hoạch số 5/KH-TLĐ ngày 20/3/2022 của Tổng Liên đoàn.\nI. VIỆC",
            "BASIS_LATER_THAN_PLAN",
        ),
    ];
    for (body, code) in table {
        let codes = codes(body);
        assert!(codes.iter().any(|found| found == code), "{body}: {code} not in {codes:?}");
    }
}

#[test]
fn nothing_wrong_is_left_in_peace() {
    let table = [
        "I. MỘT\n1. a\n2. b\nII. HAI\n1. a\nIII. BA",
        "I. MỘT\na) x\nb) y\nc) z\nd) t\nđ) u\ne) v",
        "I. VIỆC\nTổ khảo sát gồm 02 đồng chí:\n- Bà A;\n- Ông B.",
        "I. VIỆC\n- Ngoài 03 chương trình trên, báo cáo các nội dung:\n+ x\n+ y",
        "I. VIỆC\n- LĐLĐ tỉnh họp ngày 05 tháng 4 năm 2022 với nội dung như sau:\n+ x\n+ y",
        "I. VIỆC\n- Kết quả 5 năm thực hiện như sau:\n+ x\n+ y",
        "I. VIỆC\n- Nêu rõ: 1) kết quả; 2) hạn chế; a) khách quan.",
        "I. VIỆC\n- Văn phòng:\n+ x\n- Ban Tài chính:\n+ y",
        "I. VIỆC\n1. Ban Tổ chức - Kiểm tra: tham mưu.\n2. Ban Tổ chức - Kiểm tra: đôn đốc.",
        "I. VIỆC\n1. Đại hội V Công đoàn tỉnh.\n2. Đại hội V Công đoàn tỉnh.\n3. Đại hội V Công đoàn tỉnh.\n\
         4. Chuẩn bị cho Đại hội VI Công đoàn tỉnh.",
        "I. TỔ CHỨC THỰC HIỆN\n1. Ban Tổ chức LĐLĐ tỉnh: theo dõi.\n2. LĐLĐ huyện: thực hiện.\n\
         Nơi nhận:\n- LĐLĐ các huyện;\n- Lưu: VT, Ban Tổ chức.",
        "I. VIỆC\n- Chăm lo nữ công cơ sở, không bỏ sót đơn vị (kể cả đơn vị nhỏ).",
    ];
    let known = ["PARTIAL_LETTERHEAD", "MISSING_SIGNATURE", "TIER_OMITTED"];
    for body in table {
        let codes = codes(body);
        let more: Vec<&String> = codes.iter().filter(|c| !known.contains(&c.as_str())).collect();
        assert!(more.is_empty(), "{body}: {more:?}");
    }
}

#[test]
fn numbers_beside_types() {
    let table = [
        ("Số: 12/HD-LĐLĐ\nKẾ HOẠCH\nTổng kết", true),
        ("Số: 12/KH-LĐLĐ\nKẾ HOẠCH\nTổng kết", false),
        ("Số: 12-KH/TU\nKẾ HOẠCH\nTổng kết", false),
        ("Số: 12/CTrPH-LĐLĐ-SYT\nKẾ HOẠCH\nTổng kết", false),
    ];
    for (text, warned) in table {
        let warnings = read(&Source::plain(text)).warnings;
        let found = warnings.iter().any(|w| w.code == "NUMBER_TYPE_MISMATCH");
        assert_eq!(found, warned, "{text}");
    }
}
