//! A plan is amended after it was issued, on the way it took itself, and a unit says that it knows.

use journeys::Page;

use crate::setting::{goes_to, look};
use crate::writing::TITLE;

const NEW: &str = "Bữa ăn ca đêm";
const REASON: &str = "Tổng Liên đoàn yêu cầu bổ sung.";
const DISTRICTS: &str = "LĐLĐ huyện, thị xã, thành phố thuộc LĐLĐ tỉnh";

/// A section more and some days more, laid before the leader.
pub fn adds_a_section_and_days(officer: &Page) {
    officer.click("Các lần điều chỉnh kế hoạch");
    officer.click("Điều chỉnh kế hoạch");
    look(officer);
    officer.fill("Lý do", REASON);
    officer.within("Thêm một mục").fill("Tên mục", NEW);
    officer.fill(DISTRICTS, "21/02/2031");
    officer.click("Lưu, xem thay đổi");
    officer.sees(&format!("Thêm mục “{NEW}”"));
    officer.sees("Thứ Sáu 21/02/2031");
    look(officer);
    officer.click("Trình duyệt, cấp số, ban hành");
    look(officer);
    officer.fill("Lời trình (không bắt buộc)", "Kính trình đồng chí.");
    officer.click("Trình duyệt");
    officer.sees("Rút lại việc trình");
}

pub fn is_approved_by(leader: &Page) {
    goes_to(leader, "Việc của tôi");
    leader.click(&format!("Duyệt điều chỉnh: {TITLE}"));
    leader.sees(&format!("Thêm mục “{NEW}”"));
    look(leader);
    leader.click("Duyệt");
    leader.within("Quá trình").sees("Duyệt");
}

pub fn is_numbered_and_issued(officer: &Page, number: &str) {
    officer.open(&officer.address());
    officer.fill("Số, ký hiệu", number);
    assert_eq!(officer.value("Ngày ban hành"), "06/01/2031", "today is proposed");
    officer.click("Ghi số và ngày");
    look(officer);
    officer.click("Ban hành điều chỉnh");
    officer.sees(&format!("Theo văn bản số {number} ngày 06/01/2031"));
    officer.sees("Người duyệt: Lò Minh Đức");
    look(officer);
}

/// The unit says that it has the plan.
pub fn is_acknowledged_by(unit: &Page) {
    goes_to(unit, "Việc của tôi");
    unit.click(&format!("Báo cáo: {TITLE}"));
    unit.click("Xác nhận đã nhận kế hoạch");
}

/// The unit sees what is other than it was, and says so once.
pub fn is_read_and_acknowledged_by(unit: &Page) {
    unit.open(&unit.address());
    let change = unit.within("Kế hoạch đã điều chỉnh");
    change.sees(&format!("Thêm mục “{NEW}”"));
    change.sees(REASON);
    unit.sees("hết Thứ Sáu 21/02/2031");
    look(unit);
    unit.click("Xác nhận đã nhận điều chỉnh");
    unit.does_not_see("Kế hoạch đã điều chỉnh");
    unit.sees(NEW);
    unit.click("Các lần điều chỉnh kế hoạch (1)");
    unit.sees(REASON);
}

/// How many have it is seen above.
pub fn is_counted(officer: &Page, n: &str) {
    goes_to(officer, "Đợt");
    officer.click(TITLE);
    officer.sees(&format!("Đã nhận kế hoạch: {n} đơn vị"));
}
