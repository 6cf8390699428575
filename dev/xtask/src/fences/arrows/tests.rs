use super::*;
use crate::fences::check_rows;

#[test]
fn an_arrow_outside_the_table_is_found() {
    let web = "crates/web/Cargo.toml";
    check_rows(
        complaints,
        &[
            (&[(web, "[dependencies]\napp.workspace = true\naxum.workspace = true")], &[]),
            (&[(web, "[dependencies]\nstore.workspace = true")], &["web may not know store"]),
            (
                &[(web, "[build-dependencies]\ntongket-press = { path = \"../press\" }")],
                &["web may not know press"],
            ),
            (&[(web, "[dependencies]\ntestkit.workspace = true")], &["web may not know testkit"]),
            (&[(web, "[dev-dependencies]\ntestkit.workspace = true")], &[]),
            (&[(web, "[features]\nstore = []")], &[]),
            (&[("crates/odd/Cargo.toml", "")], &["odd has no row in the table of arrows"]),
            (&[("Cargo.toml", "[workspace.dependencies]\nstore = \"1\"")], &[]),
        ],
    );
}
