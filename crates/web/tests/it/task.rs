use crate::campaign::{confirmed_from, send};
use crate::library::{announcing, issue, link};
use crate::plan::hidden;
use crate::visit::{Page, Visit};
use testkit::{World, on_both};

#[test]
fn duties_of_a_plan_become_tasks_to_be_matched_and_dated() {
    on_both("duties", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let campaign = confirmed_from(&mut officer, &announcing()).await;
        let duties = format!("{campaign}/duties");
        let page = officer.get(&duties).await;
        for words in [
            "theo dõi, đôn đốc các đơn vị",
            "Ban Tổ chức",
            "Văn phòng",
            "đề xuất",
            "Xác nhận các ngày đề xuất",
        ] {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        let rev = hidden(&page, "rev");
        let kept = officer.post(&duties, &[("rev", &rev)]).await;
        assert_eq!(kept.location, duties, "{}", kept.body);
        assert_eq!(officer.post(&duties, &[("rev", &rev)]).await.status, 303, "twice is once");
        assert_eq!(officer.post(&duties, &[("rev", "1"), ("x", "")]).await.status, 409);
        let page = officer.get(&duties).await;
        assert!(!page.body.contains("Xác nhận các ngày đề xuất"));

        let new = format!("{duties}/new");
        let parties = [("name-0", "Tổ giúp việc"), ("part-0", "lead"), ("what", "Lập bảng kê")];
        let added = send(&mut officer, &new, &parties).await;
        assert_eq!(added.status, 303, "{}", added.body);
        let page = officer.get(&duties).await;
        assert!(page.body.contains("Có 1 tên trong kế hoạch chưa rõ"), "{}", page.body);
        let place = link(&page, "Sửa việc<span class=\"out\">: Lập bảng kê");
        let typed =
            [("name-0", "cdcs truc thuoc ldld huyen"), ("choice-0", ""), ("due", "1/4/2031")];
        let matched = send(&mut officer, &place, &typed).await;
        assert_eq!(matched.status, 303, "{}", matched.body);
        let page = officer.get(&duties).await;
        assert!(page.body.contains("hết Thứ Ba 01/04/2031"), "{}", page.body);
        assert!(!page.body.contains("chưa rõ là cơ quan"), "{}", page.body);

        let table = [
            (vec![("what", " \u{200b}")], "Chưa ghi nội dung công việc"),
            (vec![("due", "31/02/2031")], "Không đọc được ngày này"),
            (vec![("part-0", "share")], "Chưa có cơ quan, đơn vị chủ trì"),
            (vec![("name-1", "Văn phòng"), ("name-2", "VĂN PHÒNG")], "đứng hai lần"),
        ];
        for (changes, words) in table {
            let wrong = send(&mut officer, &place, &changes).await;
            assert_eq!(wrong.status, 422, "{changes:?}");
            assert!(wrong.body.contains(words), "{words}: {}", wrong.body);
        }
        let gone = send(&mut officer, &place, &[("do", "remove")]).await;
        assert_eq!(gone.status, 303, "{}", gone.body);
        assert!(!officer.get(&duties).await.body.contains("Lập bảng kê"));
        assert_eq!(officer.get(&place).await.status, 404);
        for (name, status) in [("huyen", 404), ("coso", 404), ("vanphong", 200)] {
            let mut other = Visit::signed_in(&world, name).await;
            assert_eq!(other.get(&duties).await.status, status, "{name}");
            assert_eq!(other.get(&new).await.status, status, "{name}");
        }
    });
}

/// A campaign at work, with a task led by the department and shared by the office; gives the number
/// of the campaign.
async fn at_work(officer: &mut Visit) -> String {
    let campaign = confirmed_from(officer, &announcing()).await;
    issue(officer, &campaign).await;
    campaign.trim_start_matches("/campaigns/").to_owned()
}

/// Answers a task from its page.
async fn answer(
    visit: &mut Visit,
    task: &str,
    fields: &[(&str, &str)],
    file: (&str, &str),
) -> Page {
    let page = visit.get(task).await;
    assert_eq!(page.status, 200, "{task}");
    let seen = hidden(&page, "seen");
    let fixed = [("seen", seen.as_str())].into_iter();
    let fixed = fixed.filter(|(key, _)| fields.iter().all(|(k, _)| k != key));
    let fields: Vec<(&str, &str)> = fixed.chain(fields.iter().copied()).collect();
    visit.post_file(task, &fields, ("file", file.0, file.1)).await
}

#[test]
fn a_lead_brings_the_result_and_a_coordinating_body_confirms_its_share() {
    on_both("answers", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let campaign = at_work(&mut officer).await;
        let work = officer.get("/work").await;
        assert!(work.body.contains("Chủ trì · Tổng kết 10 năm"), "{}", work.body);
        let list = officer.get(&format!("/tasks/{campaign}")).await;
        assert!(list.body.contains("0/1 nơi chủ trì đã xong; 0/1 nơi phối hợp"), "{}", list.body);
        let task = link(&list, "theo dõi, đôn đốc các đơn vị (");

        let mute = answer(&mut officer, &task, &[("do", "done")], ("", "")).await;
        assert_eq!(mute.status, 422);
        assert!(mute.body.contains("Chưa có kết quả"), "{}", mute.body);
        let typed = [("do", "done"), ("number", "12/BC-BTC"), ("day", "32/3/2031")];
        let wrong = answer(&mut officer, &task, &typed, ("", "")).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("value=\"12/BC-BTC\""), "what was typed stays");
        let not_mine = answer(&mut officer, &task, &[("do", "confirm")], ("", "")).await;
        assert_eq!(not_mine.status, 422);
        let typed = [("do", "done"), ("number", "12/BC-BTC"), ("day", "4/3/2031")];
        let done = answer(&mut officer, &task, &typed, ("Báo cáo.pdf", "%PDF")).await;
        assert_eq!((done.status, done.location.as_str()), (303, task.as_str()), "{}", done.body);
        let page = officer.get(&task).await;
        assert!(page.body.contains("12/BC-BTC ngày 04/03/2031"), "{}", page.body);
        let file = link(&page, "Báo cáo.pdf (1 KB)</a>");
        assert_eq!(officer.get(&file).await.body, "%PDF");
        let stale = [("do", "done"), ("words", "lần hai"), ("seen", "0")];
        assert_eq!(answer(&mut officer, &task, &stale, ("", "")).await.status, 409);
        let again = [("do", "done"), ("words", "Bổ sung phụ lục")];
        assert_eq!(answer(&mut officer, &task, &again, ("", "")).await.status, 303);
        let page = officer.get(&task).await;
        assert!(page.body.contains("12/BC-BTC ngày 04/03/2031"), "the first stays below");
        assert_eq!(page.body.matches("Báo cáo.pdf (").count(), 4, "a file stays until replaced");

        let mut office = Visit::signed_in(&world, "vanphong").await;
        let why = answer(&mut office, &task, &[("do", "decline"), ("words", " ")], ("", "")).await;
        assert_eq!(why.status, 422);
        let why = [("do", "decline"), ("words", "Thiếu người")];
        assert_eq!(answer(&mut office, &task, &why, ("", "")).await.status, 303);
        let yes = [("do", "confirm"), ("words", "")];
        assert_eq!(answer(&mut office, &task, &yes, ("", "")).await.status, 303);
        let list = officer.get(&format!("/tasks/{campaign}")).await;
        assert!(list.body.contains("1/1 nơi chủ trì đã xong; 1/1 nơi phối hợp"), "{}", list.body);

        let mut leader = Visit::signed_in(&world, "lanhdao").await;
        let page = leader.get(&task).await;
        assert_eq!(page.status, 200);
        assert!(!page.body.contains("name=\"seen\""), "a leader of the unit reads only");
        let forced = [("do", "done"), ("words", "x"), ("seen", "2")];
        assert_eq!(leader.post_file(&task, &forced, ("file", "", "")).await.status, 403);
        assert_eq!(leader.get(&file).await.status, 200);
        for name in ["huyen", "coso", "nhanhkhac"] {
            let mut other = Visit::signed_in(&world, name).await;
            assert_eq!(other.get(&task).await.status, 404, "{name}");
            assert_eq!(other.get(&file).await.status, 404, "{name}");
            assert_eq!(
                other.post_file(&task, &forced, ("file", "", "")).await.status,
                404,
                "{name}"
            );
        }
        let found = app::verify::verify(&world.app).await.expect("verifies");
        assert_eq!((found.faults.len(), found.files), (0, 2));
    });
}

#[test]
fn a_task_of_a_tier_is_each_units_own_and_seen_by_those_above() {
    on_both("tier", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let campaign = confirmed_from(&mut officer, &announcing()).await;
        let duties = format!("{campaign}/duties");
        let typed = [
            ("name-0", "CĐCS trực thuộc LĐLĐ huyện"),
            ("what", "Lấy ý kiến đoàn viên"),
            ("due", "6/3/2031"),
        ];
        let added = send(&mut officer, &format!("{duties}/new"), &typed).await;
        assert_eq!(added.status, 303, "{}", added.body);
        issue(&mut officer, &campaign).await;
        let list = campaign.replace("/campaigns/", "/tasks/");
        let page = officer.get(&list).await;
        assert!(page.body.contains("0/10 nơi chủ trì đã xong"), "{}", page.body);
        let task = link(&page, "Lấy ý kiến đoàn viên");

        world.set_time("2031-03-06T17:00:00Z");
        let mut chair = Visit::signed_in(&world, "coso").await;
        let work = chair.get("/work").await;
        assert!(work.body.contains("Lấy ý kiến đoàn viên") && work.body.contains("quá hạn 1 ngày"));
        let done = [("do", "done"), ("words", "Đã lấy 186 ý kiến")];
        assert_eq!(answer(&mut chair, &task, &done, ("", "")).await.status, 303);
        let page = chair.get(&task).await;
        assert!(page.body.contains("Xong muộn 1 ngày"), "{}", page.body);
        world.set_time("2031-03-09T17:00:00Z");
        let mut chair = Visit::signed_in(&world, "coso").await;
        let more = [("do", "done"), ("words", "Bổ sung: 190 ý kiến")];
        assert_eq!(answer(&mut chair, &task, &more, ("", "")).await.status, 303);
        let page = chair.get(&task).await;
        assert!(!page.body.contains("Xong muộn 4 ngày"), "the first answer was judged");
        assert!(!page.body.contains("CĐCS Gỗ Đại Ngàn"), "a sister is not shown");

        let mut district = Visit::signed_in(&world, "huyen").await;
        let above = district.get(&task).await;
        assert!(above.body.contains("1/4 nơi chủ trì đã xong"), "{}", above.body);
        assert!(above.body.contains("CĐCS Gỗ Đại Ngàn") && above.body.contains("190 ý kiến"));
        assert!(!above.body.contains("CĐCS Giày Thiên Nga"), "another branch");
        let mut other = Visit::signed_in(&world, "huyen2").await;
        let page = other.get(&task).await;
        assert!(page.body.contains("0/3 nơi chủ trì đã xong") && !page.body.contains("190 ý kiến"));
        let mut direct = Visit::signed_in(&world, "tructhuoc").await;
        assert_eq!(direct.get(&task).await.status, 404);
        let mut officer = Visit::signed_in(&world, "btc").await;
        let late = officer.get(&format!("{duties}/new")).await;
        assert_eq!(late.location, campaign, "no longer set up");
    });
}
