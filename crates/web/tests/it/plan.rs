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

/// The first of two destinations a page asks about: the question's name and the answer.
pub fn first_choice(page: &Page) -> (String, String) {
    let rest = page.body.split("name=\"destination-").nth(1).expect("a question");
    let name = rest.split('"').next().unwrap_or_default();
    let value = rest.split("value=\"").nth(1).and_then(|rest| rest.split('"').next());
    (format!("destination-{name}"), value.expect("an answer").to_owned())
}

/// The id of the row whose edit link has this name: `Sửa: Tên kế hoạch`.
fn row(page: &Page, name: &str) -> String {
    let link = format!("\" aria-label=\"Sửa: {name}");
    let before = page.body.split(&link).next().filter(|before| before.len() < page.body.len());
    let before = before.unwrap_or_else(|| panic!("nothing to edit is called {name}"));
    let href = before.rsplit("?row=").next().unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}

/// Posts a correction with the revision of the page as it is now; gives the answer.
async fn correct(visit: &mut Visit, plan: &str, fields: &[(&str, &str)]) -> Page {
    let rev = hidden(&visit.get(plan).await, "rev");
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("rev", rev.as_str())]).collect();
    visit.post(plan, &fields).await
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
            "trước ngày 20/3/2031",
            "trước Thứ Năm 20/03/2031",
            "còn 10 ngày làm việc",
            "31/KH-LĐLĐ",
            "15/KH-TLĐ",
            "Kế hoạch ghi: “",
            "Hết Thứ Tư 19/03/2031",
            "Áp dụng cho 3 mốc",
            "Ban Tổ chức Liên đoàn Lao động tỉnh",
            "Đề xuất",
            "Tháng 03/2031",
        ] {
            assert!(page.body.contains(words), "{words}");
        }
        let date = row(&page, "LĐLĐ huyện, thành phố");
        assert!(page.body.contains(&format!("id=\"t-{date}\"")), "marked in the text");
        let rev = hidden(&page, "rev");
        let form = visit.get(&format!("{plan}?row={date}")).await;
        assert!(form.body.contains("value=\"trước ngày 05/4/2031\""));
        let fields = |text| {
            [
                ("rev", rev.as_str()),
                ("row", date.as_str()),
                ("who", "LĐLĐ huyện; các CĐCS trực thuộc LĐLĐ tỉnh"),
                ("act", "send"),
                ("what", "gửi báo cáo"),
                ("text", text),
                ("do", "save"),
            ]
        };
        let wrong = visit.post(&plan, &fields("trước ngày 31/04/2031")).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("Không có ngày này trên lịch."));
        assert!(wrong.body.contains("value=\"trước ngày 31/04/2031\""), "what was typed stays");
        assert!(wrong.body.contains("LĐLĐ huyện; các CĐCS trực thuộc LĐLĐ tỉnh"));
        let right = visit.post(&plan, &fields("trước ngày 10/4/2031")).await;
        assert_eq!((right.status, right.location), (303, format!("{plan}#{date}")));
        let again = visit.post(&plan, &fields("trước ngày 10/4/2031")).await;
        assert_eq!(again.status, 303, "the same again is success");
        let stale = visit.post(&plan, &fields("trước ngày 11/4/2031")).await;
        assert_eq!(stale.status, 409);
        assert!(stale.body.contains("vừa được người khác sửa"));
        assert!(stale.body.contains("value=\"trước ngày 11/4/2031\""));
        let page = visit.get(&plan).await;
        assert!(page.body.contains("Thứ Năm 10/04/2031") && page.body.contains("đã sửa"));
        let form = visit.get(&format!("{plan}?row={date}")).await;
        assert!(form.body.contains("Khôi phục điều đã đọc"));
        choose_and_confirm(&mut visit, &plan).await;
    });
}

/// Every question has to be answered, and all that are open are named at once.
async fn choose_and_confirm(visit: &mut Visit, plan: &str) {
    let page = visit.get(plan).await;
    let rev = hidden(&page, "rev");
    let confirm = format!("{plan}/confirm");
    let (question, choice) = first_choice(&page);
    let open = visit.post(&confirm, &[("rev", &rev)]).await;
    assert_eq!(open.status, 422);
    for place in ["stated-day", &question] {
        assert!(open.body.contains(&format!("href=\"#{place}\"")), "{place}");
    }
    let open = visit.post(&confirm, &[("rev", &rev), ("stated-day", "excluded")]).await;
    assert_eq!(open.status, 422);
    assert!(open.body.contains("Kế hoạch nêu hai nơi nhận. Chọn một nơi."));
    assert!(open.body.contains("value=\"excluded\" checked"), "the answer given stays");
    let answer = [("rev", rev.as_str()), (question.as_str(), choice.as_str()), ("do", "keep")];
    let kept = visit.post(&confirm, &answer).await;
    assert_eq!(kept.status, 303, "{}", kept.body);
    let page = visit.get(plan).await;
    assert!(!page.body.contains("name=\"destination-"), "asked once");
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
    assert!(page.body.contains(&made.location) && !page.body.contains("?row="));
    let late = [("rev", "9"), ("add", "recipient"), ("name", "Khác"), ("do", "save")];
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

type Typed<'t> = &'t [(&'t str, &'t str)];

#[test]
fn every_list_takes_a_row_and_gives_it_back() {
    on_both("lists", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let plan = upload(&mut visit, PLAN).await;
        let table: [(&str, Typed, &str); 13] = [
            ("subject", &[("type", "Chỉ thị"), ("number", "02/CT"), ("date", "1/2/2030")], "02/CT"),
            ("basis", &[("type", "Quyết định"), ("issuer", "UBND tỉnh")], "UBND tỉnh"),
            ("cited", &[("type", "Công văn"), ("number", "77/CV")], "77/CV"),
            ("section", &[("number", "V"), ("title", "Kinh phí")], "V. Kinh phí"),
            (
                "date",
                &[("who", "UBKT"), ("act", "other"), ("text", "cuối tháng 6/2031")],
                "từ 21/06/2031 đến hết Thứ Hai 30/06/2031",
            ),
            ("duty", &[("who", "Văn phòng"), ("what", "in tài liệu")], "in tài liệu"),
            (
                "period",
                &[("applies_to", "annex"), ("text", "từ 2021"), ("end", "31/12/2030")],
                "phụ lục, từ 2021",
            ),
            ("form", &[("value", "survey")], "khảo sát"),
            ("destination", &[("from", "Nhà khách"), ("to", "Ban Tài chính")], "Ban Tài chính"),
            ("attachment", &[("name", "Biểu 9")], "Biểu 9"),
            ("exception", &[("units", "CĐ Y tế"), ("rule", "tính từ 2025")], "tính từ 2025"),
            ("outline", &[("number", "4"), ("title", "Kiến nghị")], "4. Kiến nghị"),
            ("recipient", &[("name", "Báo Hà Vân"), ("purpose", "để đưa tin")], "để đưa tin"),
        ];
        for (list, typed, words) in table {
            let empty = visit.get(&format!("{plan}?add={list}")).await;
            assert!(empty.body.contains(&format!("name=\"add\" value=\"{list}\"")), "{list}");
            let fields: Vec<(&str, &str)> =
                typed.iter().copied().chain([("add", list), ("do", "save")]).collect();
            let done = correct(&mut visit, &plan, &fields).await;
            let there = format!("{plan}#list-{list}");
            assert_eq!((done.status, done.location), (303, there), "{list}: {}", done.body);
            let page = visit.get(&plan).await;
            assert!(page.body.contains(words), "{list}: {words}");
            let again = correct(&mut visit, &plan, &fields).await;
            assert_eq!(again.status, 303, "{list} twice");
        }
        let page = visit.get(&plan).await;
        let name = "Báo Hà Vân";
        assert_eq!(page.body.matches(&format!("Sửa: {name}")).count(), 1, "added once");
        let id = row(&page, name);
        let dropped = correct(&mut visit, &plan, &[("row", &id), ("do", "drop")]).await;
        assert_eq!(dropped.status, 303);
        let page = visit.get(&plan).await;
        assert!(!page.body.contains(&format!("Sửa: {name}")) && page.body.contains("Đã bỏ (1)"));
        assert_eq!(correct(&mut visit, &plan, &[("restore", &id)]).await.status, 303);
        assert_eq!(row(&visit.get(&plan).await, name), id);
    });
}

#[test]
fn what_is_wrong_is_said_at_its_field() {
    on_both("fields", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let plan = upload(&mut visit, PLAN).await;
        let table: [(Typed, &str); 7] = [
            (&[("add", "recipient"), ("name", " ")], "href=\"#name\""),
            (&[("add", "basis"), ("type", "Kế hoạch"), ("date", "30/02/2030")], "href=\"#date\""),
            (&[("add", "form"), ("value", "king")], "href=\"#value\""),
            (&[("add", "date"), ("act", "send"), ("text", "")], "href=\"#text\""),
            (
                &[("add", "date"), ("act", "send"), ("text", "theo tiến độ trên")],
                "dựa vào một mốc khác",
            ),
            (
                &[("add", "date"), ("act", "send"), ("start", "2/5/2031"), ("end", "1/5/2031")],
                "Ngày bắt đầu sau ngày kết thúc.",
            ),
            (
                &[("add", "recipient"), ("name", "A"), ("said", "không có trong kế hoạch")],
                "Không thấy đoạn này trong kế hoạch.",
            ),
        ];
        for (typed, words) in table {
            let page = correct(&mut visit, &plan, typed).await;
            assert_eq!(page.status, 422, "{typed:?}");
            assert!(page.body.contains(words), "{typed:?}: {words}");
        }
        let nothing: [Typed; 8] = [
            &[("row", "king")],
            &[("row", "f9999"), ("do", "drop")],
            &[("add", "king")],
            &[("add", "title"), ("value", "Hai tên")],
            &[("move", "f1")],
            &[("move", "f1 end 0")],
            &[("restore", "f9999")],
            &[("aside", "w0")],
        ];
        for typed in nothing {
            assert_eq!(correct(&mut visit, &plan, typed).await.status, 404, "{typed:?}");
        }
    });
}

#[test]
fn headings_move_and_what_was_read_comes_back() {
    on_both("headings", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let plan = upload(&mut visit, PLAN).await;
        let outline = async |visit: &mut Visit| {
            let page = visit.get(&plan).await;
            let list = page.body.split("plan-outline\">").nth(1).expect("an outline");
            let list = list.split("</ol>").next().unwrap_or_default();
            let rows = list.split("class=\"depth-").skip(1).map(|row| {
                let title = row.split("<span>").nth(1).unwrap_or_default();
                let title = title.split([' ', '<']).next().unwrap_or_default();
                format!("{}{title}", &row[..1])
            });
            rows.collect::<Vec<_>>().join(" ")
        };
        let page = visit.get(&plan).await;
        let ids: Vec<String> = ["1. Công tác", "2. Kết quả", "3. Hạn chế"]
            .iter()
            .map(|title| row(&page, title))
            .collect();
        assert_eq!(outline(&mut visit).await, "01. 02. 03.");
        let form = visit.get(&format!("{plan}?row={}", ids[1])).await;
        for words in [">Lên<", ">Xuống<", ">Vào trong<", "Thêm mục con"] {
            assert!(form.body.contains(words), "{words}");
        }
        assert!(!form.body.contains(">Ra ngoài<"), "it is at the top");
        let moves = [
            (format!("{} {} 0", ids[1], ids[0]), "02. 01. 03."),
            (format!("{} end 1", ids[2]), "02. 01. 13."),
            (format!("{} {} 0", ids[2], ids[1]), "03. 02. 01."),
        ];
        for (sent, expected) in &moves {
            let moved = correct(&mut visit, &plan, &[("move", sent)]).await;
            assert_eq!(moved.status, 303, "{sent}");
            assert_eq!(outline(&mut visit).await, *expected, "{sent}");
        }
        let typed = [("row", ids[0].as_str()), ("number", "9"), ("title", "Khác"), ("do", "save")];
        assert_eq!(correct(&mut visit, &plan, &typed).await.status, 303);
        assert_eq!(outline(&mut visit).await, "03. 02. 09.");
        assert_eq!(correct(&mut visit, &plan, &[("restore", &ids[0])]).await.status, 303);
        assert_eq!(outline(&mut visit).await, "03. 02. 01.");
        assert!(visit.get(&plan).await.body.contains("Nhận đề cương này"));
        assert_eq!(correct(&mut visit, &plan, &[("outline", "take")]).await.status, 303);
        assert!(!visit.get(&plan).await.body.contains("Nhận đề cương này"));
    });
}

/// A plan with a date long past, one without a year, and nothing that is proposed for the rest.
const SLIPS: &str = "\
LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ VÂN
Số: 40/KH-LĐLĐ

Hà Vân, ngày 03 tháng 3 năm 2031

KẾ HOẠCH
Sơ kết 05 năm công tác nữ công

I. THỜI GIAN
1. Công đoàn cơ sở gửi báo cáo về công đoàn cấp trên trực tiếp chậm nhất ngày 10/4/2030.
2. LĐLĐ huyện gửi báo cáo về Liên đoàn Lao động tỉnh chậm nhất ngày 15/5.
III. TỔ CHỨC THỰC HIỆN
Các cấp công đoàn triển khai thực hiện.
";

#[test]
fn a_proposal_is_taken_with_one_button_and_a_warning_let_be_with_a_reason() {
    on_both("slips", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let plan = upload(&mut visit, SLIPS).await;
        let page = visit.get(&plan).await;
        for words in ["Sửa thành hết Thứ Năm 10/04/2031", "Đúng như vậy", "Đánh số lại từ “II. "]
        {
            assert!(page.body.contains(words), "{words}");
        }
        let sent = |page: &Page, words: &str| {
            let button = page.body.split(words).next().unwrap_or_default();
            let value = button.rsplit("value=\"").next().unwrap_or_default();
            value.split('"').next().unwrap_or_default().to_owned()
        };
        let year = sent(&page, " data-take>Sửa thành hết Thứ Năm 10/04/2031");
        assert_eq!(correct(&mut visit, &plan, &[("take", &year)]).await.status, 303);
        assert_eq!(correct(&mut visit, &plan, &[("take", &year)]).await.status, 303, "twice");
        let page = visit.get(&plan).await;
        assert!(!page.body.contains("Có thể ý là năm") && page.body.contains("Thứ Năm 10/04/2031"));
        let date = sent(&page, " data-take>Đúng như vậy");
        assert_eq!(correct(&mut visit, &plan, &[("accept", &date)]).await.status, 303);
        let page = visit.get(&plan).await;
        assert!(!page.body.contains("Đúng như vậy") && !page.body.contains(">suy ra<"));
        let jump = sent(&page, " data-take>Đánh số lại từ “II. ");
        let silent = correct(&mut visit, &plan, &[("aside", &jump)]).await;
        assert_eq!(silent.status, 422);
        assert!(silent.body.contains("Ghi lý do để nguyên."));
        let reason = format!("reason-{jump}");
        let aside = [("aside", jump.as_str()), (reason.as_str(), "Bản gốc đã ký")];
        assert_eq!(correct(&mut visit, &plan, &aside).await.status, 303);
        let page = visit.get(&plan).await;
        assert!(page.body.contains("Lý do: Bản gốc đã ký"));
        assert!(!page.body.contains("Đánh số lại"));
        assert_eq!(correct(&mut visit, &plan, &[("raise", &jump)]).await.status, 303);
        assert!(visit.get(&plan).await.body.contains("Đánh số lại"));
        // What is typed by hand is checked as well.
        let early = [("add", "date"), ("who", "UBKT"), ("act", "send"), ("text", "05/01/2031")];
        assert_eq!(correct(&mut visit, &plan, &early).await.status, 303);
        assert!(visit.get(&plan).await.body.contains("“05/01/2031” có trước ngày ban hành"));
    });
}

#[test]
fn words_chosen_in_the_text_become_a_fact_that_leads_back_to_them() {
    on_both("chosen", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let plan = upload(&mut visit, PLAN).await;
        let words = "Rút ra bài học và nhiệm vụ cho giai đoạn tới.";
        let from = PLAN.split(words).next().unwrap_or_default().chars().count();
        let to = from + words.chars().count();
        let form = visit.get(&format!("{plan}?add=attachment&from={from}&to={to}")).await;
        assert!(form.body.contains(&format!("name=\"name\" type=\"text\" value=\"{words}\"")));
        let (from, to) = (from.to_string(), to.to_string());
        let typed = [
            ("add", "attachment"),
            ("name", "Bản bài học"),
            ("said", words),
            ("from", from.as_str()),
            ("to", to.as_str()),
        ];
        assert_eq!(correct(&mut visit, &plan, &typed).await.status, 303);
        let page = visit.get(&plan).await;
        let id = row(&page, "Tài liệu kèm theo");
        assert!(page.body.contains(&format!("id=\"t-{id}\"")), "marked in the text");
        let beyond = visit.get(&format!("{plan}?add=date&from=5&to=99999")).await;
        assert_eq!(beyond.status, 200);
    });
}

#[test]
fn a_file_in_which_nothing_is_understood_can_be_typed_by_hand() {
    on_both("nothing", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let plan = upload(&mut visit, "hôm nay trời đẹp").await;
        let page = visit.get(&plan).await;
        let open = visit.post(&format!("{plan}/confirm"), &[("rev", "1")]).await;
        assert_eq!(open.status, 422);
        let title = row(&page, "Tên kế hoạch");
        assert!(open.body.contains(&format!("href=\"#{title}\"")));
        let typed = [("row", title.as_str()), ("value", "Tổng kết Nghị quyết"), ("do", "save")];
        assert_eq!(correct(&mut visit, &plan, &typed).await.status, 303);
        let date =
            [("add", "date"), ("who", "Công đoàn cơ sở"), ("act", "send"), ("text", "10/6/2031")];
        assert_eq!(correct(&mut visit, &plan, &date).await.status, 303);
        let rev = hidden(&visit.get(&plan).await, "rev");
        let made = visit.post(&format!("{plan}/confirm"), &[("rev", &rev)]).await;
        assert_eq!(made.status, 303, "{}", made.body);
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
            let posted = other.post(&plan, &[("row", "f2"), ("value", "x")]).await;
            assert_eq!(posted.status, status, "{name}");
            let posted = other.post(&format!("{plan}/confirm"), &[("rev", "1")]).await;
            assert_eq!(posted.status, status, "{name}");
        }
    });
}

/// Names as plans write them: a place alone, one with its level cut short, two that fit one place,
/// one nobody has.
const NAMES: &str = "\
LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ VÂN
Số: 52/KH-LĐLĐ

Hà Vân, ngày 20 tháng 02 năm 2031

KẾ HOẠCH
Sơ kết công tác nữ công

I. THỜI GIAN
- Công đoàn cơ sở gửi báo cáo về công đoàn cấp trên trực tiếp chậm nhất ngày 20/3/2031.

II. TỔ CHỨC THỰC HIỆN
1. LĐLĐ Vân Khê: chuẩn bị báo cáo tham luận.
2. Ban Tổ chức: theo dõi, đôn đốc các đơn vị.
3. Hội Nông dân tỉnh: phối hợp tuyên truyền.
";

#[test]
fn names_are_matched_to_units_and_an_officers_choice_is_kept_and_used() {
    on_both("names", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let plan = upload(&mut visit, NAMES).await;
        let page = visit.get(&plan).await;
        assert!(page.body.contains("Liên đoàn Lao động huyện Vân Khê"), "a place is its union");
        assert!(page.body.contains("chưa khớp với đơn vị, bộ phận nào"), "{}", page.body);
        assert!(page.body.contains("Chọn đơn vị: Hội Nông dân tỉnh"));
        let form = visit
            .get(&format!("{plan}?meant=H%E1%BB%99i%20N%C3%B4ng%20d%C3%A2n%20t%E1%BB%89nh"))
            .await;
        assert!(form.body.contains("“Hội Nông dân tỉnh” là đơn vị nào?"), "{}", form.body);
        let name = "Hội Nông dân tỉnh";
        let table = [
            ("Không có ở đâu", 422, "Không có đơn vị, bộ phận nào là “Không có ở đâu”"),
            ("CĐCS", 422, "Có hơn một đơn vị như vậy"),
            ("HV-SN", 303, ""),
        ];
        for (typed, status, words) in table {
            let fields = [("meant", name), ("unit", typed), ("do", "save")];
            let said = correct(&mut visit, &plan, &fields).await;
            assert_eq!(said.status, status, "{typed}: {}", said.body);
            assert!(said.body.contains(words), "{typed}");
        }
        let page = visit.get(&plan).await;
        assert!(!page.body.contains("chưa khớp với đơn vị, bộ phận nào"));
        assert!(page.body.contains("Liên đoàn Lao động huyện Suối Ngà"));
        let hostile = [("meant", "Không có tên này"), ("unit", "HV-SN"), ("do", "save")];
        assert_eq!(correct(&mut visit, &plan, &hostile).await.status, 404);
        let rev = hidden(&page, "rev");
        let made = visit.post(&format!("{plan}/confirm"), &[("rev", &rev)]).await;
        assert_eq!(made.status, 303, "{}", made.body);
        let duties = made.location.replace("/setup", "/duties");
        let tasks = visit.get(&duties).await;
        assert!(tasks.body.contains("LĐLĐ huyện Suối Ngà"), "the choice is used: {}", tasks.body);
        assert!(tasks.body.contains("LĐLĐ huyện Vân Khê"));
    });
}

#[test]
fn a_plan_of_the_same_number_is_shown_and_a_wrong_file_is_discarded() {
    on_both("discarded", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let first = upload(&mut visit, PLAN).await;
        let mut office = Visit::signed_in(&world, "vanphong").await;
        let same = office.post("/plans", &[("text", PLAN)]).await;
        assert_eq!(same.location, format!("{first}?again=yes"), "also by somebody else");
        let other = upload(&mut office, &PLAN.replace("theo dõi, đôn đốc", "đôn đốc")).await;
        let page = office.get(&other).await;
        assert!(page.body.contains("Đơn vị đã có tệp khác mang số kế hoạch này:"));
        assert!(page.body.contains(&format!("href=\"{first}\"")));
        assert_eq!(office.post(&format!("{other}/discard"), &[]).await.status, 303);
        assert_eq!(office.get(&other).await.status, 404);
        let page = visit.get(&first).await;
        assert!(!page.body.contains("tệp khác mang số kế hoạch này"));
        let made = confirmed(&mut visit, &first).await;
        assert_eq!(visit.post(&format!("{first}/discard"), &[]).await.status, 422);
        let again = upload(&mut visit, &PLAN.replace("đôn đốc các", "nhắc các")).await;
        assert!(visit.get(&again).await.body.contains("đã lập đợt"), "{made}");
    });
}

/// Answers what is open and confirms; where the campaign is.
async fn confirmed(visit: &mut Visit, plan: &str) -> String {
    let page = visit.get(plan).await;
    let (rev, (question, choice)) = (hidden(&page, "rev"), first_choice(&page));
    let fields = [("rev", rev.as_str()), ("stated-day", "excluded"), (&question, &choice)];
    let made = visit.post(&format!("{plan}/confirm"), &fields).await;
    assert_eq!(made.status, 303, "{}", made.body);
    made.location
}

#[test]
fn what_is_no_plan_says_so_and_what_is_too_much_is_refused() {
    on_both("hostile", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        visit.get("/plans").await;
        let empty = visit.upload("/plans", "file", "trong.txt", " \n ").await;
        assert_eq!(empty.status, 422);
        assert!(empty.body.contains("Tệp này không có chữ nào."));
        let recipe = "Canh chua\n1. Rửa cá.\n2. Nấu nước, cho me và cà chua.\n3. Nêm, tắt bếp.\n";
        let recipe = upload(&mut visit, recipe).await;
        let page = visit.get(&recipe).await;
        assert!(page.body.contains("Tệp này không giống một kế hoạch"));
        let rev = hidden(&page, "rev");
        let made = visit.post(&format!("{recipe}/confirm"), &[("rev", &rev)]).await;
        assert_eq!(made.status, 422, "it has no name");
        let plan = upload(&mut visit, PLAN).await;
        let long = "chữ ".repeat(25_000);
        let table: [(Typed, &str); 3] = [
            (&[("add", "duty"), ("who", "Văn phòng"), ("what", &long)], "href=\"#what\""),
            (&[("add", "date"), ("act", "send"), ("text", &long)], "href=\"#text\""),
            (&[("add", "recipient"), ("name", &long)], "href=\"#name\""),
        ];
        for (typed, place) in table {
            let refused = correct(&mut visit, &plan, typed).await;
            assert_eq!(refused.status, 422, "{place}");
            assert!(refused.body.contains("Ô này chỉ nhận 10.000 ký tự."), "{place}");
            assert!(refused.body.contains(place), "{place}");
        }
        let apart = "Ba\u{301}o Ha\u{300} Va\u{302}n";
        let typed = [("add", "recipient"), ("name", apart), ("do", "save")];
        assert_eq!(correct(&mut visit, &plan, &typed).await.status, 303);
        let page = visit.get(&plan).await;
        assert!(page.body.contains("Báo Hà Vân") && !page.body.contains(apart), "composed");
    });
}

#[test]
fn another_document_marked_as_the_outline_gives_its_items() {
    on_both("outline", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let form = "\nBÁO CÁO\nKết quả phát triển đoàn viên\n\nI. SỐ LIỆU ĐOÀN VIÊN\n1. Số đầu kỳ.\n2. Số kết nạp mới.\nII. KIẾN NGHỊ\n";
        let plan = upload(&mut visit, &format!("{PLAN}{form}")).await;
        let page = visit.get(&plan).await;
        let outline = |page: &Page| {
            let rest = page.body.split("plan-outline\">").nth(1).unwrap_or_default().to_owned();
            rest.split("</ol>").next().unwrap_or_default().contains("SỐ LIỆU ĐOÀN VIÊN")
        };
        if !page.body.contains("Văn bản thứ 2 trong tệp") {
            panic!("the form is no document of its own: {}", page.body);
        }
        assert!(!outline(&page));
        let kind = row(&page, "Văn bản thứ 2 trong tệp");
        let mark = [("row", kind.as_str()), ("value", "outline"), ("do", "save")];
        assert_eq!(correct(&mut visit, &plan, &mark).await.status, 303);
        assert!(outline(&visit.get(&plan).await));
        assert_eq!(correct(&mut visit, &plan, &[("restore", &kind)]).await.status, 303);
        assert!(!outline(&visit.get(&plan).await));
    });
}

#[test]
fn of_very_many_dates_the_first_are_shown_and_all_where_asked() {
    on_both("very_many", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let line = |n: u32| format!("- Văn phòng gửi báo cáo số {n} trước ngày 05/4/2031.\n");
        let many: String = (0..300).map(line).collect();
        let text = PLAN.replace("IV. TỔ CHỨC", &format!("{many}\nIV. TỔ CHỨC"));
        let plan = upload(&mut visit, &text).await;
        let rows = |page: &Page| page.body.matches("<tr id=\"f").count();
        let first = visit.get(&plan).await;
        assert_eq!(rows(&first), 100);
        assert!(first.body.contains("?all=date#list-date"));
        let whole = visit.get(&format!("{plan}?all=date")).await;
        assert_eq!(rows(&whole), 303);
        assert!(!whole.body.contains("?all=date#list-date\">Hiện cả"));
    });
}
