use super::*;
use domain::plan::OutlineItem;
use domain::source::Source;

fn page(text: &str) -> Page {
    Page::scan(&Source::plain(text))
}

fn numbered(sections: &[PlanSection]) -> String {
    let one = |section: &PlanSection| match section.children.is_empty() {
        true => section.number.clone(),
        false => format!("{} ({})", section.number, numbered(&section.children)),
    };
    sections.iter().map(one).collect::<Vec<_>>().join(" ")
}

fn shown(items: &[OutlineItem]) -> String {
    let one = |item: &OutlineItem| {
        let mut text = format!("{} {}", item.number, item.title).trim().to_owned();
        if !item.guidance.is_empty() {
            text += &format!(" <{}>", item.guidance.join(" / "));
        }
        if !item.children.is_empty() {
            text += &format!(" [{}]", shown(&item.children));
        }
        text
    };
    items.iter().map(one).collect::<Vec<_>>().join(" | ")
}

#[test]
fn numbering_makes_a_tree() {
    let table = [
        ("I. A\n1. b\n1.1. c\na) d\n2. e\nII. F", "I (1 (1.1 (a)) 2) II"),
        ("A. X\nI. y\n1. z\nB. X\nI. y", "A (I (1)) B (I)"),
        ("I. X\nA. y\n1. z\nB. y\nII. X", "I (A (1) B) II"),
        ("PHẦN I\nMở đầu\nI. X\nMục 1. Y\n1. z\nPHẦN II", "PHẦN I (I Mục 1 (1)) PHẦN II"),
        (
            "CHƯƠNG I\nMục 1\nĐiều 1. X\n1. y\na) z\nĐiều 2. X",
            "CHƯƠNG I (Mục 1 (Điều 1 (1 (a)) Điều 2))",
        ),
        ("1/ X\n2/ Y\n- z", "1 2"),
        ("BƯỚC 1. X\n- y\nBƯỚC 2. X", "BƯỚC 1 BƯỚC 2"),
        ("1- X\n1.1- Y\n2- Z", "1 (1.1) 2"),
        ("I - X\nII – Y\nIII — Z", "I II III"),
        ("1) X\na. y\nb. y\n2) Z", "1 (a b) 2"),
    ];
    for (text, expected) in table {
        let page = page(text);
        assert_eq!(numbered(&sections(&page, 0..page.lines.len())), expected, "{text}");
    }
}

#[test]
fn titles_of_sections() {
    let table = [
        ("I. MỤC ĐÍCH, YÊU CẦU.", "MỤC ĐÍCH, YÊU CẦU"),
        ("2. Thời gian: trong tháng 5", "Thời gian"),
        (
            "1. LĐLĐ các huyện, thị xã, thành phố, Công đoàn ngành Y tế, Công đoàn Viên chức: Xong.",
            "LĐLĐ các huyện, thị xã, thành phố, Công đoàn ngành Y tế, Công đoàn Viên chức",
        ),
        ("PHẦN THỨ NHẤT\nTình hình chung\nI. Đặc điểm", "Tình hình chung"),
        ("l. NỘI DUNG", "NỘI DUNG"),
    ];
    for (text, expected) in table {
        let page = page(text);
        assert_eq!(sections(&page, 0..page.lines.len())[0].title, expected, "{text}");
    }
}

#[test]
fn an_outline_has_guidance_under_its_items() {
    let table = [
        (
            "1. Kết quả\n- Số lớp.\n- Số người.\n2. Kiến nghị",
            "1 Kết quả <Số lớp. / Số người.> | 2 Kiến nghị",
        ),
        ("I. CHUNG\n1. Việc: nêu số liệu\nII. RIÊNG", "I CHUNG [1 Việc <nêu số liệu>] | II RIÊNG"),
        (
            "Phần I\nCông tác\nchỉ đạo\nI. Một\nPhần II. Còn lại",
            "Phần I Công tác chỉ đạo [I Một] | Phần II Còn lại",
        ),
    ];
    for (text, expected) in table {
        let page = page(text);
        assert_eq!(shown(&outline(&page, 0..page.lines.len())), expected, "{text}");
    }
}

#[test]
fn broken_lines_are_one_paragraph() {
    let long = "Kết quả phát triển đoàn viên, thành lập công đoàn cơ sở trong doanh nghiệp";
    let text = format!("I. NỘI DUNG\n1. {long}\nngoài khu vực nhà nước.\n2. Kiến nghị.");
    let page = page(&text);
    let items = proposed(&page, 0..page.lines.len());
    assert_eq!(items[0].title, format!("{long} ngoài khu vực nhà nước"));
    assert!(items[0].guidance.is_empty());
    assert_eq!(sections(&page, 0..page.lines.len())[0].children[0].title, items[0].title);
}

#[test]
fn an_outline_is_proposed_from_the_contents() {
    let table = [
        (
            "I. MỤC ĐÍCH\n1. Nhìn lại.\nII. NỘI DUNG\nNêu rõ:\n1. Kết quả.\n2. Kiến nghị.\nIII. THỜI GIAN",
            "1 Kết quả | 2 Kiến nghị",
        ),
        (
            "1. Nội dung: điểm lại việc đã làm; bình chọn cá nhân.",
            "Điểm lại việc đã làm | Bình chọn cá nhân",
        ),
        ("I. NỘI DUNG\n- Kết quả.\n- Bài học.\nII. THỜI GIAN", "Kết quả | Bài học"),
        (
            "I. NỘI DUNG\nKết quả học nghề.\nViệc làm sau học nghề.\nII. THỜI GIAN",
            "Kết quả học nghề | Việc làm sau học nghề",
        ),
        ("I. NỘI DUNG\nBáo cáo theo đề cương.\nII. THỜI GIAN", ""),
        (
            "I. NỘI DUNG\n1. Hoạt động gồm:\n- Thăm hỏi;\n- Tặng quà.\nII. Y",
            "1 Hoạt động gồm [Thăm hỏi | Tặng quà]",
        ),
    ];
    for (text, expected) in table {
        let page = page(text);
        assert_eq!(shown(&proposed(&page, 0..page.lines.len())), expected, "{text}");
    }
}

#[test]
fn a_long_sentence_becomes_a_title_and_guidance() {
    let table = [
        (
            "Đánh giá việc đưa nghị quyết vào chương trình của từng ban, từng huyện, trong đó làm rõ trách \
             nhiệm của người đứng đầu và của tập thể ban thường vụ",
            "Đánh giá việc đưa nghị quyết vào chương trình của từng ban, từng huyện",
        ),
        (
            "Trên cơ sở số liệu của các đơn vị và kết quả khảo sát, tập trung phân tích nguyên nhân doanh nghiệp \
             chưa ký thỏa ước; nêu rõ trách nhiệm của công đoàn",
            "Phân tích nguyên nhân doanh nghiệp chưa ký thỏa ước",
        ),
        (
            "Kết quả chăm lo đời sống, nhà ở, bữa ăn ca và các thiết chế văn hóa của công nhân ở khu công \
             nghiệp qua từng năm của nhiệm kỳ vừa qua",
            "Kết quả chăm lo đời sống, nhà ở",
        ),
    ];
    for (sentence, expected) in table {
        let page = page(&format!("I. NỘI DUNG\n1. {sentence}.\nII. THỜI GIAN"));
        let item = proposed(&page, 0..page.lines.len()).remove(0);
        assert_eq!(item.title, expected);
        assert_eq!(item.guidance, [format!("{sentence}.")]);
    }
}

#[test]
fn a_duty_with_the_wrong_bullet_stays_with_its_body() {
    let page = page(
        "IV. VIỆC\n- Ban Thường vụ:\n+ Ban hành kế hoạch.\n- Tổ chức khảo sát.\n- Văn phòng: tổng hợp.",
    );
    let above = Above::of(&page, 0..page.lines.len());
    assert_eq!(above.lines(3), [0, 1]);
    assert_eq!(above.lines(4), [0]);
}
