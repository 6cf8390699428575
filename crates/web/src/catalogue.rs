use std::sync::LazyLock;
use words::{Catalogue, Lang, WordFile};

/// All words a page can say: those of `words` and those beside each page.
pub static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    let files: Vec<WordFile> =
        words::FILES.iter().chain(FEATURES.iter().flatten()).copied().collect();
    Catalogue::new(&files).expect("the words of the pages are tested")
});

macro_rules! feature {
    ($folder:literal) => {
        [
            WordFile {
                lang: Lang::Vi,
                path: concat!($folder, "/vi.ftl"),
                text: include_str!(concat!($folder, "/vi.ftl")),
            },
            WordFile {
                lang: Lang::En,
                path: concat!($folder, "/en.ftl"),
                text: include_str!(concat!($folder, "/en.ftl")),
            },
        ]
    };
}

/// The words beside the pages, a row per feature.
pub(crate) const FEATURES: &[[WordFile; 2]] = &[
    feature!("ui"),
    feature!("gallery"),
    feature!("session"),
    feature!("work"),
    feature!("section"),
    feature!("grid"),
    feature!("submission"),
    feature!("receipt"),
    feature!("queue"),
    feature!("own_part"),
    feature!("review"),
    feature!("figures"),
    feature!("plan"),
    feature!("plan_text"),
    feature!("campaign"),
    feature!("library"),
    feature!("task"),
    feature!("group"),
    feature!("amendment"),
    feature!("acknowledgement"),
    feature!("report"),
    feature!("unit"),
    feature!("reorganisation"),
    feature!("register"),
    feature!("people"),
    feature!("help"),
    feature!("problem"),
];
