use crate::campaign::{confirmed_from, send};
use crate::library::{announcing, issue, link};
use crate::plan::hidden;
use crate::visit::{Page, Visit};
use testkit::{World, on_both};

const FILE: (&str, &str, &str) = ("file", "qd-12.pdf", "%PDF");
const NO_FILE: (&str, &str, &str) = ("file", "", "");

/// Sets a group up by a decision; gives its address.
pub async fn found(visit: &mut Visit, more: &[(&str, &str)]) -> String {
    let typed = founding(more);
    let made = visit.post_file("/groups/new", &typed, FILE).await;
    assert_eq!(made.status, 303, "{}", made.body);
    made.location
}

fn founding<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("name", "Ban Chỉ đạo tổng kết 10 năm"),
        ("kind", "steering"),
        ("purpose", "Chỉ đạo, đôn đốc"),
        ("number", "12/QĐ-LĐLĐ"),
        ("decided", "3/3/2031"),
    ];
    let usual = usual.into_iter().filter(|(key, _)| more.iter().all(|(k, _)| k != key));
    usual.chain(more.iter().copied()).collect()
}

/// The value of the choice whose label begins so.
fn choice(page: &Page, label: &str) -> String {
    let mut options = page.body.split("<option value=\"").skip(1);
    let of =
        |option: &&str| option.split_once('>').is_some_and(|(_, words)| words.starts_with(label));
    let option = options.find(of).unwrap_or_else(|| panic!("no {label}: {}", page.body));
    option.split('"').next().unwrap_or_default().to_owned()
}

/// Takes somebody into a group from its form.
pub async fn join(visit: &mut Visit, group: &str, fields: &[(&str, &str)]) -> Page {
    let form = format!("{group}/members/new");
    let page = visit.get(&form).await;
    assert_eq!(page.status, 200, "{form}");
    let rev = hidden(&page, "rev");
    let body = fields.iter().find(|(key, _)| *key == "body").map(|(_, label)| *label);
    let body = body.map(|label| choice(&page, label)).unwrap_or_default();
    let person = fields.iter().find(|(key, _)| *key == "person").map(|(_, label)| *label);
    let person = person.map(|label| choice(&page, label)).unwrap_or_default();
    let fixed = [("rev", rev.as_str()), ("decision", "1"), ("body", &body), ("person", &person)];
    let rest = fields.iter().copied().filter(|(key, _)| !["body", "person"].contains(key));
    let fixed = fixed.into_iter().filter(|(key, _)| {
        ["body", "person"].contains(key) || fields.iter().all(|(k, _)| k != key)
    });
    let all: Vec<(&str, &str)> = fixed.chain(rest).collect();
    visit.post_file(&form, &all, NO_FILE).await
}

async fn end(visit: &mut Visit, place: &str, fields: &[(&str, &str)]) -> Page {
    let page = visit.get(place).await;
    assert_eq!(page.status, 200, "{place}");
    let rev = hidden(&page, "rev");
    let fixed = [("rev", rev.as_str()), ("decision", "1")];
    let fixed = fixed.into_iter().filter(|(key, _)| fields.iter().all(|(k, _)| k != key));
    let all: Vec<(&str, &str)> = fixed.chain(fields.iter().copied()).collect();
    visit.post_file(place, &all, NO_FILE).await
}

#[test]
fn a_group_is_set_up_by_its_decision_and_its_posts_follow_their_holders() {
    on_both("group", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let wrong = [
            (vec![("name", " ")], FILE, "Chưa có tên gọi"),
            (vec![("number", "")], FILE, "Chưa ghi số, ký hiệu"),
            (vec![("decided", "")], FILE, "Chưa ghi ngày"),
            (vec![("decided", "31/2/2031")], FILE, "Không đọc được ngày này"),
            (vec![("to", "1/3/2031")], FILE, "Ngày kết thúc trước ngày bắt đầu"),
            (vec![], NO_FILE, "Chưa có tệp quyết định"),
        ];
        for (more, file, words) in wrong {
            let page = officer.post_file("/groups/new", &founding(&more), file).await;
            assert_eq!(page.status, 422, "{more:?}");
            assert!(page.body.contains(words), "{words}: {}", page.body);
            assert!(page.body.contains("Chỉ đạo, đôn đốc"), "what was typed stays");
        }
        let group = found(&mut officer, &[]).await;
        let twice = officer.post_file("/groups/new", &founding(&[("purpose", "x")]), FILE).await;
        assert_eq!(twice.status, 422);
        assert!(twice.body.contains("cùng tên"));
        let page = officer.get(&group).await;
        assert!(page.body.contains("Đang hoạt động") && page.body.contains("từ 03/03/2031"));
        let file = link(&page, "qd-12.pdf");
        assert_eq!(officer.get(&file).await.body, "%PDF");

        let chair =
            [("how", "post"), ("post", "chủ tịch"), ("body", "LĐLĐ tỉnh"), ("part", "chair")];
        let joined = join(&mut officer, &group, &chair).await;
        assert_eq!((joined.status, joined.location.as_str()), (303, group.as_str()));
        let vacant = [("how", "post"), ("post", "Trưởng ban"), ("body", "Ban Chính sách")];
        assert_eq!(join(&mut officer, &group, &vacant).await.status, 303);
        let named =
            [("how", "name"), ("member", "Lê Văn An"), ("title", "Chuyên gia"), ("task", "Góp ý")];
        assert_eq!(join(&mut officer, &group, &named).await.status, 303);
        let person = [("how", "name"), ("person", "Trần Thu Hương"), ("part", "secretary")];
        assert_eq!(join(&mut officer, &group, &person).await.status, 303);
        let page = officer.get(&group).await;
        for words in ["chủ tịch – LĐLĐ tỉnh", "Lò Minh Đức", "đang khuyết", "Chuyên gia", "Góp ý"]
        {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        let table = [
            (vec![("how", "post"), ("post", ""), ("body", "LĐLĐ tỉnh")], "Chưa ghi chức danh"),
            (vec![("how", "name"), ("member", "")], "Chưa ghi họ tên"),
            (vec![("how", "name"), ("member", "lê văn an")], "đang là thành viên"),
            (vec![("how", "name"), ("member", "Kim"), ("part", "chair")], "Đang có người đứng đầu"),
            (vec![("how", "name"), ("member", "Kim"), ("from", "1/3/2031")], "nằm ngoài thời gian"),
            (vec![("how", "name"), ("member", "Kim"), ("decision", "9")], "Chưa chọn quyết định"),
        ];
        for (fields, words) in table {
            let page = join(&mut officer, &group, &fields).await;
            assert_eq!(page.status, 422, "{fields:?}");
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
    });
}

#[test]
fn a_group_is_seen_at_home_and_changed_by_whoever_sets_up() {
    on_both("groupseen", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let group = found(&mut officer, &[]).await;
        let named = [("how", "name"), ("member", "Lê Văn An")];
        assert_eq!(join(&mut officer, &group, &named).await.status, 303);
        let file = link(&officer.get(&group).await, "qd-12.pdf");
        for name in ["vanphong", "lanhdao", "tochuc"] {
            let mut other = Visit::signed_in(&world, name).await;
            let seen = other.get(&group).await;
            assert_eq!(seen.status, 200, "{name}");
            assert_eq!(seen.body.contains("Thêm thành viên"), name != "tochuc", "{name}");
        }
        let mut organiser = Visit::signed_in(&world, "tochuc").await;
        assert_eq!(organiser.get(&format!("{group}/end")).await.status, 403);
        for name in ["huyen", "coso", "nhanhkhac"] {
            let mut other = Visit::signed_in(&world, name).await;
            for page in [&group, &file, &format!("{group}/docx")] {
                assert_eq!(other.get(page).await.status, 404, "{name} {page}");
            }
            assert!(!other.get("/groups").await.body.contains("Ban Chỉ đạo tổng kết"), "{name}");
        }
        let paper = officer.get(&format!("{group}/docx")).await;
        assert_eq!(paper.status, 200);
        let found = app::verify::verify(&world.app).await.expect("verifies");
        assert_eq!((found.faults.len(), found.files), (0, 1));
    });
}

#[test]
fn a_member_is_replaced_and_a_group_ends_and_what_was_stays() {
    on_both("groupend", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let group = found(&mut officer, &[]).await;
        let named = [("how", "name"), ("member", "Lê Văn An"), ("title", "Chuyên gia")];
        assert_eq!(join(&mut officer, &group, &named).await.status, 303);
        let page = officer.get(&group).await;
        let replace = link(&page, "Thay<span");
        let form = officer.get(&replace).await;
        let rev = hidden(&form, "rev");
        let typed = [
            ("rev", rev.as_str()),
            ("instead", "1"),
            ("how", "name"),
            ("member", "Cao Thị Bình"),
            ("part", "member"),
            ("from", "20/3/2031"),
            ("why", "Chuyển công tác"),
            ("decision", "new"),
            ("number", "30/QĐ-LĐLĐ"),
            ("decided", "18/3/2031"),
        ];
        let done = officer.post_file(&replace, &typed, ("file", "qd-30.docx", "PK")).await;
        assert_eq!(done.status, 303, "{}", done.body);
        assert_eq!(officer.post_file(&replace, &typed, NO_FILE).await.status, 409, "another rev");
        let before = officer.get(&format!("{group}?on=19/3/2031")).await;
        let members = |page: &Page| {
            let table = page.body.split("<tbody>").nth(1).unwrap_or_default().to_owned();
            table.split("</tbody>").next().unwrap_or_default().to_owned()
        };
        assert!(members(&before).contains("Lê Văn An") && !members(&before).contains("Cao Thị"));
        let after = officer.get(&format!("{group}?on=20/3/2031")).await;
        assert!(members(&after).contains("Cao Thị Bình") && !members(&after).contains("Lê Văn An"));
        assert!(after.body.contains("Chuyển công tác"), "history stays: {}", after.body);
        assert!(after.body.contains("Quyết định số 30/QĐ-LĐLĐ ngày 18/03/2031"));

        let place = format!("{group}/end");
        for (typed, words) in [
            (vec![("from", ""), ("why", "Xong")], "Chưa ghi ngày"),
            (vec![("from", "1/4/2031"), ("why", " ")], "Chưa ghi lý do"),
            (vec![("from", "1/3/2031"), ("why", "Xong")], "trước ngày bắt đầu"),
        ] {
            let page = end(&mut officer, &place, &typed).await;
            assert_eq!(page.status, 422, "{typed:?}");
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        let typed = [("from", "1/4/2031"), ("why", "Hoàn thành nhiệm vụ")];
        assert_eq!(end(&mut officer, &place, &typed).await.status, 303);
        let page = officer.get(&format!("{group}?on=1/4/2031")).await;
        assert!(
            page.body.contains("Đã kết thúc") && page.body.contains("Ngày này chưa có thành viên")
        );
        assert!(page.body.contains("Hoàn thành nhiệm vụ") && page.body.contains("Cao Thị Bình"));
        world.set_time("2031-04-02T01:00:00Z");
        let mut officer = Visit::signed_in(&world, "btc").await;
        let page = officer.get(&group).await;
        assert!(!page.body.contains("Thêm thành viên"), "an ended group is not changed");
        let late = [("how", "name"), ("member", "Kim")];
        assert_eq!(join(&mut officer, &group, &late).await.status, 422);
        let page = officer.get("/groups?on=31/3/2031").await;
        assert!(page.body.contains("Đang hoạt động"), "{}", page.body);
        assert_eq!(officer.get("/groups?on=31/2/2031").await.status, 200);
    });
}

/// The plan in which a steering committee leads a task.
fn with_committee() -> String {
    announcing().replace("chủ trì, phối hợp với Văn phòng", "phối hợp với Văn phòng")
}

#[test]
fn a_group_the_plan_names_is_set_up_from_the_hub_and_its_members_see_its_task() {
    on_both("grouptask", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let campaign = confirmed_from(&mut officer, &with_committee()).await;
        let typed = [
            ("name-0", "Ban Chỉ đạo"),
            ("part-0", "lead"),
            ("what", "Thông qua báo cáo tổng kết"),
            ("due", "1/4/2031"),
        ];
        let added = send(&mut officer, &format!("{campaign}/duties/new"), &typed).await;
        assert_eq!(added.status, 303, "{}", added.body);
        let hub = officer.get(&format!("{campaign}/setup")).await;
        assert!(hub.body.contains("chưa thành lập: Ban Chỉ đạo"), "{}", hub.body);
        let list = officer.get(&link(&hub, "Ban chỉ đạo, tổ, đoàn")).await;
        let form = link(&list, "Thành lập<span").replace("&amp;", "&").replace("&#38;", "&");
        let page = officer.get(&form).await;
        assert!(page.body.contains("value=\"Ban Chỉ đạo\""), "{}", page.body);
        let id = campaign.trim_start_matches("/campaigns/");
        let group = found(&mut officer, &[("campaign", id)]).await;
        let hub = officer.get(&format!("{campaign}/setup")).await;
        assert!(hub.body.contains("1 ban, tổ, đoàn phục vụ"), "{}", hub.body);
        let chair =
            [("how", "post"), ("post", "Chủ tịch"), ("body", "LĐLĐ tỉnh"), ("part", "chair")];
        assert_eq!(join(&mut officer, &group, &chair).await.status, 303);
        for (person, part) in [("Nguyễn Hải Yến", "secretary"), ("Mai Lan Phương", "member")]
        {
            let fields = [("how", "name"), ("person", person), ("part", part)];
            assert_eq!(join(&mut officer, &group, &fields).await.status, 303, "{person}");
        }
        issue(&mut officer, &campaign).await;

        let mut secretary = Visit::signed_in(&world, "vanphong").await;
        let work = secretary.get("/work").await;
        assert!(work.body.contains("Chủ trì (Ban Chỉ đạo tổng kết 10 năm)"), "{}", work.body);
        let task = link(&work, "Thông qua báo cáo");
        let mut member = Visit::signed_in(&world, "huyenvk").await;
        let page = member.get(&task).await;
        assert_eq!(page.status, 200, "{}", page.body);
        assert!(!page.body.contains("name=\"seen\""), "a member reads only");
        let done = [("do", "done"), ("words", "Đã thông qua"), ("seen", "0")];
        assert_eq!(member.post_file(&task, &done, NO_FILE).await.status, 403);
        assert_eq!(member.get(&group).await.status, 200, "a member sees the group");
        let mut district = Visit::signed_in(&world, "huyen").await;
        assert_eq!(district.get(&task).await.status, 404, "who is no member does not");
        let kept = secretary.post_file(&task, &done, NO_FILE).await;
        assert_eq!(kept.status, 303, "{}", kept.body);
        let mut leader = Visit::signed_in(&world, "lanhdao").await;
        let page = leader.get(&task).await;
        assert!(page.body.contains("Đã thông qua") && page.body.contains("name=\"seen\""));
        let list = officer.get(&campaign.replace("/campaigns/", "/tasks/")).await;
        assert!(list.body.contains("1/1 nơi chủ trì đã xong"), "{}", list.body);

        // Whoever left sees it no more.
        let page = officer.get(&group).await;
        let leave = link(&page, "Thôi tham gia<span class=\"out\">: Mai Lan Phương");
        let typed = [("from", "5/3/2031"), ("why", "Bận việc")];
        assert_eq!(end(&mut officer, &leave, &typed).await.status, 303);
        let mut member = Visit::signed_in(&world, "huyenvk").await;
        assert_eq!(member.get(&task).await.status, 404);
    });
}
