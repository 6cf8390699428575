use crate::campaign::{confirmed_from, send};
use crate::library::{announcing, link};
use crate::plan::hidden;
use crate::visit::Visit;
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
