use domain::source::Source;

fn duties(body: &str) -> String {
    let text = format!("KẾ HOẠCH\nTổng kết\n\nI. TỔ CHỨC THỰC HIỆN\n{body}");
    let document = crate::read(&Source::plain(&text)).documents.remove(0);
    let one = |duty: &domain::plan::Duty| {
        let with = duty.with.iter().map(|with| format!(" +{with}")).collect::<String>();
        format!("{}{with}: {}", duty.who, duty.what)
    };
    document.duties.iter().map(one).collect::<Vec<_>>().join(" | ")
}

#[test]
fn who_leads_and_who_coordinates() {
    let table = [
        (
            "1. Văn phòng\n- Tổng hợp báo cáo;\n- In tài liệu.",
            "Văn phòng: Tổng hợp báo cáo | Văn phòng: In tài liệu",
        ),
        ("1. Văn phòng: tổng hợp báo cáo.", "Văn phòng: tổng hợp báo cáo"),
        (
            "1. Ban Tài chính chủ trì, phối hợp với Văn phòng lo kinh phí.",
            "Ban Tài chính +Văn phòng: chủ trì, phối hợp với Văn phòng lo kinh phí",
        ),
        ("1. Giao Ban Tài chính lo kinh phí.", "Ban Tài chính: lo kinh phí"),
        (
            "1. Sở Nội vụ\na) Chủ trì, phối hợp với Sở Tài chính, Sở Y tế lập dự thảo.\nb) Trình duyệt.",
            "Sở Nội vụ +Sở Tài chính +Sở Y tế: Chủ trì, phối hợp với Sở Tài chính, Sở Y tế lập dự thảo | \
             Sở Nội vụ: Trình duyệt",
        ),
        (
            "1. Đề nghị Tỉnh đoàn: phối hợp cùng Ban Nữ công tuyên truyền.",
            "Tỉnh đoàn +Ban Nữ công: phối hợp cùng Ban Nữ công tuyên truyền",
        ),
        (
            "1. Đồng chí Phó Chủ tịch phụ trách: theo dõi chung.",
            "Đồng chí Phó Chủ tịch phụ trách: theo dõi chung",
        ),
        (
            "1. Công đoàn cơ sở\nHọp bàn và viết báo cáo.\nRiêng các đơn vị (An, Bình) làm sau.",
            "Công đoàn cơ sở: Họp bàn và viết báo cáo | An; Bình: làm sau",
        ),
        (
            "Căn cứ Kế hoạch này, đề nghị LĐLĐ các huyện tổ chức thực hiện.",
            "LĐLĐ các huyện: tổ chức thực hiện",
        ),
        ("Trên đây là Kế hoạch tổng kết, đề nghị các đơn vị thực hiện.", ""),
        (
            "1. Văn phòng\n- Tổng hợp báo cáo của các công đoàn cấp trên trực tiếp cơ sở và của\ncác ban, phối hợp với Ban Tài chính.",
            "Văn phòng +Ban Tài chính: Tổng hợp báo cáo của các công đoàn cấp trên trực tiếp cơ sở và của các ban, \
             phối hợp với Ban Tài chính",
        ),
        (
            "1. Giao Văn phòng theo dõi; các ban phối hợp.",
            "Văn phòng +các ban: theo dõi; các ban phối hợp",
        ),
        ("1. Đ/c Lê Bá Sen phụ trách khối trường học.", "Đ/c Lê Bá Sen: phụ trách khối trường học"),
        ("1. Văn phòng\nGhi chú: đề cương gửi sau.", ""),
        (
            "\u{f0a7} Văn phòng chuẩn bị hội trường.\n\u{f0a7} Ban Tuyên giáo viết bài.",
            "Văn phòng: chuẩn bị hội trường | Ban Tuyên giáo: viết bài",
        ),
    ];
    for (body, expected) in table {
        assert_eq!(duties(body), expected, "{body}");
    }
}

#[test]
fn several_duties_in_one_line() {
    let table = [
        (
            "1. Giao Văn phòng tổng hợp báo cáo; giao Ban Tuyên giáo phối hợp với Ban Nữ công đưa tin.",
            "Văn phòng: tổng hợp báo cáo | Ban Tuyên giáo +Ban Nữ công: phối hợp với Ban Nữ công đưa tin",
        ),
        (
            "1. Văn phòng chủ trì tổng hợp; Ban Tài chính bố trí kinh phí; các ban phối hợp.",
            "Văn phòng: chủ trì tổng hợp | Ban Tài chính +các ban: bố trí kinh phí; các ban phối hợp",
        ),
        (
            "1. Văn phòng tổng hợp báo cáo. Đề nghị Ban Tổ chức rà soát danh sách.",
            "Văn phòng: tổng hợp báo cáo | Ban Tổ chức: rà soát danh sách",
        ),
        (
            "1. Văn phòng tổng hợp báo cáo; chuẩn bị hội trường.",
            "Văn phòng: tổng hợp báo cáo; chuẩn bị hội trường",
        ),
        (
            "1. Ban Thanh niên công nhân, nông thôn\n- Lập danh sách.",
            "Ban Thanh niên công nhân, nông thôn: Lập danh sách",
        ),
    ];
    for (body, expected) in table {
        assert_eq!(duties(body), expected, "{body}");
    }
}
