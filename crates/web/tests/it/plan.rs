use crate::visit::{Page, Visit};
use testkit::{World, on_both};

/// A plan that asks three things of its officer: whether the stated day counts, where grassroots
/// unions report, and what a date without a year means.
pub const PLAN: &str = "\
TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM
LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ VÂN

Số: 31/KH-LĐLĐ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

Hà Vân, ngày 20 tháng 02 năm 2031

KẾ HOẠCH
Tổng kết 10 năm thực hiện Nghị quyết số 09/NQ-BCH ngày 12/5/2021 của Ban Chấp hành Liên đoàn Lao động tỉnh về phát triển đoàn viên

Thực hiện Kế hoạch số 15/KH-TLĐ ngày 10/02/2031 của Tổng Liên đoàn Lao động Việt Nam; Ban Thường vụ Liên đoàn Lao động tỉnh xây dựng kế hoạch như sau:

I. MỤC ĐÍCH, YÊU CẦU
1. Đánh giá đúng việc phát triển đoàn viên trong 10 năm qua.
2. Rút ra bài học và nhiệm vụ cho giai đoạn tới.

II. NỘI DUNG TỔNG KẾT
Báo cáo tập trung vào các nội dung sau:
1. Công tác lãnh đạo, chỉ đạo.
2. Kết quả phát triển đoàn viên, thành lập công đoàn cơ sở.
3. Hạn chế, nguyên nhân, bài học kinh nghiệm.

III. HÌNH THỨC VÀ THỜI GIAN
1. Hình thức: Tổng kết bằng văn bản.
2. Thời gian:
- Công đoàn cơ sở gửi báo cáo về công đoàn cấp trên trực tiếp trước ngày 20/3/2031.
- LĐLĐ huyện, thành phố, công đoàn ngành, Công đoàn Viên chức tỉnh và các CĐCS trực thuộc LĐLĐ tỉnh gửi báo cáo về Liên đoàn Lao động tỉnh (qua Ban Tổ chức) trước ngày 05/4/2031.

IV. TỔ CHỨC THỰC HIỆN
1. Ban Tổ chức Liên đoàn Lao động tỉnh theo dõi, đôn đốc các đơn vị.
2. Công đoàn cơ sở gửi báo cáo về Liên đoàn Lao động tỉnh (qua Văn phòng) theo tiến độ trên.

Nơi nhận:
- Tổng LĐLĐ Việt Nam (để báo cáo);
- LĐLĐ huyện, thành phố, CĐ ngành, CĐ Viên chức tỉnh;
- Các CĐCS trực thuộc LĐLĐ tỉnh;
- Lưu: VT, Ban Tổ chức.

TM. BAN THƯỜNG VỤ
CHỦ TỊCH
(Đã ký)
Lò Minh Đức
";

/// Uploads the plan and gives the address of its page.
pub async fn upload(visit: &mut Visit, text: &str) -> String {
    visit.get("/plans").await;
    let page = visit.upload("/plans", "file", "ke-hoach.txt", text).await;
    assert_eq!(page.status, 303, "{}", page.body);
    assert!(page.location.starts_with("/plans/"), "{}", page.location);
    page.location
}

/// The value of a hidden field of a page.
pub fn hidden(page: &Page, name: &str) -> String {
    let mark = format!("name=\"{name}\" value=\"");
    let rest = page.body.split_once(&mark).unwrap_or_else(|| panic!("no {name}")).1;
    rest.split('"').next().unwrap_or_default().to_owned()
}

#[test]
fn a_plan_is_checked_corrected_and_confirmed() {
    on_both("checked", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let plan = upload(&mut visit, PLAN).await;
        let list = visit.get("/campaigns").await;
        assert!(list.body.contains("ke-hoach.txt, tải lên 05/03/2031"));
        let page = visit.get(&plan).await;
        for words in [
            "id=\"t-date-0\"",
            "trước ngày 20/3/2031",
            "Thứ Năm 20/03/2031",
            "31/KH-LĐLĐ",
            "15/KH-TLĐ",
            "Kế hoạch ghi: “",
            "Hết Thứ Tư 19/03/2031",
            "Ban Tổ chức Liên đoàn Lao động tỉnh theo dõi",
            "Đề xuất",
        ] {
            assert!(page.body.contains(words), "{words}");
        }
        let rev = hidden(&page, "rev");
        let form = visit.get(&format!("{plan}?line=date-1")).await;
        assert!(form.body.contains("value=\"05/04/2031\""));
        let fields = |day| {
            [
                ("rev", rev.as_str()),
                ("line", "date-1"),
                ("who", "LĐLĐ huyện; các CĐCS trực thuộc LĐLĐ tỉnh"),
                ("act", "send"),
                ("what", "gửi báo cáo"),
                ("kind", "before"),
                ("day", day),
                ("do", "save"),
            ]
        };
        let wrong = visit.post(&plan, &fields("31/04/2031")).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("Không đọc được ngày này. Ghi ngày theo dạng 05/07/2024."));
        assert!(wrong.body.contains("value=\"31/04/2031\""), "what was typed stays");
        assert!(wrong.body.contains("LĐLĐ huyện; các CĐCS trực thuộc LĐLĐ tỉnh"));
        let right = visit.post(&plan, &fields("10/4/2031")).await;
        assert_eq!((right.status, right.location), (303, format!("{plan}#date-1")));
        let stale = visit.post(&plan, &fields("11/4/2031")).await;
        assert_eq!(stale.status, 409);
        assert!(stale.body.contains("vừa được người khác sửa"));
        assert!(stale.body.contains("value=\"11/4/2031\""));
        let page = visit.get(&plan).await;
        assert!(page.body.contains("Thứ Năm 10/04/2031") && page.body.contains("đã sửa"));
        choose_and_confirm(&mut visit, &plan).await;
    });
}

/// Every question has to be answered, and says so.
async fn choose_and_confirm(visit: &mut Visit, plan: &str) {
    let page = visit.get(plan).await;
    let rev = hidden(&page, "rev");
    let confirm = format!("{plan}/confirm");
    let open = visit.post(&confirm, &[("rev", &rev)]).await;
    assert_eq!(open.status, 422);
    assert!(open.body.contains("href=\"#stated-day\""));
    let open = visit.post(&confirm, &[("rev", &rev), ("stated-day", "excluded")]).await;
    assert_eq!(open.status, 422);
    assert!(open.body.contains("Kế hoạch nêu hai nơi nhận. Chọn một nơi."));
    assert!(open.body.contains("value=\"excluded\" checked"), "the answer given stays");
    let destination = format!("{plan}/destination");
    let none = visit.post(&destination, &[("rev", &rev)]).await;
    assert_eq!(none.status, 422);
    let first = page.body.split("name=\"destination\" value=\"").nth(1).expect("a choice");
    let first = first.split('"').next().unwrap_or_default();
    let chosen = visit.post(&destination, &[("rev", &rev), ("destination", first)]).await;
    assert_eq!(chosen.status, 303);
    let page = visit.get(plan).await;
    assert!(!page.body.contains("name=\"destination\""), "asked once");
    let fields = [("rev", rev.as_str()), ("stated-day", "excluded")];
    assert_eq!(visit.post(&confirm, &fields).await.status, 409, "what was seen has changed");
    let rev = hidden(&page, "rev");
    let fields = [("rev", rev.as_str()), ("stated-day", "excluded")];
    let made = visit.post(&confirm, &fields).await;
    assert_eq!(made.status, 303, "{}", made.body);
    assert!(made.location.ends_with("/setup"));
    let again = visit.post(&confirm, &fields).await;
    assert_eq!(again.location, made.location, "a double click makes one campaign");
    let page = visit.get(plan).await;
    assert!(page.body.contains(&made.location) && !page.body.contains("?line="));
    let late = [("rev", "9"), ("line", "title"), ("value", "Khác"), ("do", "save")];
    let late = visit.post(plan, &late).await;
    assert_eq!(late.status, 422);
    assert!(late.body.contains("đã được lập thành đợt"));
}

#[test]
fn what_is_no_plan_is_refused_and_the_same_plan_is_found() {
    on_both("refused", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let old = visit.upload("/plans", "file", "ke-hoach.doc", PLAN).await;
        assert_eq!(old.status, 422);
        assert!(old.body.contains("href=\"#file\""));
        let none = visit.post("/plans", &[("text", " ")]).await;
        assert_eq!(none.status, 422);
        assert!(none.body.contains("Chưa có kế hoạch nào."));
        let plan = upload(&mut visit, PLAN).await;
        let again = visit.post("/plans", &[("text", PLAN)]).await;
        assert_eq!(again.location, format!("{plan}?again=yes"));
        let page = visit.get(&again.location).await;
        assert!(page.body.contains("Tệp này đã được tải lên ngày 05/03/2031."));
    });
}

#[test]
fn lines_are_added_and_dropped() {
    on_both("lines", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let plan = upload(&mut visit, PLAN).await;
        type Typed<'t> = &'t [(&'t str, &'t str)];
        let table: [(Typed, &str, bool); 6] = [
            (&[("line", "title"), ("value", "Tên mới"), ("do", "save")], "Tên mới", true),
            (&[("line", "issued"), ("day", "21/2/2031"), ("do", "save")], "21/02/2031", true),
            (
                &[
                    ("line", "recipient-4"),
                    ("name", "Báo Hà Vân"),
                    ("purpose", "để đưa tin"),
                    ("do", "save"),
                ],
                "Báo Hà Vân",
                true,
            ),
            (&[("line", "recipient-4"), ("do", "drop")], "Báo Hà Vân", false),
            (
                &[
                    ("line", "date-9"),
                    ("who", "UBKT"),
                    ("act", "other"),
                    ("kind", "on"),
                    ("day", "1/6/2031"),
                    ("do", "save"),
                ],
                "01/06/2031",
                true,
            ),
            (&[("line", "outline-0"), ("do", "drop")], "id=\"outline-2\"", false),
        ];
        for (fields, words, there) in table {
            let rev = hidden(&visit.get(&plan).await, "rev");
            let fields: Vec<(&str, &str)> =
                fields.iter().copied().chain([("rev", rev.as_str())]).collect();
            let done = visit.post(&plan, &fields).await;
            assert_eq!(done.status, 303, "{fields:?}: {}", done.body);
            let page = visit.get(&plan).await;
            assert_eq!(page.body.contains(words), there, "{words}");
        }
        for line in ["king", "date-", "recipient-99"] {
            let page = visit.post(&plan, &[("line", line), ("do", "drop"), ("rev", "7")]).await;
            assert_eq!(page.status, 404, "{line}");
        }
        let empty = visit.post(&plan, &[("line", "title"), ("value", " "), ("do", "save")]).await;
        assert_eq!(empty.status, 422);
    });
}

#[test]
fn a_plan_is_nobody_elses() {
    on_both("nobody", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let plan = upload(&mut visit, PLAN).await;
        let mut office = Visit::signed_in(&world, "vanphong").await;
        assert_eq!(office.get(&plan).await.status, 200);
        for (name, status) in [("huyen", 404), ("huyen2", 404), ("coso", 403)] {
            let mut other = Visit::signed_in(&world, name).await;
            assert_eq!(other.get(&plan).await.status, status, "{name}");
            let posted = other.post(&plan, &[("line", "title"), ("value", "x")]).await;
            assert_eq!(posted.status, status, "{name}");
            let posted = other.post(&format!("{plan}/confirm"), &[("rev", "1")]).await;
            assert_eq!(posted.status, status, "{name}");
        }
    });
}
