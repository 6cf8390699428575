//! A unit finds its task, writes, fills in its figures, leaves, comes back, and sends.

use journeys::Page;

use crate::setting::{look, sign_in};
use crate::setup::TABLE;

/// A unit's task list as it must be shown.
pub struct Task<'a> {
    pub title: &'a str,
    pub due: &'a str,
    pub days_left: &'a str,
    pub to: &'a str,
    pub through: Option<&'a str>,
}

/// From the list of everything to do into the task list of one report.
pub fn opens_task(page: &Page, task: &Task) {
    look(page);
    let card = page.within(&format!("Báo cáo: {}", task.title));
    card.sees(task.days_left);
    page.click(&format!("Báo cáo: {}", task.title));
    for words in [task.due, task.days_left, task.to].into_iter().chain(task.through) {
        page.sees(words);
    }
    look(page);
}

/// Takes what a lower unit wrote into the own section, with its source, and writes on.
pub fn writes_on(page: &Page, section: &str, (unit, theirs): (&str, &str), own: &str) {
    page.click(section);
    look(page);
    let lower = page.within("Nội dung của cấp dưới ở mục này").within(unit);
    lower.sees(theirs);
    lower.click(&format!("Chèn kèm nguồn {unit}"));
    page.within("Nội dung của cấp dưới ở mục này").within(unit).sees("Đã chèn");
    let inserted = page.value("Nội dung của đơn vị");
    assert!(inserted.contains(theirs) && inserted.contains(&format!("(Nguồn: {unit})")));
    page.fill("Nội dung của đơn vị", &format!("{own}\n\n{inserted}"));
    page.check("Đánh dấu mục này đã hoàn thành");
    saves_and_goes_back(page);
    page.within(section).sees("Hoàn thành");
}

/// Writes a section and goes back to the task list.
pub fn writes(page: &Page, section: &str, text: &str) {
    page.click(section);
    page.fill("Nội dung của đơn vị", text);
    page.check("Đánh dấu mục này đã hoàn thành");
    look(page);
    saves_and_goes_back(page);
    page.within(section).sees("Hoàn thành");
}

/// Puts the whole table in as a block out of a spreadsheet, with an empty place where a row is
/// worked out.
pub fn fills_table(page: &Page, first_cell: &str, figures: &Figures) {
    page.click(TABLE);
    page.paste(first_cell, &figures.block());
    page.sees("Đã lưu");
    look(page);
    saves_and_goes_back(page);
    page.within(TABLE).sees("Hoàn thành");
}

/// Saves what is open and stands at the task list.
pub fn saves_and_goes_back(page: &Page) {
    page.click("Lưu và về danh sách việc");
    page.sees("Cách làm");
}

/// Signs out, and in again as the same person.
pub fn leaves_and_comes_back(page: &Page, seat: &str, name: &str, title: &str) {
    page.click(seat);
    page.click("Đăng xuất");
    sign_in(page, name);
    page.click(&format!("Báo cáo: {title}"));
}

/// What was written before stands where it was.
pub fn finds(page: &Page, section: &str, text: &str) {
    page.within(TABLE).sees("Đã nhập đủ 110 ô");
    page.click(section);
    assert_eq!(page.value("Nội dung của đơn vị"), text);
    page.click("Việc của đơn vị");
}

/// Checks and sends, knowing that the other places are empty, and gets a receipt.
pub fn sends(page: &Page, version: &str) {
    page.click("Kiểm tra và gửi báo cáo");
    look(page);
    page.click("Gửi báo cáo");
    page.sees("Có 1 chỗ cần sửa");
    page.check("Đã xem; những chỗ trên để trống là đúng");
    page.click("Gửi báo cáo");
    assert_eq!(page.heading(), "Đã gửi báo cáo");
    page.sees("Đúng hạn");
    look(page);
    let text = page.text();
    let code = text.split("Mã tiếp nhận").nth(1).and_then(|rest| rest.split_whitespace().next());
    assert!(code.is_some_and(|code| code.len() >= 6), "{code:?}");
    page.click("Việc của đơn vị");
    page.sees(&format!("Biên nhận {version}"));
}

/// What one unit gives: a figure per indicator and period, the same rule for every unit.
#[derive(Clone, Copy)]
pub struct Figures {
    pub unit: u32,
    pub periods: u32,
    /// What mending has added to the very first figure.
    pub mended_by: u32,
}

impl Figures {
    pub const fn new(unit: u32, periods: u32) -> Figures {
        Figures { unit, periods, mended_by: 0 }
    }

    /// The figure of an indicator, counted from 1, in a period, counted from 0.
    pub fn at(&self, indicator: u32, period: u32) -> u32 {
        let mended_by = if (indicator, period) == (1, 0) { self.mended_by } else { 0 };
        1000 * self.unit + 100 * (13 - indicator) + period + mended_by
    }

    fn block(&self) -> String {
        let row = |indicator: u32| {
            let cells = (0..self.periods).map(|period| match indicator {
                4 => String::new(),
                _ => self.at(indicator, period).to_string(),
            });
            cells.collect::<Vec<_>>().join("\t")
        };
        (1..=12).map(row).collect::<Vec<_>>().join("\n")
    }
}
