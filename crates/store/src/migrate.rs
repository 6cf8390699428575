//! The schema, brought up to date step by step; the same numbers on both databases.

use crate::db::{Result, Tx};
use crate::values;

/// A step of the schema on both databases.
pub struct Step {
    pub number: i64,
    pub sqlite: &'static str,
    pub postgres: &'static str,
}

/// Every step, in order.
pub const STEPS: &[Step] = &[Step {
    number: 1,
    sqlite: include_str!("../migrations/sqlite/0001_first.sql"),
    postgres: include_str!("../migrations/postgres/0001_first.sql"),
}];

/// The number of the newest step.
pub const NEWEST: i64 = STEPS[STEPS.len() - 1].number;

/// How the schema found stands to the one this program knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Schema {
    Current,
    /// Steps after this number are missing.
    Behind(i64),
    /// The data were written by a newer program.
    Newer(i64),
}

/// Reads how far the schema is, making its own table where there is none.
pub async fn check(tx: &mut Tx<'_>) -> Result<Schema> {
    tx.execute("create table if not exists schema_step (number bigint primary key)", &[]).await?;
    let (found,): (i64,) =
        tx.get("select cast(coalesce(max(number), 0) as bigint) from schema_step", &[]).await?;
    let newest = NEWEST;
    Ok(match found {
        found if found == newest => Schema::Current,
        found if found > newest => Schema::Newer(found),
        found => Schema::Behind(found),
    })
}

/// Applies the steps after `found`.
pub async fn apply(tx: &mut Tx<'_>, found: i64) -> Result<()> {
    for step in STEPS.iter().filter(|step| step.number > found) {
        tx.script(step.sqlite, step.postgres).await?;
        tx.execute("insert into schema_step (number) values ($1)", values![step.number]).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
