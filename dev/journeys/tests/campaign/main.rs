//! The main job in a real browser, by visible names only: from a real plan's text to the report.

mod amending;
mod beside;
mod cascade;
mod checking;
mod correcting;
mod desk;
mod exceptions;
mod plans;
mod report;
mod setting;
mod setup;
mod totals;
mod unit;
mod writing;

use checking::TITLE;
use journeys::{Database, Page};
use plans::Plan;
use setting::{Setting, goes_to, look};
use setup::TABLE;
use unit::{Figures, Task};

#[test]
fn a_campaign_runs_from_plan_to_report_on_the_embedded_database() {
    a_campaign_runs_from_plan_to_report(Database::Embedded);
}

#[test]
fn a_campaign_runs_from_plan_to_report_on_postgresql() {
    a_campaign_runs_from_plan_to_report(Database::Postgres);
}

#[test]
fn what_stands_beside_the_reports_is_set_up_and_done_on_the_embedded_database() {
    what_stands_beside_the_reports_is_set_up_and_done(Database::Embedded);
}

#[test]
fn what_stands_beside_the_reports_is_set_up_and_done_on_postgresql() {
    what_stands_beside_the_reports_is_set_up_and_done(Database::Postgres);
}

#[test]
fn a_plan_is_written_and_issued_as_a_paper_on_the_embedded_database() {
    a_plan_is_written_and_issued_as_a_paper(Database::Embedded);
}

#[test]
fn a_plan_is_written_and_issued_as_a_paper_on_postgresql() {
    a_plan_is_written_and_issued_as_a_paper(Database::Postgres);
}

/// From a template to the file a unit opens.
fn a_plan_is_written_and_issued_as_a_paper(database: Database) {
    let setting = Setting::start("2031-01-06T08:00:00+07:00", database);
    let officer = setting.sign_in("btc");
    writing::begins_with_a_template(&officer);
    writing::writes_the_plan(&officer);
    setup::asks_for_approval(&officer);
    let leader = setting.sign_in("lanhdao");
    writing::is_read_by(&leader);
    leader.click("Duyệt");
    writing::numbers(&officer, "03/KH-LĐLĐ");
    writing::issues(&officer);
    let district = setting.sign_in("huyen");
    let (docx, pdf) = writing::is_opened_by(&district, "03/KH-LĐLĐ");
    report::hold(&docx, &pdf, &writing::WORDS);
}

#[test]
fn a_plan_is_amended_after_issue_on_the_embedded_database() {
    a_plan_is_amended_after_issue(Database::Embedded);
}

#[test]
fn a_plan_is_amended_after_issue_on_postgresql() {
    a_plan_is_amended_after_issue(Database::Postgres);
}

/// On the way the plan took itself, to the unit that says that it knows.
fn a_plan_is_amended_after_issue(database: Database) {
    let setting = Setting::start("2031-01-06T08:00:00+07:00", database);
    let (officer, leader) = (setting.sign_in("btc"), setting.sign_in("lanhdao"));
    writing::begins_with_a_template(&officer);
    setup::asks_for_approval(&officer);
    writing::is_found_by(&leader);
    leader.click("Duyệt");
    writing::numbers(&officer, "03/KH-LĐLĐ");
    writing::issues(&officer);
    let district = setting.sign_in("huyen");
    amending::is_acknowledged_by(&district);
    amending::is_counted(&officer, "1/3");
    amending::adds_a_section_and_days(&officer);
    amending::is_approved_by(&leader);
    amending::is_numbered_and_issued(&officer, "09/LĐLĐ");
    amending::is_counted(&officer, "0/3");
    amending::is_read_and_acknowledged_by(&district);
    amending::is_counted(&officer, "1/3");
}

/// Documents, tasks and a department's own report, from the plan to what came of them.
fn what_stands_beside_the_reports_is_set_up_and_done(database: Database) {
    const READING: &str = "2. Kết quả xây dựng tủ sách, phong trào đọc";
    let setting = Setting::start("2031-03-05T08:00:00+07:00", database);
    let officer = setting.sign_in("btc");
    beside::a_plan_is_confirmed(&officer);
    setup::confirms_the_outline(&officer, "Công tác chỉ đạo, tuyên truyền");
    beside::confirms_duties(&officer);
    beside::uploads_the_announced_form(&officer, READING);
    beside::asks_the_office(&officer);
    setup::states_that_it_is_signed(&officer, "CHỦ TỊCH Lò Minh Đức", "44/KH-LĐLĐ", "24/02/2031");
    officer.click("Lập đợt");
    beside::issues(&officer);
    let office = setting.sign_in("vanphong");
    beside::the_office_reports_and_confirms(&office, READING, "Văn phòng tặng 200 đầu sách.");
    beside::the_lead_brings_the_result(&officer);
    desk::opens_report(&officer, beside::TITLE, "Văn phòng");
    desk::receives(&officer);
    goes_to(&officer, "Việc của tôi");
    officer.click(&format!("Báo cáo: {}", beside::TITLE));
    officer.click(READING);
    let lower = officer.within("Nội dung của cấp dưới ở mục này").within("Văn phòng");
    lower.sees("Văn phòng tặng 200 đầu sách.");
    look(&officer);
    let unit = setting.sign_in("coso");
    beside::a_unit_opens_the_form(&unit, READING);
}

#[test]
fn a_campaign_of_districts_alone_runs_to_the_table_on_the_embedded_database() {
    a_campaign_of_districts_alone_runs_to_the_table(Database::Embedded);
}

#[test]
fn a_campaign_of_districts_alone_runs_to_the_table_on_postgresql() {
    a_campaign_of_districts_alone_runs_to_the_table(Database::Postgres);
}

/// A plan that asks only the level under the province, in a week; its districts give the figures.
fn a_campaign_of_districts_alone_runs_to_the_table(database: Database) {
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
    let grassroots = setting.sign_in("coso");
    grassroots.does_not_see(checking::CHAIRS);
    let district = setting.sign_in("huyen");
    unit::opens_task(&district, &OF_DISTRICTS);
    unit::writes(&district, &format!("1. {}", items[0]), LED);
    unit::writes(&district, &format!("9. {}", items[8]), LEARNT);
    unit::fills_table(&district, "Số lao động (người), Năm 2019", &Figures::new(7, 5));
    unit::sends(&district, "lần gửi 1");
    desk::opens_report(&officer, checking::CHAIRS, "LĐLĐ huyện Vân Khê");
    officer.sees(LEARNT);
    desk::receives(&officer);
    totals::opens(&officer, checking::CHAIRS);
    totals::are_sums(&officer, &[Figures::new(7, 5)], 5);
}

const OF_DISTRICTS: Task = Task {
    title: checking::CHAIRS,
    due: "hết Chủ nhật 21/05/2023",
    days_left: "còn 4 ngày",
    to: "LĐLĐ tỉnh Hà Vân",
    through: Some("qua Ban Tổ chức"),
};

fn a_campaign_runs_from_plan_to_report(database: Database) {
    let Some(plan) = Plan::ten_years() else { return };
    let setting = Setting::start("2020-06-03T08:00:00+07:00", database);
    let officer = setting.sign_in("btc");
    checking::sees_what_was_read(&officer, &plan);
    checking::corrects_and_answers(&officer);
    setup::confirms_the_outline(&officer, &plan.line("Công tác chỉ đạo, triển khai"));
    setup::asks_for_figures(&officer, "2011-2020");
    setup::chooses_units(&officer);
    setup::sets_dates(&officer);
    setup::lays_the_way(&officer);
    setup::previews(&officer);
    setup::states_that_it_is_signed(&officer, SIGNER, "362/KH-LĐLĐ", "02/06/2020");
    setup::issues(&officer);
    let grassroots = setting.sign_in("coso");
    unit::opens_task(&grassroots, &OF_A_DISTRICT);
    let first = plan.line("Công tác chỉ đạo, triển khai");
    // A sentence as long as this one is a title up to its second thought, then guidance.
    let second = plan.line("Nguyên nhân của những kết quả");
    let (second, _) = second.split_once(", rút ra").expect("a second thought");
    unit::writes(&grassroots, &first, LED);
    unit::writes(&grassroots, second, LEARNT);
    unit::fills_table(&grassroots, FIRST_CELL, &Figures::new(1, 10));
    unit::leaves_and_comes_back(&grassroots, "CĐCS May Bình An · Chủ tịch", "coso", TITLE);
    unit::finds(&grassroots, &first, LED);
    drafts_are_nobody_elses(&officer);
    unit::sends(&grassroots, "lần gửi 1");
    others_send(&setting, &first);
    a_report_is_returned_and_mended(&setting, &grassroots, (&first, second));
    the_district_reports(&setting, &first);
    the_province_has_its_report(&officer, &first);
}

/// Until it is sent, nobody above reads what a chair writes.
fn drafts_are_nobody_elses(officer: &Page) {
    officer.click("LĐLĐ huyện Vân Khê");
    officer.within("CĐCS May Bình An").sees("Chưa báo cáo");
    officer.does_not_see(LED);
}

/// A second union of the district, and one directly under the province.
fn others_send(setting: &Setting, section: &str) {
    for (name, unit, task) in [("vk02", 2, &OF_A_DISTRICT), ("tructhuoc", 3, &OF_THE_PROVINCE)] {
        let page = setting.sign_in(name);
        unit::opens_task(&page, task);
        unit::writes(&page, section, "Đã triển khai đến từng tổ công đoàn.");
        unit::fills_table(&page, FIRST_CELL, &Figures::new(unit, 10));
        unit::sends(&page, "lần gửi 1");
    }
}

/// The district returns; the chair sees why at both places, mends, and sends again.
fn a_report_is_returned_and_mended(
    setting: &Setting,
    grassroots: &Page,
    (first, second): (&str, &str),
) {
    let district = setting.sign_in("huyen");
    desk::opens_report(&district, TITLE, "CĐCS May Bình An");
    district.sees(LED);
    let address = district.address();
    let cell = ("1. Số lao động, Năm 2011: 2.200", "Số này khác sổ lương.");
    desk::returns(&district, cell, (second, "Nói rõ bài học rút ra từ đâu."));
    others_may_not(setting, &address);

    goes_to(grassroots, "Việc của tôi");
    grassroots.sees("Được trả lại, cần sửa");
    grassroots.click(&format!("Báo cáo: {TITLE}"));
    grassroots.sees("trả lại ngày 03/06/2020: 2 chỗ cần sửa.");
    look(grassroots);
    grassroots.within(first).sees("Hoàn thành");
    grassroots.within(second).sees("Cần sửa");
    grassroots.click(second);
    grassroots.sees("Nói rõ bài học rút ra từ đâu.");
    grassroots.click("Việc của đơn vị");
    unit::writes(grassroots, second, MENDED);
    grassroots.click(TABLE);
    grassroots.sees("Số này khác sổ lương.");
    look(grassroots);
    grassroots.fill(FIRST_CELL, "2.300");
    unit::saves_and_goes_back(grassroots);
    unit::sends(grassroots, "lần gửi 2");
    // The desk's page, open since the return, learns of it by itself.
    district.comes_to_see("Có thay đổi mới.");
    district.click("Xem");
    district.does_not_see("Có thay đổi mới.");
}

/// Another branch does not find the report; the province's office finds nothing to receive.
fn others_may_not(setting: &Setting, address: &str) {
    let other = setting.sign_in("nhanhkhac");
    other.open(address);
    assert_eq!(other.heading(), "Không tìm thấy trang");
    other.does_not_see(LED);
    let office = setting.sign_in("vanphong");
    office.open(address);
    office.does_not_see("Số liệu được cộng vào kết quả tổng hợp");
}

/// The district receives two of its four unions, sees their sum, writes its own report and sends.
fn the_district_reports(setting: &Setting, section: &str) {
    let district = setting.sign_in("huyen");
    desk::opens_report(&district, TITLE, "CĐCS May Bình An");
    district.sees(MENDED);
    district.within("Số này khác sổ lương.").sees("Đã sửa");
    desk::receives(&district);
    desk::opens_report(&district, TITLE, "CĐCS Gỗ Đại Ngàn");
    desk::receives(&district);
    district.sees("Đã tiếp nhận 2/4 đơn vị");

    totals::opens(&district, TITLE);
    totals::are_sums(&district, &[FIRST, Figures::new(2, 10)], 4);
    totals::lead_down(&district, "5.500", "CĐCS May Bình An", "lần 2");
    district.sees(MENDED);

    goes_to(&district, "Việc của tôi");
    unit::opens_task(&district, &OF_THE_PROVINCE);
    unit::writes_on(&district, section, ("CĐCS May Bình An", LED), GATHERED);
    unit::sends(&district, "lần gửi 1");
}

/// Ban Tổ chức receives what came through it, sees the sum of all, and has the report as files.
fn the_province_has_its_report(officer: &Page, section: &str) {
    for unit in ["CĐCS Bệnh viện Đa khoa tỉnh", "LĐLĐ huyện Vân Khê"] {
        desk::opens_report(officer, TITLE, unit);
        desk::receives(officer);
    }
    totals::opens(officer, TITLE);
    let units = [FIRST, Figures::new(2, 10), Figures::new(3, 10)];
    totals::are_sums(officer, &units, 16);
    officer.click("LĐLĐ huyện Vân Khê");
    totals::are_sums(officer, &units[..2], 4);
    officer.click("LĐLĐ tỉnh Hà Vân");
    totals::lead_down(officer, "9.700", "CĐCS Bệnh viện Đa khoa tỉnh", "lần 1");

    goes_to(officer, "Việc của tôi");
    officer.click(&format!("Báo cáo: {TITLE}"));
    unit::writes_on(officer, section, ("LĐLĐ huyện Vân Khê", GATHERED), WHOLE);
    officer.click("Ghép nội dung, số liệu; tải Word, PDF");
    look(officer);
    officer.sees("Số liệu và nội dung từ 3/16 đơn vị");
    let (docx, pdf) = report::downloads(officer);
    report::hold(&docx, &pdf, &[WHOLE, GATHERED, "9.700", "9.300", "3/16"]);
}

/// Who signed the plan of 2020, as its file says.
const SIGNER: &str = "CHỦ TỊCH Lê Thanh Hà";
/// What the chair gives after mending.
const FIRST: Figures = Figures { unit: 1, periods: 10, mended_by: 100 };
const GATHERED: &str = "Cả huyện có hai công đoàn cơ sở làm xong trước hạn.";
const WHOLE: &str = "Toàn tỉnh làm từ cơ sở lên, không bỏ cấp nào.";
const LED: &str =
    "Ban Chấp hành họp mỗi quý một lần, phân công từng ủy viên phụ trách tổ công đoàn.";
const MENDED: &str =
    "Ba lần mở lớp cho tổ trưởng cho thấy tổ nào được tập huấn trước thì ít đơn thư hơn.";
const FIRST_CELL: &str = "Số lao động (người), Năm 2011";
const LEARNT: &str = "Tổ trưởng công đoàn gần người lao động nhất, nên được tập huấn trước.";

const OF_A_DISTRICT: Task = Task {
    title: TITLE,
    due: "hết Thứ Sáu 10/07/2020",
    days_left: "còn 37 ngày",
    to: "LĐLĐ huyện Vân Khê",
    through: None,
};
const OF_THE_PROVINCE: Task = Task {
    title: TITLE,
    due: "hết Chủ nhật 19/07/2020",
    days_left: "còn 46 ngày",
    to: "LĐLĐ tỉnh Hà Vân",
    through: Some("qua Ban Tổ chức"),
};
