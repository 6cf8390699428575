use crate::campaign::{confirmed_from, send, signed_on_paper};
use crate::plan::{PLAN, hidden};
use crate::visit::{Page, Visit};
use testkit::{World, on_both};

/// The plan with a paper announced that the file does not hold.
pub fn announcing() -> String {
    PLAN.replace(
        "1. Ban Tổ chức Liên đoàn Lao động tỉnh theo dõi, đôn đốc các đơn vị.",
        "1. Ban Tổ chức Liên đoàn Lao động tỉnh chủ trì, phối hợp với Văn phòng theo dõi, đôn đốc \
         các đơn vị (có phụ lục kèm theo).",
    )
}

/// The address behind a link whose words hold `words`.
pub fn link(page: &Page, words: &str) -> String {
    let before = page.body.split(words).next().expect("a first piece");
    assert!(before.len() < page.body.len(), "no {words}: {}", page.body);
    let href = before.rsplit("href=\"").next().unwrap_or_default();
    href.split('"').next().unwrap_or_default().to_owned()
}

/// Confirms outline and units of a campaign and issues it.
pub async fn issue(visit: &mut Visit, campaign: &str) {
    let kept = send(visit, &format!("{campaign}/outline"), &[("do", "confirm")]).await;
    assert_eq!(kept.status, 303, "{}", kept.body);
    signed_on_paper(visit, campaign).await;
    let page = visit.get(&format!("{campaign}/issue")).await;
    let rev = hidden(&page, "rev");
    let issued = visit.post(&format!("{campaign}/issue"), &[("rev", &rev)]).await;
    assert_eq!(issued.status, 303, "{}", issued.body);
}

/// Fills the form of a document and sends it with a file.
async fn put(visit: &mut Visit, path: &str, changes: &[(&str, &str)], file: (&str, &str)) -> Page {
    let page = visit.get(path).await;
    assert_eq!(page.status, 200, "{path}");
    let (rev, once) = (hidden(&page, "rev"), hidden(&page, "once"));
    let fixed = [("rev", rev.as_str()), ("once", once.as_str()), ("do", "save")];
    let fixed = fixed.into_iter().filter(|(key, _)| changes.iter().all(|(k, _)| k != key));
    let fields: Vec<(&str, &str)> = fixed.chain(changes.iter().copied()).collect();
    visit.post_file(path, &fields, ("file", file.0, file.1)).await
}

#[test]
fn an_announced_paper_stays_open_until_it_is_settled() {
    on_both("announced", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let campaign = confirmed_from(&mut officer, &announcing()).await;
        let set_up = officer.get(&format!("{campaign}/setup")).await;
        assert!(set_up.body.contains("nhắc đến 1 tài liệu kèm theo"), "{}", set_up.body);
        let library = format!("{campaign}/library");
        let page = officer.get(&library).await;
        for words in ["Nghị quyết số 09/NQ-BCH", "Kế hoạch số 15/KH-TLĐ", "Còn thiếu", "Phụ lục"]
        {
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        let form = link(&page, "Giải quyết");
        let form_page = officer.get(&form).await;
        assert!(!form_page.body.contains("Bỏ tài liệu này"), "what was announced is not removed");
        let typed = [("role", "form"), ("title", "Phụ lục")];
        let gone = put(&mut officer, &form, &[("do", "remove")], ("", "")).await;
        assert_eq!(gone.status, 422, "{}", gone.body);
        assert!(gone.body.contains("không bỏ đi được"));
        let unbuilt = put(&mut officer, &form, &[("do", "built")], ("", "")).await;
        assert_eq!(unbuilt.status, 422);
        let mute = put(&mut officer, &form, &[("do", "drop"), ("why", " ")], ("", "")).await;
        assert_eq!(mute.status, 422);
        assert!(mute.body.contains("Chưa ghi lý do"));
        let empty = put(&mut officer, &form, &typed, ("bieu.xlsx", "")).await;
        assert_eq!(empty.status, 422);
        assert!(empty.body.contains("Tệp không có nội dung"));
        let why = [("do", "drop"), ("why", "Dùng biểu cũ")];
        assert_eq!(put(&mut officer, &form, &why, ("", "")).await.status, 303);
        let page = officer.get(&library).await;
        assert!(page.body.contains("Không dùng: Dùng biểu cũ") && !page.body.contains("Còn thiếu"));
        let name = "../../Biểu\u{302} số 1\".html";
        let kept = put(&mut officer, &form, &typed, (name, "<script>alert(1)</script>")).await;
        assert_eq!((kept.status, kept.location.as_str()), (303, library.as_str()), "{}", kept.body);
        let page = officer.get(&library).await;
        assert!(!page.body.contains("Không dùng: Dùng biểu cũ"));
        let set_up = officer.get(&format!("{campaign}/setup")).await;
        assert!(!set_up.body.contains("nhắc đến 1 tài liệu"));
    });
}

#[test]
fn the_bodies_of_a_campaign_open_its_library_and_nobody_else_does() {
    on_both("opened", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let campaign = confirmed_from(&mut officer, &announcing()).await;
        let outline = officer.get(&format!("{campaign}/library/new")).await;
        let section = outline.body.split("name=\"section\" value=\"").nth(1).expect("a section");
        let section = section.split('"').next().unwrap_or_default().to_owned();
        let typed = [("role", "guidance"), ("title", "Hướng dẫn viết"), ("section", &section)];
        let new = format!("{campaign}/library/new");
        let kept = put(&mut officer, &new, &typed, ("Hướng dẫn.html", "<b>viết</b>")).await;
        assert_eq!(kept.status, 303, "{}", kept.body);
        let page = officer.get(&format!("{campaign}/library")).await;
        let file = link(&page, "Hướng dẫn.html (");
        let id = campaign.trim_start_matches("/campaigns/").to_owned();

        let mut chair = Visit::signed_in(&world, "coso").await;
        assert_eq!(chair.get(&file).await.status, 404, "not before it is issued");
        assert_eq!(chair.get(&format!("/library/{id}")).await.status, 404);
        issue(&mut officer, &campaign).await;

        let got = chair.get(&file).await;
        assert_eq!((got.status, got.body.as_str()), (200, "<b>viết</b>"));
        let header = |name: &str| got.headers[name].to_str().expect("ascii").to_owned();
        assert_eq!(header("content-type"), "application/octet-stream");
        assert_eq!(header("x-content-type-options"), "nosniff");
        let disposition = header("content-disposition");
        assert!(
            disposition.starts_with("attachment; filename=\"huong-dan.html\""),
            "{disposition}"
        );
        let tasks = chair.get(&format!("/work/{id}")).await;
        let library = link(&tasks, "tài liệu</a>");
        let list = chair.get(&library).await;
        assert!(list.body.contains("Hướng dẫn viết") && !list.body.contains("Sửa"));
        let writing = chair.get(&format!("/work/{id}/sections/{section}")).await;
        assert_eq!(link(&writing, "Hướng dẫn viết</a>"), file);

        // What units were given stays; what is missing may still come.
        let page = officer.get(&format!("{campaign}/library")).await;
        assert!(page.body.contains("Giải quyết"));
        let item = file.split('/').nth(3).expect("an item").to_owned();
        let place = format!("{campaign}/library/{item}");
        for act in ["save", "drop", "remove"] {
            let late = [("do", act), ("title", "Khác"), ("why", "thay")];
            let late = put(&mut officer, &place, &late, ("", "")).await;
            assert_eq!(late.status, 422, "{act}: {}", late.body);
            assert!(late.body.contains("đã phát hành"), "{act}");
        }
        let missing = link(&page, "Giải quyết");
        let typed = [("role", "form"), ("title", "Phụ lục")];
        assert_eq!(put(&mut officer, &missing, &typed, ("1.csv", "a;b")).await.status, 303);

        for (name, own, set_up) in
            [("huyen", 200, 404), ("nhanhkhac", 200, 404), ("vanphong", 200, 200)]
        {
            let mut other = Visit::signed_in(&world, name).await;
            assert_eq!(other.get(&file).await.status, own, "{name}");
            assert_eq!(other.get(&place).await.status, set_up, "{name}");
        }
        let stranger = Visit::new(&world).get(&file).await;
        assert_eq!(stranger.status, 303, "to the door");
        let twin = file.replace(&item, "00000000000000000000000000000000");
        assert_eq!(chair.get(&twin).await.status, 404);
        let found = app::verify::verify(&world.app).await.expect("verifies");
        assert_eq!((found.faults.as_slice(), found.files), (&[][..], 2));
    });
}

#[test]
fn one_form_sent_twice_is_one_document_and_an_old_page_is_told() {
    on_both("twice", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let campaign = confirmed_from(&mut officer, &announcing()).await;
        let new = format!("{campaign}/library/new");
        let page = officer.get(&new).await;
        let once = hidden(&page, "once");
        let fields =
            [("rev", "0"), ("once", once.as_str()), ("role", "other"), ("title", "Văn bản X")];
        for _ in 0..2 {
            let kept = officer.post_file(&new, &fields, ("file", "x.txt", "x")).await;
            assert_eq!(kept.status, 303, "{}", kept.body);
        }
        let library = officer.get(&format!("{campaign}/library")).await;
        assert_eq!(library.body.matches("<b>Văn bản X</b>").count(), 1);
        let form = link(&library, "Giải quyết");
        let mut other = Visit::signed_in(&world, "vanphong").await;
        let old = hidden(&officer.get(&form).await, "rev");
        let typed = [("role", "form"), ("title", "Phụ lục"), ("do", "save")];
        assert_eq!(put(&mut other, &form, &typed, ("a.txt", "a")).await.status, 303);
        let late = [("rev", old.as_str()), ("role", "form"), ("title", "Của tôi"), ("do", "save")];
        let late = put(&mut officer, &form, &late, ("b.txt", "b")).await;
        assert_eq!(late.status, 409, "{}", late.body);
        assert!(late.body.contains("value=\"Của tôi\""), "what was typed stays");
        let untitled = [("role", "form"), ("title", "\u{200b}"), ("once", "2")];
        let untitled = officer.post_file(&new, &untitled, ("file", "", "")).await;
        assert_eq!(untitled.status, 422);
    });
}
