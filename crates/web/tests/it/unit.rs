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
        let unit = unit(&mut officer, "huyen van khe").await;
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

const COUNTERPART: [(&str, &str); 4] =
    [("side", "party"), ("name", "Huyện ủy Vân Khê"), ("contact", "Bà Liên"), ("phone", "0912")];

#[test]
fn terms_and_counterparts_are_recorded_and_a_merged_units_terms_come_along() {
    on_both("unit_record", async |world: World| {
        let mut visit = Visit::signed_in(&world, "tochuc").await;
        let (stays, ends) =
            (unit(&mut visit, "go dai ngan").await, unit(&mut visit, "son ca").await);
        let term = |ordinal: &'static str, from: &'static str| {
            [("ordinal", ordinal), ("from", from), ("to", ""), ("resolution", "01/NQ-ĐH")]
        };
        let put = async |visit: &mut Visit, unit: &str, term: [(&'static str, &'static str); 4]| {
            let page = visit.get(&format!("/units/{unit}/record")).await;
            let seen = page.body.split("name=\"seen\" value=\"").nth(1).expect("a form");
            let seen = seen.split('"').next().unwrap_or_default().replace("&#34;", "\"");
            let mut fields = [term, COUNTERPART].concat();
            fields.push(("seen", &seen));
            visit.post(&format!("/units/{unit}/record"), &fields).await
        };
        let wrong = put(&mut visit, &ends, term("mười", "1/3/2020")).await;
        assert!(wrong.status == 422 && wrong.body.contains("Không đọc được lần thứ mấy"));
        assert!(wrong.body.contains("mười") && wrong.body.contains("Huyện ủy Vân Khê"));
        for (unit, term) in [(&ends, term("III", "1/3/2020")), (&stays, term("5", "1/4/2021"))] {
            let done = put(&mut visit, unit, term).await;
            assert_eq!(done.status, 303, "{}", done.body);
        }
        let page = visit.get(&format!("/units/{ends}")).await.body;
        for words in ["Đại hội lần thứ III", "từ 01/03/2020 đến nay", "01/NQ-ĐH", "Bà Liên · 0912"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        // Somebody else changed it since.
        visit.get(&format!("/units/{ends}/record")).await;
        let stale =
            [("seen", "{\"terms\":[],\"counterparts\":[]}"), ("name", "x"), ("side", "other")];
        let stale = [&stale[..], &[("contact", ""), ("phone", "")]].concat();
        let refused = visit.post(&format!("/units/{ends}/record"), &stale).await;
        assert_eq!(refused.status, 409, "{}", refused.body);
        let merge = [
            ("kind", "merge"),
            ("into", "this"),
            ("unit", stays.as_str()),
            ("units", "HV-VK-03"),
            ("day", "05/03/2031"),
            ("document", "1/QĐ"),
            ("reason", "Sắp xếp"),
        ];
        let planned = visit.post("/reorganisations", &merge).await;
        assert_eq!(planned.status, 303, "{}", planned.body);
        visit.get(&planned.location).await;
        let decided = visit.post(&format!("{}/decide", planned.location), &[]).await;
        assert_eq!(decided.status, 303, "{}", decided.body);
        let page = visit.get(&format!("/units/{stays}")).await.body;
        for words in ["Đại hội lần thứ V<", "Đại hội lần thứ III", "đơn vị trước sáp nhập"]
        {
            assert!(page.contains(words), "{words}: {page}");
        }
        let mut other = Visit::signed_in(&world, "btc").await;
        assert_eq!(other.get(&format!("/units/{stays}/record")).await.status, 403);
    });
}

/// The id of the unit found by a name.
pub async fn unit(visit: &mut Visit, name: &str) -> String {
    let found = visit.get(&format!("/units?q={}", name.replace(' ', "+"))).await;
    let main = found.body.split("<main").nth(1).unwrap_or_default();
    let href = main.split("href=\"/units/").nth(1).unwrap_or_else(|| panic!("no {name}"));
    href.split('?').next().unwrap_or_default().to_owned()
}
