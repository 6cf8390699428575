use super::*;
use crate::fences::check_rows;

#[test]
fn a_name_that_says_nothing_is_found() {
    check_rows(
        complaints,
        &[
            (&[("crates/app/src/submission/extend.rs", ""), ("docs/types.md", "")], &[]),
            (&[("a/utils.rs", "")], &["a/utils.rs: “utils” says nothing"]),
            (&[("a/common/page.html", "")], &["a/common/page.html: “common” says nothing"]),
        ],
    );
}
