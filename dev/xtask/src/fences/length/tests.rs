use super::*;
use crate::fences::check_rows;

#[test]
fn only_what_is_too_long_is_named() {
    let (fits, long) = ("\n".repeat(400), "\n".repeat(401));
    check_rows(
        complaints,
        &[
            (&[("a.rs", &fits), ("src/a/tests.rs", &long), ("tests/it/a.rs", &long)], &[]),
            (&[("a.rs", &long)], &["a.rs has 401 lines; at most 400"]),
            (&[("a.js", &fits)], &["a.js has 400 lines; at most 150"]),
            (&[("a.md", &long)], &[]),
        ],
    );
}
