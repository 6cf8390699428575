use crate::visit::Visit;
use app::submission::ShowSubmission;
use app::work::ShowTaskList;
use domain::id::{BodyId, CampaignId};
use testkit::{World, on_both};

/// The unit of somebody who is asked to report.
async fn unit_of(world: &World, campaign: CampaignId, name: &str) -> BodyId {
    let token = world.sign_in(name).await;
    let tasks = world.app.read(token, ShowTaskList { campaign }).await.expect("own");
    tasks.output.assignment.body
}

#[test]
fn the_queue_shows_what_waits_and_whom_to_call() {
    on_both("queue", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let mut desk = Visit::signed_in(&world, "huyen").await;
        let waiting = unit_of(&world, campaign, "vk03").await;
        let received = unit_of(&world, campaign, "vk02").await;
        let queue = desk.get(&format!("/queue/{campaign}")).await;
        assert_eq!(queue.status, 200);
        assert!(queue.body.contains(&format!("/review/{campaign}/{waiting}")));
        assert!(queue.body.contains("0900 000 110"), "the telephone of the unit's chair");
        assert!(queue.body.contains("Đã tiếp nhận 1/4 đơn vị"));
        let table = [("all", true), ("received", true), ("waiting", false), ("nonsense", false)];
        for (show, there) in table {
            let page = desk.get(&format!("/queue/{campaign}?show={show}")).await;
            let read = format!("/campaigns/{campaign}/submissions/{received}");
            assert_eq!(page.body.contains(&read), there, "{show}");
        }
        world.set_time("2031-04-20T02:00:00Z");
        let mut desk = Visit::signed_in(&world, "huyen").await;
        let overdue = desk.get(&format!("/queue/{campaign}?show=overdue")).await;
        assert!(overdue.body.contains("CĐCS May Bình An"), "{}", overdue.body);
        for (name, status) in [("vanphong", 200), ("lanhdao", 200), ("coso", 404)] {
            let mut other = Visit::signed_in(&world, name).await;
            let page = other.get(&format!("/queue/{campaign}")).await;
            assert_eq!(page.status, status, "{name}");
            assert!(!page.body.contains("/review/"), "{name} may not review");
        }
    });
}

#[test]
fn a_report_is_received_once() {
    on_both("receive", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let body = unit_of(&world, campaign, "vk03").await;
        let address = format!("/review/{campaign}/{body}");
        let receive = format!("{address}/receive");
        let mut desk = Visit::signed_in(&world, "huyen").await;
        let page = desk.get(&address).await;
        assert!(page.body.contains("Đoàn viên trực bán trú được hỗ trợ bữa trưa 25.000 đồng."));
        assert!(page.body.contains(&receive));
        for _ in 0..2 {
            let done = desk.post(&receive, &[("version", "1")]).await;
            assert_eq!(done.status, 303);
            assert!(done.location.starts_with(&format!("/queue/{campaign}?done={body}")));
        }
        let mut colleague = Visit::signed_in(&world, "huyen").await;
        let again = colleague.post(&receive, &[("version", "1"), ("other", "form")]).await;
        assert_eq!(again.status, 422);
        assert!(again.body.contains("Báo cáo đã được tiếp nhận."));
        assert!(!again.body.contains(&receive), "nothing is left to receive");
    });
}

#[test]
fn reasons_stand_where_they_point() {
    on_both("return", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let body = unit_of(&world, campaign, "vk03").await;
        let officer = world.sign_in("huyen").await;
        let show = ShowSubmission { campaign, body, version: None };
        let view = world.app.read(officer, show).await.expect("sent").output;
        let section = format!("reason-{}", view.outline[1].id);
        let address = format!("/review/{campaign}/{body}");
        let mut desk = Visit::signed_in(&world, "huyen").await;
        desk.get(&address).await;
        let returned = desk
            .post(
                &format!("{address}/return"),
                &[
                    ("version", "1"),
                    ("cell-0", "7"),
                    ("cell-reason-0", "Cao hơn tổng số lao động."),
                    ("cell-reason-1", ""),
                    (&section, "Nêu kết quả từng năm."),
                    ("reason-whole", ""),
                ],
            )
            .await;
        assert_eq!(returned.status, 303);
        let queue = desk.get(&returned.location).await;
        assert!(queue.body.contains("Đã trả lại báo cáo của CĐCS Trường Tiểu học Sơn Ca."));
        let mut unit = Visit::signed_in(&world, "vk03").await;
        let table = [
            (format!("/work/{campaign}/figures"), "Cao hơn tổng số lao động."),
            (format!("/work/{campaign}/sections/{}", view.outline[1].id), "Nêu kết quả từng năm."),
        ];
        for (path, words) in table {
            assert!(unit.get(&path).await.body.contains(words), "{path}");
        }
        let tasks = unit.get(&format!("/work/{campaign}")).await;
        assert!(tasks.body.contains("Cần sửa"));
    });
}

#[test]
fn a_return_without_reason_keeps_what_was_typed() {
    on_both("reasonless", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let body = unit_of(&world, campaign, "vk03").await;
        let address = format!("/review/{campaign}/{body}");
        let return_ = format!("{address}/return");
        let long = "ă".repeat(2_001);
        let table = [
            ("nothing", vec![], "#reason-whole", "Ghi rõ nội dung cần bổ sung"),
            (
                "blank",
                vec![("reason-whole", " \n ")],
                "#reason-whole",
                "Ghi rõ nội dung cần bổ sung",
            ),
            (
                "no cell",
                vec![("cell-0", ""), ("cell-reason-0", "Sai số nữ"), ("reason-whole", "Xem lại")],
                "#cell-reason-0",
                "value=\"Sai số nữ\"",
            ),
            (
                "too long",
                vec![("reason-whole", long.as_str())],
                "#reason-whole",
                "dài quá 2.000 ký tự",
            ),
        ];
        let mut desk = Visit::signed_in(&world, "huyen").await;
        desk.get(&address).await;
        for (name, fields, field, words) in table {
            let fields = [vec![("version", "1")], fields].concat();
            let page = desk.post(&return_, &fields).await;
            assert_eq!(page.status, 422, "{name}");
            for wanted in [field, words] {
                assert!(page.body.contains(wanted), "{name}: {wanted}");
            }
        }
        let typed = [("version", "1"), ("reason-whole", "Xem lại"), ("more", "yes")];
        let more = desk.post(&return_, &typed).await;
        assert_eq!(more.status, 200);
        assert!(more.body.contains("cell-reason-3") && more.body.contains("Xem lại"));
        let queue = desk.get(&format!("/queue/{campaign}")).await;
        assert!(queue.body.contains(&address), "it still waits");
    });
}

#[test]
fn only_the_own_desk_reviews() {
    on_both("others", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let body = unit_of(&world, campaign, "tructhuoc").await;
        let address = format!("/review/{campaign}/{body}");
        let table = [
            ("vanphong", 403),
            ("lanhdao", 403),
            ("tructhuoc", 403),
            ("huyen", 404),
            ("nhanhkhac", 404),
        ];
        for (name, status) in table {
            let mut visit = Visit::signed_in(&world, name).await;
            assert_eq!(visit.get(&address).await.status, status, "{name} looks");
            for act in ["receive", "return"] {
                visit.get("/help").await;
                let fields = [("version", "1"), ("reason-whole", "Sửa lại")];
                let page = visit.post(&format!("{address}/{act}"), &fields).await;
                assert_eq!(page.status, status, "{name}: {act}");
            }
        }
    });
}
