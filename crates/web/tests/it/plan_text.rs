use crate::campaign::{confirmed_from, send, signed_on_paper, step};
use crate::plan::{PLAN, hidden};
use crate::visit::{Page, Visit};
use testkit::{World, on_both};

const PURPOSE: &str = "Làm rõ việc chăm lo đoàn viên sau năm năm.";

async fn write(visit: &mut Visit, campaign: &str, fields: &[(&str, &str)]) -> Page {
    let path = format!("{campaign}/plan-text");
    let rev = hidden(&visit.get(&path).await, "rev");
    let seen = [("rev", rev.as_str())];
    let fields: Vec<(&str, &str)> = seen.into_iter().chain(fields.iter().copied()).collect();
    visit.post(&path, &fields).await
}

#[test]
fn a_plan_is_written_approved_and_issued_as_it_stands() {
    on_both("written", async |world: World| {
        let id = sample::prepare_campaign(&world.app).await.expect("prepares");
        let campaign = format!("/campaigns/{id}");
        let path = format!("{campaign}/plan-text");
        let mut officer = Visit::signed_in(&world, "btc").await;
        let page = officer.get(&path).await;
        assert!(page.body.contains("Kế hoạch là tệp đã nạp") && page.body.contains("(DỰ THẢO)"));
        let rev = hidden(&page, "rev");
        let typed = [("purpose", PURPOSE), ("place", "Hòa Vân")];
        assert_eq!(write(&mut officer, &campaign, &typed).await.status, 303);
        let page = officer.get(&path).await;
        assert!(page.body.matches(PURPOSE).count() == 2, "in its field and on the paper");
        assert!(page.body.contains("Hòa Vân, ngày"));
        assert!(officer.get(&format!("{campaign}/setup")).await.body.contains("Đã viết"));
        let late = [("rev", rev.as_str()), ("purpose", "Lời khác.")];
        let stale = officer.post(&path, &late).await;
        assert_eq!(stale.status, 409);
        assert!(stale.body.contains("Lời khác.") && stale.body.contains("vừa được sửa ở nơi khác"));

        let asked = step(&mut officer, &campaign, &[("do", "ask")]).await;
        assert_eq!(asked.status, 303, "{}", asked.body);
        let mut leader = Visit::signed_in(&world, "lanhdao").await;
        let approval = leader.get(&format!("{campaign}/approval")).await;
        assert!(approval.body.contains(&format!("href=\"{path}\"")));
        let page = leader.get(&path).await;
        assert!(page.body.contains(PURPOSE), "the leader reads what is to be approved");
        assert_eq!(step(&mut leader, &campaign, &[("do", "give")]).await.status, 303);
        let work = officer.get("/work").await.body;
        assert!(work.contains("Cấp số kế hoạch: "), "{work}");
        let number = [("do", "number"), ("number", "99/KH-LĐLĐ"), ("day", "6/3/2031")];
        assert_eq!(step(&mut officer, &campaign, &number).await.status, 303);
        let work = officer.get("/work").await.body;
        assert!(work.contains("Phát hành kế hoạch: "), "{work}");
        let page = officer.get(&path).await;
        assert!(page.body.contains("Số: 99/KH-LĐLĐ") && !page.body.contains("(DỰ THẢO)"));

        let mut chair = Visit::signed_in(&world, "coso").await;
        let file = format!("/work/{id}/plan/pdf");
        assert_eq!(chair.get(&file).await.status, 404, "not before it is issued");
        assert_eq!(chair.get(&path).await.status, 404, "nobody else's while it is being set up");
        let issue = officer.get(&format!("{campaign}/issue")).await;
        let fields = [("rev", hidden(&issue, "rev"))];
        let fields: Vec<(&str, &str)> = fields.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let before = app::verify::verify(&world.app).await.expect("verifies").files;
        let issued = officer.post(&format!("{campaign}/issue"), &fields).await;
        assert_eq!(issued.status, 303, "{}", issued.body);

        let page = chair.get(&format!("/work/{id}/plan")).await;
        for words in [PURPOSE, "Số: 99/KH-LĐLĐ", "ngày 06 tháng 3 năm 2031", file.as_str()] {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        let got = chair.get(&file).await;
        assert_eq!((got.status, got.body.as_str()), (200, "pdf"));
        let library = chair.get(&format!("/library/{id}")).await;
        assert!(library.body.contains(&format!("href=\"/work/{id}/plan\"")));
        let late = officer.post(&path, &[("rev", &rev), ("purpose", "Sửa sau.")]).await;
        assert_eq!(late.status, 422, "{}", late.body);
        assert_eq!(officer.get(&format!("{path}/docx")).await.body, "docx");
        let found = app::verify::verify(&world.app).await.expect("verifies");
        assert_eq!((found.faults.len(), found.files), (0, before + 2));
    });
}

#[test]
fn a_campaign_from_a_template_has_a_plan_of_its_own() {
    on_both("templated", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let page = officer.get("/campaigns/new").await;
        let once = hidden(&page, "once");
        let typed = [
            ("once", once.as_str()),
            ("title", "Tổng kết 10 năm"),
            ("origin", "shipped:resolution"),
        ];
        let made = officer.post("/campaigns/new", &typed).await;
        assert_eq!(made.status, 303, "{}", made.body);
        let campaign = made.location.trim_end_matches("/setup").to_owned();
        let page = officer.get(&format!("{campaign}/plan-text")).await;
        for words in ["Bản dự thảo", "Đánh giá đầy đủ, khách quan", "ĐỀ CƯƠNG BÁO CÁO", "PHỤ LỤC"]
        {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
    });
}

/// A slip that goes round in the house, behind the plan in the same file.
const SLIP: &str = "\
LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ VÂN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

PHIẾU LẤY Ý KIẾN
Kính gửi: Lãnh đạo các ban Liên đoàn Lao động tỉnh.
Văn phòng gửi dự thảo kế hoạch, đề nghị lãnh đạo các ban cho ý kiến trước ngày 28/02/2031.
";

async fn set_up(officer: &mut Visit, campaign: &str) {
    let confirm = [("do", "confirm")];
    for (page, changes) in [("outline", &confirm[..]), ("units", &[])] {
        let kept = send(officer, &format!("{campaign}/{page}"), changes).await;
        assert_eq!(kept.location, format!("{campaign}/setup"), "{page}: {}", kept.body);
    }
}

async fn issue(officer: &mut Visit, campaign: &str) {
    let rev = hidden(&officer.get(&format!("{campaign}/issue")).await, "rev");
    let issued = officer.post(&format!("{campaign}/issue"), &[("rev", &rev)]).await;
    assert_eq!(issued.status, 303, "{}", issued.body);
}

#[test]
fn units_get_the_uploaded_plan_without_what_is_internal() {
    on_both("whole", async |world: World| given_out(&world, PLAN, "200").await);
    let both = format!("{PLAN}\n{SLIP}");
    on_both("part", async |world: World| given_out(&world, &both, "404").await);
}

/// A plan is uploaded and issued; gives its file to units with this status.
async fn given_out(world: &World, text: &str, status: &str) {
    let mut officer = Visit::signed_in(world, "btc").await;
    let campaign = confirmed_from(&mut officer, text).await;
    let id = campaign.rsplit('/').next().expect("an id").to_owned();
    let path = format!("{campaign}/plan-text");
    let mut leader = Visit::signed_in(world, "lanhdao").await;
    let read = leader.get(&path).await.body;
    assert!(read.contains("Đánh giá đúng việc phát triển đoàn viên"), "{read}");
    assert_eq!(read.contains("văn bản nội bộ"), status == "404", "{read}");
    assert!(!read.contains("cho ý kiến trước ngày"), "{read}");
    assert_eq!(leader.get(&format!("{path}/file")).await.body, text);

    set_up(&mut officer, &campaign).await;
    signed_on_paper(&mut officer, &campaign).await;
    issue(&mut officer, &campaign).await;
    let mut chair = Visit::signed_in(world, "coso").await;
    let page = chair.get(&format!("/work/{id}/plan")).await.body;
    assert!(page.contains("Đánh giá đúng việc phát triển đoàn viên"), "{page}");
    assert!(!page.contains("cho ý kiến trước ngày"), "{page}");
    let file = chair.get(&format!("/work/{id}/plan/file")).await;
    assert_eq!(file.status.to_string(), status, "{}", file.body);
    // There is one plan: nothing else is set in its place.
    let after = officer.get(&path).await.body;
    assert!(after.contains("Kế hoạch là tệp đã nạp"), "{after}");
    assert_eq!(officer.get(&format!("{path}/docx")).await.status, 404);
}

#[test]
fn a_plan_issued_unapproved_stays_marked() {
    on_both("marked", async |world: World| {
        let id = sample::prepare_campaign(&world.app).await.expect("prepares");
        let campaign = format!("/campaigns/{id}");
        let mut officer = Visit::signed_in(&world, "btc").await;
        assert_eq!(write(&mut officer, &campaign, &[("purpose", PURPOSE)]).await.status, 303);
        let waive = [("do", "waive"), ("reason", "Gấp.")];
        assert_eq!(step(&mut officer, &campaign, &waive).await.status, 303);
        issue(&mut officer, &campaign).await;
        let mut chair = Visit::signed_in(&world, "coso").await;
        let page = chair.get(&format!("/work/{id}/plan")).await.body;
        assert!(page.contains(PURPOSE) && page.contains("(DỰ THẢO)"), "{page}");
        assert!(page.contains("tag-red\">Chưa duyệt"), "{page}");
    });
}

#[test]
fn a_campaign_is_given_another_title() {
    on_both("renamed", async |world: World| {
        let id = sample::prepare_campaign(&world.app).await.expect("prepares");
        let path = format!("/campaigns/{id}/setup");
        let mut officer = Visit::signed_in(&world, "btc").await;
        let page = officer.get(&path).await;
        let rev = hidden(&page, "rev");
        let empty = officer.post(&path, &[("rev", &rev), ("title", " ")]).await;
        assert!(empty.status == 422 && empty.body.contains("<details class=\"fold\" open>"));
        let long = "Đ".repeat(601);
        let long = officer.post(&path, &[("rev", &rev), ("title", &long)]).await;
        assert!(long.status == 422 && long.body.contains("Tên quá dài"));
        let named = [("rev", rev.as_str()), ("title", "Tổng kết bữa ăn ca của tỉnh")];
        assert_eq!(officer.post(&path, &named).await.status, 303);
        assert!(officer.get(&path).await.body.contains("<h1>Tổng kết bữa ăn ca của tỉnh</h1>"));
        assert_eq!(officer.post(&path, &[("rev", &rev), ("title", "Khác")]).await.status, 409);
    });
}
