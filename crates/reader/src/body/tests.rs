use super::*;
use domain::source::Source;

fn listed(text: &str) -> String {
    let page = Page::scan(&Source::plain(text));
    let Some((bodies, end)) = list(&page, 0..page.tokens.len()) else { return "–".to_owned() };
    let rest = page.words(end..page.tokens.len());
    format!("{} · {rest}", names(&page, &bodies).join(" | "))
}

#[test]
fn lists_of_bodies() {
    let table = [
        (
            "Các CĐCS trực thuộc LĐLĐ tỉnh, các LĐLĐ huyện, thị xã và Công đoàn ngành Y tế gửi",
            "CĐCS trực thuộc LĐLĐ tỉnh | LĐLĐ huyện, thị xã | Công đoàn ngành Y tế · gửi",
        ),
        (
            "LĐLĐ quận, huyện; CĐ ngành và tương đương:",
            "LĐLĐ quận, huyện | CĐ ngành và tương đương · :",
        ),
        ("Công đoàn cơ sở tổ chức sơ kết", "Công đoàn cơ sở · tổ chức sơ kết"),
        (
            "Ban Tổ chức - Kiểm tra LĐLĐ tỉnh tham mưu",
            "Ban Tổ chức - Kiểm tra LĐLĐ tỉnh · tham mưu",
        ),
        ("Các ban LĐLĐ tỉnh", "Các ban LĐLĐ tỉnh · "),
        ("Ban Thường vụ các LĐLĐ huyện, Văn phòng", "Ban Thường vụ các LĐLĐ huyện | Văn phòng · "),
        ("LIÊN ĐOÀN LAO ĐỘNG HUYỆN PA LAO", "Liên đoàn Lao động huyện Pa Lao · "),
        ("LĐLĐ tỉnh (qua Văn phòng)", "LĐLĐ tỉnh · (qua Văn phòng)"),
        (
            "CĐCĐ (CĐ Công ty Sao Mai; CĐ Công ty Én Vàng) xong",
            "CĐCĐ (CĐ Công ty Sao Mai; CĐ Công ty Én Vàng) · xong",
        ),
        ("Đánh giá kết quả", "–"),
        ("Sở Nội vụ chủ trì", "Sở Nội vụ · chủ trì"),
        ("Sở Giáo dục và Đào tạo, Sở Y tế gửi", "Sở Giáo dục và Đào tạo | Sở Y tế · gửi"),
        ("Ban Gia đình Xã hội: tham mưu", "Ban Gia đình Xã hội · : tham mưu"),
        ("Bộ Nội vụ và các bộ khác", "Bộ Nội vụ · và các bộ khác"),
        ("UBND các huyện, thành phố báo cáo", "UBND các huyện, thành phố · báo cáo"),
        (
            "Hội Liên hiệp Phụ nữ các huyện, thị xã tổng kết",
            "Hội Liên hiệp Phụ nữ các huyện, thị xã · tổng kết",
        ),
        ("Tỉnh đoàn và Hội Nông dân tỉnh phối hợp", "Tỉnh đoàn | Hội Nông dân tỉnh · phối hợp"),
        (
            "Ban Thanh niên công nhân, nông thôn chủ trì",
            "Ban Thanh niên công nhân, nông thôn · chủ trì",
        ),
        ("Ban Thanh niên công nhân, nông thôn", "Ban Thanh niên công nhân, nông thôn · "),
        (
            "Sở Văn hóa, Thể thao và Du lịch, Sở Y tế phối hợp",
            "Sở Văn hóa, Thể thao và Du lịch | Sở Y tế · phối hợp",
        ),
        ("Sở Văn hóa, Thể thao và Du lịch.", "Sở Văn hóa, Thể thao và Du lịch · ."),
        ("Ban Tổ chức, nhà trường, gia đình.", "Ban Tổ chức · , nhà trường, gia đình."),
        (
            "Ban Tuyên giáo, nữ công và văn thể dựng phim",
            "Ban Tuyên giáo, nữ công và văn thể · dựng phim",
        ),
        ("Văn phòng, kế toán chủ trì", "Văn phòng · , kế toán chủ trì"),
        ("Vụ Tổ chức cán bộ trình Bộ trưởng", "Vụ Tổ chức cán bộ · trình Bộ trưởng"),
        ("Phòng Kiểm tra trình", "Phòng Kiểm tra · trình"),
        ("Đoàn các phường, xã tổ chức", "Đoàn các phường, xã · tổ chức"),
        ("Ban Phong trào, Văn phòng chủ trì", "Ban Phong trào | Văn phòng · chủ trì"),
        ("Ban Phong trào, đồng chí Lê Sen chủ trì", "Ban Phong trào · , đồng chí Lê Sen chủ trì"),
        ("Ban Phong trào, trước ngày 5/4 gửi", "Ban Phong trào · , trước ngày 5/4 gửi"),
        ("Hội đồng nhân dân tỉnh Nam Sơn;", "Hội đồng nhân dân tỉnh Nam Sơn · ;"),
    ];
    for (text, expected) in table {
        assert_eq!(listed(text), expected, "{text}");
    }
}

#[test]
fn a_desk_and_its_body() {
    let table = [
        ("Ban Tổ chức LĐLĐ tỉnh", Some(("Ban Tổ chức", "LĐLĐ tỉnh"))),
        ("Văn phòng", Some(("Văn phòng", ""))),
        ("Văn phòng của Liên đoàn Lao động tỉnh", Some(("Văn phòng", "Liên đoàn Lao động tỉnh"))),
        ("LĐLĐ tỉnh", None),
    ];
    for (text, expected) in table {
        let page = Page::scan(&Source::plain(text));
        let found = desk(&page, &(0..page.tokens.len()));
        let found = found.map(|(desk, owner)| (page.words(desk), page.words(owner)));
        let expected = expected.map(|(desk, owner)| (desk.to_owned(), owner.to_owned()));
        assert_eq!(found, expected, "{text}");
    }
}

#[test]
fn levels_by_name() {
    let table = [
        ("Tổng LĐLĐ Việt Nam", Some(Tier::National)),
        ("LĐLĐ tỉnh", Some(Tier::Province)),
        ("LĐLĐ huyện, thị xã, thành phố", Some(Tier::Upper)),
        ("Công đoàn cấp trên trực tiếp cơ sở", Some(Tier::Upper)),
        ("Công đoàn Viên chức tỉnh", Some(Tier::Upper)),
        ("CĐCS trực thuộc LĐLĐ tỉnh", Some(Tier::Grassroots)),
        ("Văn phòng", None),
    ];
    for (name, expected) in table {
        assert_eq!(tier(name), expected, "{name}");
    }
}

#[test]
fn unions_right_under_a_federation() {
    let table = [
        ("CĐCS trực thuộc LĐLĐ tỉnh", true),
        ("CĐCS trực thuộc", false),
        ("Công đoàn cơ sở", false),
    ];
    for (name, expected) in table {
        assert_eq!(owned(name), expected, "{name}");
    }
}
