use crate::visit::{Page, Visit};
use app::work::ShowTaskList;
use testkit::{World, on_both};

/// Where the page asks for changes, and the position up to which it tells the truth.
fn asks(page: &Page) -> (String, String) {
    let after = |name: &str| {
        let rest = page.body.split_once(&format!("{name}=\"")).map(|(_, rest)| rest);
        rest.and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
    };
    (after("data-live"), after("data-position"))
}

#[test]
fn an_open_page_learns_of_what_touches_it_and_of_nothing_else() {
    on_both("live", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let unit = world.sign_in("vk03").await;
        let tasks = world.app.read(unit, ShowTaskList { campaign }).await.expect("own").output;
        let body = tasks.assignment.body;
        let mut desk = Visit::signed_in(&world, "huyen").await;
        let table = [
            ("huyen", format!("/queue/{campaign}"), 200),
            ("huyen", "/work".to_owned(), 200),
            ("huyen", format!("/work/{campaign}"), 200),
            ("vk03", format!("/work/{campaign}"), 200),
            ("vk03", "/work".to_owned(), 200),
            ("btc", format!("/campaigns/{campaign}"), 200),
            ("btc", format!("/figures/{campaign}"), 200),
            ("vk02", format!("/work/{campaign}"), 304),
            ("nhanhkhac", "/work".to_owned(), 304),
            ("huyen2", format!("/queue/{campaign}"), 304),
        ];
        let mut open = Vec::new();
        for (name, page, expected) in table {
            let mut visit = Visit::signed_in(&world, name).await;
            let (ask, position) = asks(&visit.get(&page).await);
            let quiet = visit.get_if_changed(&ask, &position).await;
            assert_eq!((quiet.status, quiet.body.as_str()), (304, ""), "{name} {page}");
            open.push((format!("{name} {page}"), visit, ask, position, expected));
        }
        desk.get(&format!("/review/{campaign}/{body}")).await;
        let receive = format!("/review/{campaign}/{body}/receive");
        assert_eq!(desk.post(&receive, &[("version", "1")]).await.status, 303);
        for (what, mut visit, ask, position, expected) in open {
            let answer = visit.get_if_changed(&ask, &position).await;
            assert_eq!(answer.status, expected, "{what}");
            let tag = answer.headers["etag"].to_str().expect("ascii").trim_matches('"').to_owned();
            assert_eq!(tag != position, expected == 200, "{what}");
            assert_eq!(visit.get_if_changed(&ask, &tag).await.status, 304, "{what}, looked again");
        }
    });
}

#[test]
fn the_page_after_an_act_holds_it_or_says_as_of_when_it_is() {
    on_both("after", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let unit = world.sign_in("vk03").await;
        let tasks = world.app.read(unit, ShowTaskList { campaign }).await.expect("own").output;
        let body = tasks.assignment.body;
        let mut desk = Visit::signed_in(&world, "huyen").await;
        desk.get(&format!("/review/{campaign}/{body}")).await;
        let receive = format!("/review/{campaign}/{body}/receive");
        let done = desk.post(&receive, &[("version", "1")]).await;
        let (_, event) = done.location.split_once("after=").expect("an event to wait for");
        let queue = desk.get(&done.location).await;
        assert!(queue.body.contains("Đã tiếp nhận báo cáo của CĐCS Trường Tiểu học Sơn Ca."));
        assert!(!queue.body.contains("Trang này tính đến"));
        assert!(!queue.body.contains(event), "no link waits again");
        let never = "00000000000000000000000000000000";
        let behind = desk.get(&format!("/queue/{campaign}?show=all&after={never}")).await;
        assert!(behind.body.contains("Trang này tính đến 08:00 ngày 05/03/2031"));
    });
}

#[test]
fn what_is_said_to_be_done_was_done() {
    on_both("said", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let waiting = world.sign_in("vk03").await;
        let tasks = world.app.read(waiting, ShowTaskList { campaign }).await.expect("own").output;
        let mut desk = Visit::signed_in(&world, "huyen").await;
        let page = desk.get(&format!("/queue/{campaign}?done={}", tasks.assignment.body)).await;
        assert!(!page.body.contains("Đã tiếp nhận báo cáo của"), "it still waits");
    });
}
