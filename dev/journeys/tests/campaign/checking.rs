//! The officer uploads the plan and sees, beside its text, what was understood.

use journeys::Page;

use crate::plans::Plan;
use crate::setting::{goes_to, look};

/// What the officer calls the campaign of the plan of 2020.
pub const TITLE: &str = "Tổng kết 10 năm Nghị quyết 6a tại Hà Vân";

/// What the officer calls the campaign of the plan of 2023.
pub const CHAIRS: &str = "Tổng kết chương trình cán bộ công đoàn tại Hà Vân";

const QUESTION: &str = "Công đoàn cơ sở: gửi báo cáo đến đâu?";

pub fn sees_what_was_read(officer: &Page, plan: &Plan) {
    upload(officer, plan);
    for words in ["362/KH-LĐLĐ", "02/06/2020", "Liên đoàn Lao động tỉnh Điện Biên", "Lê Thanh Hà"]
    {
        officer.sees(words);
    }
    let text = officer.within("Nội dung kế hoạch");
    text.sees("Độc lập - Tự do - Hạnh phúc");
    text.sees("trước ngày 20/7/2020");
    let reviewed = officer.within("Văn bản được sơ kết, tổng kết");
    reviewed.sees("6a/NQ-TLĐ, 06/01/2011");
    officer.within("Căn cứ").sees("46/KH-TLĐ, 26/05/2020");
    let dates = officer.within("Thời hạn");
    dates.sees("CĐCS trực thuộc LĐLĐ tỉnh");
    dates.within("gửi báo cáo tổng kết").sees("trước Thứ Hai 20/07/2020");
    dates.sees("trước Thứ Bảy 15/08/2020");
    officer.within("Nơi nhận báo cáo").sees("Liên đoàn Lao động tỉnh, qua Ban Tổ chức");
    officer.click("Nơi nhận văn bản 6");
    officer.within("Nơi nhận văn bản").sees("Tổng LĐLĐ Việt Nam");
    officer.within("Đề cương báo cáo").sees("Đề xuất");
    look(officer);
}

pub fn corrects_and_answers(officer: &Page) {
    officer.click("Sửa: Tên kế hoạch");
    look(officer);
    officer.fill("Tên kế hoạch", TITLE);
    officer.click("Lưu");
    officer.sees("đã sửa");
    assert_eq!(officer.heading(), TITLE);
    officer.click("Xác nhận và lập đợt");
    officer.sees("Có 2 chỗ cần sửa");
    officer.choose(
        QUESTION,
        "LĐLĐ huyện, thị xã, thành phố; công đoàn ngành; Công đoàn Viên chức tỉnh",
    );
    officer.choose("“trước ngày 20/7/2020” tính đến hết ngày nào?", "Hết Chủ nhật 19/07/2020");
    officer.click("Xác nhận và lập đợt");
    assert_eq!(officer.heading(), TITLE);
}

/// The ten items of the contents section, as they are proposed.
pub fn sees_ten_items(officer: &Page, plan: &Plan) -> Vec<String> {
    upload(officer, plan);
    officer.sees("447/KH-LĐLĐ");
    officer.sees("17/05/2023");
    officer.within("Văn bản được sơ kết, tổng kết").sees("1563/CTr-TLĐ, 09/10/2019");
    officer.within("Thời hạn").sees("trước Thứ Hai 22/05/2023");
    officer.within("Nơi nhận báo cáo").sees("qua Ban Tổ chức - Kiểm tra");
    let title = |words: &str| plan.line(words).split_once(". ").expect("a number").1.to_owned();
    let items: Vec<String> = BEGINNINGS.map(title).into();
    let outline = officer.within("Đề cương báo cáo");
    outline.sees("Đề xuất");
    for item in &items {
        outline.sees(item);
    }
    look(officer);
    items
}

pub fn answers_for_districts(officer: &Page) {
    officer.click("Sửa: Tên kế hoạch");
    officer.fill("Tên kế hoạch", CHAIRS);
    officer.click("Lưu");
    officer.choose("“trước ngày 20/5/2023” tính đến hết ngày nào?", "Hết Thứ Sáu 19/05/2023");
    officer.click("Xác nhận và lập đợt");
    assert_eq!(officer.heading(), CHAIRS);
}

/// How the items of the contents section of the plan of 2023 begin.
const BEGINNINGS: [&str; 10] = [
    "1. Kết quả",
    "2. Công tác chỉ đạo",
    "3. Công tác tuyên truyền",
    "4. Việc lựa chọn",
    "5. Công tác đào tạo",
    "6. Công tác bảo vệ",
    "7. Công tác phát hiện",
    "8. Đánh giá",
    "9. Bài học",
    "10. Định hướng",
];

fn upload(officer: &Page, plan: &Plan) {
    goes_to(officer, "Đợt");
    look(officer);
    officer.click("Tải kế hoạch lên");
    look(officer);
    officer.upload("Tệp kế hoạch", &plan.file);
    officer.click("Đọc kế hoạch");
}
