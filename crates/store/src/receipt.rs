//! What receipts state of the versions that were sent.

use crate::db::{FromRow, Result, Row, Tx};
use crate::permit::{Permit, ReadSubmitted};
use crate::values;
use domain::receipt::{Anchor, Proven};
use uuid::Uuid;

/// What ties a version to this installation and its chain of events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    pub installation: Uuid,
    pub leaf: [u8; 32],
    pub anchor: Anchor,
}

/// Whether a version that a receipt proves is kept here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// With the very content the receipt names.
    Here,
    /// Not, though it was received: the data is older than the receipt, or another installation's.
    Missing,
}

/// The tie of a version.
pub async fn tie(tx: &mut Tx<'_>, permit: &Permit<ReadSubmitted>, version: i64) -> Result<Tie> {
    let of = permit.assignment();
    tx.get(
        "select i.id, e.leaf, n.anchor_position, n.anchor_head
         from submission n join event e on e.id = n.event_id cross join installation i
         where n.campaign_id = $1 and n.body_id = $2 and n.version = $3",
        values![of.campaign, of.body, version],
    )
    .await
}

/// Whether what a receipt proves is kept here. Whoever holds a receipt that is proved may know.
pub async fn find_kept(tx: &mut Tx<'_>, proven: &Proven) -> Result<Kept> {
    let stated = proven.statement();
    let found: Option<(i64,)> = tx
        .find(
            "select n.version from submission n join event e on e.id = n.event_id
             where n.campaign_id = $1 and n.body_id = $2 and n.version = $3 and n.hash = $4
               and e.leaf = $5",
            values![stated.campaign, stated.unit, stated.version, stated.content, stated.leaf],
        )
        .await?;
    Ok(found.map_or(Kept::Missing, |_| Kept::Here))
}

impl FromRow for Tie {
    fn from_row(mut row: Row) -> Result<Tie> {
        Ok(Tie {
            installation: row.take()?,
            leaf: row.take()?,
            anchor: Anchor { position: row.take()?, head: row.take()? },
        })
    }
}
