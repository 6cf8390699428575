//! Units that are asked otherwise: made an exception, told, and put off once more after issue.

use journeys::{Database, Page};

use crate::beside;
use crate::setting::{Setting, goes_to, look};
use crate::setup::{self, TABLE};

#[test]
fn a_unit_of_an_exception_is_asked_its_own_way_on_the_embedded_database() {
    a_unit_of_an_exception_is_asked_its_own_way(Database::Embedded);
}

#[test]
fn a_unit_of_an_exception_is_asked_its_own_way_on_postgresql() {
    a_unit_of_an_exception_is_asked_its_own_way(Database::Postgres);
}

/// A union founded late reports straight to the province, by a day of its own, for a time of its own,
/// and not on everything; a flood puts its day off.
fn a_unit_of_an_exception_is_asked_its_own_way(database: Database) {
    let setting = Setting::start("2031-03-05T08:00:00+07:00", database);
    let officer = setting.sign_in("btc");
    beside::a_plan_is_confirmed(&officer);
    setup::confirms_the_outline(&officer, "Công tác chỉ đạo, tuyên truyền");
    setup::asks_for_figures(&officer, "2027-2030");
    takes_a_unit_out(&officer);
    sets_its_days(&officer);
    asks_it_less(&officer);
    setup::states_that_it_is_signed(&officer, "CHỦ TỊCH Lò Minh Đức", "44/KH-LĐLĐ", "24/02/2031");
    officer.click("Lập đợt");
    beside::issues(&officer);

    let unit = setting.sign_in("coso");
    is_told(&unit);
    is_put_off(&officer);
    goes_to(&unit, "Việc của tôi");
    unit.click(&format!("Báo cáo: {}", beside::TITLE));
    unit.sees("hết Thứ Năm 20/03/2031");
    unit.sees("Đường về huyện bị ngập.");
    look(&unit);
}

/// A line nobody understands is said and kept; the units that are understood are taken.
fn takes_a_unit_out(officer: &Page) {
    officer.click("Đơn vị phải báo cáo");
    officer.click("Thêm trường hợp riêng");
    officer.fill("Tên gọi", NAME);
    officer.choose("Gửi đến", "Đơn vị lập đợt");
    officer.fill("Điều dặn riêng", "Chỉ báo cáo phần sau khi thành lập.");
    officer.fill("Thêm theo danh sách", "1. CĐCS May Bình An\n2. CĐCS Không Có");
    officer.click("Lưu");
    officer.sees("Dòng 2 “2. CĐCS Không Có”: không có đơn vị nào tên hoặc mã như vậy.");
    assert_eq!(officer.value("Tên gọi"), NAME);
    look(officer);
    officer.fill("Thêm theo danh sách", "");
    officer.click("Lưu");
    officer.sees(NAME);
    look(officer);
    officer.click("Lập đợt");
}

/// Its days are typed as a plan would put them.
fn sets_its_days(officer: &Page) {
    officer.click("Thời hạn");
    let own = officer.within(NAME);
    own.fill("Hạn gửi", "chậm nhất ngày 14/3/2031");
    own.click("Thời kỳ số liệu riêng");
    own.fill("Số liệu từ", "tháng 10/2028");
    officer.click("Lưu thời hạn");
    officer.click("Thời hạn");
    let own = officer.within(NAME);
    own.sees("hết Thứ Sáu 14/03/2031");
    own.sees("Thời kỳ số liệu riêng: từ 01/10/2028");
    look(officer);
    officer.click("Lập đợt");
}

/// One indicator is not for it; the ratio worked out from that goes with it.
fn asks_it_less(officer: &Page) {
    officer.click("Phạm vi báo cáo theo nhóm");
    officer.uncheck(&format!("CS02. Số đoàn viên: {NAME}"));
    look(officer);
    officer.click("Lưu");
    officer.within("Phạm vi báo cáo theo nhóm").sees("1 nhóm chỉ phải báo cáo một phần");
}

fn is_told(unit: &Page) {
    unit.click(&format!("Báo cáo: {}", beside::TITLE));
    unit.sees("hết Thứ Sáu 14/03/2031");
    unit.sees("LĐLĐ tỉnh Hà Vân");
    unit.sees("Chỉ báo cáo phần sau khi thành lập.");
    unit.sees("Thời kỳ số liệu của đơn vị: từ 01/10/2028");
    look(unit);
    unit.click(TABLE);
    unit.sees("01/10/2028 – 31/12/2028");
    unit.sees("Năm 2030");
    for left_out in ["Năm 2027", "Số đoàn viên", "Tỷ lệ tham gia công đoàn"] {
        unit.does_not_see(left_out);
    }
    look(unit);
}

/// After issue a later day needs a reason, which the unit reads.
fn is_put_off(officer: &Page) {
    officer.click("Thời hạn");
    officer.click("Gia hạn, đổi nơi nhận cho một số đơn vị");
    officer.fill("Đơn vị", "CĐCS May Bình An");
    officer.fill("Hạn mới", "20/3/2031");
    officer.click("Ghi thay đổi");
    officer.sees("Ghi lý do");
    officer.fill("Lý do", "Đường về huyện bị ngập.");
    look(officer);
    officer.click("Ghi thay đổi");
    officer.within("Gia hạn đến 20/03/2031").sees("hết Thứ Năm 20/03/2031");
    look(officer);
}

/// How the exception is called.
const NAME: &str = "Mới thành lập";
