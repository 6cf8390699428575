use crate::campaign::{confirmed_from, send};
use crate::library::{issue, link};
use crate::plan::PLAN;
use crate::visit::{Page, Visit};
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

/// The pages of an outline by group and of a change are their author's alone.
#[test]
fn a_group_sees_its_part_and_a_change_tells_why() {
    on_both("part_and_change", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let campaign = confirmed_from(&mut officer, PLAN).await;
        let variants = format!("{campaign}/variants");
        let page = officer.get(&variants).await;
        let first = ids(&page, "ask-0")[0].clone();
        let groups = page.body.matches("name=\"tier-").count();
        let out: Vec<String> = (0..groups).map(|at| format!("ask-{at}")).collect();
        let none: Vec<(&str, &str)> = out.iter().map(|name| (name.as_str(), "")).collect();
        let empty = send(&mut officer, &variants, &none).await;
        assert!(empty.body.contains("không còn mục nào"), "{}", empty.body);
        // Of the last group everything but its first section.
        let last = format!("ask-{}", groups - 1);
        let kept = ids(&page, &last);
        let kept: Vec<(&str, &str)> =
            kept.iter().skip(1).map(|id| (last.as_str(), id.as_str())).collect();
        assert_eq!(send(&mut officer, &variants, &kept).await.status, 303);
        let page = officer.get(&variants).await;
        let shown = |name: &str, id: &str| {
            page.body.contains(&format!("name=\"{name}\" value=\"{id}\" checked"))
        };
        assert!(shown("ask-0", &first) && !shown(&last, &first));

        issue(&mut officer, &campaign).await;
        let dates = officer.get(&format!("{campaign}/dates")).await;
        let change = link(&dates, "Gia hạn, đổi nơi nhận cho một số đơn vị");
        let typed = [("lines", "HV-VK-01"), ("what", "day"), ("day", "trước ngày 2/6/2031")];
        let unreasoned = send(&mut officer, &change, &typed).await;
        assert_eq!(unreasoned.status, 422, "{}", unreasoned.body);
        assert!(unreasoned.body.contains("value=\"trước ngày 2/6/2031\""), "nothing is lost");
        let typed = [&typed[..], &[("reason", "Nhà máy ngập.")]].concat();
        let made = send(&mut officer, &change, &typed).await;
        assert_eq!(made.location, format!("{campaign}/dates"), "{}", made.body);
        let dates = officer.get(&format!("{campaign}/dates")).await;
        assert!(dates.body.contains("Gia hạn đến 01/06/2031"), "{}", dates.body);
        assert!(dates.body.contains("Nhà máy ngập."));
        let mut chair = Visit::signed_in(&world, "coso").await;
        let id = campaign.trim_start_matches("/campaigns/");
        let tasks = chair.get(&format!("/work/{id}")).await;
        assert!(tasks.body.contains("hết Chủ nhật 01/06/2031"), "{}", tasks.body);
        assert!(tasks.body.contains("Nhà máy ngập."));
        for page in ["variants", "change"] {
            assert_eq!(chair.get(&format!("{campaign}/{page}")).await.status, 404, "{page}");
        }
    });
}

/// The values of the checkboxes of a name.
fn ids(page: &Page, name: &str) -> Vec<String> {
    let before = format!("name=\"{name}\" value=\"");
    let values = page.body.split(&before).skip(1);
    values.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// What is wrong with a list is said line by line with what to do, and nothing typed is lost.
#[test]
fn a_list_that_cannot_be_taken_says_where_and_what_to_do() {
    on_both("exception_lists", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let campaign = confirmed_from(&mut officer, PLAN).await;
        let new = link(&officer.get(&format!("{campaign}/units")).await, "Thêm trường hợp riêng");
        let many = "Không có\r\n".repeat(2_000);
        let table: [(&str, &str, &str); 6] = [
            ("lines", "", "Chưa có đơn vị nào trong trường hợp riêng. Thêm ít nhất một đơn vị."),
            (
                "lines",
                "HV-VK-01\r\n\r\nCĐCS May Bình An",
                "Dòng 3 “CĐCS May Bình An”: đơn vị này đã có ở dòng 1. Bỏ một trong hai dòng.",
            ),
            ("lines", &many, "Còn 1.980 dòng khác chưa nhận ra"),
            ("branch", "Nơi khác", "“Nơi khác”: không có đơn vị nào tên hoặc mã như vậy."),
            ("kind", "hầm mỏ", "Không có đơn vị nào hợp với cấp, nhánh và loại đã chọn."),
            ("kind", "bệnh viện", "303"),
        ];
        for (field, typed, expected) in table {
            let form = [("name", "Nhóm"), (field, typed), ("do", "save")];
            let page = send(&mut officer, &new, &form).await;
            if page.status == 303 {
                assert_eq!(expected, "303", "{typed}");
                continue;
            }
            assert_eq!(page.status, 422);
            assert!(page.body.contains(expected), "{expected}: {}", page.body);
            assert!(page.body.contains("value=\"Nhóm\""), "{expected}");
            let last = typed.trim().lines().last().unwrap_or_default();
            assert!(page.body.contains(last), "{expected}");
        }
    });
}
