//! How soon a built program answers, and what the first visit to its pages weighs.
//!
//! `served LABEL BINARY` prints one line per figure: `name value unit`.

use journeys::{Browser, Database, Page, Product};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

const PASSWORD: &str = "hoaban-2026";
const PORT: u16 = 7_939;

fn main() {
    let mut words = std::env::args().skip(1);
    let label = words.next().expect("a label");
    let binary = PathBuf::from(words.next().expect("the binary"));
    let folder = std::env::temp_dir().join(format!("tongket-served-{}", std::process::id()));
    tell(&format!("start-first-{label} {} ms", start(&binary, &folder)));
    let mut again: Vec<u128> = (0..5).map(|_| start(&binary, &folder)).collect();
    again.sort_unstable();
    tell(&format!("start-again-{label} {} ms (median of 5)", again[2]));
    let _ = std::fs::remove_dir_all(&folder);
    weigh(&binary);
}

/// Milliseconds from starting the program to its first answer.
#[expect(clippy::disallowed_methods, reason = "a figure of time is measured here")]
fn start(binary: &Path, folder: &Path) -> u128 {
    let begun = Instant::now();
    let mut program = Command::new(binary)
        .args(["demo", "--port", &PORT.to_string(), "--data"])
        .arg(folder)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let said = BufReader::new(program.stdout.take().expect("its output"));
    let mut lines = said.lines().map_while(Result::ok);
    let ready = lines.any(|line| line.contains("http://"));
    assert!(ready && answers(), "the program answers");
    let taken = begun.elapsed().as_millis();
    end(&mut program);
    taken
}

fn answers() -> bool {
    let Ok(mut stream) = TcpStream::connect(("127.0.0.1", PORT)) else { return false };
    let asked = stream.write_all(b"GET /health HTTP/1.0\r\n\r\n");
    let mut answer = String::new();
    asked.and_then(|()| stream.read_to_string(&mut answer)).is_ok() && answer.contains("200 OK")
}

fn end(program: &mut Child) {
    let told = Command::new("kill").arg(program.id().to_string()).status();
    if told.is_err() {
        let _ = program.kill();
    }
    let _ = program.wait();
}

/// First visits, with nothing kept from before, fonts included.
fn weigh(binary: &Path) {
    let product = Product::start(binary, &["demo"], Database::Embedded);
    let browser = Browser::start();
    let page = browser.person();
    page.open(&format!("{}/sign-in", product.address()));
    tell(&format!("first-visit-sign-in {} KB", page.size_kb()));
    sign_in(&page, "coso");
    tell(&format!("first-visit-my-work {} KB", page.size_kb()));
    page.click(&report(&page));
    tell(&format!("first-visit-task-list {} KB", page.size_kb()));
    page.click("Phụ lục. Số liệu chăm lo bữa ăn ca");
    tell(&format!("first-visit-grid {} KB", page.size_kb()));
    page.open(&format!("{}/work", product.address()));
    page.click(&report(&page));
    page.click("1. Công tác lãnh đạo, chỉ đạo và tuyên truyền Chương trình");
    tell(&format!("first-visit-section {} KB", page.size_kb()));
}

fn sign_in(page: &Page, name: &str) {
    page.fill("Tên đăng nhập", name);
    page.fill("Mật khẩu", PASSWORD);
    page.click_the("button", "Đăng nhập");
}

/// The one report of the page, by its whole name: it ends where the closing quote stands.
fn report(page: &Page) -> String {
    let text = page.text();
    let from = text.find("Báo cáo: ").expect("a report is there");
    let to = text[from..].find('”').expect("its title ends with a quote") + '”'.len_utf8();
    text[from..from + to].to_owned()
}

#[expect(clippy::print_stdout, reason = "figures are printed")]
fn tell(line: &str) {
    println!("{line}");
}
