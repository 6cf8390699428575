//! Sessions: reference tokens, kept only as hashes.

use crate::db::{Result, Tx};
use crate::values;
use domain::id::{PersonId, SeatId};
use jiff::Timestamp;

pub async fn insert(
    tx: &mut Tx<'_>,
    token: &[u8; 32],
    (person, seat): (PersonId, SeatId),
    now: Timestamp,
    expires: Timestamp,
) -> Result<()> {
    tx.execute(
        "insert into session (token_hash, person_id, seat_id, created, expires)
         values ($1, $2, $3, $4, $5)",
        values![*token, person, seat, now, expires],
    )
    .await?;
    Ok(())
}

pub async fn put_seat(tx: &mut Tx<'_>, token: &[u8; 32], seat: SeatId) -> Result<()> {
    tx.execute("update session set seat_id = $2 where token_hash = $1", values![*token, seat])
        .await?;
    Ok(())
}

pub async fn delete(tx: &mut Tx<'_>, token: &[u8; 32]) -> Result<()> {
    tx.execute("delete from session where token_hash = $1", values![*token]).await?;
    Ok(())
}

/// Removes what has run out; gives how many.
pub async fn delete_expired(tx: &mut Tx<'_>, now: Timestamp) -> Result<u64> {
    tx.execute("delete from session where expires <= $1", values![now]).await
}
