use super::*;
use crate::fences::files;

#[test]
fn a_slice_is_every_file_of_that_name() {
    let tree = files(&[
        ("crates/app/src/submission/extend.rs", ""),
        ("crates/domain/src/submission.rs", ""),
        ("crates/domain/src/submissions.rs", ""),
        ("crates/store/src/campaign.rs", ""),
        ("crates/web/ftl/vi/submission.ftl", ""),
        ("crates/web/src/submission/page.html", ""),
    ]);
    let found: Vec<&str> =
        of_feature(&tree, "submission").into_iter().map(|file| file.path.as_str()).collect();
    assert_eq!(
        found,
        [
            "crates/app/src/submission/extend.rs",
            "crates/domain/src/submission.rs",
            "crates/web/ftl/vi/submission.ftl",
            "crates/web/src/submission/page.html",
        ]
    );
    assert_eq!(part_of(found[0]), "crates/app");
}
