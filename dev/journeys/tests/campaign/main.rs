//! The main job in a real browser, by visible names only: from a real plan's text to the report.

mod checking;
mod desk;
mod plans;
mod report;
mod setting;
mod setup;
mod totals;
mod unit;

use checking::TITLE;
use journeys::Database;
use plans::Plan;
use setting::Setting;
use unit::{Figures, Task};

#[test]
fn a_campaign_runs_from_plan_to_report_on_the_embedded_database() {
    a_campaign_runs_from_plan_to_report(Database::Embedded);
}

#[test]
fn a_campaign_runs_from_plan_to_report_on_postgresql() {
    a_campaign_runs_from_plan_to_report(Database::Postgres);
}

fn a_campaign_runs_from_plan_to_report(database: Database) {
    let Some(plan) = Plan::ten_years() else { return };
    let setting = Setting::start("2020-06-03T08:00:00+07:00", database);
    let officer = setting.sign_in("btc");
    checking::sees_what_was_read(&officer, &plan);
    checking::corrects_and_answers(&officer);
    setup::confirms_the_outline(&officer, &plan.line("Công tác chỉ đạo, triển khai"));
    setup::asks_for_figures(&officer, "2011-2020");
    setup::chooses_units(&officer);
    setup::issues(&officer);
    let grassroots = setting.sign_in("coso");
    unit::opens_task(&grassroots, &OF_A_DISTRICT);
    let first = plan.line("Công tác chỉ đạo, triển khai");
    let second = plan.line("Nguyên nhân của những kết quả");
    unit::writes(&grassroots, &first, LED);
    unit::writes(&grassroots, &second, LEARNT);
    let figures = Figures { unit: 1, periods: 10 };
    unit::fills_table(&grassroots, "Số lao động (người), Năm 2011", &figures);
    unit::leaves_and_comes_back(&grassroots, "CĐCS May Bình An · Chủ tịch", "coso", TITLE);
    let code = unit::sends(&grassroots);
    assert!(!code.is_empty());
}

const LED: &str =
    "Ban Chấp hành họp mỗi quý một lần, phân công từng ủy viên phụ trách tổ công đoàn.";
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
