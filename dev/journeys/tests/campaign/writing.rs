//! A plan that comes from no file: set up from a template, written, approved, issued, and opened.

use journeys::Page;

use crate::setting::{goes_to, look};

pub const TITLE: &str = "Tổng kết hoạt động công đoàn năm 2030";
const PURPOSE: &str = "Nhìn lại một năm làm việc cùng đoàn viên Hà Vân.";
const DISTRICTS: &str = "LĐLĐ huyện, thị xã, thành phố thuộc LĐLĐ tỉnh";

/// Who is asked, and by when.
pub fn begins_with_a_template(officer: &Page) {
    goes_to(officer, "Đợt");
    officer.click("Lập đợt mới");
    officer.fill("Tên đợt", TITLE);
    officer.choose("Bắt đầu từ", "Mẫu: Báo cáo tổng kết năm");
    officer.click("Lập đợt");
    officer.click("Đề cương báo cáo");
    officer.click("Xác nhận đề cương");
    officer.click("Đơn vị phải báo cáo");
    let districts = officer.within(DISTRICTS);
    districts.check(DISTRICTS);
    districts.choose("Gửi đến", "Công đoàn cấp trên trực tiếp");
    officer.click("Lưu");
    officer.click("Thời hạn");
    officer.within(DISTRICTS).fill("Hạn gửi", "14/02/2031");
    officer.click("Lưu thời hạn");
}

/// The words of the template stand; one part and the frame are written anew, and the draft says so.
pub fn writes_the_plan(officer: &Page) {
    officer.click("Văn bản kế hoạch");
    officer.sees("Bản dự thảo.");
    officer.within("KẾ HOẠCH").sees("chậm nhất ngày 14/02/2031");
    look(officer);
    officer.fill("Mục đích", PURPOSE);
    officer.fill("Địa danh", "Hà Vân");
    officer.fill("Chức vụ người ký", "CHỦ TỊCH");
    officer.click("Lưu văn bản");
    let paper = officer.within("KẾ HOẠCH");
    paper.sees(PURPOSE);
    paper.sees("(DỰ THẢO)");
    look(officer);
    officer.click("Lập đợt");
    officer.within("Văn bản kế hoạch").sees("Đã viết");
}

/// The leader reads the very paper before approving it.
pub fn is_read_by(leader: &Page) {
    is_found_by(leader);
    leader.click("Đọc văn bản kế hoạch");
    leader.within("KẾ HOẠCH").sees(PURPOSE);
    look(leader);
    is_found_by(leader);
}

/// What waits for the leader is among the leader's own work.
pub fn is_found_by(leader: &Page) {
    goes_to(leader, "Việc của tôi");
    leader.click(&format!("Duyệt kế hoạch: {TITLE}"));
}

/// A plan from no file has no day yet; the register gives it one with the number.
pub fn numbers(officer: &Page, number: &str) {
    officer.open(&officer.address());
    officer.fill("Số, ký hiệu", number);
    officer.fill("Ngày ban hành", "06/01/2031");
    officer.click("Ghi số và ngày");
    officer.sees("Kế hoạch đã được duyệt và có số.");
}

pub fn issues(officer: &Page) {
    officer.click("Phát hành đợt");
    officer.click("Phát hành đến 3 đơn vị");
}

/// A unit opens the plan from its tasks and fetches what was issued; gives both files.
pub fn is_opened_by(unit: &Page, number: &str) -> (Vec<u8>, Vec<u8>) {
    goes_to(unit, "Việc của tôi");
    unit.click(&format!("Báo cáo: {TITLE}"));
    unit.click(&format!("Kế hoạch số {number} ngày 06/01/2031"));
    let paper = unit.within("KẾ HOẠCH");
    paper.sees(PURPOSE);
    paper.sees(&format!("Số: {number}"));
    unit.does_not_see("(DỰ THẢO)");
    look(unit);
    crate::report::downloads(unit)
}

/// Words that both files hold.
pub const WORDS: [&str; 3] = [PURPOSE, "ĐỀ CƯƠNG BÁO CÁO", "Nơi nhận:"];
