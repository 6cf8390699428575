//! Versions of a plan after it was issued, and the amendment its officers are at.

use crate::assignment::Assignment;
use crate::campaign::{Campaign, SetUp};
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::scope::Scope;
use crate::values;
use domain::amendment::{Draft, Item, Whom};
use domain::id::{BodyId, CampaignId, EventId};
use jiff::Timestamp;
use jiff::civil::Date;

/// A version of a plan after it was issued (lần điều chỉnh).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amendment {
    /// Of the plan: 2 after the first amendment.
    pub version: i64,
    pub reason: String,
    /// The deciding document; empty where a deadline was put off without one.
    pub number: String,
    pub day: Option<Date>,
    pub person: String,
    pub title: String,
    pub at: Timestamp,
}

/// An item of an amendment, with the version and whom it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemRow {
    pub version: i64,
    pub whom: Whom,
    pub item: Item,
}

/// An amendment about to be kept.
#[derive(Clone, Debug)]
pub struct NewAmendment<'a> {
    pub reason: &'a str,
    pub number: &'a str,
    pub day: Option<Date>,
    pub items: &'a [(Whom, Item)],
    pub event: EventId,
}

/// The amendment the officers of a campaign are at, as typed (điều chỉnh đang soạn).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amending {
    pub reason: String,
    pub number: String,
    /// As typed, right or wrong.
    pub day: String,
    pub draft: Draft,
    /// 0 where nothing was saved yet.
    pub rev: i64,
}

/// Makes a further version of an issued plan; gives its number, or `None` where somebody was faster.
pub async fn insert(
    tx: &mut Tx<'_>,
    scope: &Scope,
    set_up: &SetUp,
    new: &NewAmendment<'_>,
    at: Timestamp,
) -> Result<Option<i64>> {
    let Campaign { id, plan_version, .. } = set_up.campaign();
    let touched = tx
        .execute(
            "update campaign set plan_version = plan_version + 1
             where id = $1 and plan_version = $2 and issued is not null",
            values![*id, *plan_version],
        )
        .await?;
    if touched != 1 {
        return Ok(None);
    }
    let version = plan_version + 1;
    tx.execute(
        "insert into amendment (campaign_id, plan_version, reason, number, day, seat_id, at, event_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8)",
        values![*id, version, new.reason, new.number, new.day, scope.seat(), at, new.event],
    )
    .await?;
    for (ord, (whom, item)) in (0i64..).zip(new.items) {
        let (tier, body) = match whom {
            Whom::Units => (None, None),
            Whom::Tier(key) => (Some(key.as_str()), None),
            Whom::Body(body) => (None, Some(*body)),
        };
        let facts = serde_json::to_string(item).map_err(|e| StoreError::Corrupt(e.to_string()))?;
        tx.execute(
            "insert into amendment_item (campaign_id, plan_version, ord, kind, tier_key, body_id, facts)
             values ($1, $2, $3, $4, $5, $6, $7)",
            values![*id, version, ord, item.kind(), tier, body, facts],
        )
        .await?;
    }
    Ok(Some(version))
}

/// Every version after the plan as issued, newest first. The caller has reached the campaign.
pub async fn list(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<Amendment>> {
    tx.list(
        "select m.plan_version, m.reason, m.number, m.day, p.name, s.title, m.at
         from amendment m join seat s on s.id = m.seat_id join person p on p.id = s.person_id
         where m.campaign_id = $1 order by m.plan_version desc",
        values![campaign],
    )
    .await
}

/// Every item of every version, in order. The caller has reached the campaign.
pub async fn list_items(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<ItemRow>> {
    tx.list(
        "select plan_version, tier_key, body_id, facts from amendment_item
         where campaign_id = $1 order by plan_version, ord",
        values![campaign],
    )
    .await
}

/// The items after a version that concern an assignment, in order. The caller has reached it.
pub async fn list_concerning(tx: &mut Tx<'_>, of: &Assignment, after: i64) -> Result<Vec<ItemRow>> {
    tx.list(
        "select plan_version, tier_key, body_id, facts from amendment_item
         where campaign_id = $1 and plan_version > $2 and (body_id = $3 or tier_key = $4
           or (body_id is null and tier_key is null and $5))
         order by plan_version, ord",
        values![of.campaign, after, of.body, &of.tier, of.figures],
    )
    .await
}

/// The amendment that is open, if one is. The caller may set the campaign up.
pub async fn find_open(tx: &mut Tx<'_>, set_up: &SetUp) -> Result<Option<Amending>> {
    tx.find(
        "select reason, number, day, draft, rev from amending where campaign_id = $1",
        values![set_up.campaign().id],
    )
    .await
}

/// Keeps the open amendment, where its `rev` is still the one read; false where it is not.
pub async fn put_open(
    tx: &mut Tx<'_>,
    scope: &Scope,
    set_up: &SetUp,
    open: &Amending,
    at: Timestamp,
) -> Result<bool> {
    let campaign = set_up.campaign().id;
    let draft =
        serde_json::to_string(&open.draft).map_err(|e| StoreError::Corrupt(e.to_string()))?;
    let Amending { reason, number, day, rev, .. } = open;
    let seat = scope.seat();
    let touched = if *rev == 0 {
        tx.execute(
            "insert into amending (campaign_id, reason, number, day, draft, seat_id, at, rev)
             values ($1, $2, $3, $4, $5, $6, $7, 1) on conflict (campaign_id) do nothing",
            values![campaign, reason, number, day, draft, seat, at],
        )
        .await?
    } else {
        tx.execute(
            "update amending set reason = $2, number = $3, day = $4, draft = $5, seat_id = $6,
                    at = $7, rev = rev + 1
             where campaign_id = $1 and rev = $8",
            values![campaign, reason, number, day, draft, seat, at, *rev],
        )
        .await?
    };
    Ok(touched == 1)
}

/// Lets the open amendment go, where its `rev` is still the one read; false where it is not.
pub async fn clear_open(tx: &mut Tx<'_>, set_up: &SetUp, rev: i64) -> Result<bool> {
    let touched = tx
        .execute(
            "delete from amending where campaign_id = $1 and rev = $2",
            values![set_up.campaign().id, rev],
        )
        .await?;
    Ok(touched == 1)
}

/// A body of an issued campaign as an amendment sees it (đơn vị trong đợt).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedRow {
    pub body: BodyId,
    pub name: String,
    pub short: String,
    pub above: Option<BodyId>,
    pub tier: String,
    /// The tier of its level, whatever exception it is in.
    pub level: String,
    pub asked: bool,
    /// False for an organ.
    pub figures: bool,
    /// Whether anything was ever sent.
    pub sent: bool,
    /// Whether it answers the common outline.
    pub common: bool,
}

/// How a body is asked (cách giao báo cáo): its tier, to whom it sends, through which organ there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asking {
    pub tier: String,
    pub receiver: BodyId,
    pub via: Option<BodyId>,
}

/// Every body below the issuer in the order of the pinned tree.
pub async fn list_asked(tx: &mut Tx<'_>, set_up: &SetUp) -> Result<Vec<AskedRow>> {
    tx.list(
        "select a.body_id, b.name, b.short, a.above_id, a.tier_key, a.level_key, a.asked, a.figures,
                a.stage_version is not null, o.for_body is null
         from assignment a join body b on b.id = a.body_id
         left join (select distinct for_body from section
                    where campaign_id = $1 and for_body is not null) o on o.for_body = a.body_id
         where a.campaign_id = $1 and a.body_id <> $2 order by a.lo",
        values![set_up.campaign().id, set_up.campaign().unit],
    )
    .await
}

/// Asks a body of an issued campaign from now on, with where it sends to; or asks it no more.
pub async fn put_asked(
    tx: &mut Tx<'_>,
    set_up: &SetUp,
    body: BodyId,
    to: Option<&Asking>,
) -> Result<()> {
    tx.execute(
        "update assignment set asked = $3, receiver_id = $4, via_id = $5,
                tier_key = coalesce($6, tier_key), rev = rev + 1
         where campaign_id = $1 and body_id = $2",
        values![
            set_up.campaign().id,
            body,
            to.is_some(),
            to.map(|to| to.receiver),
            to.and_then(|to| to.via),
            to.map(|to| to.tier.as_str())
        ],
    )
    .await?;
    Ok(())
}

impl FromRow for Amendment {
    fn from_row(mut row: Row) -> Result<Amendment> {
        Ok(Amendment {
            version: row.take()?,
            reason: row.take()?,
            number: row.take()?,
            day: row.take()?,
            person: row.take()?,
            title: row.take()?,
            at: row.take()?,
        })
    }
}

impl FromRow for ItemRow {
    fn from_row(mut row: Row) -> Result<ItemRow> {
        let version = row.take()?;
        let (tier, body) = (row.take()?, row.take()?);
        let facts: String = row.take()?;
        let whom = match (tier, body) {
            (Some(key), _) => Whom::Tier(key),
            (None, Some(body)) => Whom::Body(body),
            (None, None) => Whom::Units,
        };
        Ok(ItemRow { version, whom, item: read(&facts)? })
    }
}

impl FromRow for Amending {
    fn from_row(mut row: Row) -> Result<Amending> {
        let (reason, number, day) = (row.take()?, row.take()?, row.take()?);
        let draft: String = row.take()?;
        Ok(Amending { reason, number, day, draft: read(&draft)?, rev: row.take()? })
    }
}

impl FromRow for AskedRow {
    fn from_row(mut row: Row) -> Result<AskedRow> {
        Ok(AskedRow {
            body: row.take()?,
            name: row.take()?,
            short: row.take()?,
            above: row.take()?,
            tier: row.take()?,
            level: row.take()?,
            asked: row.take()?,
            figures: row.take()?,
            sent: row.take()?,
            common: row.take()?,
        })
    }
}

fn read<T: serde::de::DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(|error| StoreError::Corrupt(error.to_string()))
}
