use crate::library::link;
use crate::visit::Visit;
use testkit::{World, on_both};

#[test]
fn one_changes_seats_in_one_step_and_acts_under_another_token() {
    on_both("switch", async |world: World| {
        let mut visit = Visit::signed_in(&world, "hv02").await;
        let seats = visit.get("/seats").await;
        let seat = seats.body.split("name=\"seat\" value=\"").nth(1).expect("another seat");
        let seat = seat.split('"').next().unwrap_or_default().to_owned();
        let old = visit.clone();
        let changed = visit.post("/seats", &[("seat", &seat)]).await;
        assert_eq!((changed.status, changed.location.as_str()), (303, "/work"));
        assert_eq!(visit.get("/work").await.status, 200);
        assert_eq!(old.clone().get("/work").await.location, "/sign-in", "the old token is void");
        let nobody = "00112233445566778899aabbccddeeff";
        assert_eq!(visit.post("/seats", &[("seat", nobody)]).await.status, 404);
    });
}

#[test]
fn devices_are_listed_and_signed_out() {
    on_both("devices", async |world: World| {
        let mut first = Visit::signed_in(&world, "coso").await;
        let mut second = Visit::signed_in(&world, "coso").await;
        let mut third = Visit::signed_in(&world, "coso").await;
        let page = first.get("/account").await;
        for words in ["Phạm Quốc Thành", "0900000105", "coso", "Thiết bị này"] {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        let id = page.body.split("name=\"session\" value=\"").nth(1).expect("another device");
        let id = id.split('"').next().unwrap_or_default().to_owned();
        assert_eq!(first.post("/account/sessions", &[("session", &id)]).await.status, 303);
        let gone = [second.get("/work").await, third.get("/work").await];
        assert_eq!(gone.iter().filter(|page| page.location == "/sign-in").count(), 1);
        assert_eq!(first.post("/account/sessions", &[("do", "elsewhere")]).await.status, 303);
        assert_eq!(second.get("/work").await.location, "/sign-in");
        assert_eq!(third.get("/work").await.location, "/sign-in");
        assert_eq!(first.get("/work").await.status, 200);
        let mut other = Visit::signed_in(&world, "vk02").await;
        let mine = first.get("/account").await;
        assert!(!mine.body.contains("name=\"session\""));
        assert_eq!(other.post("/account/sessions", &[("session", &id)]).await.status, 303);
    });
}

#[test]
fn another_password_ends_other_sessions_and_needs_the_present_one() {
    on_both("password", async |world: World| {
        let mut visit = Visit::signed_in(&world, "coso").await;
        let mut other = Visit::signed_in(&world, "coso").await;
        visit.get("/account/password").await;
        let new = "thuyền ra cửa biển";
        for (present, new, words) in [
            ("sai rồi đấy nhé", new, "Mật khẩu chưa đúng"),
            (sample::PASSWORD, "ngắn", "từ 10 ký tự"),
            (sample::PASSWORD, "phạm quốc thành", "gần như chỉ là tên"),
        ] {
            let page = visit.post("/account/password", &[("present", present), ("new", new)]).await;
            assert_eq!(page.status, 422);
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        let fields = [("present", sample::PASSWORD), ("new", new)];
        let done = visit.post("/account/password", &fields).await;
        assert_eq!((done.status, done.location.as_str()), (303, "/account"), "{}", done.body);
        assert_eq!(visit.get("/work").await.status, 200, "this one goes on");
        assert_eq!(other.get("/work").await.location, "/sign-in");
        other.get("/sign-in").await;
        let typed = [("name", "coso"), ("password", new)];
        assert_eq!(other.post("/sign-in", &typed).await.status, 303);
    });
}

#[test]
fn what_binds_others_asks_again_who_it_is_and_keeps_what_was_typed() {
    on_both("again", async |world: World| {
        let mut admin = Visit::signed_in(&world, "quantri").await;
        let found = admin.get("/units?q=thu+vien+tinh").await;
        let unit = link(&found, ">CĐCS Thư viện tỉnh<");
        let form = format!("{}/people/new", unit.split('?').next().unwrap_or_default());
        world.set_time("2031-03-05T01:15:00Z");
        admin.get(&form).await;
        let fields =
            [("who", "new"), ("name", "Lê \"An\""), ("role", "chair"), ("title", "Chủ tịch")];
        let asked = admin.post(&form, &fields).await;
        assert_eq!(asked.status, 403);
        assert!(asked.body.contains("name=\"kept.name\" value=\"Lê &#34;An&#34;\""));
        let kept: Vec<(String, &str)> =
            fields.iter().map(|(key, value)| (format!("kept.{key}"), *value)).collect();
        let kept = kept.iter().map(|(key, value)| (key.as_str(), *value));
        let with = |password: &'static str| {
            kept.clone().chain([("to", form.as_str()), ("password", password)]).collect::<Vec<_>>()
        };
        let wrong = admin.post("/confirm", &with("sai rồi đấy nhé")).await;
        assert_eq!(wrong.status, 422);
        assert!(wrong.body.contains("name=\"kept.name\"") && !wrong.body.contains("sai rồi"));
        let old = admin.clone();
        let right = admin.post("/confirm", &with(sample::PASSWORD)).await;
        assert_eq!(right.status, 200, "{}", right.body);
        assert!(right.body.contains(&format!("action=\"{form}\"")), "{}", right.body);
        assert_eq!(old.clone().get("/work").await.location, "/sign-in", "another token");
        let done = admin.post(&form, &fields).await;
        assert_eq!(done.status, 303, "{}", done.body);
    });
}

#[test]
fn a_session_ends_by_its_role_and_an_open_page_keeps_nobody_at_work() {
    on_both("lifetime", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let mut chair = Visit::new(&world);
        chair.get("/sign-in").await;
        let typed = [("name", "coso"), ("password", sample::PASSWORD), ("device", "own")];
        let door = chair.post("/sign-in", &typed).await;
        let cookie =
            door.headers.get("set-cookie").and_then(|c| c.to_str().ok()).expect("a cookie");
        assert!(cookie.contains("Max-Age=2592000") && cookie.contains("HttpOnly"), "{cookie}");
        let mut shared = Visit::signed_in(&world, "vk02").await;
        world.set_time("2031-03-05T01:50:00Z");
        assert_eq!(shared.get("/work").await.status, 200);
        officer.get_if_changed("/changes", "0").await;
        world.set_time("2031-03-05T02:00:00Z");
        assert_eq!(officer.get("/work").await.location, "/sign-in", "an hour without a page");
        assert_eq!(shared.get("/work").await.status, 200, "a page was opened ten minutes ago");
        assert_eq!(chair.get("/work").await.status, 200);
        world.set_time("2031-04-04T00:59:00Z");
        assert_eq!(chair.get("/work").await.status, 200, "thirty days on an own machine");
        assert_eq!(shared.get("/work").await.location, "/sign-in");
        world.set_time("2031-04-04T01:00:00Z");
        assert_eq!(chair.get("/work").await.location, "/sign-in");
    });
}
