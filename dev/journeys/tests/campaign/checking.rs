//! The officer uploads the plan and sees, beside its text, what was understood.

use journeys::Page;

use crate::plans::Plan;
use crate::setting::look;

/// What the officer calls the campaign of the plan of 2020.
pub const TITLE: &str = "Tổng kết 10 năm Nghị quyết 6a tại Hà Vân";

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
    dates.within("CĐCS trực thuộc LĐLĐ tỉnh").sees("trước Thứ Hai 20/07/2020");
    dates.sees("gửi báo cáo tổng kết");
    dates.sees("trước Thứ Bảy 15/08/2020");
    officer.within("Nơi nhận báo cáo").sees("Liên đoàn Lao động tỉnh, qua Ban Tổ chức");
    officer.within("Nơi nhận văn bản").sees("Tổng LĐLĐ Việt Nam");
    officer.within("Đề cương báo cáo").sees("Đề xuất");
    look(officer);
}

pub fn corrects_and_answers(officer: &Page) {
    officer.click("Sửa : Tên kế hoạch");
    look(officer);
    officer.fill("Tên kế hoạch", TITLE);
    officer.click("Lưu");
    officer.sees("đã sửa");
    assert_eq!(officer.heading(), TITLE);
    officer.click("Xác nhận và lập đợt");
    officer.sees("Có 1 chỗ cần sửa");
    officer.choose(
        QUESTION,
        "LĐLĐ huyện, thị xã, thành phố; công đoàn ngành; Công đoàn Viên chức tỉnh",
    );
    officer.click("Chọn nơi nhận này");
    officer.choose("“trước ngày 20/7/2020” tính đến hết ngày nào?", "Hết Chủ nhật 19/07/2020");
    officer.click("Xác nhận và lập đợt");
    assert_eq!(officer.heading(), TITLE);
}

fn upload(officer: &Page, plan: &Plan) {
    officer.click("Đợt");
    look(officer);
    officer.click("Tải kế hoạch lên");
    look(officer);
    officer.upload("Tệp kế hoạch", &plan.file);
    officer.click("Đọc kế hoạch");
}
