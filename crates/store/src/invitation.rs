//! Links by which somebody sets a password, kept only as hashes.

use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::values;
use domain::id::PersonId;
use domain::person::Purpose;
use jiff::Timestamp;

/// A link that is out (lời mời).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub person: PersonId,
    pub purpose: Purpose,
    pub expires: Timestamp,
}

/// Puts a link out in place of any other of the same person.
pub async fn put(
    tx: &mut Tx<'_>,
    token: &[u8; 32],
    invitation: &Invitation,
    now: Timestamp,
) -> Result<()> {
    delete(tx, invitation.person).await?;
    tx.execute(
        "insert into invitation (token_hash, person_id, purpose, made, expires)
         values ($1, $2, $3, $4, $5)",
        values![*token, invitation.person, invitation.purpose.name(), now, invitation.expires],
    )
    .await?;
    Ok(())
}

/// The link a token opens, whether or not it is still good.
pub async fn find(tx: &mut Tx<'_>, token: &[u8; 32]) -> Result<Option<Invitation>> {
    tx.find(
        "select person_id, purpose, expires from invitation where token_hash = $1",
        values![*token],
    )
    .await
}

/// The link that is out for a person.
pub async fn find_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Option<Invitation>> {
    tx.find(
        "select person_id, purpose, expires from invitation where person_id = $1",
        values![person],
    )
    .await
}

pub async fn delete(tx: &mut Tx<'_>, person: PersonId) -> Result<()> {
    tx.execute("delete from invitation where person_id = $1", values![person]).await?;
    Ok(())
}

impl FromRow for Invitation {
    fn from_row(mut row: Row) -> Result<Invitation> {
        let person = row.take()?;
        let purpose: String = row.take()?;
        let purpose = Purpose::parse(&purpose)
            .ok_or_else(|| StoreError::Corrupt(format!("{purpose:?} is no purpose of a link")))?;
        Ok(Invitation { person, purpose, expires: row.take()? })
    }
}
