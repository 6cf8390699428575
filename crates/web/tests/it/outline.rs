use crate::campaign::{confirmed_from, fields, send};
use crate::plan::PLAN;
use crate::visit::{Page, Visit};
use testkit::{World, on_both};

/// The outline as it stands in the fields: `1.Một / .2.Hai`, depth by dots.
fn outline(page: &Page) -> String {
    let fields = fields(page);
    let get = |name: String| {
        let found = fields.iter().find(|(key, _)| *key == name);
        found.map(|(_, value)| value.as_str())
    };
    let row = |at: usize| {
        let depth: usize = get(format!("depth-{at}"))?.parse().ok()?;
        let (number, title) = (get(format!("number-{at}"))?, get(format!("title-{at}"))?);
        Some(format!("{}{number} {title}", ".".repeat(depth)))
    };
    (0..).map_while(row).collect::<Vec<_>>().join(" / ")
}

/// What is typed, and the status, place and words it is answered with.
type Wrong = (&'static [(&'static str, &'static str)], u16, &'static str, &'static str);

/// Presses a button of a page that was answered, with everything in it as it stands.
async fn press(visit: &mut Visit, path: &str, page: &Page, changes: &[(&str, &str)]) -> Page {
    let mut form = fields(page);
    form.retain(|(name, _)| changes.iter().all(|(changed, _)| changed != name));
    let form = form.iter().map(|(name, value)| (name.as_str(), value.as_str()));
    let form: Vec<(&str, &str)> = form.chain(changes.iter().copied()).collect();
    visit.post(path, &form).await
}

/// A campaign with an outline of four sections, kept; gives the address of its editor.
async fn begun(visit: &mut Visit) -> String {
    let path = format!("{}/outline", confirmed_from(visit, PLAN).await);
    let page = visit.get(&path).await;
    let rev = crate::plan::hidden(&page, "rev");
    let kept = visit
        .post(
            &path,
            &[
                ("rev", rev.as_str()),
                ("number-0", "I"),
                ("title-0", "Một"),
                ("number-1", "1"),
                ("title-1", "Hai"),
                ("depth-1", "1"),
                ("number-2", "2"),
                ("title-2", "Ba"),
                ("depth-2", "1"),
                ("number-3", "II"),
                ("title-3", "Bốn"),
                ("do", "confirm"),
            ],
        )
        .await;
    assert_eq!(kept.status, 303, "{}", kept.body);
    path
}

#[test]
fn every_button_gives_everything_back_and_only_confirming_keeps() {
    on_both("editor", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let path = begun(&mut visit).await;
        let table: [(&str, &str, usize); 10] = [
            ("down-0", "II Bốn / I Một / .1 Hai sửa / .2 Ba", 1),
            ("up-3", "II Bốn / I Một / .1 Hai sửa / .2 Ba", 0),
            ("in-2", "I Một / .1 Hai sửa / ..2 Ba / II Bốn", 2),
            ("out-1", "I Một / 1 Hai sửa / .2 Ba / II Bốn", 1),
            ("before-3", "I Một / .1 Hai sửa / .2 Ba /   / II Bốn", 3),
            ("after-0", "I Một / .1 Hai sửa / .2 Ba /   / II Bốn", 3),
            ("below-0", "I Một / .1 Hai sửa / .2 Ba / .  / II Bốn", 3),
            ("add", "I Một / .1 Hai sửa / .2 Ba / II Bốn /  ", 4),
            ("remove-1", "I Một / .2 Ba / II Bốn", 1),
            ("remove-0", "II Bốn", 0),
        ];
        for (button, expected, focus) in table {
            let typed = [("title-1", "Hai sửa"), ("do", button)];
            let page = send(&mut visit, &path, &typed).await;
            assert_eq!(page.status, 200, "{button}");
            let squeezed = |text: &str| text.replace(' ', "");
            assert_eq!(squeezed(&outline(&page)), squeezed(expected), "{button}");
            let title = page.body.split(" autofocus").next().unwrap_or_default();
            let title = title.rsplit("<input").next().unwrap_or_default();
            assert!(title.contains(&format!("id=\"title-{focus}\"")), "{button}: {title}");
        }
        assert_eq!(outline(&visit.get(&path).await), "I Một / .1 Hai / .2 Ba / II Bốn");
    });
}

#[test]
fn what_was_taken_out_comes_back_and_numbers_are_counted_anew() {
    on_both("undo", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let path = begun(&mut visit).await;
        let removed = send(&mut visit, &path, &[("do", "remove-0")]).await;
        assert!(removed.body.contains("Đã bỏ “I. Một” và 2 mục con."), "{}", removed.body);
        let again = press(&mut visit, &path, &removed, &[("do", "remove-0")]).await;
        assert_eq!(outline(&again), "");
        let one = press(&mut visit, &path, &again, &[("do", "undo")]).await;
        assert_eq!(outline(&one), "II Bốn");
        assert!(one.body.contains("Số mục không còn liền nhau."));
        let both = press(&mut visit, &path, &one, &[("do", "undo")]).await;
        assert_eq!(outline(&both), "I Một / .1 Hai / .2 Ba / II Bốn");
        assert!(!both.body.contains("Số mục không còn liền nhau."));
        let moved = press(&mut visit, &path, &both, &[("do", "up-2")]).await;
        let numbered = press(&mut visit, &path, &moved, &[("do", "renumber")]).await;
        assert_eq!(outline(&numbered), "I Một / .1 Ba / .2 Hai / II Bốn");
        let kept = press(&mut visit, &path, &numbered, &[("do", "confirm")]).await;
        assert_eq!(kept.status, 303);
        assert_eq!(outline(&visit.get(&path).await), "I Một / .1 Ba / .2 Hai / II Bốn");
    });
}

#[test]
fn a_wrong_outline_says_where_and_keeps_what_was_typed() {
    on_both("wrong", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let path = begun(&mut visit).await;
        let table: [Wrong; 3] = [
            (&[("title-1", " ")], 422, "href=\"#title-1\"", "Mục này chưa có tên."),
            (
                &[("number-2", "1")],
                422,
                "href=\"#number-2\"",
                "Số mục “1” dùng cho cả “Hai” và “Ba”.",
            ),
            (&[("rev", "0")], 409, "href=\"#outline\"", "vừa được"),
        ];
        for (typed, status, place, words) in table {
            let all: Vec<(&str, &str)> =
                [("title-0", "Giữ lại"), ("do", "confirm")].iter().chain(typed).copied().collect();
            let page = send(&mut visit, &path, &all).await;
            assert_eq!(page.status, status, "{words}");
            assert!(page.body.contains(place), "{words}");
            assert!(outline(&page).starts_with("I Giữ lại"), "{words}");
            assert!(page.body.contains(words) || status == 409, "{words}: {}", page.body);
        }
    });
}

#[test]
fn an_outline_is_taken_from_a_file_or_from_the_plan_once_it_was_seen() {
    on_both("import", async |world: World| {
        let mut visit = Visit::signed_in(&world, "btc").await;
        let path = begun(&mut visit).await;
        let page = visit.get(&path).await;
        let form = fields(&page);
        let mut form: Vec<(&str, &str)> =
            form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        form.retain(|(name, _)| *name != "file");
        form.push(("do", "read"));
        let read = async |visit: &mut Visit, name: &str, text: &str| {
            visit.post_file(&path, &form, ("file", name, text)).await
        };
        let missing = visit.post(&path, &form).await;
        assert!(missing.status == 422 && missing.body.contains("Chưa chọn tệp."));
        let wrong = read(&mut visit, "anh.jpg", "x").await;
        assert!(wrong.status == 422 && wrong.body.contains("href=\"#file\""), "{}", wrong.body);
        let empty = read(&mut visit, "thu.txt", "Kính gửi các đồng chí.").await;
        assert!(empty.body.contains("Không thấy đề cương trong “thu.txt”."), "{}", empty.body);
        assert_eq!(outline(&empty), "I Một / .1 Hai / .2 Ba / II Bốn", "nothing typed is lost");

        let text = "1. Một\nNói ngắn.\n2. Năm\n";
        let seen = read(&mut visit, "de-cuong.txt", text).await;
        assert!(seen.body.contains("Đề cương tìm thấy trong “de-cuong.txt”"), "{}", seen.body);
        assert_eq!(outline(&seen), "I Một / .1 Hai / .2 Ba / II Bốn", "only shown");
        let put = press(&mut visit, &path, &seen, &[("do", "replace-0")]).await;
        assert_eq!(outline(&put), "1 Một / 2 Năm");
        assert!(put.body.contains("Nói ngắn."));
        let added = press(&mut visit, &path, &seen, &[("do", "append-0")]).await;
        assert_eq!(outline(&added), "I Một / .1 Hai / .2 Ba / II Bốn / 1 Một / 2 Năm");
        let left = press(&mut visit, &path, &seen, &[("do", "leave")]).await;
        assert!(!left.body.contains("Đề cương tìm thấy"));

        let plan = press(&mut visit, &path, &left, &[("do", "plan")]).await;
        assert!(plan.body.contains("Đề cương tìm thấy trong"), "{}", plan.body);
        let taken = press(&mut visit, &path, &plan, &[("do", "replace-0")]).await;
        assert_eq!(outline(&taken).split(" / ").count(), 3);
        assert_eq!(outline(&visit.get(&path).await), "I Một / .1 Hai / .2 Ba / II Bốn");
    });
}
