use crate::campaign::{confirmed_from, send};
use crate::library::{issue, link};
use crate::plan::PLAN;
use crate::visit::Visit;
use testkit::{World, on_both};

#[test]
fn an_exception_is_made_of_a_pasted_list_and_its_unit_sees_what_it_says() {
    on_both("exception", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let campaign = confirmed_from(&mut officer, PLAN).await;
        let units = format!("{campaign}/units");
        let new = link(&officer.get(&units).await, "Thêm trường hợp riêng");
        let typed = [
            ("name", "Vùng lũ"),
            ("note", "Chỉ báo cáo phần ở nhà máy."),
            ("destination", "issuer"),
            ("lines", "CĐCS May Bình An\r\nCĐCS Không Có Đâu"),
            ("do", "save"),
        ];
        let wrong = send(&mut officer, &new, &typed).await;
        assert_eq!(wrong.status, 422, "{}", wrong.body);
        let expected = ["Dòng 2 “CĐCS Không Có Đâu”", "value=\"Vùng lũ\"", "CĐCS May Bình An"];
        for words in expected {
            assert!(wrong.body.contains(words), "{words}: {}", wrong.body);
        }
        let typed = [&typed[..3], &[("lines", "CĐCS May Bình An"), ("do", "save")]].concat();
        let kept = send(&mut officer, &new, &typed).await;
        assert_eq!(kept.location, units, "{}", kept.body);
        let twice = [("name", "Hai"), ("lines", "HV-VK-01"), ("do", "save")];
        let twice = send(&mut officer, &new, &twice).await;
        assert!(twice.body.contains("CĐCS May Bình An đã thuộc trường hợp riêng “Vùng lũ”"));
        let quiet = [("name", "Nghỉ"), ("answer", "none"), ("branch", "HV-SN"), ("do", "add")];
        let added = send(&mut officer, &new, &quiet).await;
        assert_eq!(added.status, 200);
        assert_eq!(added.body.matches("name=\"unit\"").count(), 4, "{}", added.body);
        let quiet = [&quiet[..3], &[("do", "save")]].concat();
        assert_eq!(send(&mut officer, &new, &quiet).await.location, units);
        let page = officer.get(&units).await;
        assert!(page.body.contains("17 đơn vị phải báo cáo"), "{}", page.body);
        let again = link(&page, "<b>Nghỉ</b>");
        assert_eq!(send(&mut officer, &again, &[("do", "drop")]).await.location, units);
        let page = officer.get(&units).await;
        assert!(page.body.contains("21 đơn vị phải báo cáo") && !page.body.contains("Nghỉ</b>"));

        issue(&mut officer, &campaign).await;
        let mut chair = Visit::signed_in(&world, "coso").await;
        let id = campaign.trim_start_matches("/campaigns/");
        let tasks = chair.get(&format!("/work/{id}")).await;
        assert!(tasks.body.contains("Chỉ báo cáo phần ở nhà máy."), "{}", tasks.body);
        assert!(tasks.body.contains("LĐLĐ tỉnh"));
    });
}

#[test]
fn an_exception_is_seen_only_by_whoever_sets_it_up() {
    on_both("exception_seen", async |world: World| {
        let id = sample::prepare_campaign(&world.app).await.expect("prepares");
        for (name, status) in [("btc", 200), ("huyen", 404), ("coso", 404), ("nhanhkhac", 404)] {
            let mut visit = Visit::signed_in(&world, name).await;
            let page = visit.get(&format!("/campaigns/{id}/exceptions/new")).await;
            assert_eq!(page.status, status, "{name}");
        }
        let mut officer = Visit::signed_in(&world, "btc").await;
        let nothing = officer.get(&format!("/campaigns/{id}/exceptions/x")).await;
        assert_eq!(nothing.status, 404);
    });
}
