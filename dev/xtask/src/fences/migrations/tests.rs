use super::*;
use crate::fences::check_rows;

#[test]
fn a_step_that_one_database_lacks_is_found() {
    let of = |database: &str, name: &str| format!("{FOLDER}/{database}/{name}");
    let (one, other) = (of("sqlite", "0001_first.sql"), of("postgres", "0001_first.sql"));
    let (three, late) = (of("sqlite", "0003_x.sql"), of("postgres", "0003_x.sql"));
    check_rows(
        complaints,
        &[
            (&[(&one, ""), (&other, "")], &[]),
            (&[(&one, "")], &["crates/store/migrations: only one database has 0001_first.sql"]),
            (
                &[(&one, ""), (&other, ""), (&three, ""), (&late, "")],
                &["crates/store/migrations: 0003 where 0002 is due"],
            ),
        ],
    );
}
