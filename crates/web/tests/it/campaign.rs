use crate::plan::{PLAN, first_choice, hidden, upload};
use crate::visit::{Page, Visit};
use testkit::{World, on_both};

const TABLE: &str = include_str!("../../../sample/data/figures.txt");

/// From the upload to a campaign that can be set up; gives its address.
async fn confirmed(visit: &mut Visit) -> String {
    confirmed_from(visit, PLAN).await
}

/// The same from another plan that leaves a destination open.
pub async fn confirmed_from(visit: &mut Visit, text: &str) -> String {
    let plan = upload(visit, text).await;
    let page = visit.get(&plan).await;
    let (question, choice) = first_choice(&page);
    let rev = hidden(&page, "rev");
    let fields =
        [("rev", rev.as_str()), ("stated-day", "excluded"), (question.as_str(), choice.as_str())];
    let made = visit.post(&format!("{plan}/confirm"), &fields).await;
    assert_eq!(made.status, 303, "{}", made.body);
    made.location.trim_end_matches("/setup").to_owned()
}

/// Every field of the form of a page, as a browser would send it back.
pub fn fields(page: &Page) -> Vec<(String, String)> {
    let form = page.body.split("<main").nth(1).unwrap_or_default();
    let mut fields = Vec::new();
    let attribute = |tag: &str, name: &str| {
        let rest = tag.split_once(&format!(" {name}=\""))?.1;
        Some(rest.split('"').next().unwrap_or_default().replace("&#34;", "\""))
    };
    for tag in form.split('<').skip(1) {
        let Some(name) = attribute(tag, "name") else {
            if tag.starts_with("option") && tag.contains(" selected") {
                let chosen = attribute(tag, "value").unwrap_or_default();
                if let Some((_, value)) = fields.last_mut() {
                    *value = chosen;
                }
            }
            continue;
        };
        if tag.starts_with("button") || name == "csrf" || name == "once" {
            continue;
        }
        if tag.contains("type=\"checkbox\"") && !tag.contains(" checked") {
            continue;
        }
        let value = match attribute(tag, "value") {
            Some(value) => value,
            None if tag.starts_with("textarea") => {
                tag.split_once(">\n").map(|(_, text)| text.to_owned()).unwrap_or_default()
            }
            None => String::new(),
        };
        fields.push((name, value));
    }
    fields
}

/// Sends a page's form back with some fields changed or added.
pub async fn send(visit: &mut Visit, path: &str, changes: &[(&str, &str)]) -> Page {
    let page = visit.get(path).await;
    assert_eq!(page.status, 200, "{path}");
    let mut form = fields(&page);
    form.retain(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    let form = form.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let form: Vec<(&str, &str)> = form.chain(changes.iter().copied()).collect();
    visit.post(path, &form).await
}

/// Does a step of the approval as the page offers it.
pub async fn step(visit: &mut Visit, campaign: &str, fields: &[(&str, &str)]) -> Page {
    let path = format!("{campaign}/approval");
    let page = visit.get(&path).await;
    assert_eq!(page.status, 200, "{path}");
    let (rev, acts) = (hidden(&page, "rev"), hidden(&page, "acts"));
    let seen = [("rev", rev.as_str()), ("acts", acts.as_str())];
    let fields: Vec<(&str, &str)> = seen.into_iter().chain(fields.iter().copied()).collect();
    visit.post(&path, &fields).await
}

/// The officer states that the plan was signed.
pub async fn signed_on_paper(visit: &mut Visit, campaign: &str) {
    let typed = [
        ("do", "paper"),
        ("signer", "Chủ tịch Lò Minh Đức"),
        ("number", "77/KH-LĐLĐ"),
        ("day", "3/3/2031"),
    ];
    let stated = step(visit, campaign, &typed).await;
    assert_eq!(stated.status, 303, "{}", stated.body);
}

fn pasted() -> String {
    let lines = TABLE.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.replace(" | ", "\t")).collect::<Vec<_>>().join("\r\n")
}

#[test]
fn a_campaign_is_set_up_and_issued_and_a_chair_sees_the_task() {
    on_both("issued", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let campaign = confirmed(&mut visit).await;
        let setup = visit.get(&format!("{campaign}/setup")).await;
        assert!(setup.body.contains("3 mục, đề xuất từ kế hoạch: cần xác nhận"));
        assert!(!setup.body.contains(&format!("{campaign}/issue")), "not yet");
        let early = visit.get(&format!("{campaign}/issue")).await;
        assert!(
            early.body.contains("Đề cương chưa được xác nhận")
                && !early.body.contains("<form class=\"stack\"")
        );

        let outline = format!("{campaign}/outline");
        let kept =
            send(&mut visit, &outline, &[("title-1", "Kết quả, có số liệu"), ("do", "confirm")])
                .await;
        assert_eq!(kept.location, format!("{campaign}/setup"), "{}", kept.body);
        let figures = format!("{campaign}/figures");
        let text = pasted();
        let kept = send(
            &mut visit,
            &figures,
            &[("title", "Bảng 1"), ("columns", "2021-2030"), ("paste", &text), ("do", "save")],
        )
        .await;
        assert_eq!(kept.location, format!("{campaign}/setup"), "{}", kept.body);
        let dates = visit.get(&format!("{campaign}/dates")).await;
        assert!(dates.body.contains("Kế hoạch ghi “trước ngày 05/4/2031”: hết Thứ Sáu 04/04/2031"));
        let kept = send(&mut visit, &format!("{campaign}/units"), &[]).await;
        assert_eq!(kept.location, format!("{campaign}/setup"), "{}", kept.body);

        let early = visit.get(&format!("{campaign}/issue")).await;
        assert!(early.body.contains("Kế hoạch chưa được duyệt."), "{}", early.body);
        signed_on_paper(&mut visit, &campaign).await;
        let issue = visit.get(&format!("{campaign}/issue")).await;
        assert!(issue.body.contains("Phát hành đến 21 đơn vị"), "{}", issue.body);
        assert!(issue.body.contains("hết Thứ Tư 19/03/2031"));
        let rev = hidden(&issue, "rev");
        let stale = visit.post(&format!("{campaign}/issue"), &[("rev", "1")]).await;
        assert_eq!(stale.status, 409);
        let fields = [("rev", rev.as_str())];
        let issued = visit.post(&format!("{campaign}/issue"), &fields).await;
        assert_eq!((issued.status, &issued.location), (303, &campaign), "{}", issued.body);
        let again = visit.post(&format!("{campaign}/issue"), &fields).await;
        assert_eq!(again.location, campaign, "a double click issues once");

        let board = visit.get(&campaign).await;
        assert_eq!(board.status, 200);
        for words in
            ["LĐLĐ huyện Vân Khê", "0/5", "Chưa báo cáo", "hết Thứ Tư 19/03/2031, còn 14 ngày"]
        {
            assert!(board.body.contains(words), "{words}");
        }
        let list = visit.get("/campaigns").await;
        assert!(list.body.contains("0/21") && list.body.contains("Đang thực hiện"));
        for closed in ["setup", "outline", "figures", "units", "path", "issue"] {
            let page = visit.get(&format!("{campaign}/{closed}")).await;
            assert_eq!(page.location, campaign, "{closed}");
        }
        let late = visit.post(&outline, &[("title-0", "Khác"), ("do", "confirm")]).await;
        assert_eq!(late.status, 422);
        assert!(late.body.contains("đã phát hành"));

        let mut chair = Visit::signed_in(&world, "coso").await;
        let work = chair.get("/work").await;
        assert!(work.body.contains("phát triển đoàn viên"), "{}", work.body);
    });
}

#[test]
fn a_plan_is_approved_by_its_leader_and_numbered_once() {
    on_both("approval", async |world: World| {
        let first = sample::run_campaign(&world.app).await.expect("runs");
        world.set_time("2031-03-06T01:00:00Z");
        let other = sample::prepare_campaign(&world.app).await.expect("prepares");
        let mut officer = Visit::signed_in(&world, "btc").await;
        let campaign = format!("/campaigns/{other}");
        let setup = officer.get(&format!("{campaign}/setup")).await;
        assert!(setup.body.contains("Cấp sau khi duyệt"));
        let asked = step(&mut officer, &campaign, &[("do", "ask"), ("words", "Kính trình.")]).await;
        assert_eq!(asked.status, 303, "{}", asked.body);
        let list = officer.get("/campaigns").await;
        assert!(list.body.contains("Chờ duyệt"));
        let page = officer.get(&format!("{campaign}/approval")).await;
        assert!(page.body.contains("Rút lại việc trình") && !page.body.contains("value=\"give\""));

        let mut leader = Visit::signed_in(&world, "lanhdao").await;
        let work = leader.get("/work").await;
        assert!(work.body.contains("Duyệt kế hoạch: Tổng kết"));
        let page = leader.get(&format!("{campaign}/approval")).await;
        for words in ["Kính trình.", "Trần Thu Hương", "Công tác lãnh đạo", "Phát hành đợt"]
        {
            let shown = page.body.contains(words);
            assert_eq!(shown, words != "Phát hành đợt", "{words}");
        }
        let wordless = step(&mut leader, &campaign, &[("do", "back")]).await;
        assert_eq!(wordless.status, 422);
        assert!(wordless.body.contains("href=\"#decision\""));
        let given = step(&mut leader, &campaign, &[("do", "give")]).await;
        assert_eq!(given.status, 303, "{}", given.body);
        assert!(!leader.get("/work").await.body.contains("Duyệt kế hoạch"));

        let board = officer.get(&format!("/campaigns/{first}")).await;
        let number = board.body.split("Kế hoạch số ").nth(1).expect("a number");
        let (number, rest) = number.split_once(" ngày ").expect("a day");
        let day = &rest[..10];
        let fields = [("do", "number"), ("number", number), ("day", day)];
        let taken = step(&mut officer, &campaign, &fields).await;
        assert_eq!(taken.status, 422);
        assert!(taken.body.contains("Số này đã cấp cho kế hoạch “Tổng kết"), "{}", taken.body);
        assert!(taken.body.contains(&format!("value=\"{number}\"")));
        let fields = [("do", "number"), ("number", "99/KH-LĐLĐ"), ("day", "6/3/2031")];
        assert_eq!(step(&mut officer, &campaign, &fields).await.status, 303);
        let page = officer.get(&format!("{campaign}/approval")).await;
        assert!(page.body.contains("Kế hoạch số 99/KH-LĐLĐ ngày 06/03/2031"));
        assert!(page.body.contains(&format!("{campaign}/issue")));
        let stale = [("rev", "1"), ("acts", "0"), ("do", "withdraw")];
        let stale = officer.post(&format!("{campaign}/approval"), &stale).await;
        assert_eq!(stale.status, 409);
    });
}

#[test]
fn a_campaign_that_went_out_unapproved_carries_the_mark() {
    on_both("unapproved", async |world: World| {
        let id = sample::prepare_campaign(&world.app).await.expect("prepares");
        let campaign = format!("/campaigns/{id}");
        let mut officer = Visit::signed_in(&world, "btc").await;
        let fields = [("do", "waive"), ("reason", "Hạn của cấp trên không chờ được.")];
        assert_eq!(step(&mut officer, &campaign, &fields).await.status, 303);
        let issue = officer.get(&format!("{campaign}/issue")).await;
        assert!(issue.body.contains("mang dấu “Chưa duyệt”"));
        let rev = hidden(&issue, "rev");
        let issued = officer.post(&format!("{campaign}/issue"), &[("rev", &rev)]).await;
        assert_eq!(issued.status, 303, "{}", issued.body);
        let mut chair = Visit::signed_in(&world, "coso").await;
        let marked = "tag-red\">Chưa duyệt";
        for page in ["/campaigns".to_owned(), campaign.clone(), format!("/report/{id}")] {
            assert!(officer.get(&page).await.body.contains(marked), "{page}");
        }
        assert!(chair.get(&format!("/work/{id}")).await.body.contains(marked));
        assert!(chair.get(&format!("/work/{id}/plan")).await.body.contains(marked));
        assert!(chair.get(&format!("{campaign}/approval")).await.status == 404);
        assert_eq!(step(&mut officer, &campaign, &[("do", "ask")]).await.status, 303);
        let mut leader = Visit::signed_in(&world, "lanhdao").await;
        assert_eq!(step(&mut leader, &campaign, &[("do", "give")]).await.status, 303);
        assert!(!chair.get(&format!("/work/{id}")).await.body.contains(marked));
    });
}

#[test]
fn wrong_figures_say_where() {
    on_both("figures", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let campaign = confirmed(&mut visit).await;
        let figures = format!("{campaign}/figures");
        let table: [(&[(&str, &str)], &str); 8] = [
            (
                &[("paste", "A\tMột\nA\tHai"), ("columns", "2030")],
                "Dòng 2: Có hai chỉ tiêu cùng mã.",
            ),
            (&[("paste", "A|Một"), ("columns", "hôm nay")], "Không đọc được kỳ “hôm nay”"),
            (&[("paste", "A|Một"), ("columns", "")], "Chưa có kỳ số liệu."),
            (&[("paste", "A|Một\nB"), ("columns", "2030")], "Chưa đọc được dòng 2 vừa dán"),
            (&[("paste", "Mã số|Một"), ("columns", "2030")], "Mã chỉ tiêu gồm tối đa 16 chữ"),
            (
                &[("paste", "A|Một|%|1|ratio B C"), ("columns", "2030")],
                "Không có chỉ tiêu mang mã B.",
            ),
            (
                &[
                    ("code-0", "A"),
                    ("name-0", "Một"),
                    ("rule-0", "ratio"),
                    ("of-0", "A"),
                    ("columns", "2030"),
                ],
                "Cách tổng hợp chưa đủ",
            ),
            (&[("code-0", "A"), ("name-0", ""), ("columns", "2030")], "Chỉ tiêu chưa có tên."),
        ];
        for (typed, words) in table {
            let typed: Vec<(&str, &str)> = typed.iter().copied().chain([("do", "save")]).collect();
            let page = send(&mut visit, &figures, &typed).await;
            assert_eq!(page.status, 422, "{typed:?}");
            assert!(page.body.contains(words), "{words}\n{}", page.body);
        }
        let broken = [("paste", "A|Một\nB"), ("title", "Bảng"), ("do", "save")];
        let broken = send(&mut visit, &figures, &broken).await;
        assert!(broken.body.contains("\nB</textarea>") && broken.body.contains("value=\"Một\""));
        assert!(broken.body.contains("value=\"Bảng\""), "{}", broken.body);
        let kept = [
            (
                "paste",
                "Mã\tTên\tĐVT\tSố lẻ\tCách tổng hợp\nA\tMột\tngười\t0\tCộng dồn\nB\tHai\tngười\nT\tTỷ lệ hai\t%\t1\tTỷ lệ B A",
            ),
            ("columns", "2021-2023"),
            ("do", "save"),
        ];
        let kept = send(&mut visit, &figures, &kept).await;
        assert_eq!(kept.status, 303, "{}", kept.body);
        let page = visit.get(&figures).await;
        assert!(page.body.contains("value=\"B A\"") && page.body.contains("2021-2023"));
        assert!(page.body.contains("3 chỉ tiêu"));
    });
}

#[test]
fn dates_are_looked_at_as_they_are_typed_and_changed_with_a_reason() {
    on_both("dates", async |world: World| {
        let id = sample::prepare_campaign(&world.app).await.expect("prepares");
        let campaign = format!("/campaigns/{id}");
        let dates = format!("{campaign}/dates");
        let mut visit = Visit::signed_in(&world, "btc").await;
        let wrong: [(&[(&str, &str)], &str); 4] = [
            (&[("due-0", "31/06/2031")], "Không có ngày này trên lịch."),
            (&[("up-day", "mai")], "Không đọc được thời hạn này."),
            (&[("due-0", "theo tiến độ trên")], "Ghi rõ ngày."),
            (&[("hold-0", "từ ngày 9/3/2031 đến ngày 1/3/2031")], "đứng trước ngày bắt đầu"),
        ];
        for (typed, words) in wrong {
            let page = send(&mut visit, &dates, typed).await;
            assert_eq!(page.status, 422, "{typed:?}");
            assert!(page.body.contains(words), "{words}");
            for (_, value) in typed {
                assert!(page.body.contains(&format!("value=\"{value}\"")), "{value} stays");
            }
        }
        let kept =
            send(&mut visit, &dates, &[("due-0", "1/5/2031"), ("up-day", "30/4/2031")]).await;
        let phrase = [("due-1", "cuối tháng 4/2031"), ("hold-1", "tháng 3/2031")];
        let said = send(&mut visit, &dates, &phrase).await;
        assert_eq!(said.status, 303, "{}", said.body);
        assert_eq!(kept.location, format!("{campaign}/setup"), "{}", kept.body);
        let page = visit.get(&dates).await;
        for words in [
            "value=\"01/05/2031\"",
            "Hạn rơi vào ngày nghỉ.",
            "Hạn này sau hạn của báo cáo của đơn vị lập đợt: hết Thứ Tư 30/04/2031.",
            "ngày làm việc",
            "Tháng 5/2031",
            "“cuối tháng 4/2031”: hết Thứ Tư 30/04/2031",
            "value=\"01/03/2031 - 31/03/2031\"",
            "từ Thứ Bảy 01/03/2031 đến hết Thứ Hai 31/03/2031",
        ] {
            assert!(page.body.contains(words), "{words}\n{}", page.body);
        }
        let stale = send(&mut visit, &dates, &[("rev", "1")]).await;
        assert_eq!(stale.status, 409);
    });
}

#[test]
fn a_deadline_is_put_off_with_a_reason_once_issued() {
    on_both("putoff", async |world: World| {
        let id = sample::run_campaign(&world.app).await.expect("runs");
        let dates = format!("/campaigns/{id}/dates");
        let mut visit = Visit::signed_in(&world, "btc").await;
        let page = visit.get(&dates).await;
        let (tier, version) = (hidden(&page, "tier"), hidden(&page, "version"));
        let table = [
            ("", "Mưa lũ.", 422, "Không đọc được ngày này."),
            ("mai kia", "Mưa lũ.", 422, "Không đọc được thời hạn này."),
            ("1/3/2031", "Mưa lũ.", 422, "Hạn mới đã qua."),
            ("2/6/2031", " ", 422, "Ghi lý do thay đổi thời hạn"),
            ("2/6/2031", "Mưa lũ.", 303, ""),
            ("3/6/2031", "Mưa lũ.", 409, "vừa được người khác sửa"),
        ];
        for (day, reason, status, words) in table {
            let fields = [
                ("tier", tier.as_str()),
                ("version", version.as_str()),
                ("day", day),
                ("reason", reason),
            ];
            let page = visit.post(&dates, &fields).await;
            assert_eq!(page.status, status, "{day} {}", page.body);
            assert!(page.body.contains(words), "{words}");
        }
        let page = visit.get(&dates).await;
        assert!(page.body.contains("Điều chỉnh đến hết 02/06/2031, Trần Thu Hương"));
        let mut other = Visit::signed_in(&world, "huyen").await;
        assert_eq!(other.get(&dates).await.status, 404);
        let fields =
            [("tier", tier.as_str()), ("version", "2"), ("day", "5/6/2031"), ("reason", "x")];
        assert_eq!(other.post(&dates, &fields).await.status, 404);
    });
}

#[test]
fn a_campaign_begins_with_nothing_a_template_or_an_earlier_one() {
    on_both("create", async |world: World| {
        let earlier = sample::run_campaign(&world.app).await.expect("runs");
        let mut visit = Visit::signed_in(&world, "btc").await;
        let page = visit.get("/campaigns/new").await;
        assert!(page.body.contains("Mẫu: Sơ kết giữa nhiệm kỳ"));
        let untitled = visit.post("/campaigns/new", &[("title", " "), ("origin", "nothing")]).await;
        assert_eq!(untitled.status, 422);
        let nowhere = [("title", "Thử"), ("origin", "shipped:none")];
        assert_eq!(visit.post("/campaigns/new", &nowhere).await.status, 422);
        let template = format!("/campaigns/{earlier}/template");
        let saved = visit.post(&template, &[("name", "Bữa ăn ca")]).await;
        assert_eq!(saved.location, "/campaigns/new");
        assert!(visit.get("/campaigns/new").await.body.contains("Mẫu của đơn vị: Bữa ăn ca"));
        let copy = format!("earlier:{earlier}");
        for (origin, said) in [
            ("nothing", "Đề cương chưa có mục nào."),
            ("shipped:mid-term", "4 chỉ tiêu"),
            (copy.as_str(), "21 đơn vị phải báo cáo"),
        ] {
            let fields = [("title", "Đợt thử"), ("origin", origin)];
            let made = visit.post("/campaigns/new", &fields).await;
            assert_eq!(made.status, 303, "{}", made.body);
            let again = visit.post("/campaigns/new", &fields).await;
            assert_eq!(again.location, made.location, "a double click makes one");
            let setup = visit.get(&made.location).await;
            assert!(setup.body.contains(said), "{origin}: {}", setup.body);
            let issue = made.location.replace("/setup", "/issue");
            assert!(!visit.get(&issue).await.body.contains("<form class=\"stack\""));
            let dates = visit.get(&made.location.replace("/setup", "/dates")).await;
            let proposed = dates.body.contains("Lần trước: hết");
            assert_eq!(proposed, origin == copy, "{origin}");
        }
        let mut other = Visit::signed_in(&world, "huyen").await;
        let fields = [("title", "Lấy của tỉnh"), ("origin", copy.as_str())];
        assert_eq!(other.post("/campaigns/new", &fields).await.status, 422);
    });
}

#[test]
fn the_way_of_the_report_is_kept_and_shown() {
    on_both("path", async |world: World| {
        let id = sample::prepare_campaign(&world.app).await.expect("prepares");
        let campaign = format!("/campaigns/{id}");
        let path = format!("{campaign}/path");
        let mut visit = Visit::signed_in(&world, "btc").await;
        let added = send(&mut visit, &path, &[("do", "add")]).await;
        assert!(added.body.contains("name=\"forum-0\""));
        let rev = hidden(&added, "rev");
        let wordless = [("rev", rev.as_str()), ("forum-0", "other"), ("do", "save")];
        let wordless = visit.post(&path, &wordless).await;
        assert_eq!(wordless.status, 422);
        assert!(wordless.body.contains("phải ghi rõ thông qua ở đâu"));
        for (time, turn, words) in [
            ("mai", "before", "Bước 1: không hiểu thời gian"),
            ("31/12/2032", "before", "Bước 1: Bước trước khi gửi lên mà lại sau"),
            ("1/3/2031", "after", "Bước 1: Bước sau khi gửi lên mà lại trước"),
        ] {
            let wrong = [
                ("rev", rev.as_str()),
                ("forum-0", "executive_committee"),
                ("time-0", time),
                ("turn-0", turn),
                ("do", "save"),
            ];
            let wrong = visit.post(&path, &wrong).await;
            assert_eq!(wrong.status, 422, "{words}");
            assert!(wrong.body.contains(words) && wrong.body.contains(time), "{}", wrong.body);
        }
        let steps = [
            ("rev", rev.as_str()),
            ("forum-0", "executive_committee"),
            ("session-0", "9"),
            ("turn-0", "after"),
            ("time-0", "4"),
            ("forum-1", "standing_committee"),
            ("words-1", "Thông qua"),
            ("turn-1", "before"),
            ("do", "save"),
        ];
        let kept = visit.post(&path, &steps).await;
        assert_eq!(kept.location, format!("{campaign}/setup"), "{}", kept.body);
        let issue = visit.get(&format!("{campaign}/issue")).await;
        let first =
            issue.body.find("Ban Chấp hành, kỳ họp thứ 9 (sau khi gửi lên), trong 4 ngày làm việc");
        let dates = visit.get(&format!("{campaign}/dates")).await;
        assert!(dates.body.contains("thông qua báo cáo"), "{}", dates.body);
        assert!(first < issue.body.find("Ban Thường vụ: Thông qua") && first.is_some());
        let elsewhere = [("rev", "9"), ("forum-0", "department"), ("do", "save")];
        assert_eq!(visit.post(&path, &elsewhere).await.status, 409);
    });
}

#[test]
fn a_preview_is_the_page_the_unit_will_see() {
    on_both("preview", async |world: World| {
        let id = sample::prepare_campaign(&world.app).await.expect("prepares");
        let campaign = format!("/campaigns/{id}");
        let mut visit = Visit::signed_in(&world, "btc").await;
        let page = visit.get(&format!("{campaign}/preview")).await;
        let at = page.body.find(">CĐCS May Bình An<").expect("the unit");
        let link = page.body[..at].rsplit("href=\"").next().and_then(|l| l.split('"').next());
        let link = link.expect("a link").to_owned();
        let seen = visit.get(&link).await;
        for words in ["Bản xem thử: đây là điều Công đoàn cơ sở Công ty May Bình An", " inert"]
        {
            assert!(seen.body.contains(words), "{words}");
        }
        for page in ["figures", "sections/"] {
            let at = seen.body.find(&format!("{link}/{page}")).expect("a further page");
            let link = seen.body[at..].split('"').next().expect("its end").to_owned();
            assert_eq!(visit.get(&link).await.status, 200, "{link}");
        }
        signed_on_paper(&mut visit, &campaign).await;
        let rev = hidden(&visit.get(&format!("{campaign}/issue")).await, "rev");
        visit.post(&format!("{campaign}/issue"), &[("rev", &rev)]).await;
        let mut chair = Visit::signed_in(&world, "coso").await;
        let real = chair.get(&format!("/work/{id}")).await;
        let tasks = |body: &str| {
            let part = |begin: &str, end: &str| {
                let rest = body.split(begin).nth(1).expect("a part");
                rest.split(end).next().unwrap_or_default().to_owned()
            };
            (part("<dl class=\"facts\">", "</dl>"), part("<ol class=\"tasks\">", "</ol>"))
        };
        assert_eq!(tasks(&seen.body), tasks(&real.body));
        let mut other = Visit::signed_in(&world, "huyen").await;
        assert_eq!(other.get(&link).await.status, 404);
        assert_eq!(visit.get(&link).await.location, campaign, "issued, there is the real page");
    });
}

#[test]
fn a_campaign_being_set_up_is_nobody_elses() {
    on_both("setup", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let campaign = confirmed(&mut visit).await;
        for name in ["huyen", "huyen2", "coso"] {
            let mut other = Visit::signed_in(&world, name).await;
            for step in [
                "",
                "/setup",
                "/outline",
                "/figures",
                "/units",
                "/dates",
                "/path",
                "/preview",
                "/approval",
                "/issue",
            ] {
                let page = other.get(&format!("{campaign}{step}")).await;
                assert_eq!(page.status, 404, "{name} {step}");
            }
            for step in [
                "/outline",
                "/figures",
                "/units",
                "/dates",
                "/path",
                "/template",
                "/approval",
                "/issue",
            ] {
                let page =
                    other.post(&format!("{campaign}{step}"), &[("rev", "1"), ("do", "give")]).await;
                assert!([403, 404].contains(&page.status), "{name} {step}: {}", page.status);
            }
        }
    });
}

#[test]
fn the_board_shows_the_tree_and_what_is_late() {
    on_both("board", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let mut visit = Visit::signed_in(&world, "btc").await;
        let board = format!("/campaigns/{campaign}");
        let page = visit.get(&board).await;
        assert!(page.body.contains("CĐCS Bệnh viện Đa khoa tỉnh"));
        let district = page.body.split("?node=").nth(1).and_then(|r| r.split('"').next());
        let below = visit.get(&format!("{board}?node={}", district.expect("a district"))).await;
        assert_eq!(below.status, 200);
        assert!(below.body.contains("/submissions/"));
        for link in ["queue", "figures", "report"] {
            let address = format!("/{link}/{campaign}");
            assert!(page.body.contains(&format!("href=\"{address}\"")), "{link}");
            assert_eq!(visit.get(&address).await.status, 200, "{link}");
        }
        for nowhere in ["?node=x", "x", "x/setup"] {
            let page = visit.get(&format!("{board}{nowhere}")).await;
            assert_eq!(page.status, 404, "{nowhere}");
            assert!(page.body.contains("<h1"), "a page, not a bare line");
        }
        world.set_time("2031-06-01T01:00:00Z");
        let mut visit = Visit::signed_in(&world, "btc").await;
        let page = visit.get(&board).await;
        assert!(page.body.contains("báo cáo quá hạn chưa gửi") && page.body.contains("Quá hạn"));
    });
}
