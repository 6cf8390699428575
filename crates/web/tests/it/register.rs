use crate::visit::Visit;
use testkit::{World, on_both};

const HEADING: &str = "Mã đơn vị;Mã đơn vị cấp trên;Cấp;Tên đầy đủ;Tên gọi\n";
const ROWS: &str = "\
HV-VK-01;HV-SN;coso;Công đoàn cơ sở Công ty May Bình An;CĐCS May Bình An
HV-VK-02;;coso;Công đoàn cơ sở Công ty Gỗ Đại Ngàn;CĐCS Gỗ Đại Ngàn
HV-MOI;HV;huyen;Liên đoàn Lao động huyện Mới;LĐLĐ huyện Mới
HV-MOI-01;HV-MOI;Công đoàn cơ sở;Công đoàn cơ sở Chè Xanh;CĐCS Chè Xanh
HV-SAI;KHONG-CO;coso;Công đoàn cơ sở Lạc;
;HV;coso;Không mã;
";
const GROUND: [(&str, &str); 3] =
    [("day", "05/03/2031"), ("document", "3/QĐ"), ("reason", "Rà soát")];

#[test]
fn a_register_goes_out_and_comes_in_and_its_wrong_rows_come_back() {
    on_both("register", async |world: World| {
        let mut visit = Visit::signed_in(&world, "tochuc").await;
        let page = visit.get("/register").await;
        assert!(page.status == 200 && page.body.contains("Mã đơn vị cấp trên"));
        let out = visit.get("/register/export?format=csv").await;
        let line = "Công đoàn cơ sở;Công đoàn cơ sở Công ty May Bình An;CĐCS May Bình An";
        assert!(out.body.contains(&format!("HV-VK-01;HV-VK;{line}")), "{}", out.body);
        assert_eq!(visit.get("/register/export?format=xlsx").await.body, "23 rows");
        assert_eq!(visit.get("/register/export?format=blank").await.body, "1 rows");
        visit.get("/register").await;
        let sheet = format!("{HEADING}{ROWS}");
        let file = ("file", "a.csv", sheet.as_str());
        let taken = visit.post_file("/register", &GROUND, file).await;
        assert_eq!(taken.status, 303, "{}", taken.body);
        let again = visit.post_file("/register", &GROUND, file).await;
        assert_eq!(again.location, taken.location, "the same form is the same plan");
        let shown = visit.get(&taken.location).await;
        let wrong = "Dòng 6, cột “Mã đơn vị cấp trên”";
        for words in ["<dd>2</dd>", "<dd>1</dd>", wrong, "Thiếu mã đơn vị.", "CĐCS Chè Xanh"]
        {
            assert!(shown.body.contains(words), "{words}: {}", shown.body);
        }
        assert!(visit.get("/units?q=che+xanh").await.body.contains("Không tìm thấy"));
        let back = visit.get(&format!("{}/wrong", taken.location)).await;
        assert_eq!(back.body, "3 rows", "the heading and two wrong ones");
        visit.get(&taken.location).await;
        let decided = visit.post(&format!("{}/decide", taken.location), &[]).await;
        assert_eq!(decided.status, 303, "{}", decided.body);
        let found = visit.get("/units?q=che+xanh").await;
        assert!(found.body.contains("CĐCS Chè Xanh") && found.body.contains("LĐLĐ huyện Mới"));
        let moved = visit.get("/units?q=may+binh").await;
        assert!(moved.body.contains("LĐLĐ huyện Suối Ngà"), "{}", moved.body);
        visit.get(&taken.location).await;
        let undo = [("reason", "Nhầm tệp")];
        assert_eq!(visit.post(&format!("{}/undo", taken.location), &undo).await.status, 303);
        assert!(visit.get("/units?q=che+xanh").await.body.contains("Không tìm thấy"));
        let mut other = Visit::signed_in(&world, "btc").await;
        for path in ["/register", "/register/export", &format!("{}/wrong", taken.location)] {
            assert_eq!(other.get(path).await.status, 403, "{path}");
        }
    });
}

#[test]
fn what_went_out_comes_in_as_all_the_same() {
    on_both("register_same", async |world: World| {
        let mut visit = Visit::signed_in(&world, "tochuc").await;
        let out = visit.get("/register/export?format=csv").await.body;
        visit.get("/register").await;
        let taken = visit.post_file("/register", &GROUND, ("file", "a.csv", &out)).await;
        let shown = visit.get(&taken.location).await.body;
        assert!(shown.contains("<dd>22</dd>") && shown.contains("không làm thay đổi"), "{shown}");
        assert!(!shown.contains("/decide"), "there is nothing to decide");
        let decided = visit.post(&format!("{}/decide", taken.location), &[]).await;
        assert_eq!(decided.status, 422, "{}", decided.body);
    });
}

/// What is sent with which ground, and what the page then says.
type Refused<'r> = (&'r str, &'r [(&'r str, &'r str)], &'r [&'r str]);

#[test]
fn a_file_that_is_no_register_is_refused_and_what_was_typed_stays() {
    on_both("register_refused", async |world: World| {
        let mut visit = Visit::signed_in(&world, "tochuc").await;
        visit.get("/register").await;
        let sheet = format!("{HEADING}{ROWS}");
        let short = "Mã đơn vị;Tên đầy đủ\nA;B\n";
        let some: &[(&str, &str)] = &[("day", "mai"), ("reason", "Rà soát")];
        let table: [Refused<'_>; 5] = [
            (sheet.as_str(), some, &["Không đọc được ngày này", "mai", "Rà soát"]),
            ("", &GROUND, &["Mã đơn vị cấp trên", "3/QĐ"]),
            (HEADING, &GROUND, &["không có dòng đơn vị nào"]),
            (short, &GROUND, &["thiếu cột “Mã đơn vị cấp trên”, “Cấp”", "Rà soát", "05/03/2031"]),
            ("xấu", &GROUND, &["thiếu cột"]),
        ];
        for (text, ground, expected) in table {
            let page = visit.post_file("/register", ground, ("file", "a.csv", text)).await;
            assert_eq!(page.status, 422, "{text}");
            for words in expected {
                assert!(page.body.contains(words), "{words}: {}", page.body);
            }
        }
        let page = visit.post("/register", &GROUND).await;
        assert!(page.status == 422 && page.body.contains("Chọn tệp danh sách"), "{}", page.body);
        assert!(visit.get("/reorganisations").await.body.contains("Chưa có"), "nothing is staged");
    });
}
