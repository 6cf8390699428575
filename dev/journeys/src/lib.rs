//! The product in a real browser, found by visible names.
//!
//! A journey says what a person sees and does, and nothing about how a page is built:
//!
//! ```no_run
//! use journeys::{Browser, Database, Product};
//!
//! let product = Product::demo(Database::Embedded);
//! let browser = Browser::start();
//! let officer = browser.person();
//! officer.open(product.address());
//! officer.fill("Tên đăng nhập", "lan");
//! officer.click("Đăng nhập");
//! officer.within("CĐCS Bến Đá").click("Xem báo cáo");
//! officer.sees("Đã nhận");
//! ```
//!
//! Every verb waits until its name is there, and fails at the line of the journey that asked, with
//! the names that were there instead and a picture of the page. The client speaks the browser's own
//! protocol over a pipe: no driver, no port, and a browser that ends when its test does, even when
//! the test is killed.

mod browser;
mod built;
mod look;
mod names;
mod page;
mod person;
mod patience;
mod pointer;
mod process;
mod product;
mod wire;

pub use browser::Browser;
pub use built::{axe_script, product_binary, target_folder};
pub use look::Violation;
pub use page::Page;
pub use product::{Database, Product};
