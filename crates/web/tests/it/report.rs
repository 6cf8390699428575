use crate::visit::Visit;
use app::HeadingWords;
use app::report::{SaveHeading, show_report};
use testkit::{World, on_both};
use web::report::compose;

const NUMBERED: [(&str, &str); 7] = [
    ("number", "09/BC-LĐLĐ"),
    ("place", "Hà Vân"),
    ("date", "5/4/2031"),
    ("authority", "TM. BAN THƯỜNG VỤ"),
    ("post", "PHÓ CHỦ TỊCH"),
    ("signatory", "Lò Thị Ban"),
    ("recipients", "Tổng Liên đoàn (để báo cáo)\n- Các ban; "),
];

#[test]
fn a_report_is_composed_of_what_is_there() {
    on_both("compose", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let table: [(&str, &[&str]); 3] = [
            (
                "lanhdao",
                &[
                    "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM",
                    "LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ VÂN",
                    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
                    "Số: _/BC-LĐLĐ",
                    "……………, ngày _ tháng 3 năm 2031",
                    "BÁO CÁO",
                    "Thực hiện Kế hoạch số 57/KH-LĐLĐ ngày 21/02/2031, Liên đoàn Lao động tỉnh Hà Vân \
                     báo cáo kết quả như sau:",
                    "1. Công tác lãnh đạo, chỉ đạo và tuyên truyền Chương trình",
                    "Không có nội dung.",
                    "- Lưu: VT.",
                    "TM. BAN THƯỜNG VỤ",
                    "CHỦ TỊCH",
                    "Lò Minh Đức",
                    "PHỤ LỤC",
                    "SỐ LIỆU CHĂM LO BỮA ĂN CA",
                    "(Kèm theo Báo cáo số _/BC-LĐLĐ)",
                    "Số đơn vị",
                    "Tổng số lao động",
                    "1.436",
                    "2/16",
                    "Số liệu cộng từ 2/16 đơn vị đã được tiếp nhận báo cáo.",
                ],
            ),
            (
                "huyenvk",
                &[
                    "LIÊN ĐOÀN LAO ĐỘNG TỈNH HÀ VÂN",
                    "LIÊN ĐOÀN LAO ĐỘNG HUYỆN VÂN KHÊ",
                    "Kính gửi:",
                    "Liên đoàn Lao động tỉnh Hà Vân",
                    "- Như trên;",
                    "Mai Lan Phương",
                    "186",
                    "1/4",
                ],
            ),
            (
                "vk02",
                &[
                    "LIÊN ĐOÀN LAO ĐỘNG HUYỆN VÂN KHÊ",
                    "CÔNG ĐOÀN CƠ SỞ CÔNG TY GỖ ĐẠI NGÀN",
                    "Số: _/BC-CĐCS",
                    "- 12 buổi sinh hoạt tổ công đoàn có nội dung an toàn thực phẩm;",
                    "TM. BAN CHẤP HÀNH",
                    "Hoàng Thị Nhàn",
                    "Tỷ lệ lao động được ăn ca",
                    "86,0",
                ],
            ),
        ];
        for (name, expected) in table {
            let token = world.sign_in(name).await;
            let view = show_report(&world.app, token, campaign).await.expect("a report").output;
            // Room for the pen is written `_` here.
            let lines: Vec<String> =
                compose(&view).plain_lines().iter().map(|line| room(line)).collect();
            let mut rest = lines.iter();
            for line in expected {
                assert!(rest.any(|l| l == line), "{name}: {line:?} in order in {lines:#?}");
            }
            assert!(!lines.iter().any(|line| line.contains('⟦') || line.contains("{$")), "{name}");
        }
    });
}

fn room(line: &str) -> String {
    let mut words = line.replace('\u{a0}', "_");
    while words.contains("__") {
        words = words.replace("__", "_");
    }
    words
}

#[test]
fn the_form_of_a_report_is_kept_and_printed() {
    on_both("heading", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let address = format!("/report/{campaign}");
        let mut officer = Visit::signed_in(&world, "btc").await;
        let page = officer.get(&address).await;
        assert_eq!(page.status, 200);
        assert!(page.body.contains("2/16") && page.body.contains("CĐCS May Bình An"));
        let first = [NUMBERED.as_slice(), &[("rev", "0")]].concat();
        assert_eq!(officer.post(&address, &first).await.status, 303);
        let token = world.sign_in("btc").await;
        let view = show_report(&world.app, token, campaign).await.expect("a report").output;
        let lines = compose(&view).plain_lines();
        for line in [
            "Số: 09/BC-LĐLĐ",
            "Hà Vân, ngày 05 tháng 4 năm 2031",
            "PHÓ CHỦ TỊCH",
            "Lò Thị Ban",
            "- Tổng Liên đoàn (để báo cáo);",
            "- Các ban.",
            "(Kèm theo Báo cáo số 09/BC-LĐLĐ)",
        ] {
            assert!(lines.iter().any(|l| l == line), "{line}: {lines:#?}");
        }
        let stale = [("number", "10/BC-LĐLĐ"), ("rev", "0")];
        let stale = officer.post(&address, &stale).await;
        assert_eq!(stale.status, 409);
        assert!(stale.body.contains("10/BC-LĐLĐ"), "what was typed is kept");
        let wrong = [("date", "ngày mai"), ("rev", "1")];
        assert_eq!(officer.post(&address, &wrong).await.status, 303);
        let page = officer.get(&address).await;
        assert!(page.body.contains("ngày mai") && page.body.contains("Không đọc được ngày này"));
    });
}

#[test]
fn who_may_not_write_reads_and_who_may_not_read_is_refused() {
    on_both("readers", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let address = format!("/report/{campaign}");
        let mut leader = Visit::signed_in(&world, "lanhdao").await;
        let page = leader.get(&address).await;
        assert_eq!(page.status, 200);
        assert!(!page.body.contains("name=\"signatory\""));
        assert_eq!(leader.post(&address, &[("number", "1")]).await.status, 403);
        let token = world.sign_in("lanhdao").await;
        let words = HeadingWords { number: "1".to_owned(), ..HeadingWords::default() };
        let refused = world.app.save(token, SaveHeading { campaign, words, rev: 0 }).await;
        assert!(matches!(refused, Err(app::Ending::Forbidden)));
        let nowhere = format!("/report/{}", "0".repeat(32));
        assert_eq!(leader.get(&nowhere).await.status, 404);
    });
}

#[test]
fn files_carry_both_names() {
    on_both("files", async |world: World| {
        let campaign = sample::run_campaign(&world.app).await.expect("runs");
        let mut officer = Visit::signed_in(&world, "btc").await;
        for ending in ["docx", "pdf"] {
            let file = officer.get(&format!("/report/{campaign}/{ending}")).await;
            assert_eq!((file.status, file.body.as_str()), (200, ending));
            let named = file.headers.get("content-disposition").expect("a name");
            let named = named.to_str().expect("ascii");
            assert!(named.starts_with("attachment; filename=\"bao-cao-tong-ket-05-nam"), "{named}");
            assert!(named.contains("filename*=UTF-8''B%C3%A1o%20c%C3%A1o%20T"), "{named}");
        }
    });
}
