//! Acts already done, with their outcome, so that the same act again gives the same answer.

use crate::db::{Result, Tx};
use crate::values;
use domain::id::PersonId;
use jiff::Timestamp;

/// An act done before under the same key (việc đã thực hiện).
#[derive(Clone, Debug)]
pub struct Done {
    /// Hash of what was asked then.
    pub request: [u8; 32],
    pub outcome: String,
}

pub async fn find(tx: &mut Tx<'_>, person: PersonId, key: &str) -> Result<Option<Done>> {
    let found: Option<([u8; 32], String)> = tx
        .find(
            "select request, outcome from done where person_id = $1 and act_key = $2",
            values![person, key],
        )
        .await?;
    Ok(found.map(|(request, outcome)| Done { request, outcome }))
}

pub async fn insert(
    tx: &mut Tx<'_>,
    (person, key): (PersonId, &str),
    request: [u8; 32],
    outcome: &str,
    at: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into done (person_id, act_key, request, outcome, at) values ($1, $2, $3, $4, $5)",
        values![person, key, request, outcome, at],
    )
    .await?;
    Ok(())
}
