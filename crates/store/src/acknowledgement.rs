//! Who has read which version of a plan; only ever inserted.

use crate::assignment::Assignment;
use crate::db::{FromRow, Result, Row, Tx};
use crate::permit::{Permit, ReadDraft, ReadTotals};
use crate::values;
use domain::id::BodyId;
use jiff::Timestamp;

/// How many bodies have read what concerns them last (n trên N).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ReadCount {
    pub of: i64,
    pub read: i64,
}

/// A body that is asked, and what it has read of the plan (tình hình nhận kế hoạch).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadRow {
    pub body: BodyId,
    pub name: String,
    /// The unit above; empty for an organ's own unit.
    pub above: String,
    /// The newest version that concerns it.
    pub due: i64,
    /// What it read last, when and by whom; `None` where it has read nothing.
    pub read: Option<Read>,
}

/// That a body read a version of the plan (lần nhận).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    pub version: i64,
    pub at: Timestamp,
    pub person: String,
    pub title: String,
}

/// Which bodies are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    All,
    /// Those that have not read what concerns them last.
    Missing,
}

/// The newest version of the plan that concerns the assignment `a`.
macro_rules! due {
    () => {
        "coalesce((select max(i.plan_version) from amendment_item i
           where i.campaign_id = a.campaign_id and (i.body_id = a.body_id or i.tier_key = a.tier_key
             or (i.body_id is null and i.tier_key is null and a.figures))), 1)"
    };
}

/// The newest version of the plan that the body of the assignment `a` has read, 0 for none.
macro_rules! read {
    () => {
        "coalesce((select max(k.plan_version) from acknowledgement k
           where k.campaign_id = a.campaign_id and k.body_id = a.body_id), 0)"
    };
}

pub(crate) use {due, read};

/// Keeps that the permitted body has read a version; false where that is known.
pub async fn insert(
    tx: &mut Tx<'_>,
    permit: &Permit<ReadDraft>,
    version: i64,
    at: Timestamp,
) -> Result<bool> {
    let own = permit.assignment();
    let touched = tx
        .execute(
            "insert into acknowledgement (campaign_id, body_id, plan_version, seat_id, at)
             values ($1, $2, $3, $4, $5)
             on conflict (campaign_id, body_id, plan_version) do nothing",
            values![own.campaign, own.body, version, permit.scope().seat(), at],
        )
        .await?;
    Ok(touched == 1)
}

/// Keeps that the permitted body has read the plan as issued, where it is not known to have read
/// anything yet; false where it is.
pub async fn insert_first(
    tx: &mut Tx<'_>,
    permit: &Permit<ReadDraft>,
    at: Timestamp,
) -> Result<bool> {
    let own = permit.assignment();
    let touched = tx
        .execute(
            "insert into acknowledgement (campaign_id, body_id, plan_version, seat_id, at)
             select $1, $2, 1, $3, $4 where not exists (
               select 1 from acknowledgement where campaign_id = $1 and body_id = $2)
             on conflict (campaign_id, body_id, plan_version) do nothing",
            values![own.campaign, own.body, permit.scope().seat(), at],
        )
        .await?;
    Ok(touched == 1)
}

/// How many of the bodies below the permitted one have read what concerns them last.
pub async fn count_below(tx: &mut Tx<'_>, permit: &Permit<ReadTotals>) -> Result<ReadCount> {
    let Assignment { campaign, lo, hi, .. } = permit.assignment();
    tx.get(
        concat!(
            "select cast(count(*) as bigint),
                    cast(coalesce(sum(case when ",
            read!(),
            " >= ",
            due!(),
            " then 1 else 0 end), 0) as bigint)
             from assignment a where a.campaign_id = $1 and a.lo > $2 and a.lo < $3 and a.asked"
        ),
        values![*campaign, *lo, *hi],
    )
    .await
}

/// The bodies below the permitted one in the order of the tree, a page of them.
pub async fn list_below(
    tx: &mut Tx<'_>,
    permit: &Permit<ReadTotals>,
    which: Which,
    (offset, limit): (i64, i64),
) -> Result<Vec<ReadRow>> {
    let Assignment { campaign, lo, hi, .. } = permit.assignment();
    tx.list(
        concat!(
            "select a.body_id, b.name, coalesce(u.short, ''), ",
            due!(),
            ", k.plan_version, k.at, p.name, s.title
             from assignment a join body b on b.id = a.body_id
             left join body u on u.id = a.above_id
             left join acknowledgement k on k.campaign_id = a.campaign_id and k.body_id = a.body_id
               and k.plan_version = ",
            read!(),
            " left join seat s on s.id = k.seat_id left join person p on p.id = s.person_id
             where a.campaign_id = $1 and a.lo > $2 and a.lo < $3 and a.asked
               and ($4 or ",
            read!(),
            " < ",
            due!(),
            ") order by a.lo limit $6 offset $5"
        ),
        values![*campaign, *lo, *hi, which == Which::All, offset, limit],
    )
    .await
}

impl FromRow for ReadCount {
    fn from_row(mut row: Row) -> Result<ReadCount> {
        Ok(ReadCount { of: row.take()?, read: row.take()? })
    }
}

impl FromRow for ReadRow {
    fn from_row(mut row: Row) -> Result<ReadRow> {
        let (body, name, above, due) = (row.take()?, row.take()?, row.take()?, row.take()?);
        let version: Option<i64> = row.take()?;
        let read = match version {
            None => None,
            Some(version) => {
                Some(Read { version, at: row.take()?, person: row.take()?, title: row.take()? })
            }
        };
        Ok(ReadRow { body, name, above, due, read })
    }
}
