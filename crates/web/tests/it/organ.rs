use crate::campaign::{confirmed_from, send};
use crate::library::{announcing, issue, link};
use crate::plan::hidden;
use crate::visit::{Page, Visit};
use testkit::{World, on_both};

/// Asks the office for a report of its own with one section; gives the campaign and the office's id.
async fn asked(officer: &mut Visit) -> (String, String) {
    let campaign = confirmed_from(officer, &announcing()).await;
    let organs = officer.get(&format!("{campaign}/organs")).await;
    let place = link(&organs, "<span class=\"out\">: Văn phòng Liên đoàn Lao động tỉnh");
    let dateless = send(officer, &place, &[("asked", "yes"), ("do", "save")]).await;
    assert_eq!(dateless.status, 422, "{}", dateless.body);
    assert!(dateless.body.contains("value=\"yes\" checked"), "what was typed stays");
    let fewer = send(officer, &place, &[("do", "remove-2")]).await;
    assert_eq!(fewer.body.matches("name=\"title-").count(), 2, "three sections less one");
    let typed = [
        ("asked", "yes"),
        ("due", "chậm nhất ngày 25/3/2031"),
        ("title-0", "Tham mưu của Văn phòng"),
        ("guidance-0", "Nêu văn bản đã tham mưu."),
        ("title-1", ""),
        ("title-2", ""),
        ("do", "save"),
    ];
    let kept = send(officer, &place, &typed).await;
    assert_eq!(kept.status, 303, "{}", kept.body);
    let page = officer.get(&format!("{campaign}/organs")).await;
    assert!(page.body.contains("hết Thứ Ba 25/03/2031"), "{}", page.body);
    let body = place.rsplit('/').next().unwrap_or_default().to_owned();
    (campaign, body)
}

/// Writes every section of the own report and sends it.
pub async fn write_and_send(visit: &mut Visit, id: &str, words: &str) -> Page {
    let tasks = visit.get(&format!("/work/{id}")).await;
    assert_eq!(tasks.status, 200);
    let mark = format!("/work/{id}/sections/");
    let sections: Vec<String> = tasks
        .body
        .split(&mark)
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
        .collect();
    for section in &sections {
        let path = format!("{mark}{section}");
        let page = visit.get(&path).await;
        let rev = hidden(&page, "rev");
        let fields = [("text", words), ("done", "yes"), ("rev", rev.as_str())];
        let saved = visit.post(&path, &fields).await;
        assert_eq!(saved.status, 303, "{}", saved.body);
    }
    let check = visit.get(&format!("/work/{id}/check")).await;
    let rev = hidden(&check, "rev");
    visit.post(&format!("/work/{id}/submit"), &[("rev", &rev), ("gaps", "meant")]).await
}

#[test]
fn a_department_writes_sends_and_is_received_at_the_desk() {
    on_both("organ", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let (campaign, body) = asked(&mut officer).await;
        issue(&mut officer, &campaign).await;
        let id = campaign.trim_start_matches("/campaigns/").to_owned();

        let mut office = Visit::signed_in(&world, "vanphong").await;
        let work = office.get("/work").await;
        assert_eq!(work.body.matches(&format!("href=\"/work/{id}\"")).count(), 1);
        let tasks = office.get(&format!("/work/{id}")).await;
        assert!(tasks.body.contains("Văn phòng Liên đoàn Lao động tỉnh"), "{}", tasks.body);
        assert!(tasks.body.contains("hết Thứ Ba 25/03/2031") && tasks.body.contains("Ban Tổ chức"));
        assert!(tasks.body.contains("Tham mưu của Văn phòng"));
        assert!(!tasks.body.contains("Kết quả phát triển đoàn viên"), "an outline of its own");
        assert_eq!(office.get(&format!("/work/{id}/figures")).await.status, 404, "no table");
        let early = officer.get(&format!("/campaigns/{id}/submissions/{body}")).await;
        assert_eq!(early.status, 404, "a draft is seen only at home");
        let sent = write_and_send(&mut office, &id, "Văn phòng đã tham mưu 12 văn bản.").await;
        assert_eq!(sent.status, 303, "{}", sent.body);

        let queue = officer.get(&format!("/queue/{id}")).await;
        let review = format!("/review/{id}/{body}");
        assert!(queue.body.contains(&review), "{}", queue.body);
        let page = officer.get(&review).await;
        assert!(page.body.contains("Văn phòng đã tham mưu 12 văn bản."));
        let mut leader = Visit::signed_in(&world, "lanhdao").await;
        let read = format!("/campaigns/{id}/submissions/{body}");
        assert_eq!(leader.get(&read).await.status, 200);
        let receive = format!("{review}/receive");
        assert_eq!(leader.post(&receive, &[("version", "1")]).await.status, 403);
        assert_eq!(office.post(&receive, &[("version", "1")]).await.status, 403);
        for name in ["huyen", "coso", "tructhuoc"] {
            let mut other = Visit::signed_in(&world, name).await;
            assert_eq!(other.get(&read).await.status, 404, "{name}");
            assert_eq!(other.get(&review).await.status, 404, "{name}");
        }
        officer.get(&review).await;
        assert_eq!(officer.post(&receive, &[("version", "1")]).await.status, 303);

        let own = officer.get(&format!("/work/{id}")).await;
        let section = link(&own, "Công tác lãnh đạo, chỉ đạo");
        let beside = officer.get(&section).await;
        assert!(beside.body.contains("Văn phòng đã tham mưu 12 văn bản."), "{}", beside.body);
        let list = officer.get("/campaigns").await;
        assert!(list.body.contains("0/21"), "a department is no unit: {}", list.body);
        let board = officer.get(&campaign).await;
        assert!(board.status == 200 && board.body.contains("0/5"));
        let found = app::verify::verify(&world.app).await.expect("verifies");
        assert_eq!((found.faults.len(), found.submissions), (0, 1));
    });
}

#[test]
fn a_desk_does_not_report_to_itself() {
    on_both("desk_reports", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let (campaign, body) = asked(&mut officer).await;
        let organs = officer.get(&format!("{campaign}/organs")).await;
        let desk = link(&organs, "<span class=\"out\">: Ban Tổ chức Liên đoàn Lao động tỉnh");
        let typed = [("asked", "yes"), ("due", "25/3/2031"), ("do", "save")];
        let itself = send(&mut officer, &desk, &typed).await;
        assert_eq!(itself.status, 422);
        assert!(itself.body.contains("không tự gửi báo cáo cho mình"), "{}", itself.body);
        let nobody = format!("{campaign}/organs/00000000000000000000000000000000");
        assert_eq!(officer.get(&nobody).await.status, 404);
        let units = send(&mut officer, &format!("{campaign}/units"), &[("desk", &body)]).await;
        assert_eq!(units.status, 303, "{}", units.body);
        let issue = officer.get(&format!("{campaign}/issue")).await;
        assert!(issue.body.contains("không tự gửi báo cáo cho mình"), "{}", issue.body);
        let place = format!("{campaign}/organs/{body}");
        for (name, status) in [("huyen", 404), ("coso", 404), ("nhanhkhac", 404)] {
            let mut other = Visit::signed_in(&world, name).await;
            assert_eq!(other.get(&place).await.status, status, "{name}");
        }
    });
}
