//! The running demo, its people, and what every page they come to must be like.

use std::cell::Cell;

use journeys::{Browser, Database, Page, Product, product_binary};

const PASSWORD: &str = "hoaban-2026";

/// The widths at which a page is looked at: a phone and a laptop.
const WIDTHS: [u32; 2] = [360, 1366];

thread_local! {
    /// Pages are the same on both databases, so that one journey looks at them for both.
    static LOOKS: Cell<bool> = const { Cell::new(true) };
}

/// The demo on data of its own, and a browser for everybody in it.
pub struct Setting {
    product: Product,
    browser: Browser,
}

impl Setting {
    pub fn start(clock: &str, database: Database) -> Setting {
        let product = Product::start(&product_binary(), &["demo", "--clock", clock], database);
        LOOKS.set(database == Database::Embedded);
        Setting { product, browser: Browser::start() }
    }

    /// Somebody at a browser of their own, signed in.
    pub fn sign_in(&self, name: &str) -> Page {
        let page = self.browser.person();
        page.open(&format!("{}/sign-in", self.product.address()));
        sign_in(&page, name);
        page
    }
}

/// Signs in at the door at which this page stands.
pub fn sign_in(page: &Page, name: &str) {
    page.fill("Tên đăng nhập", name);
    page.fill("Mật khẩu", PASSWORD);
    page.click("Đăng nhập");
}

/// Goes to one of the main parts.
pub fn goes_to(page: &Page, part: &str) {
    page.within("Các phần chính").click(part);
}

/// A page must fit, be accessible, and keep its console clean, on a phone and on a laptop.
#[track_caller]
pub fn look(page: &Page) {
    assert_eq!(page.console_errors(), Vec::<String>::new(), "{}", page.address());
    if !LOOKS.get() {
        return;
    }
    for width in WIDTHS {
        page.resize(width);
        assert_eq!(page.overflows(), Vec::<String>::new(), "{} at {width}", page.address());
        assert_eq!(page.axe(), [], "{} at {width}", page.address());
    }
}
