//! Takes pictures of the key pages from the sample data, on a clock that is set: three widths each,
//! into the folder named, or into `docs/shots`.

use journeys::{Browser, Database, Page, Product};
use std::path::{Path, PathBuf};

const CLOCK: &str = "2031-03-05T08:00:00+07:00";
const PASSWORD: &str = "hoaban-2026";
/// What the sample plan is called on that day.
const CAMPAIGN: &str = "Tổng kết 05 năm thực hiện Chương trình số 08/CTr-LĐLĐ ngày 14/3/2026 của \
    Ban Chấp hành Liên đoàn Lao động tỉnh về “Bữa ăn ca an toàn, đủ chất cho đoàn viên, người lao \
    động”";
/// The widths that are kept: a phone, a tablet, a laptop.
const WIDTHS: [u32; 3] = [360, 768, 1366];

fn main() {
    let own = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/shots");
    let folder = std::env::args().nth(1).map_or_else(own, PathBuf::from);
    std::fs::create_dir_all(&folder).expect("a folder for the pictures");
    let binary = journeys::product_binary();
    let product = Product::start(&binary, &["demo", "--clock", CLOCK], Database::Embedded);
    let browser = Browser::start();
    let shots = Shots { folder, product, browser };
    shots.door();
    shots.grassroots();
    shots.returned();
    shots.direct();
    shots.district();
    shots.department();
}

struct Shots {
    folder: PathBuf,
    product: Product,
    browser: Browser,
}

impl Shots {
    fn sign_in(&self, name: &str) -> Page {
        let page = self.browser.person();
        page.open(&format!("{}/sign-in", self.product.address()));
        page.fill("Tên đăng nhập", name);
        page.fill("Mật khẩu", PASSWORD);
        page.click_the("button", "Đăng nhập");
        page
    }

    fn take(&self, page: &Page, name: &str) {
        for width in WIDTHS {
            page.screenshot(width, &self.folder.join(format!("{name}-{width}.png")));
        }
    }

    fn goto(&self, page: &Page, path: &str) {
        page.open(&format!("{}{path}", self.product.address()));
    }

    fn door(&self) {
        let page = self.browser.person();
        self.goto(&page, "/sign-in");
        self.take(&page, "sign-in");
    }

    fn grassroots(&self) {
        let page = self.sign_in("coso");
        self.take(&page, "my-work");
        page.click(&format!("Báo cáo: {CAMPAIGN}"));
        self.take(&page, "task-list");
        page.click("1. Công tác lãnh đạo, chỉ đạo và tuyên truyền Chương trình");
        self.take(&page, "section");
        page.click("Việc của đơn vị");
        page.click("Phụ lục. Số liệu chăm lo bữa ăn ca");
        self.take(&page, "grid");
        page.click("Việc của đơn vị");
        page.click("Kiểm tra và gửi báo cáo");
        self.take(&page, "check");
    }

    fn returned(&self) {
        let page = self.sign_in("sn02");
        page.click(&format!("Báo cáo: {CAMPAIGN}"));
        self.take(&page, "task-list-returned");
    }

    fn direct(&self) {
        let page = self.sign_in("tructhuoc");
        page.click(&format!("Báo cáo: {CAMPAIGN}"));
        page.click("Biên nhận lần gửi 1");
        self.take(&page, "receipt");
    }

    fn district(&self) {
        let page = self.sign_in("huyen");
        self.take(&page, "my-work-district");
        page.click(&format!("Tiếp nhận báo cáo: {CAMPAIGN}"));
        self.take(&page, "queue");
        page.click("CĐCS Trường Tiểu học Sơn Ca");
        self.take(&page, "review");
    }

    fn department(&self) {
        let page = self.sign_in("btc");
        self.goto(&page, "/campaigns");
        self.take(&page, "campaigns");
        page.click(CAMPAIGN);
        self.take(&page, "campaign");
        self.goto(&page, "/figures");
        self.take(&page, "figures");
        page.click("1.436");
        self.take(&page, "trace");
        self.goto(&page, "/work");
        page.click(&format!("Báo cáo: {CAMPAIGN}"));
        page.click("Ghép nội dung, số liệu; tải Word, PDF");
        self.take(&page, "report");
        self.goto(&page, "/units");
        self.take(&page, "tree");
        self.new_plan(&page);
    }

    /// A further plan, as far as its being issued.
    fn new_plan(&self, page: &Page) {
        let plan = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("../../crates/reader/tests/samples/muong-xa.txt");
        self.goto(page, "/plans");
        self.take(page, "plan-upload");
        page.upload("Tệp kế hoạch", &plan);
        page.click_the("button", "Đọc kế hoạch");
        self.take(page, "plan-check");
        page.choose("“trước ngày 10/5/2025” tính đến hết ngày nào?", "Hết Thứ Sáu 09/05/2025");
        page.click("Xác nhận và lập đợt");
        self.take(page, "setup");
        page.click("Đề cương báo cáo");
        self.take(page, "outline");
        page.click("Xác nhận đề cương");
        page.click("Đơn vị phải báo cáo");
        self.take(page, "units");
        page.click("Lưu");
        page.click("Thời hạn");
        self.take(page, "dates");
        page.click("Lưu thời hạn");
        page.click("Duyệt kế hoạch");
        self.take(page, "approval");
        page.click("Ghi nhận đã ký");
        page.click("Phát hành đợt");
        self.take(page, "issue");
    }
}
