use crate::unit::unit;
use crate::visit::Visit;
use testkit::{World, on_both};

#[test]
fn a_merger_is_asked_shown_decided_and_read_in_the_units_history() {
    on_both("merger", async |world: World| {
        sample::run_campaign(&world.app).await.expect("runs");
        let mut visit = Visit::signed_in(&world, "tochuc").await;
        let unit_id = unit(&mut visit, "go dai ngan").await;
        let page = visit.get(&format!("/units/{unit_id}")).await;
        assert!(page.body.contains("/reorganisations/new?kind=merge"), "{}", page.body);
        visit.get(&format!("/reorganisations/new?kind=merge&unit={unit_id}")).await;
        let form = |day: &'static str, document: &'static str, units: &'static str| {
            vec![
                ("kind", "merge"),
                ("into", "this"),
                ("day", day),
                ("document", document),
                ("reason", "Sắp xếp"),
                ("units", units),
            ]
        };
        let mut ask = async |fields: Vec<(&str, &str)>| {
            let mut fields = fields;
            fields.push(("unit", &unit_id));
            visit.post("/reorganisations", &fields).await
        };
        let wrong = ask(form("31/02/2031", "1/QĐ", "HV-VK-03")).await;
        assert!(wrong.status == 422 && wrong.body.contains("Không đọc được ngày này"));
        let wrong = ask(form("05/03/2031", "", "HV-VK-03")).await;
        assert!(wrong.status == 422 && wrong.body.contains("Ghi văn bản quyết định"));
        let wrong = ask(form("05/03/2031", "1/QĐ", "LĐLĐ")).await;
        assert!(wrong.status == 422 && wrong.body.contains("có thể là"), "{}", wrong.body);
        let planned = ask(form("05/03/2031", "1/QĐ", "Trường Tiểu học Sơn Ca")).await;
        assert_eq!(planned.status, 303, "{}", planned.body);
        let shown = visit.get(&planned.location).await;
        for words in ["1 đợt đang chờ báo cáo", "1 người giữ chức danh", "Ai báo cáo thay"]
        {
            assert!(shown.body.contains(words), "{words}: {}", shown.body);
        }
        let decide = format!("{}/decide", planned.location);
        let refused = visit.post(&decide, &[]).await;
        assert!(refused.status == 422 && refused.body.contains("Chọn ai báo cáo thay"));
        let heir = shown.body.split("name=\"heir-").nth(1).and_then(|rest| rest.split('"').next());
        let field = format!("heir-{}", heir.expect("a choice"));
        let decided = visit.post(&decide, &[(&field, "nobody")]).await;
        assert_eq!(decided.status, 303, "{}", decided.body);
        let shown = visit.get(&planned.location).await;
        assert!(
            shown.body.contains("Có hiệu lực") && shown.body.contains("Không phải báo cáo nữa")
        );
        let page = visit.get(&format!("/units/{unit_id}")).await;
        assert!(page.body.contains("Kế thừa") && page.body.contains("Sơn Ca"), "{}", page.body);
        let before = visit.get("/units?q=son+ca&on=04/03/2031").await;
        assert!(before.body.contains("Sơn Ca"));
        let after = visit.get("/units?q=son+ca").await;
        assert!(after.body.contains("Không tìm thấy"));
        let list = visit.get("/reorganisations").await;
        assert!(list.body.contains("Sáp nhập, hợp nhất"));
        let mut other = Visit::signed_in(&world, "btc").await;
        assert_eq!(other.get(&planned.location).await.status, 403);
        let undo = format!("{}/undo", planned.location);
        let undone = visit.post(&undo, &[("reason", "Ghi nhầm")]).await;
        assert_eq!(undone.status, 303, "{}", undone.body);
        assert!(visit.get("/units?q=son+ca").await.body.contains("CĐCS Trường Tiểu học Sơn Ca"));
    });
}

#[test]
fn every_form_opens_and_suggestions_are_offered() {
    on_both("forms", async |world: World| {
        let mut visit = Visit::signed_in(&world, "tochuc").await;
        let unit = unit(&mut visit, "huyen van khe").await;
        for kind in ["found", "rename", "move", "transfer", "merge", "split", "dissolve"] {
            let form = visit.get(&format!("/reorganisations/new?kind={kind}&unit={unit}")).await;
            assert!(form.status == 200 && form.body.contains("Xem phương án"), "{kind}");
        }
        let offered = visit.get("/units/suggest?q=may+bi").await;
        assert_eq!(offered.body, r#"[["HV-VK-01","CĐCS May Bình An · LĐLĐ huyện Vân Khê"]]"#);
        let mut elsewhere = Visit::signed_in(&world, "huyen2").await;
        assert_eq!(elsewhere.get("/units/suggest?q=may+bi").await.body, "[]");
    });
}
