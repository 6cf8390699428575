//! What happened, and the one order of it.
//!
//! An event is inserted without a number and marked unsealed. One sealer at a time gives the next
//! position and chains the hash; `position` is the only order there is.

use crate::db::{FromRow, Result, Row, Tx};
use crate::scope::Scope;
use crate::values;
use domain::id::{BodyId, CampaignId, EventId, SeatId};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

/// Something that happened (sự kiện).
#[derive(Clone, Debug)]
pub struct Event {
    pub id: EventId,
    pub at: Timestamp,
    /// Past tense, `noun.verb`: `submission.received`.
    pub kind: &'static str,
    pub seat: Option<SeatId>,
    pub body: Option<BodyId>,
    pub campaign: Option<CampaignId>,
    /// JSON without personal text.
    pub facts: String,
}

/// The end of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    pub position: i64,
    pub hash: [u8; 32],
}

/// Records an event; it is sealed with the batch or soon after. Gives its leaf hash.
pub async fn record(tx: &mut Tx<'_>, event: &Event) -> Result<[u8; 32]> {
    let leaf = leaf(
        event.id,
        event.at,
        event.kind,
        (event.seat, event.body, event.campaign),
        &event.facts,
    );
    tx.execute(
        "insert into event (id, at, kind, seat_id, body_id, campaign_id, facts, leaf)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![
            event.id,
            event.at,
            event.kind,
            event.seat,
            event.body,
            event.campaign,
            &event.facts,
            leaf
        ],
    )
    .await?;
    tx.execute("insert into unsealed (event_id) values ($1)", values![event.id]).await?;
    Ok(leaf)
}

/// Begins the chain of a new installation.
pub async fn begin_chain(tx: &mut Tx<'_>, installation: uuid::Uuid, now: Timestamp) -> Result<()> {
    tx.execute(
        "insert into installation (id, created) values ($1, $2)",
        &[crate::db::Value::Id(installation), now.into()],
    )
    .await?;
    tx.execute(
        "insert into chain (one, position, head) values (1, 0, $1)",
        values![first_hash(installation)],
    )
    .await?;
    Ok(())
}

/// Seals up to `limit` events; gives the head and how many were sealed. Whoever updates the row of
/// the chain first is the sealer; a second one waits or conflicts.
pub async fn seal(tx: &mut Tx<'_>, limit: i64) -> Result<(Head, usize)> {
    let waiting: Vec<(EventId, [u8; 32])> = tx
        .list(
            "select e.id, e.leaf from unsealed u join event e on e.id = u.event_id
             order by e.at, e.id limit $1",
            values![limit],
        )
        .await?;
    if waiting.is_empty() {
        return Ok((head(tx).await?, 0));
    }
    tx.execute("update chain set position = position where one = 1", &[]).await?;
    let Head { mut position, mut hash } = head(tx).await?;
    for (event, leaf) in &waiting {
        position += 1;
        hash = link(&hash, position, leaf);
        tx.execute(
            "insert into sealed (position, event_id, head) values ($1, $2, $3)",
            values![position, *event, hash],
        )
        .await?;
        tx.execute("delete from unsealed where event_id = $1", values![*event]).await?;
    }
    tx.execute("update chain set position = $1, head = $2 where one = 1", values![position, hash])
        .await?;
    Ok((Head { position, hash }, waiting.len()))
}

/// The end of the chain.
pub async fn head(tx: &mut Tx<'_>) -> Result<Head> {
    let (position, hash) = tx.get("select position, head from chain where one = 1", &[]).await?;
    Ok(Head { position, hash })
}

/// Where an event stands in the order; `None` until it is sealed.
pub async fn find_position(tx: &mut Tx<'_>, event: EventId) -> Result<Option<i64>> {
    let found: Option<(i64,)> =
        tx.find("select position from sealed where event_id = $1", values![event]).await?;
    Ok(found.map(|(position,)| position))
}

/// The newest position after `position` at which something happened that touches the seat: about
/// its own unit, a unit pinned below it, a report that comes to it, or the issuer of a campaign that
/// asks it. In one campaign, or in any.
pub async fn find_touching(
    tx: &mut Tx<'_>,
    scope: &Scope,
    campaign: Option<CampaignId>,
    position: i64,
) -> Result<Option<i64>> {
    // Joined crosswise, SQLite walks back from the newest event and stops at the first that touches.
    let found: Option<(i64,)> = tx
        .find(
            "select s.position
             from sealed s cross join event e cross join assignment mine cross join assignment a
             where s.position > $2 and e.id = s.event_id
               and e.campaign_id = coalesce($3, e.campaign_id)
               and mine.campaign_id = e.campaign_id and mine.body_id = $1
               and a.campaign_id = e.campaign_id and a.body_id = e.body_id
               and ((a.lo >= mine.lo and a.lo < mine.hi) or a.receiver_id = $1 or a.lo = 0)
             order by s.position desc limit 1",
            values![scope.unit(), position, campaign],
        )
        .await?;
    Ok(found.map(|(position,)| position))
}

/// A link of the chain as stored, with the event it seals (mắt xích).
#[derive(Clone, Debug)]
pub struct Link {
    pub position: i64,
    pub head: [u8; 32],
    pub stored_leaf: [u8; 32],
    pub id: EventId,
    pub at: Timestamp,
    pub kind: String,
    pub seat: Option<SeatId>,
    pub body: Option<BodyId>,
    pub campaign: Option<CampaignId>,
    pub facts: String,
}

impl Link {
    /// The leaf hash, worked out again from the event.
    pub fn leaf(&self) -> [u8; 32] {
        leaf(self.id, self.at, &self.kind, (self.seat, self.body, self.campaign), &self.facts)
    }
}

/// The links after `position`, in order, at most `limit`.
pub async fn list_links(tx: &mut Tx<'_>, position: i64, limit: i64) -> Result<Vec<Link>> {
    tx.list(
        "select s.position, s.head, e.leaf, e.id, e.at, e.kind, e.seat_id, e.body_id,
                e.campaign_id, e.facts
         from sealed s join event e on e.id = s.event_id
         where s.position > $1 order by s.position limit $2",
        values![position, limit],
    )
    .await
}

/// Which installation this is.
pub async fn installation(tx: &mut Tx<'_>) -> Result<uuid::Uuid> {
    let (id,) = tx.get("select id from installation", &[]).await?;
    Ok(id)
}

/// The hash before the first link: that of the installation.
pub fn first_hash(installation: uuid::Uuid) -> [u8; 32] {
    Sha256::new().chain_update(b"tongket/1").chain_update(installation.as_bytes()).finalize().into()
}

/// One link: the hash of what was before, the position and the event's leaf.
pub fn link(before: &[u8; 32], position: i64, leaf: &[u8; 32]) -> [u8; 32] {
    Sha256::new()
        .chain_update(b"link/1")
        .chain_update(before)
        .chain_update(position.to_be_bytes())
        .chain_update(leaf)
        .finalize()
        .into()
}

impl FromRow for Link {
    fn from_row(mut row: Row) -> Result<Link> {
        Ok(Link {
            position: row.take()?,
            head: row.take()?,
            stored_leaf: row.take()?,
            id: row.take()?,
            at: row.take()?,
            kind: row.take()?,
            seat: row.take()?,
            body: row.take()?,
            campaign: row.take()?,
            facts: row.take()?,
        })
    }
}

type About = (Option<SeatId>, Option<BodyId>, Option<CampaignId>);

fn leaf(id: EventId, at: Timestamp, kind: &str, about: About, facts: &str) -> [u8; 32] {
    let (seat, body, campaign) = about;
    let optional = [seat.map(|s| s.0), body.map(|b| b.0), campaign.map(|c| c.0)];
    let mut hash = Sha256::new().chain_update(b"event/1").chain_update(id.0.as_bytes());
    hash.update(at.as_millisecond().to_be_bytes());
    for text in [kind, facts] {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    }
    for id in optional {
        hash.update([u8::from(id.is_some())]);
        hash.update(id.unwrap_or_default().as_bytes());
    }
    hash.finalize().into()
}
