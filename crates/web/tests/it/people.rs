use crate::library::link;
use crate::visit::{Page, Visit};
use testkit::{World, on_both};

/// The address of the people of a unit, found by its name in the tree.
async fn people_of(visit: &mut Visit, unit: &str) -> String {
    let found = visit.get(&format!("/units?q={}", unit.replace(' ', "+"))).await;
    let address = link(&found, &format!(">{unit}<"));
    format!("{}/people", address.split('?').next().unwrap_or_default())
}

/// Somebody new in a unit; gives the address of the person.
async fn add(visit: &mut Visit, people: &str, fields: &[(&str, &str)]) -> Page {
    visit.get(&format!("{people}/new")).await;
    let usual =
        [("who", "new"), ("role", "chair"), ("title", "Chủ tịch"), ("from", ""), ("to", "")];
    let usual = usual.into_iter().filter(|(key, _)| fields.iter().all(|(k, _)| k != key));
    let all: Vec<(&str, &str)> = usual.chain(fields.iter().copied()).collect();
    visit.post(&format!("{people}/new"), &all).await
}

/// Where something is done with somebody's seat.
fn act(page: &Page, words: &str, name: &str) -> String {
    link(page, &format!("{words}<span class=\"out\">: {name}"))
}

/// The address within a sheet of invitations.
fn invitation(sheet: &Page) -> String {
    let at = sheet.body.find("/invitations/").unwrap_or_else(|| panic!("{}", sheet.body));
    sheet.body[at..].chars().take_while(|c| *c != '<').collect()
}

#[test]
fn somebody_is_named_invited_and_signs_in_and_the_link_is_used_up() {
    on_both("invite", async |world: World| {
        let mut admin = Visit::signed_in(&world, "quantri").await;
        let tree = admin.get("/units").await;
        assert!(tree.body.contains("Người của đơn vị"), "{}", tree.body);
        let people = people_of(&mut admin, "CĐCS Khách sạn Hoa Ban Trắng").await;
        let page = admin.get(&people).await;
        assert!(page.body.contains("Chưa có ai") && page.body.contains("1 đơn vị"));
        let fields = [("name", "Lê Hồng Nhung"), ("phone", "0911 222 333")];
        let made = add(&mut admin, &people, &fields).await;
        assert_eq!(made.status, 303, "{}", made.body);
        let person = made.location;
        let page = admin.get(&person).await;
        for words in ["0911222333", "nhung.hv-tp-02", "Chưa có tài khoản", "Tạo liên kết mời"]
        {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        let sheet = admin.post(&format!("{person}/link"), &[]).await;
        assert_eq!(sheet.status, 200, "{}", sheet.body);
        let address = invitation(&sheet);

        let mut stranger = Visit::new(&world);
        for _ in 0..2 {
            let shown = stranger.get(&address).await;
            assert_eq!(shown.status, 200, "looking uses nothing up");
            assert!(shown.body.contains("Lê Hồng Nhung") && shown.body.contains("Hoa Ban Trắng"));
        }
        for (password, words) in [
            ("ngắn quá", "từ 10 ký tự"),
            ("1234567890", "rất dễ đoán"),
            ("lê hồng nhung", "gần như chỉ là tên"),
        ] {
            let page = stranger.post(&address, &[("password", password)]).await;
            assert_eq!(page.status, 422, "{password}");
            assert!(page.body.contains(words) && !page.body.contains(password), "{}", page.body);
        }
        let password = "thuyền ra cửa biển";
        let set = stranger.post(&address, &[("password", password)]).await;
        assert_eq!((set.status, set.location.as_str()), (303, "/work"), "{}", set.body);
        assert!(stranger.get("/work").await.body.contains("Lê Hồng Nhung"));
        let mut late = Visit::new(&world);
        let used = late.get(&address).await;
        assert_eq!(used.status, 422);
        assert!(used.body.contains("Liên kết này đã dùng rồi"), "{}", used.body);
        for name in ["0911.222.333", "+84 911 222 333", "Nhung.HV-TP-02", "hv-tp-02"] {
            let mut visit = Visit::new(&world);
            visit.get("/sign-in").await;
            let typed = [("name", name), ("password", password)];
            assert_eq!(visit.post("/sign-in", &typed).await.status, 303, "{name}");
        }
        let page = admin.get(&people).await;
        assert!(page.body.contains("Đang dùng") && !page.body.contains("đơn vị trong nhánh"));
    });
}

#[test]
fn a_link_runs_out_and_is_replaced_by_the_next() {
    on_both("linkends", async |world: World| {
        let mut admin = Visit::signed_in(&world, "huyenqt").await;
        let people = people_of(&mut admin, "CĐCS May Bình An").await;
        let fields = [("name", "Cao Văn Ba"), ("role", "drafter"), ("title", "Ủy viên")];
        let person = add(&mut admin, &people, &fields).await.location;
        admin.get(&person).await;
        let first = invitation(&admin.post(&format!("{person}/link"), &[]).await);
        let second = invitation(&admin.post(&format!("{person}/link"), &[]).await);
        let mut stranger = Visit::new(&world);
        assert_eq!(stranger.get(&first).await.status, 422, "replaced");
        world.set_time("2031-03-08T00:59:00Z");
        assert_eq!(stranger.get(&second).await.status, 200);
        world.set_time("2031-03-08T01:00:00Z");
        assert_eq!(stranger.get(&second).await.status, 422, "three days are over");
        let posted = stranger.post(&second, &[("password", "thuyền ra cửa biển")]).await;
        assert_eq!(posted.status, 422);
        assert_eq!(stranger.get("/invitations/cafe").await.status, 422, "never was");
    });
}

#[test]
fn a_reset_voids_the_password_and_ends_every_session() {
    on_both("reset", async |world: World| {
        let mut chair = Visit::signed_in(&world, "coso").await;
        let mut admin = Visit::signed_in(&world, "huyenqt").await;
        let people = people_of(&mut admin, "CĐCS May Bình An").await;
        let person = link(&admin.get(&people).await, "Phạm Quốc Thành");
        let page = admin.get(&person).await;
        assert!(page.body.contains("Thiết bị đang đăng nhập"), "{}", page.body);
        let out = admin.post(&format!("{person}/sign-out"), &[]).await;
        assert_eq!(out.status, 303);
        assert_eq!(chair.get("/work").await.location, "/sign-in", "signed out everywhere");
        let mut chair = Visit::signed_in(&world, "coso").await;
        admin.get(&person).await;
        let sheet = admin.post(&format!("{person}/link"), &[]).await;
        assert_eq!(chair.get("/work").await.location, "/sign-in");
        let typed = [("name", "coso"), ("password", sample::PASSWORD)];
        chair.get("/sign-in").await;
        assert_eq!(chair.post("/sign-in", &typed).await.status, 422, "the old password is void");
        let address = invitation(&sheet);
        let page = chair.get(&address).await;
        assert!(page.body.contains("Đặt lại mật khẩu"), "{}", page.body);
        let set = chair.post(&address, &[("password", "thuyền ra cửa biển")]).await;
        assert_eq!(set.status, 303, "{}", set.body);
    });
}

#[test]
fn a_seat_is_handed_over_stood_in_for_and_ended() {
    on_both("handover", async |world: World| {
        let mut admin = Visit::signed_in(&world, "huyenqt").await;
        let people = people_of(&mut admin, "LĐLĐ huyện Vân Khê").await;
        let page = admin.get(&people).await;
        let hand_over = act(&page, "Bàn giao", "Mai Lan Phương");
        let stand_in = act(&page, "Cử người thay", "Mai Lan Phương");
        let form = admin.get(&stand_in).await;
        assert!(form.body.contains("Chủ tịch · Mai Lan Phương"), "{}", form.body);
        let officer = form.body.split("<option value=\"").find(|o| o.contains(">Lường Văn Lực<"));
        let officer = officer.and_then(|o| o.split('"').next()).expect("the officer").to_owned();
        let known = [("who", "known"), ("person", officer.as_str())];
        let table = [
            (vec![("to", "")], "thì phải ghi ngày cuối cùng"),
            (vec![("to", "31/2/2031")], "Không đọc được ngày"),
            (vec![("from", "9/3/2031"), ("to", "7/3/2031")], "sớm quá"),
        ];
        for (days, words) in table {
            let fields: Vec<(&str, &str)> = known.into_iter().chain(days).collect();
            let page = admin.post(&stand_in, &fields).await;
            assert_eq!(page.status, 422, "{words}");
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        let fields = [known[0], known[1], ("to", "7/3/2031")];
        assert_eq!(admin.post(&stand_in, &fields).await.status, 303);
        let mut acting = Visit::signed_in(&world, "huyen").await;
        let seats = acting.get("/seats").await;
        assert!(seats.body.contains("Chủ tịch (thay Mai Lan Phương)"), "{}", seats.body);
        let seat = seats.body.split("name=\"seat\" value=\"").nth(1).expect("another seat");
        let seat = seat.split('"').next().unwrap_or_default().to_owned();
        assert_eq!(acting.post("/seats", &[("seat", &seat)]).await.status, 303);
        let work = acting.get("/work").await;
        assert!(work.body.contains("Chủ tịch (thay Mai Lan Phương)"), "said on every page");

        world.set_time("2031-03-07T16:59:00Z");
        let mut acting = Visit::signed_in(&world, "huyen").await;
        acting.get("/seats").await;
        assert_eq!(acting.post("/seats", &[("seat", &seat)]).await.status, 303, "the last day");
        world.set_time("2031-03-07T17:00:00Z");
        assert_eq!(acting.get("/work").await.location, "/sign-in", "an ended seat acts no more");

        let mut admin = Visit::signed_in(&world, "huyenqt").await;
        admin.get(&hand_over).await;
        let fields = [("who", "new"), ("name", "Lò Thị Sao"), ("title", "Chủ tịch"), ("from", "")];
        let done = admin.post(&hand_over, &fields).await;
        assert_eq!(done.status, 303, "{}", done.body);
        let mut before = Visit::new(&world);
        before.get("/sign-in").await;
        let typed = [("name", "huyenvk"), ("password", sample::PASSWORD)];
        let page = before.post("/sign-in", &typed).await;
        assert!(page.body.contains("hiện không giữ chức danh nào"), "{}", page.body);
        let page = admin.get(&people).await;
        assert!(
            page.body.contains("Lò Thị Sao") && page.body.contains("Đã thôi trong một năm qua")
        );
        let end = act(&page, "Kết thúc chức danh", "Lò Thị Sao");
        admin.get(&end).await;
        assert_eq!(admin.post(&end, &[("from", "1/3/2031")]).await.status, 422, "in the past");
        assert_eq!(admin.post(&end, &[("from", "")]).await.status, 303);
        assert!(!admin.get(&people).await.body.contains("Lãnh đạo</span></td><td>Từ 08/03/2031<"));
    });
}

#[test]
fn each_level_manages_its_own_branch_and_nobody_else_anyones() {
    on_both("peoplereach", async |world: World| {
        let mut province = Visit::signed_in(&world, "quantri").await;
        let own = people_of(&mut province, "LĐLĐ tỉnh Hà Vân").await;
        let mut pages = vec![own.clone(), format!("{own}/new"), "/people".to_owned()];
        let page = province.get(&own).await;
        assert_eq!(page.status, 200);
        let leader = link(&page, "Lò Minh Đức");
        let end = act(&page, "Kết thúc chức danh", "Lò Minh Đức");
        pages.extend([leader.clone(), end.clone()]);
        for name in ["btc", "lanhdao", "vanphong", "tochuc", "huyen", "coso"] {
            let mut other = Visit::signed_in(&world, name).await;
            for page in &pages {
                let status = other.get(page).await.status;
                assert!([403, 404].contains(&status), "{name} {page}: {status}");
            }
            let link = other.post(&format!("{leader}/link"), &[]).await;
            assert_eq!(link.status, 403, "{name}");
        }
        let mut district = Visit::signed_in(&world, "huyenqt").await;
        for page in [&own, &leader, &end] {
            assert_eq!(district.get(page).await.status, 404, "{page} is above");
        }
        for act in ["link", "sign-out"] {
            assert_eq!(district.post(&format!("{leader}/{act}"), &[]).await.status, 404);
        }
        assert_eq!(district.post(&end, &[]).await.status, 404);
        let page = district.get("/people").await;
        assert!(page.body.contains("Phạm Quốc Thành") && !page.body.contains("Lò Minh Đức"));
        let found = district.get("/people?q=quoc+thanh").await;
        assert!(found.body.contains("Phạm Quốc Thành") && !found.body.contains("Quàng Thị Sen"));

        // Nobody ends the seat they act from, resets themselves, or makes a system administrator.
        let own = people_of(&mut district, "LĐLĐ huyện Vân Khê").await;
        let page = district.get(&own).await;
        let me = link(&page, "Lừ Thị Hạnh</a>");
        let mine = act(&page, "Kết thúc chức danh", "Lừ Thị Hạnh");
        assert_eq!(district.get(&mine).await.status, 422);
        assert_eq!(district.post(&format!("{me}/link"), &[]).await.status, 422);
        let id = me.rsplit('/').next().unwrap_or_default().to_owned();
        let fields = [("who", "known"), ("person", id.as_str()), ("role", "leader")];
        let fields = [&fields[..], &[("title", "Phó Chủ tịch")]].concat();
        let refused = district.post(&format!("{own}/new"), &fields).await;
        assert_eq!(refused.status, 422, "an administrator makes no reader of themselves");
        let form = district.get(&format!("{own}/new")).await;
        assert!(!form.body.contains("system_admin"), "{}", form.body);
        let fields = [("name", "Vừ A Páo"), ("role", "system_admin"), ("title", "Quản trị")];
        assert_eq!(add(&mut district, &own, &fields).await.status, 403);
    });
}

#[test]
fn an_account_with_seats_elsewhere_is_managed_from_above() {
    on_both("peoplepart", async |world: World| {
        let mut province = Visit::signed_in(&world, "quantri").await;
        let people = people_of(&mut province, "CĐCS May Bình An").await;
        let chair = link(&province.get(&people).await, "Phạm Quốc Thành");
        let other = people_of(&mut province, "CĐCS Giày Thiên Nga").await;
        let id = chair.rsplit('/').next().unwrap_or_default().to_owned();
        let form = province.get(&format!("{other}/new?person={id}")).await;
        assert!(form.body.contains("Phạm Quốc Thành"), "{}", form.body);
        let fields = [("who", "known"), ("person", id.as_str()), ("role", "drafter")];
        let fields = [&fields[..], &[("title", "Ủy viên"), ("from", ""), ("to", "")]].concat();
        let address = format!("{other}/new?person={id}");
        assert_eq!(province.post(&address, &fields).await.status, 303);
        assert_eq!(
            province.post(&address, &[&fields[..], &[("x", "")]].concat()).await.status,
            422
        );
        let mut district = Visit::signed_in(&world, "huyenqt").await;
        let page = district.get(&chair).await;
        assert!(page.body.contains("còn giữ chức danh ở nơi khác"), "{}", page.body);
        assert!(!page.body.contains("Giày Thiên Nga"), "what lies elsewhere is not told");
        for act in ["link", "sign-out"] {
            assert_eq!(district.post(&format!("{chair}/{act}"), &[]).await.status, 422, "{act}");
        }
        let contact = [("name", "Kẻ Khác"), ("phone", ""), ("email", "")];
        assert_eq!(district.post(&chair, &contact).await.status, 422);
        province.get(&chair).await;
        assert_eq!(province.post(&format!("{chair}/link"), &[]).await.status, 200);
    });
}

#[test]
fn what_is_missing_is_listed_and_sheets_are_printed_for_many() {
    on_both("missing", async |world: World| {
        let mut admin = Visit::signed_in(&world, "quantri").await;
        let page = admin.get("/people?part=empty").await;
        assert!(page.body.contains("CĐCS Sở KH&#38;CN"), "{}", page.body);
        let people = people_of(&mut admin, "CĐCS Thư viện tỉnh").await;
        for name in ["Lê An", "Lê An", "Cao Bình"] {
            let made = add(&mut admin, &people, &[("name", name), ("x", name)]).await;
            assert_eq!(made.status, 303, "{}", made.body);
            world.set_time("2031-03-05T01:00:01Z");
        }
        let page = admin.get("/people?part=without").await;
        let ids: Vec<String> = page
            .body
            .split("name=\"person\" value=\"")
            .skip(1)
            .map(|rest| rest.split('"').next().unwrap_or_default().to_owned())
            .collect();
        assert!(ids.len() >= 2, "{}", page.body);
        let fields: Vec<(&str, &str)> = ids.iter().map(|id| ("person", id.as_str())).collect();
        let sheet = admin.post("/people/links", &fields).await;
        assert_eq!(sheet.status, 200);
        assert_eq!(sheet.body.matches("<svg viewBox=\"-4 -4").count(), ids.len());
        let page = admin.get(&people).await;
        assert!(page.body.contains("Đã mời"), "{}", page.body);
    });
}
