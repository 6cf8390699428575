//! A district carries the plan of the province down to its own units.

use journeys::{Database, Page};

use crate::checking;
use crate::desk;
use crate::plans::Plan;
use crate::setting::{Setting, goes_to, look};
use crate::setup;
use crate::totals;
use crate::unit::{self, Figures};

#[test]
fn a_district_carries_the_plan_down_on_the_embedded_database() {
    a_district_carries_the_plan_down(Database::Embedded);
}

#[test]
fn a_district_carries_the_plan_down_on_postgresql() {
    a_district_carries_the_plan_down(Database::Postgres);
}

/// The province asks its districts alone; one of them makes its own plan in fewer than fifteen
/// clicks, and what its units give is in the province's table.
fn a_district_carries_the_plan_down(database: Database) {
    let Some(plan) = Plan::chairs() else { return };
    let setting = Setting::start("2023-05-17T10:00:00+07:00", database);
    let officer = setting.sign_in("btc");
    let items = checking::sees_ten_items(&officer, &plan);
    checking::answers_for_districts(&officer);
    setup::confirms_the_outline(&officer, &items[0]);
    setup::asks_for_figures(&officer, "2019-2023");
    setup::leaves_grassroots_out(&officer);
    let leader = setting.sign_in("lanhdao");
    setup::is_approved(&officer, &leader, checking::CHAIRS, "447/KH-LĐLĐ");
    setup::issues_to_districts(&officer);
    officer.within("Triển khai xuống cấp dưới").sees("0/5 đơn vị đã phát hành kế hoạch của mình");

    let district = setting.sign_in("huyen");
    makes_its_own_plan(&district);
    let grassroots = setting.sign_in("coso");
    grassroots.click(&format!("Báo cáo: {}", checking::CHAIRS));
    grassroots.sees("hết Thứ Sáu 19/05/2023");
    unit::fills_table(&grassroots, "Số lao động (người), Năm 2019", &Figures::new(3, 5));
    unit::sends(&grassroots, "lần gửi 1");
    desk::opens_report(&district, checking::CHAIRS, "CĐCS May Bình An");
    desk::receives(&district);
    goes_to(&district, "Việc của tôi");
    district.click(&format!("Báo cáo: {}", checking::CHAIRS));
    district.sees("Cộng từ báo cáo đã tiếp nhận theo kế hoạch của đơn vị");
    look(&district);
    unit::sends(&district, "lần gửi 1");
    desk::opens_report(&officer, checking::CHAIRS, "LĐLĐ huyện Vân Khê");
    desk::receives(&officer);
    goes_to(&officer, "Đợt");
    officer.click(checking::CHAIRS);
    officer.within("Triển khai xuống cấp dưới").sees("1/5 đơn vị đã phát hành kế hoạch của mình");
    look(&officer);
    totals::opens(&officer, checking::CHAIRS);
    totals::are_sums(&officer, &[Figures::new(3, 5)], 5);
}

/// Nine clicks from the list of everything to do: outline, table, units are there, the day is set,
/// the reason for not waiting is on record.
fn makes_its_own_plan(district: &Page) {
    district.click(&format!("Báo cáo: {}", checking::CHAIRS));
    look(district);
    district.within("Triển khai xuống cấp dưới").click("Lập kế hoạch triển khai");
    district.within("Đề cương báo cáo").sees("Hoàn thành");
    district.within("Bảng số liệu").sees("12 chỉ tiêu");
    look(district);
    district.click("Thời hạn");
    district.sees("Đơn vị gửi báo cáo cho LĐLĐ tỉnh Hà Vân theo kế hoạch cấp trên");
    district.fill("Hạn gửi", "19/05/2023");
    look(district);
    district.click("Lưu thời hạn");
    district.click("Duyệt kế hoạch");
    district.click("Phát hành khi chưa duyệt");
    district.fill("Lý do", "Cơ sở cần làm ngay, trình sau.");
    district.click("Ghi lý do");
    district.click("Lập đợt");
    district.click("Phát hành đợt");
    district.click("Phát hành đến 4 đơn vị");
    district.within("CĐCS May Bình An").sees("Chưa báo cáo");
}
