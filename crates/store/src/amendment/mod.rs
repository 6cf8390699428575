//! Versions of a plan after it was issued, and the amendment its officers are at.

mod open;
mod unit;

pub use open::{Amending, clear_open, find_open, put_change, put_open};
pub use unit::{
    AskedCount, AskedRow, Asking, count_asked, find_asked, list_changed, list_organs, put_asked,
    search, search_unpinned,
};

use crate::assignment::Assignment;
use crate::campaign::{Campaign, SetUp};
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::scope::Scope;
use crate::values;
use domain::amendment::{Item, Whom};
use domain::campaign::ApprovalAct;
use domain::id::{CampaignId, EventId};
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
    /// How it was approved; `None` where a deadline was put off.
    pub approved: Option<Approved>,
}

/// That an amendment was approved, or issued without, and who said so (việc duyệt điều chỉnh).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Approved {
    pub act: ApprovalAct,
    /// Who signed on paper, or why it was issued without.
    pub words: String,
    pub person: String,
    pub title: String,
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
    /// The amendment it was approved as; `None` where a deadline is put off.
    pub of: Option<&'a Amending>,
    pub event: EventId,
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
    let matter = new.of.map(|of| of.matter);
    tx.execute(
        "insert into amendment (campaign_id, plan_version, matter, reason, number, day, seat_id, at,
                                event_id)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![*id, version, matter, new.reason, new.number, new.day, scope.seat(), at, new.event],
    )
    .await?;
    // What is open was looked at beside the plan as it was: it is looked at, and approved, anew.
    tx.execute("update amending set rev = rev + 1 where campaign_id = $1", values![*id]).await?;
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
        "select m.plan_version, m.reason, m.number, m.day, p.name, s.title, m.at,
                k.kind, k.words, kp.name, ks.title
         from amendment m join seat s on s.id = m.seat_id join person p on p.id = s.person_id
         left join plan_approval k on k.campaign_id = m.campaign_id and k.matter = m.matter
           and k.ord = (select max(n.ord) from plan_approval n
             where n.campaign_id = m.campaign_id and n.matter = m.matter and n.kind <> 'numbered')
         left join seat ks on ks.id = k.seat_id left join person kp on kp.id = ks.person_id
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

/// How many amendments of a plan were issued that had to be approved.
pub async fn count(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<i64> {
    let (count,): (i64,) = tx
        .get(
            "select count(*) from amendment where campaign_id = $1 and matter is not null",
            values![campaign],
        )
        .await?;
    Ok(count)
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
            approved: approved(&mut row)?,
        })
    }
}

fn approved(row: &mut Row) -> Result<Option<Approved>> {
    let act: Option<String> = row.take()?;
    let Some(act) = act else { return Ok(None) };
    let act = ApprovalAct::parse(&act)
        .ok_or_else(|| StoreError::Corrupt(format!("{act:?} is no act of an approval")))?;
    let (words, person, title) = (row.take()?, row.take()?, row.take()?);
    Ok(Some(Approved { act, words, person, title }))
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

fn read<T: serde::de::DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json).map_err(|error| StoreError::Corrupt(error.to_string()))
}
