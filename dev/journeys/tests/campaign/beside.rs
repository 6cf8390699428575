//! What stands beside the reports of units: documents, tasks, and a department's own report.

use std::fs;
use std::path::PathBuf;

use journeys::Page;

use crate::setting::{goes_to, look};
use crate::unit::saves_and_goes_back;

const PLAN: &str = include_str!("beside.txt");

/// What every page calls the campaign.
pub const TITLE: &str = "Sơ kết 03 năm thực hiện Chương trình số 12/CTr-LĐLĐ ngày 09/3/2028 của Ban Chấp hành Liên đoàn Lao động tỉnh về tủ sách công nhân";

/// The task of the department, as the plan puts it.
const TASK: &str = "kiểm tra tủ sách tại cơ sở";
const OFFICE: &str = "Văn phòng Liên đoàn Lao động tỉnh";

/// The plan with an annex announced and a duty for two organs becomes a campaign.
pub fn a_plan_is_confirmed(officer: &Page) {
    goes_to(officer, "Đợt");
    officer.click("Tải kế hoạch lên");
    officer.upload("Tệp kế hoạch", &file("ke-hoach-tu-sach.txt", PLAN));
    officer.click("Đọc kế hoạch");
    officer.click("Xác nhận và lập đợt");
    assert_eq!(officer.heading(), TITLE);
    look(officer);
}

/// Names stand matched; the dates proposed are confirmed.
pub fn confirms_duties(officer: &Page) {
    officer.click("Phân công thực hiện");
    let task = officer.within(TASK);
    task.sees("Ban Tổ chức");
    task.sees("Văn phòng");
    officer.sees("đề xuất");
    look(officer);
    officer.click("Xác nhận các ngày đề xuất");
    officer.does_not_see("đề xuất");
    officer.click("Sửa việc : tự đánh giá và gửi báo cáo đúng thời gian nêu trên");
    look(officer);
    officer.click("Phân công thực hiện");
    officer.click("Lập đợt");
    officer.within("Phân công thực hiện").sees("Hoàn thành");
}

/// The annex that was announced and is not in the file is missing until it is uploaded.
pub fn uploads_the_announced_form(officer: &Page, section: &str) {
    officer.within("Hướng dẫn, biểu mẫu, tài liệu khác").sees("1 tài liệu kèm theo");
    officer.click("Hướng dẫn, biểu mẫu, tài liệu khác");
    look(officer);
    officer.click("Giải quyết : Phụ lục");
    officer.upload("Tệp", &file("phu-luc.csv", "Tủ sách;Số đầu sách"));
    officer.check(section);
    look(officer);
    officer.click("Lưu tài liệu");
    officer.sees("phu-luc.csv (1 KB)");
    officer.does_not_see("Còn thiếu");
    officer.click("Lập đợt");
    officer.within("Hướng dẫn, biểu mẫu, tài liệu khác").sees("Hoàn thành");
}

/// A department is asked for a report on an outline of its own.
pub fn asks_the_office(officer: &Page) {
    officer.click("Ban, đơn vị trực thuộc phải báo cáo");
    look(officer);
    officer.click(&format!("Yêu cầu báo cáo : {OFFICE}"));
    officer.check("Phải gửi báo cáo riêng");
    officer.fill("Hạn gửi", "28/03/2031");
    officer.click("Bỏ : Khó khăn, kiến nghị");
    look(officer);
    officer.click("Lưu");
    officer.within(OFFICE).sees("hết Thứ Sáu 28/03/2031");
    officer.click("Lập đợt");
}

pub fn issues(officer: &Page) {
    officer.click("Phát hành đợt");
    look(officer);
    officer.click("Phát hành đến 21 đơn vị");
}

/// The department writes on its outline and sends, and confirms its share of the task.
pub fn the_office_reports_and_confirms(office: &Page, section: &str, words: &str) {
    look(office);
    office.click(&format!("Báo cáo: {TITLE}"));
    office.sees(OFFICE);
    office.sees("hết Thứ Sáu 28/03/2031");
    office.does_not_see("Khó khăn, kiến nghị");
    look(office);
    office.click(section);
    office.fill("Nội dung của đơn vị", words);
    office.check("Đánh dấu mục này đã hoàn thành");
    saves_and_goes_back(office);
    office.click("Kiểm tra và gửi báo cáo");
    office.check("Đã xem; những chỗ trên để trống là đúng");
    office.click("Gửi báo cáo");
    assert_eq!(office.heading(), "Đã gửi báo cáo");
    goes_to(office, "Việc của tôi");
    office.click(&whole_task());
    office.fill("Nội dung", "Đã cùng kiểm tra bốn tủ sách.");
    look(office);
    office.click("Xác nhận đã phối hợp");
    office.within("Đã báo").sees("Đã cùng kiểm tra bốn tủ sách.");
}

/// The lead sees the share confirmed, and brings the resulting document.
pub fn the_lead_brings_the_result(officer: &Page) {
    goes_to(officer, "Việc của tôi");
    look(officer);
    officer.click(&whole_task());
    officer.within("Từng nơi thực hiện").within("Văn phòng").sees("Đã xác nhận");
    officer.fill("Số, ký hiệu văn bản kết quả", "61/BC-BTC");
    officer.fill("Ngày văn bản", "05/03/2031");
    officer.upload("Tệp", &file("bao-cao-kiem-tra.txt", "Bốn tủ sách đạt."));
    officer.click("Báo đã xong");
    officer.within("Đã báo").sees("61/BC-BTC ngày 05/03/2031");
    officer.sees("1/1 nơi chủ trì đã xong");
    look(officer);
}

/// A unit opens the form from the section it concerns, and finds the library in its task list.
pub fn a_unit_opens_the_form(unit: &Page, section: &str) {
    unit.click(&format!("Báo cáo: {TITLE}"));
    unit.click("Xem 2 tài liệu");
    look(unit);
    unit.click("Việc của đơn vị");
    unit.click(section);
    look(unit);
    let (name, bytes) = unit.download(|unit| unit.click("Phụ lục"));
    assert_eq!(
        (name.as_str(), bytes.as_slice()),
        ("phu-luc.csv", "Tủ sách;Số đầu sách".as_bytes())
    );
}

fn whole_task() -> String {
    format!("chủ trì, phối hợp với Văn phòng {TASK} (có phụ lục kèm theo)")
}

fn file(name: &str, text: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("tongket-beside-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join(name);
    fs::write(&path, text).expect("a file");
    path
}
