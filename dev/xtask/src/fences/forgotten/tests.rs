use super::*;
use crate::fences::check_rows;

#[test]
fn a_test_that_nobody_names_is_found() {
    let main = "crates/app/tests/it/main.rs";
    let submit = ("crates/app/tests/it/submit.rs", "");
    let unit = ("crates/app/src/text/tests.rs", "");
    check_rows(
        complaints,
        &[
            (&[(main, "mod submit;"), submit], &[]),
            (
                &[(main, "// mod submit;"), submit],
                &["crates/app/tests/it/submit.rs is named by no module and never runs"],
            ),
            (&[("crates/app/tests/alone.rs", "")], &[]),
            (&[("crates/app/src/text.rs", "#[cfg(test)]\nmod tests;"), unit], &[]),
            (&[("crates/app/src/text/mod.rs", "mod tests;"), unit], &[]),
            (
                &[("crates/app/src/text.rs", ""), unit],
                &["crates/app/src/text/tests.rs is named by no module and never runs"],
            ),
            (
                &[
                    (main, "mod deep;"),
                    ("crates/app/tests/it/deep/mod.rs", "mod far;"),
                    ("crates/app/tests/it/deep/far.rs", ""),
                ],
                &[],
            ),
        ],
    );
}
