use crate::visit::Visit;
use testkit::{World, on_both};
use web::site::{Policy, routes};

#[test]
fn one_signs_in_and_out() {
    on_both("door", async |world: World| {
        let mut visit = Visit::signed_in(&world, "coso").await;
        let work = visit.get("/work").await;
        assert_eq!(work.status, 200);
        assert!(work.body.contains("Phạm Quốc Thành"));
        let out = visit.post("/sign-out", &[]).await;
        assert_eq!((out.status, out.location.as_str()), (303, "/sign-in"));
        let work = visit.get("/work").await;
        assert_eq!((work.status, work.location.as_str()), (303, "/sign-in"));
    });
}

#[test]
fn a_wrong_password_says_no_more_than_an_unknown_name() {
    on_both("wrong", async |world: World| {
        let mut visit = Visit::new(&world);
        visit.get("/sign-in").await;
        let mut texts = Vec::new();
        for name in ["coso", "khongcoai"] {
            let page =
                visit.post("/sign-in", &[("name", name), ("password", "sai-mat-khau")]).await;
            assert_eq!(page.status, 422);
            assert!(!page.body.contains("sai-mat-khau"));
            let summary = page.body.split("id=\"errors\"").nth(1).unwrap_or(&page.body);
            texts.push(summary.lines().take(6).collect::<Vec<_>>().join("\n").replace(name, ""));
        }
        assert_eq!(texts[0], texts[1]);
        for _ in 0..6 {
            visit.post("/sign-in", &[("name", "coso"), ("password", "sai")]).await;
        }
        let right =
            visit.post("/sign-in", &[("name", "coso"), ("password", sample::PASSWORD)]).await;
        assert_eq!(right.status, 422, "after too many failures one has to wait");
        world.set_time("2031-03-05T01:06:00Z");
        let right =
            visit.post("/sign-in", &[("name", "coso"), ("password", sample::PASSWORD)]).await;
        assert_eq!(right.status, 303);
    });
}

#[test]
fn every_route_is_closed_to_strangers_and_every_answer_has_its_headers() {
    on_both("closed", async |world: World| {
        let mut visit = Visit::new(&world);
        let id = "00000000000000000000000000000000";
        for route in routes() {
            let path: String = route
                .path
                .split('/')
                .map(|part| if part.starts_with('{') { id } else { part })
                .collect::<Vec<_>>()
                .join("/");
            for page in [visit.get(&path).await, visit.post(&path, &[]).await] {
                let policy = page.headers.get("content-security-policy").expect("the policy");
                assert!(policy.to_str().expect("ascii").starts_with("default-src 'none'"));
                assert!(page.headers.contains_key("cache-control"), "{path}");
                if route.policy == Policy::SignedIn {
                    let closed = page.status == 405 || page.location.starts_with("/sign-in");
                    assert!(closed, "{path}: {}", page.status);
                }
            }
        }
    });
}

#[test]
fn a_form_from_elsewhere_is_refused() {
    on_both("csrf", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        for route in routes() {
            let path = route.path.replace(['{', '}'], "0");
            let page = visit.post_as(&path, "made-up").await;
            assert!([403, 404, 405].contains(&page.status), "{path}: {}", page.status);
        }
    });
}
