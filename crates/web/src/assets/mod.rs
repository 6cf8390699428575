//! Style, scripts and fonts, served under names that carry their hash and so never go stale.

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::io::Write;
use std::sync::LazyLock;

/// A file as it is served.
#[derive(Debug)]
pub struct Asset {
    /// The name pages ask for, such as `style.css`.
    pub name: &'static str,
    /// The address with the hash in it, such as `/assets/style.1f0c9a3be27d.css`.
    pub href: String,
    pub content_type: &'static str,
    pub bytes: Cow<'static, [u8]>,
    /// The same in gzip, for clients that take it; none where it would not be shorter.
    pub gzip: Option<Vec<u8>>,
}

/// The header under which every asset may be kept: a changed file has another address.
pub const CACHE_CONTROL: &str = "public, max-age=31536000, immutable";

/// The asset at an address, for the route that serves them.
pub fn find(href: &str) -> Option<&'static Asset> {
    all().iter().find(|asset| asset.href == href)
}

/// The address of an asset by its plain name; empty if there is none.
pub fn href(name: &str) -> &'static str {
    let found = all().iter().find(|asset| asset.name == name);
    debug_assert!(found.is_some(), "no asset is called {name}");
    found.map_or("", |asset| asset.href.as_str())
}

/// Every asset.
pub fn all() -> &'static [Asset] {
    &ASSETS
}

const STYLE: &str = concat!(
    include_str!("../ui/tokens.css"),
    include_str!("../ui/base.css"),
    include_str!("../ui/layout/layout.css"),
    include_str!("../ui/nav/nav.css"),
    include_str!("../ui/button/button.css"),
    include_str!("../ui/card/card.css"),
    include_str!("../ui/tag/tag.css"),
    include_str!("../ui/notice/notice.css"),
    include_str!("../ui/errors/errors.css"),
    include_str!("../ui/form/form.css"),
    include_str!("../ui/summary/summary.css"),
    include_str!("../ui/task_list/task_list.css"),
    include_str!("../ui/table/table.css"),
    include_str!("../ui/grid/grid.css"),
    include_str!("../ui/progress/progress.css"),
    include_str!("../ui/stepper/stepper.css"),
    include_str!("../ui/empty/empty.css"),
    include_str!("../ui/popover/popover.css"),
    include_str!("../ui/pages/pages.css"),
    include_str!("../ui/tree/tree.css"),
    include_str!("../ui/live/live.css"),
    include_str!("../session/session.css"),
    include_str!("../section/section.css"),
    include_str!("../report/report.css"),
    include_str!("../unit/unit.css"),
    include_str!("../people/people.css"),
    include_str!("../reorganisation/reorganisation.css"),
    include_str!("../problem/problem.css"),
    include_str!("../campaign/campaign.css"),
    include_str!("../figures/figures.css"),
    include_str!("../plan/plan.css"),
    include_str!("../plan_text/plan_text.css"),
    include_str!("../submission/submission.css"),
    include_str!("../receipt/receipt.css"),
    include_str!("../queue/queue.css"),
    include_str!("../review/review.css"),
    include_str!("../library/library.css"),
    include_str!("../task/task.css"),
    include_str!("../group/group.css"),
    include_str!("../help/help.css"),
    include_str!("../amendment/amendment.css"),
    include_str!("../ui/print.css"),
);

const REGULAR: &[u8] = include_bytes!("../../../../fonts/noto-sans-400.woff2");
const BOLD: &[u8] = include_bytes!("../../../../fonts/noto-sans-700.woff2");
const SCRIPTS: [(&str, &str); 6] = [
    ("autosave.js", include_str!("../ui/form/autosave.js")),
    ("grid.js", include_str!("../ui/grid/grid.js")),
    ("live.js", include_str!("../ui/live/live.js")),
    ("outline.js", include_str!("../campaign/outline.js")),
    ("plan.js", include_str!("../plan/plan.js")),
    ("suggest.js", include_str!("../ui/form/suggest.js")),
];

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let named_in_style = [
        asset("noto-sans-400.woff2", "font/woff2", Cow::Borrowed(REGULAR)),
        asset("noto-sans-700.woff2", "font/woff2", Cow::Borrowed(BOLD)),
        asset("check.svg", "image/svg+xml", Cow::Borrowed(include_bytes!("check.svg"))),
    ];
    let style = named_in_style
        .iter()
        .fold(STYLE.to_owned(), |style, file| style.replace(file.name, &file.href));
    let mut assets = vec![
        asset("style.css", "text/css; charset=utf-8", Cow::Owned(style.into_bytes())),
        asset("icon.svg", "image/svg+xml", Cow::Borrowed(include_bytes!("icon.svg"))),
    ];
    assets.extend(named_in_style);
    assets.extend(SCRIPTS.map(|(name, text)| {
        asset(name, "text/javascript; charset=utf-8", Cow::Borrowed(text.as_bytes()))
    }));
    assets
});

fn asset(name: &'static str, content_type: &'static str, bytes: Cow<'static, [u8]>) -> Asset {
    let hash: String =
        Sha256::digest(&bytes).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let gzip = gzip(&bytes).filter(|short| short.len() < bytes.len());
    Asset { name, href: format!("/assets/{stem}.{hash}.{ending}"), content_type, bytes, gzip }
}

fn gzip(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes).and_then(|()| writer.finish()).ok()
}
