use super::*;
use crate::fences::check_rows;

#[test]
fn a_path_that_leads_nowhere_is_found() {
    let rows: &[(&str, &[&str])] = &[
        ("see `crates/app/src/submission.rs` and `app/src/`", &[]),
        ("see `crates/app/src/gone.rs`", &["README.md:1: there is no crates/app/src/gone.rs"]),
        ("\n`crates/gone`", &["README.md:2: there is no crates/gone"]),
        ("`STYLE.md`", &["README.md:1: there is no STYLE.md"]),
        ("`cargo run`, `text/html`, `target/pg`, `<feature>/api.rs`, `.rs`, gone.rs", &[]),
    ];
    for (text, expected) in rows {
        let tree = [("README.md", *text), ("crates/app/src/submission.rs", "")];
        check_rows(complaints, &[(&tree, expected)]);
    }
    check_rows(complaints, &[(&[("notes.txt", "`gone.rs`")], &[])]);
}
