//! The officer sets the campaign up: outline, figures, units; and off it goes.

use journeys::Page;

use crate::setting::look;

/// The table of figures, by which every unit sees it.
pub const TABLE: &str = "Phụ lục. Số liệu về công đoàn cơ sở";

/// Twelve indicators as they come out of a spreadsheet; the fourth is worked out from two others.
pub const INDICATORS: &str = "\
CS01\tSố lao động\tngười\t0\tCộng dồn
CS02\tSố đoàn viên\tngười\t0\tCộng dồn
CS03\tĐoàn viên nữ\tngười\t0\tCộng dồn
CS04\tTỷ lệ tham gia công đoàn\t%\t1\tTỷ lệ CS02 CS01
CS05\tTổ công đoàn\ttổ\t0\tCộng dồn
CS06\tĐoàn viên kết nạp mới\tngười\t0\tCộng dồn
CS07\tCán bộ được tập huấn\tlượt người\t0\tCộng dồn
CS08\tBuổi đối thoại tại nơi làm việc\tbuổi\t0\tCộng dồn
CS09\tĐoàn viên được thăm hỏi\tlượt người\t0\tCộng dồn
CS10\tSáng kiến được công nhận\tsáng kiến\t0\tCộng dồn
CS11\tKinh phí hoạt động\ttriệu đồng\t1\tCộng dồn
CS12\tMức chi bình quân cao nhất\tnghìn đồng\t0\tSố lớn nhất";

/// The outline is proposed, since the plan holds none; it is taken as it stands.
pub fn confirms_the_outline(officer: &Page, first: &str) {
    look(officer);
    officer.click("Đề cương báo cáo");
    officer.sees("Đề xuất");
    officer.within(&format!("Chuyển mục {first}")).sees(first);
    look(officer);
    officer.click("Xác nhận đề cương");
    officer.within("Đề cương báo cáo").sees("Hoàn thành");
}

pub fn asks_for_figures(officer: &Page, years: &str) {
    officer.click("Bảng số liệu");
    officer.fill("Tên bảng", TABLE);
    officer.fill("Kỳ số liệu", years);
    officer.fill("Dán từ Excel", INDICATORS);
    officer.click("Thêm chỉ tiêu");
    assert_eq!(officer.value("Chỉ tiêu 12"), "Mức chi bình quân cao nhất");
    officer.sees("12 chỉ tiêu");
    look(officer);
    officer.click("Lưu bảng số liệu");
    officer.within("Bảng số liệu").sees("Hoàn thành");
}

/// Those directly under the province send to its Ban Tổ chức by the day of the plan; grassroots
/// unions of a district send to their district nine days before.
pub fn chooses_units(officer: &Page) {
    officer.click("Đơn vị phải báo cáo");
    look(officer);
    for upper in UPPER {
        let below = officer.within(&format!("Công đoàn cơ sở thuộc {upper}"));
        below.check(&format!("Công đoàn cơ sở thuộc {upper}"));
        below.choose("Gửi đến", "Công đoàn cấp trên trực tiếp");
    }
    officer.click("Lưu");
    officer.within("Đơn vị phải báo cáo").sees("21 đơn vị phải báo cáo");
    officer.within("Thời hạn").sees("Hạn cuối: Chủ nhật 19/07/2020");
    look(officer);
}

/// The day of the plan stands; grassroots unions of a district get a day of their own, first one
/// that leaves too little time, which is said.
pub fn sets_dates(officer: &Page) {
    officer.click("Thời hạn");
    let district = officer.within("LĐLĐ huyện, thị xã, thành phố thuộc LĐLĐ tỉnh");
    assert_eq!(district.value("Hạn gửi"), "19/07/2020");
    district.sees("hết Chủ nhật 19/07/2020, còn 32 ngày làm việc");
    district.sees("Hạn rơi vào ngày nghỉ. Ngày làm việc tiếp theo: Thứ Hai 20/07/2020.");
    look(officer);
    for (day, warned) in [("16/07/2020", true), ("10/07/2020", false)] {
        for upper in UPPER {
            let below = officer.within(&format!("Công đoàn cơ sở thuộc {upper}"));
            below.fill("Hạn gửi", day);
        }
        officer.click("Lưu thời hạn");
        officer.within("Thời hạn").sees("Hoàn thành");
        officer.click("Thời hạn");
        let below = officer.within("Công đoàn cơ sở thuộc Công đoàn ngành");
        let words = "chỉ còn 1 ngày làm việc để tổng hợp";
        if warned { below.sees(words) } else { below.does_not_see(words) }
    }
    look(officer);
    officer.click("Lập đợt");
}

/// What a chair will see, before anything is issued.
pub fn previews(officer: &Page) {
    officer.click("Xem thử như đơn vị");
    look(officer);
    officer.click("CĐCS May Bình An");
    officer.sees("Bản xem thử: đây là điều Công đoàn cơ sở Công ty May Bình An sẽ thấy.");
    officer.sees("hết Thứ Sáu 10/07/2020");
    officer.sees(TABLE);
    look(officer);
    officer.click("Xem đơn vị khác");
    officer.click("Lập đợt");
}

/// Who looks at the report of the province, before and after it goes up.
pub fn lays_the_way(officer: &Page) {
    officer.click("Lộ trình thông qua báo cáo");
    officer.click("Thêm bước");
    officer.click("Thêm bước");
    officer.within("Bước 2").choose("Thông qua ở", "Ban Chấp hành");
    officer.within("Bước 2").fill("Kỳ họp thứ", "9");
    officer.within("Bước 2").choose("Lúc nào", "Sau khi gửi lên");
    look(officer);
    officer.click("Lên : 2");
    officer.within("Bước 1").sees("Kỳ họp thứ");
    assert_eq!(officer.within("Bước 1").value("Kỳ họp thứ"), "9");
    officer.click("Xuống : 1");
    officer.click("Lưu lộ trình");
    officer.within("Lộ trình thông qua báo cáo").sees("2 bước");
}

/// The tiers above grassroots unions, below the province.
const UPPER: [&str; 3] =
    ["LĐLĐ huyện, thị xã, thành phố", "Công đoàn ngành", "Công đoàn Viên chức"];

/// The uploaded plan is signed; the officer says so, with what the file says of it.
pub fn states_that_it_is_signed(officer: &Page, signer: &str, number: &str, day: &str) {
    officer.within("Phát hành đợt").sees("Chưa làm được");
    officer.click("Duyệt kế hoạch");
    look(officer);
    let signed = officer.within("Đã ký trên giấy");
    assert_eq!(signed.value("Người ký"), signer);
    assert_eq!(signed.value("Số, ký hiệu"), number);
    assert_eq!(signed.value("Ngày ban hành"), day);
    officer.click("Ghi nhận đã ký");
    officer.within("Quá trình").sees(&format!("Ghi nhận đã ký trên giấy, số {number} ngày {day}"));
}

/// The leader finds the plan, reads it whole, sends it back once, then approves; the office numbers it.
pub fn is_approved(officer: &Page, leader: &Page, title: &str, number: &str) {
    asks_for_approval(officer);
    leader.open(&leader.address());
    leader.click(&format!("Duyệt kế hoạch: {title}"));
    leader.within("Quá trình").sees("Kính trình đồng chí xem xét.");
    look(leader);
    leader.click("Trả lại");
    leader.sees("Ghi rõ lý do hoặc nội dung cần sửa.");
    leader.fill("Ý kiến", "Nói rõ hơn với các huyện.");
    leader.click("Trả lại");
    leader.sees("Lãnh đạo trả lại.");
    officer.open(&officer.address());
    officer.within("Quá trình").sees("Nói rõ hơn với các huyện.");
    officer.click("Trình duyệt");
    leader.open(&leader.address());
    leader.click("Duyệt");
    leader.within("Quá trình").sees("Duyệt");
    numbers(officer, number);
}

pub fn asks_for_approval(officer: &Page) {
    officer.click("Duyệt kế hoạch");
    look(officer);
    officer.fill("Lời trình (không bắt buộc)", "Kính trình đồng chí xem xét.");
    officer.click("Trình duyệt");
    officer.sees("Rút lại việc trình");
    look(officer);
}

/// The office looks again and enters the number that the register gives.
pub fn numbers(officer: &Page, number: &str) {
    officer.open(&officer.address());
    officer.fill("Số, ký hiệu", number);
    officer.click("Ghi số và ngày");
    officer.sees("Kế hoạch đã được duyệt và có số.");
    look(officer);
}

pub fn issues(officer: &Page) {
    officer.click("Phát hành đợt");
    for group in
        ["Công đoàn cơ sở thuộc LĐLĐ tỉnh", "LĐLĐ huyện, thị xã, thành phố thuộc LĐLĐ tỉnh"]
    {
        let row = officer.within(group);
        row.sees("hết Chủ nhật 19/07/2020");
        row.sees("qua Ban Tổ chức");
    }
    let grassroots = officer.within("Công đoàn cơ sở thuộc LĐLĐ huyện, thị xã, thành phố");
    grassroots.sees("hết Thứ Sáu 10/07/2020");
    look(officer);
    officer.click("Phát hành đến 21 đơn vị");
    officer.within("LĐLĐ huyện Vân Khê").sees("0/5");
    look(officer);
}

/// Only the level under the province is asked, by the day of the plan; and the campaign is issued.
pub fn leaves_grassroots_out(officer: &Page) {
    officer.click("Đơn vị phải báo cáo");
    officer.sees("5 đơn vị phải báo cáo");
    look(officer);
    officer.click("Lưu");
    officer.click("Thời hạn");
    let district = officer.within("LĐLĐ huyện, thị xã, thành phố thuộc LĐLĐ tỉnh");
    assert_eq!(district.value("Hạn gửi"), "21/05/2023");
    officer.click("Lưu thời hạn");
}

pub fn issues_to_districts(officer: &Page) {
    officer.click("Phát hành đợt");
    officer.within("LĐLĐ huyện, thị xã, thành phố thuộc LĐLĐ tỉnh").sees("hết Chủ nhật 21/05/2023");
    officer.does_not_see("Công đoàn cơ sở thuộc");
    officer.click("Phát hành đến 5 đơn vị");
    officer.within("LĐLĐ huyện Vân Khê Chưa báo cáo").sees("0/1");
}
