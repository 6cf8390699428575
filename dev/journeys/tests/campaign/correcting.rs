//! What was read wrongly is put right, by the pointer and by the keyboard alone.

use std::fs;

use journeys::{Database, Page};

use crate::setting::{Setting, goes_to, look};

/// A date long past, one without a year, a number left out, and two destinations for one sender.
const PLAN: &str = "\
LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ VÂN
Số: 40/KH-LĐLĐ

Hà Vân, ngày 03 tháng 3 năm 2031

KẾ HOẠCH
Sơ kết 05 năm công tác nữ công

I. THỜI GIAN
1. Công đoàn cơ sở gửi báo cáo về công đoàn cấp trên trực tiếp trước ngày 10/4/2030.
2. LĐLĐ huyện gửi báo cáo về Liên đoàn Lao động tỉnh (qua Ban Tổ chức) trước ngày 15/5.
III. TỔ CHỨC THỰC HIỆN
1. Văn phòng chuẩn bị hội nghị.
2. Công đoàn cơ sở gửi báo cáo về Liên đoàn Lao động tỉnh (qua Văn phòng) theo tiến độ trên.

Nơi nhận:
- Tổng LĐLĐ Việt Nam (để báo cáo);
- Lưu: VT.
";

#[test]
fn an_officer_corrects_adds_removes_and_confirms() {
    let setting = Setting::start("2031-03-05T08:00:00+07:00", Database::Embedded);
    let officer = setting.sign_in("btc");
    uploads(&officer);
    look(&officer);
    takes_what_is_proposed(&officer);
    corrects_adds_and_removes(&officer);
    adds_from_words_of_the_text(&officer);
    says_who_a_name_is(&officer);
    lets_a_warning_be(&officer);
    answers_by_keyboard(&officer);
}

fn uploads(officer: &Page) {
    let file = std::env::temp_dir().join(format!("ke-hoach-{}.txt", std::process::id()));
    fs::write(&file, PLAN).expect("a place for the plan");
    goes_to(officer, "Đợt");
    officer.click("Tải kế hoạch lên");
    officer.upload("Tệp kế hoạch", &file);
    officer.click("Đọc kế hoạch");
    officer.sees("40/KH-LĐLĐ");
    fs::remove_file(file).expect("it was there");
}

fn takes_what_is_proposed(officer: &Page) {
    officer.sees("Có thể ý là năm 2031");
    officer.click("Sửa thành trước Thứ Năm 10/04/2031");
    officer.does_not_see("Có thể ý là năm 2031");
    officer.within("Thời hạn").sees("trước Thứ Năm 10/04/2031");
}

fn corrects_adds_and_removes(officer: &Page) {
    officer.click("Sửa: Tên kế hoạch");
    officer.fill("Tên kế hoạch", "Sơ kết công tác nữ công");
    officer.click("Lưu");
    assert_eq!(officer.heading(), "Sơ kết công tác nữ công");
    officer.click("Sửa: Tên kế hoạch");
    officer.sees("Hệ thống đã đọc:");
    officer.click("Khôi phục điều đã đọc");
    assert_eq!(officer.heading(), "Sơ kết 05 năm công tác nữ công");
    officer.click("Thêm một mốc thời gian");
    officer.fill("Ai", "Ban Nữ công");
    officer.fill("Thời hạn, ghi như trong kế hoạch", "31/6/2031");
    officer.click("Lưu");
    officer.sees("Không có ngày này trên lịch.");
    look(officer);
    officer.fill("Thời hạn, ghi như trong kế hoạch", "cuối tháng 6/2031");
    officer.click("Lưu");
    officer.within("Thời hạn").sees("từ 21/06/2031 đến hết Thứ Hai 30/06/2031");
    officer.click_the("DisclosureTriangle", "Lịch các mốc");
    officer.within("Lịch các mốc").sees("Tháng 06/2031");
    officer.click("Nơi nhận văn bản 2");
    officer.click("Sửa: Tổng LĐLĐ Việt Nam");
    officer.click("Bỏ dòng này");
    officer.click("Nơi nhận văn bản 1");
    officer.within("Nơi nhận văn bản").sees("Đã bỏ (1)");
}

/// Words that are chosen in the text become a fact.
fn adds_from_words_of_the_text(officer: &Page) {
    officer.select("Sơ kết 05 năm công tác nữ công");
    officer.click_the("link", "tài liệu kèm theo");
    assert_eq!(officer.value("Tài liệu kèm theo"), "Sơ kết 05 năm công tác nữ công");
    officer.fill("Tài liệu kèm theo", "Biểu tổng hợp nữ công");
    officer.click("Lưu");
    officer.within("Hình thức, số liệu, tài liệu kèm theo").sees("Biểu tổng hợp nữ công");
}

/// A name nobody has is given to a unit, and stays with it.
fn says_who_a_name_is(officer: &Page) {
    officer.within("Chỗ cần xem").click("Chọn đơn vị: Ban Nữ công");
    officer.fill("Đơn vị, bộ phận", "Ban Không Có");
    officer.click("Lưu");
    officer.sees("Không có đơn vị, bộ phận nào là “Ban Không Có”");
    look(officer);
    officer.fill("Đơn vị, bộ phận", "Văn phòng");
    officer.click("Lưu");
    officer.does_not_see("chưa khớp với đơn vị, bộ phận nào");
}

fn lets_a_warning_be(officer: &Page) {
    let jump = officer.within("Đánh số mục nhảy từ I sang III");
    jump.click("Để nguyên: Đánh số mục nhảy từ I sang III. Hãy xem có thiếu mục nào không.");
    jump.fill("Lý do để nguyên", "Bản gốc đã ký");
    jump.click_the("button", "Để nguyên");
    officer.sees("Đã để nguyên (1)");
}

/// From here on nothing but keys.
fn answers_by_keyboard(officer: &Page) {
    comes_to(officer, "Đúng như vậy");
    officer.press("Enter");
    comes_to(officer, "Xác nhận và lập đợt");
    officer.press("Enter");
    officer.sees("Có 2 chỗ cần sửa");
    comes_to(officer, "công đoàn cấp trên trực tiếp");
    officer.press("Space");
    comes_to(officer, "Hết Thứ Tư 09/04/2031");
    officer.press("Space");
    comes_to(officer, "Xác nhận và lập đợt");
    officer.press("Enter");
    officer.sees("Đơn vị phải báo cáo");
}

/// Presses Tab until the keyboard is at what is called so.
fn comes_to(officer: &Page, name: &str) {
    for _ in 0..300 {
        officer.press("Tab");
        if officer.focused().as_deref() == Some(name) {
            return;
        }
    }
    panic!("Tab never comes to “{name}”");
}
