use crate::visit::Visit;
use testkit::{World, on_both};

#[test]
fn units_are_found_without_diacritics_and_only_below() {
    on_both("units", async |world: World| {
        let table: [(&str, &str, &[&str], &[&str]); 11] = [
            (
                "btc",
                "",
                &["đơn vị trực thuộc, tính đến ngày 05/03/2031", "LĐLĐ huyện Vân Khê"],
                &["May"],
            ),
            ("btc", "?on=01/01/2019", &["Không tìm thấy trang"], &["Bình An"]),
            ("btc", "?on=mai", &["Không đọc được ngày này", "LĐLĐ huyện Vân Khê"], &[]),
            ("btc", "?q=may+binh", &["CĐCS May Bình An"], &["Thư viện"]),
            ("btc", "?q=CDCS+tieu+hoc", &["CĐCS Trường Tiểu học Sơn Ca"], &["THCS"]),
            ("btc", "?q=HV-SN", &["LĐLĐ huyện Suối Ngà", "CĐCS Giày Thiên Nga"], &["Bình An"]),
            ("btc", "?q=inh", &["Không tìm thấy “inh”"], &["Bình An"]),
            ("btc", "?q=%25", &["Không tìm thấy “%”"], &["Bình An"]),
            ("huyen", "", &["LĐLĐ huyện Vân Khê", "CĐCS May Bình An"], &["Giày Thiên Nga"]),
            ("huyen", "?q=giay", &["Không tìm thấy"], &["Thiên Nga"]),
            ("coso", "", &["CĐCS May Bình An"], &["Gỗ Đại Ngàn"]),
        ];
        for (name, query, there, not_there) in table {
            let mut visit = Visit::signed_in(&world, name).await;
            let page = visit.get(&format!("/units{query}")).await;
            let expected = if query.contains("2019") { 404 } else { 200 };
            assert_eq!(page.status, expected, "{name} {query}");
            // Who is signed in says the name of the unit on every page.
            let main = page.body.split("<main").nth(1).unwrap_or_default();
            for words in there {
                assert!(main.contains(words), "{name} {query}: {words}: {main}");
            }
            for words in not_there {
                assert!(!main.contains(words), "{name} {query}: {words}");
            }
        }
    });
}

#[test]
fn a_unit_is_opened_from_above_only() {
    on_both("opened", async |world: World| {
        let mut officer = Visit::signed_in(&world, "btc").await;
        let found = officer.get("/units?q=huyen+van+khe").await;
        let main = found.body.split("<main").nth(1).unwrap_or_default();
        let href = main.split("href=\"/units/").nth(1).expect("the district");
        let unit = href.split('?').next().unwrap_or_default();
        let href = format!("/units/{unit}");
        let opened = officer.get(&href).await;
        assert!(opened.body.contains("LĐLĐ tỉnh Hà Vân") && opened.body.contains("HV-VK"));
        assert!(!opened.body.contains("/reorganisations/new"), "an officer does not reorganise");
        let below = officer.get(&format!("/units?at={unit}")).await;
        assert!(below.body.contains("LĐLĐ tỉnh Hà Vân") && below.body.contains("Sơn Ca"));
        let mut elsewhere = Visit::signed_in(&world, "huyen2").await;
        assert_eq!(elsewhere.get(&href).await.status, 404);
    });
}

#[test]
fn help_is_for_what_one_does() {
    on_both("help", async |world: World| {
        for (name, desk) in [("btc", true), ("huyen", true), ("coso", false), ("lanhdao", false)] {
            let mut visit = Visit::signed_in(&world, name).await;
            let help = visit.get("/help").await;
            assert_eq!(help.status, 200);
            assert_eq!(help.body.contains("Kiểm tra và tổng hợp"), desk, "{name}");
        }
    });
}
