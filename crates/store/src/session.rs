//! Sessions: reference tokens, kept only as hashes.

use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::values;
use domain::id::{PersonId, SeatId, SessionId};
use domain::session::{Device, Stamps};
use jiff::Timestamp;

/// Somebody signed in on a device (phiên làm việc).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    pub id: SessionId,
    pub person: PersonId,
    pub seat: SeatId,
    pub device: Device,
    /// What the browser calls itself.
    pub browser: String,
    pub opened: Timestamp,
    pub stamps: Stamps,
}

pub async fn insert(tx: &mut Tx<'_>, token: &[u8; 32], session: &Session) -> Result<()> {
    tx.execute(
        "insert into session (token_hash, id, person_id, seat_id, device, browser, opened, confirmed,
                              seen)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![
            *token,
            session.id,
            session.person,
            session.seat,
            session.device.name(),
            &session.browser,
            session.opened,
            session.stamps.confirmed,
            session.stamps.seen
        ],
    )
    .await?;
    Ok(())
}

/// Goes on under another token, acting from `seat`.
pub async fn put_seat(
    tx: &mut Tx<'_>,
    (before, after): (&[u8; 32], &[u8; 32]),
    seat: SeatId,
) -> Result<()> {
    tx.execute(
        "update session set token_hash = $2, seat_id = $3 where token_hash = $1",
        values![*before, *after, seat],
    )
    .await?;
    Ok(())
}

/// Goes on under another token, the person having proved who they are.
pub async fn put_confirmed(
    tx: &mut Tx<'_>,
    (before, after): (&[u8; 32], &[u8; 32]),
    now: Timestamp,
) -> Result<()> {
    tx.execute(
        "update session set token_hash = $2, confirmed = $3, seen = $3 where token_hash = $1",
        values![*before, *after, now],
    )
    .await?;
    Ok(())
}

pub async fn put_seen(tx: &mut Tx<'_>, token: &[u8; 32], now: Timestamp) -> Result<()> {
    tx.execute("update session set seen = $2 where token_hash = $1", values![*token, now]).await?;
    Ok(())
}

/// The sessions of a person, the one used last first.
pub async fn list_of(tx: &mut Tx<'_>, person: PersonId) -> Result<Vec<Session>> {
    tx.list(
        "select id, person_id, seat_id, device, browser, opened, confirmed, seen from session
         where person_id = $1 order by seen desc, id limit 100",
        values![person],
    )
    .await
}

pub async fn delete(tx: &mut Tx<'_>, token: &[u8; 32]) -> Result<()> {
    tx.execute("delete from session where token_hash = $1", values![*token]).await?;
    Ok(())
}

/// Ends a session of a person; says whether there was one.
pub async fn delete_one(tx: &mut Tx<'_>, person: PersonId, session: SessionId) -> Result<bool> {
    let ended = tx
        .execute("delete from session where person_id = $1 and id = $2", values![person, session])
        .await?;
    Ok(ended > 0)
}

/// Ends every session of a person but `kept`; gives how many.
pub async fn delete_all(tx: &mut Tx<'_>, person: PersonId, kept: Option<SessionId>) -> Result<u64> {
    match kept {
        Some(kept) => {
            tx.execute(
                "delete from session where person_id = $1 and id <> $2",
                values![person, kept],
            )
            .await
        }
        None => tx.execute("delete from session where person_id = $1", values![person]).await,
    }
}

/// Removes the sessions nobody proved since; gives how many.
pub async fn delete_before(tx: &mut Tx<'_>, confirmed: Timestamp) -> Result<u64> {
    tx.execute("delete from session where confirmed <= $1", values![confirmed]).await
}

impl FromRow for Session {
    fn from_row(mut row: Row) -> Result<Session> {
        let (id, person, seat) = (row.take()?, row.take()?, row.take()?);
        let device = read_device(&row.take::<String>()?)?;
        let (browser, opened) = (row.take()?, row.take()?);
        let stamps = Stamps { confirmed: row.take()?, seen: row.take()? };
        Ok(Session { id, person, seat, device, browser, opened, stamps })
    }
}

pub(crate) fn read_device(name: &str) -> Result<Device> {
    Device::parse(name).ok_or_else(|| StoreError::Corrupt(format!("{name:?} is no device")))
}
