//! A desk sees what has arrived, returns a report with reasons, and receives.

use journeys::Page;

use crate::setting::{goes_to, look};

/// Opens the queue and in it the report of a unit.
pub fn opens_report(desk: &Page, title: &str, unit: &str) {
    goes_to(desk, "Việc của tôi");
    desk.click(&format!("Tiếp nhận báo cáo: {title}"));
    look(desk);
    desk.click(unit);
    assert_eq!(desk.heading(), unit_name(unit));
    look(desk);
}

/// Returns the report that is open, with why at a cell and at a section.
pub fn returns(desk: &Page, (cell, why_cell): (&str, &str), (section, why): (&str, &str)) {
    desk.click_the("button", "Trả lại");
    desk.sees("chỗ cần sửa");
    look(desk);
    desk.choose("Ô số liệu 1", cell);
    desk.fill("Lý do ở ô số liệu 1", why_cell);
    desk.click(&format!("Lý do ở mục {section}"));
    desk.fill(&format!("Lý do ở mục {section}, nội dung"), why);
    desk.click_the("button", "Trả lại");
    assert_eq!(desk.heading(), "Báo cáo cấp dưới");
    desk.sees("Đã trả lại báo cáo của");
}

/// Receives the report that is open, and stands at the queue again.
pub fn receives(desk: &Page) {
    desk.click_the("button", "Tiếp nhận");
    assert_eq!(desk.heading(), "Báo cáo cấp dưới");
    desk.sees("Đã tiếp nhận báo cáo của");
}

/// The name in full, as it stands over a report.
fn unit_name(short: &str) -> &'static str {
    match short {
        "CĐCS May Bình An" => "Công đoàn cơ sở Công ty May Bình An",
        "CĐCS Gỗ Đại Ngàn" => "Công đoàn cơ sở Công ty Gỗ Đại Ngàn",
        "CĐCS Bệnh viện Đa khoa tỉnh" => "Công đoàn cơ sở Bệnh viện Đa khoa tỉnh Hà Vân",
        "LĐLĐ huyện Vân Khê" => "Liên đoàn Lao động huyện Vân Khê",
        "Văn phòng" => "Văn phòng Liên đoàn Lao động tỉnh",
        other => panic!("{other} is nobody here"),
    }
}
