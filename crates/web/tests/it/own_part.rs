use crate::campaign::confirmed_from;
use crate::library::{announcing, issue, link};
use crate::plan::hidden;
use crate::visit::{Page, Visit};
use testkit::{World, on_both};

const REPORT: (&str, &str, &str) = ("file", "bc-12.pdf", "%PDF");
const NO_FILE: (&str, &str, &str) = ("file", "", "");

/// An issued campaign; gives its number.
async fn at_work(world: &World) -> String {
    let mut officer = Visit::signed_in(world, "btc").await;
    let campaign = confirmed_from(&mut officer, &announcing()).await;
    issue(&mut officer, &campaign).await;
    campaign.trim_start_matches("/campaigns/").to_owned()
}

async fn declare(
    visit: &mut Visit,
    place: &str,
    more: &[(&str, &str)],
    file: (&str, &str, &str),
) -> Page {
    let page = visit.get(place).await;
    assert_eq!(page.status, 200, "{place}");
    let rev = hidden(&page, "rev");
    let usual = [
        ("rev", rev.as_str()),
        ("do", "declare"),
        ("held", "10/2/2031"),
        ("number", "12/BC-CĐCS"),
        ("day", "14/2/2031"),
    ];
    let usual = usual.into_iter().filter(|(key, _)| more.iter().all(|(k, _)| k != key));
    let fields: Vec<(&str, &str)> = usual.chain(more.iter().copied()).collect();
    visit.post_file(place, &fields, file).await
}

/// What the desk says of a declaration; the first `covered` sections are covered by it.
async fn decide(visit: &mut Visit, place: &str, fields: &[(&str, &str)], covered: usize) -> Page {
    let page = visit.get(place).await;
    assert_eq!(page.status, 200, "{place}");
    let version = hidden(&page, "version");
    let mut options: Vec<String> = Vec::new();
    for piece in page.body.split("name=\"asked\" value=\"").skip(1) {
        options.push(piece.split('"').next().unwrap_or_default().to_owned());
    }
    let asked = options.iter().skip(covered).map(|id| ("asked", id.as_str()));
    let fixed = [("version", version.as_str())];
    let all: Vec<(&str, &str)> =
        fixed.into_iter().chain(fields.iter().copied()).chain(asked).collect();
    visit.post(place, &all).await
}

#[test]
fn a_unit_declares_its_part_and_only_the_rest_is_asked() {
    on_both("ownpart", async |world: World| {
        let campaign = at_work(&world).await;
        let mut chair = Visit::signed_in(&world, "coso").await;
        let list = format!("/work/{campaign}");
        assert!(chair.get(&list).await.body.contains("Khai báo kèm báo cáo"));
        let place = format!("{list}/own-part");
        let wrong = [
            (vec![("held", "")], REPORT, "Chưa ghi ngày tổ chức"),
            (vec![("held", "6/3/2031")], REPORT, "Ngày này chưa đến"),
            (vec![("day", "31/2/2031")], REPORT, "Không đọc được ngày này"),
            (vec![("number", " ")], REPORT, "Chưa ghi số, ký hiệu báo cáo"),
            (vec![], NO_FILE, "Chưa có tệp báo cáo"),
        ];
        for (more, file, words) in wrong {
            let page = declare(&mut chair, &place, &more, file).await;
            assert_eq!(page.status, 422, "{more:?}");
            assert!(page.body.contains(words), "{words}: {}", page.body);
        }
        let done = declare(&mut chair, &place, &[("words", "Có biên bản")], REPORT).await;
        assert_eq!((done.status, done.location.as_str()), (303, place.as_str()), "{}", done.body);
        assert!(chair.get(&list).await.body.contains("Đã khai báo, chờ chấp nhận"));

        let mut desk = Visit::signed_in(&world, "huyen").await;
        let queue = desk.get(&format!("/queue/{campaign}")).await;
        let review = link(&queue, "Xem khai báo");
        let page = desk.get(&review).await;
        assert!(
            page.body.contains("12/BC-CĐCS ngày 14/02/2031") && page.body.contains("Có biên bản")
        );
        let file = link(&page, "Mở<span");
        assert_eq!(desk.get(&file).await.body, "%PDF");
        let mute = decide(&mut desk, &review, &[("do", "refuse"), ("why", " ")], 0).await;
        assert_eq!(mute.status, 422);
        let accepted = decide(&mut desk, &review, &[("do", "accept")], 1).await;
        assert_eq!(accepted.status, 303, "{}", accepted.body);

        let page = chair.get(&list).await;
        assert!(page.body.contains("Đã có báo cáo riêng kèm theo"), "{}", page.body);
        let check = chair.get(&format!("{list}/check")).await;
        assert!(check.body.contains("Đã có báo cáo riêng kèm theo"), "{}", check.body);
        assert!(!check.body.contains("Mục “1. "), "what is covered is no gap: {}", check.body);
        let own = chair.get(&place).await;
        assert!(own.body.contains("Đơn vị còn phải báo cáo"), "{}", own.body);
        let rev = hidden(&check, "rev");
        let submit = format!("{list}/submit");
        let sent = chair.post(&submit, &[("rev", &rev), ("gaps", "meant")]).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        let queue = desk.get(&format!("/queue/{campaign}")).await;
        let body = review.split('/').nth(3).unwrap_or_default().to_owned();
        let report = desk.get(&format!("/review/{campaign}/{body}")).await;
        assert!(report.body.contains("Đã có báo cáo riêng kèm theo"), "{}", report.body);
        assert!(queue.body.contains("0/"), "{}", queue.body);
        let late = decide(&mut desk, &review, &[("do", "refuse"), ("why", "Thiếu")], 0).await;
        assert_eq!(late.status, 422, "the report was sent");
        let received =
            desk.post(&format!("/review/{campaign}/{body}/receive"), &[("version", "1")]).await;
        assert_eq!(received.status, 303, "{}", received.body);
        for name in ["nhanhkhac", "huyen2", "vk02"] {
            let mut other = Visit::signed_in(&world, name).await;
            for page in [&review, &file] {
                assert_eq!(other.get(page).await.status, 404, "{name} {page}");
            }
        }
        let found = app::verify::verify(&world.app).await.expect("verifies");
        assert_eq!((found.faults.len(), found.files), (0, 1));
    });
}

#[test]
fn a_refused_or_withdrawn_declaration_restores_everything() {
    on_both("ownback", async |world: World| {
        let campaign = at_work(&world).await;
        let (list, place) = (format!("/work/{campaign}"), format!("/work/{campaign}/own-part"));
        let mut chair = Visit::signed_in(&world, "coso").await;
        let covered = "Đã có báo cáo riêng kèm theo";
        assert_eq!(declare(&mut chair, &place, &[], REPORT).await.status, 303);
        let mut desk = Visit::signed_in(&world, "huyen").await;
        let queue = desk.get(&format!("/queue/{campaign}")).await;
        let review = link(&queue, "Xem khai báo");
        let mut above = Visit::signed_in(&world, "btc").await;
        assert_eq!(above.get(&review).await.status, 200, "seen above");
        let forced = above.post(&review, &[("version", "1"), ("do", "accept")]).await;
        assert_eq!(forced.status, 403, "through another desk");
        assert_eq!(decide(&mut desk, &review, &[("do", "accept")], 1).await.status, 303);
        assert!(chair.get(&list).await.body.contains(covered));
        let why = [("do", "refuse"), ("why", "Tệp thiếu trang cuối")];
        assert_eq!(decide(&mut desk, &review, &why, 0).await.status, 303);
        assert!(!chair.get(&list).await.body.contains(covered), "everything is asked again");
        let page = chair.get(&place).await;
        assert!(
            page.body.contains("Tệp thiếu trang cuối") && page.body.contains("Không chấp nhận")
        );

        let again = declare(&mut chair, &place, &[("number", "13/BC-CĐCS")], REPORT).await;
        assert_eq!(again.status, 303, "{}", again.body);
        let twice = [("number", "14/BC-CĐCS")];
        assert_eq!(declare(&mut chair, &place, &twice, REPORT).await.status, 422);
        let whole = decide(&mut desk, &review, &[("do", "accept")], 99).await;
        assert_eq!(whole.status, 303, "{}", whole.body);
        let page = chair.get(&list).await;
        assert!(page.body.contains("Báo cáo riêng đủ nội dung"), "{}", page.body);
        assert!(!page.body.contains("/check\""), "nothing is left to send");
        let queue = desk.get(&format!("/queue/{campaign}?show=received")).await;
        assert!(queue.body.contains("1/4"), "it counts at once: {}", queue.body);
        let page = chair.get(&place).await;
        let rev = hidden(&page, "rev");
        let mute = [("rev", rev.as_str()), ("do", "withdraw"), ("why", "")];
        assert_eq!(chair.post_file(&place, &mute, NO_FILE).await.status, 422);
        let back = [("rev", rev.as_str()), ("do", "withdraw"), ("why", "Nhầm tệp")];
        assert_eq!(chair.post_file(&place, &back, NO_FILE).await.status, 303);
        let page = chair.get(&list).await;
        assert!(page.body.contains("Đã rút khai báo") && page.body.contains("/check\""));
        let queue = desk.get(&format!("/queue/{campaign}?show=received")).await;
        assert!(queue.body.contains("0/4"), "{}", queue.body);
    });
}
