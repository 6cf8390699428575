//! The driver itself, tried on a site of its own; each check also on what it must refuse.

mod site;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::thread::sleep;
use std::time::Duration;

use journeys::{Browser, Page, target_folder};

#[test]
fn a_form_is_filled_by_its_labels_and_sent() {
    let browser = Browser::start();
    let page = browser.person();
    page.open(&site::start());
    assert_eq!(page.heading(), "Nộp báo cáo");
    page.fill("Tên đăng nhập", "Nguyễn Thị Ái");
    page.fill("Mật khẩu", "mật khẩu dài");
    page.fill("Lời báo cáo", "Dòng một\nDòng hai");
    assert_eq!(page.value("Tên đăng nhập"), "Nguyễn Thị Ái");
    page.choose("Nơi gửi báo cáo", "Ban Tổ chức");
    page.choose("Kỳ số liệu", "Cả năm");
    page.check("Đã kiểm tra");
    page.check("Đã kiểm tra");
    page.click("Gửi báo cáo");
    assert_eq!(page.heading(), "Đã gửi");
    for field in ["ten=Nguyễn Thị Ái", "noi=ban", "ky=2", "kiem=on", "lo=Dòng một Dòng hai"]
    {
        page.sees(field);
    }
    // The next page has a button of the same name: each click must act upon the page it led to.
    page.click("Tiếp tục");
    page.sees("buoc=2");
    assert_eq!(page.console_errors(), Vec::<String>::new());
}

#[test]
fn names_match_in_every_spelling_and_when_they_come_late() {
    let browser = Browser::start();
    let page = browser.person();
    page.open(&site::start());
    page.fill("Te\u{302}n  đăng nhâ\u{323}p", "An");
    page.click("Nút đến muộn");
    page.sees("Đã bấm nút muộn");
    page.does_not_see("Nút đến muộn");
    page.click("Xóa hết");
    page.sees("Đã xóa hết");
}

#[test]
fn a_row_is_known_by_what_stands_in_it() {
    let browser = Browser::start();
    let page = browser.person();
    page.open(&format!("{}/bang", site::start()));
    let row = page.within("CĐCS Bến Đá");
    row.sees("120");
    row.does_not_see("80");
    page.within("Ghi chú").sees("Chưa có ghi chú nào");
    row.click("Xem");
    assert_eq!(page.heading(), "Bánh quy");
}

#[test]
fn the_keyboard_alone_suffices() {
    let browser = Browser::start();
    let page = browser.person();
    page.open(&format!("{}/bang", site::start()));
    page.press("Tab");
    assert_eq!(page.focused().as_deref(), Some("Xem"));
    page.press("Tab");
    page.press("Shift+Tab");
    page.press("Enter");
    assert_eq!(page.heading(), "Bánh quy");
}

#[test]
fn files_go_up_and_come_down() {
    let browser = Browser::start();
    let page = browser.person();
    page.open(&site::start());
    let file = std::env::temp_dir().join(format!("Kế hoạch {}.txt", std::process::id()));
    fs::write(&file, "kế hoạch").unwrap();
    page.upload("Tệp kế hoạch", &file);
    page.sees("Đã chọn Kế hoạch");
    fs::remove_file(&file).unwrap();
    let (name, bytes) = page.download(|page| page.click("Tải báo cáo"));
    assert_eq!((name.as_str(), bytes.as_slice()), ("Báo cáo.docx", "nội dung tệp".as_bytes()));
}

#[test]
fn people_share_nothing() {
    let site = site::start();
    let browser = Browser::start();
    let (first, second) = (browser.person(), browser.person());
    first.open(&site);
    for (page, cookie) in [(&first, "ai=khach"), (&second, "không có")] {
        page.open(&format!("{site}/ai"));
        page.sees(cookie);
    }
}

#[test]
fn pictures_are_as_wide_as_asked_and_whole() {
    let browser = Browser::start();
    let page = browser.person();
    page.open(&format!("{}/xau", site::start()));
    for width in [360, 768, 1366] {
        let file = target_folder().join("pictures").join(format!("xau-{width}.png"));
        page.screenshot(width, &file);
        let png = fs::read(&file).unwrap();
        assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
        assert_eq!(png[16..20], width.to_be_bytes(), "{width}");
    }
}

#[test]
fn a_first_visit_is_weighed_whole() {
    let browser = Browser::start();
    let page = browser.person();
    page.open(&format!("{}/1000", site::start()));
    assert_eq!(page.size_kb(), 101);
}

#[test]
fn a_good_page_has_no_faults_and_a_bad_one_has_each() {
    let site = site::start();
    let browser = Browser::start();
    let page = browser.person();
    page.resize(360);
    page.open(&format!("{site}/bang"));
    assert_eq!(page.axe(), []);
    let nothing = Vec::<String>::new();
    assert_eq!(
        (page.overflows(), page.covered(), page.small_print(15)),
        (nothing.clone(), nothing.clone(), nothing)
    );

    page.open(&format!("{site}/xau"));
    let rules: Vec<String> = page.axe().into_iter().map(|violation| violation.rule).collect();
    assert!(rules.contains(&"label".to_owned()), "{rules:?}");
    assert_eq!(page.overflows(), ["<p> Dòng rộng quá"]);
    assert_eq!(page.covered(), ["<button> Nút bị che: <div> Tấm che"]);
    assert_eq!(page.small_print(15), ["9 px: <p> Chữ quá nhỏ", "13.3333 px: <button> Nút bị che"]);
    let errors = page.console_errors();
    assert!(errors.iter().any(|error| error == "lỗi cố ý"), "{errors:?}");
    assert!(errors.iter().any(|error| error.contains("lỗi không bắt")), "{errors:?}");
}

#[test]
fn a_refused_page_is_no_console_error_but_a_missing_part_of_one_is() {
    let site = site::start();
    let browser = Browser::start();
    let page = browser.person();
    page.open(&format!("{site}/bang"));
    page.within("CĐCS Bến Đá Hai").click("Xem");
    assert_eq!(page.heading(), "Không được xem");
    // This page names no icon, so the browser asks for one that is not there.
    let errors = page.console_errors();
    assert!(errors.iter().all(|error| error.contains("/favicon.ico")), "{errors:?}");
}

/// What is asked, how, and what the message must hold.
type Refused = (&'static str, fn(&Page), &'static [&'static str]);

#[test]
fn what_is_not_there_fails_with_the_names_that_are() {
    let browser = Browser::start();
    let page = browser.person();
    page.open(&format!("{}/bang", site::start()));
    let table: [Refused; 6] = [
        (
            "no such name",
            |page| page.click("Nộp"),
            &["named “Nộp”", "button “Tiếp tục”", "picture: "],
        ),
        ("two of one name", |page| page.click("Xem"), &["2 elements named “Xem”"]),
        ("no such part", |page| page.within("CĐCS Ba").click("Xem"), &["no part with “CĐCS Ba”"]),
        ("no such words", |page| page.sees("Đã nhận"), &["“Đã nhận” is not to be read"]),
        ("words still there", |page| page.does_not_see("120"), &["“120” is still to be read"]),
        ("no such field", |page| page.fill("Tên", "An"), &["named “Tên”"]),
    ];
    std::thread::scope(|scope| {
        for (what, act, expected) in table {
            let page = page.clone();
            scope.spawn(move || {
                let told = catch_unwind(AssertUnwindSafe(|| act(&page))).unwrap_err();
                let told = told.downcast_ref::<String>().unwrap();
                for words in expected {
                    assert!(told.contains(words), "{what}: {told}");
                }
            });
        }
    });
}

#[test]
fn a_dropped_browser_leaves_nothing() {
    let before = browser_folders();
    drop(Browser::start().person());
    // Tests beside this one have browsers of their own: a folder may stand while its browser runs,
    // and for a moment while it is being cleared.
    let is_left = |name: &String| !before.contains(name) && !is_in_use(name);
    let cleared = (0..100).any(|_| {
        sleep(Duration::from_millis(50));
        !browser_folders().iter().any(is_left)
    });
    assert!(cleared, "{:?}", browser_folders());
}

fn browser_folders() -> Vec<String> {
    let mine = format!("tongket-browser-{}-", std::process::id());
    let entries = fs::read_dir(std::env::temp_dir()).into_iter().flatten().flatten();
    let names = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
    names.filter(|name| name.starts_with(&mine)).collect()
}

fn is_in_use(folder: &str) -> bool {
    fs::read_dir("/proc").into_iter().flatten().flatten().any(|process| {
        fs::read(process.path().join("cmdline"))
            .is_ok_and(|line| String::from_utf8_lossy(&line).contains(folder))
    })
}
