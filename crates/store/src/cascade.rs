//! How campaigns hang together: what goes up from a unit's own campaign, and who has one.

use crate::assignment::Assignment;
use crate::campaign::SetUp;
use crate::db::{FromRow, Result, Row, Tx};
use crate::permit::{Permit, ReadTotals};
use crate::scope::Scope;
use crate::values;
use domain::id::{BodyId, CampaignId};
use jiff::Timestamp;
use jiff::civil::Date;

/// Where the figures of a report come from (nguồn số liệu).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FiguresFrom {
    /// Its unit types them.
    Own,
    /// They are the sums of the units that the campaign asks below it.
    Below,
    /// They are the sums of the campaign its unit issued under this one.
    Child(CampaignId),
}

/// Where the figures of an assignment come from. The caller has reached it.
pub async fn figures_from(tx: &mut Tx<'_>, of: &Assignment) -> Result<FiguresFrom> {
    // Nobody stands below: there is nobody to add up, and nobody to ask.
    if of.hi - of.lo <= 1 {
        return Ok(FiguresFrom::Own);
    }
    let (below, child): (i64, Option<CampaignId>) = tx
        .get(
            "select (select cast(count(*) as bigint) from assignment
                       where campaign_id = $1 and lo > $2 and lo < $3 and asked and figures),
                    (select id from campaign
                       where parent_id = $1 and unit_id = $4 and issued is not null)",
            values![of.campaign, of.lo, of.hi, of.body],
        )
        .await?;
    Ok(match child {
        _ if below > 0 => FiguresFrom::Below,
        Some(child) => FiguresFrom::Child(child),
        None => FiguresFrom::Own,
    })
}

/// A unit that is asked and has units below which the campaign does not ask, with the campaign it
/// made for them, and when it was issued (đơn vị triển khai tiếp).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CascadeRow {
    pub body: BodyId,
    pub short: String,
    pub child: Option<CampaignId>,
    pub issued: Option<Timestamp>,
    /// The newest version of the plan that concerns it.
    pub newest: i64,
    /// The version its campaign follows; 0 where it has none.
    pub follows: i64,
    /// Why it did not take over what changed last; empty where it did.
    pub declined: String,
}

/// What of the plan above a campaign follows (mức theo kế hoạch cấp trên).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Following {
    /// Of the plan above.
    pub version: i64,
    /// When and to whom the own report goes, as that version says.
    pub last_day: Option<Date>,
    pub up_to: String,
    /// Why what changed was not taken over; empty where it was.
    pub reason: String,
}

/// What a campaign that was made under another follows of it. The caller has reached both.
pub async fn get_following(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Following> {
    tx.get(
        "select parent_version, last_day, up_to, reason from following where campaign_id = $1",
        values![campaign],
    )
    .await
}

/// Keeps what a campaign follows from now on.
pub async fn put_following(
    tx: &mut Tx<'_>,
    scope: &Scope,
    set_up: &SetUp,
    following: &Following,
    at: Timestamp,
) -> Result<()> {
    let Following { version, last_day, up_to, reason } = following;
    tx.execute(
        "insert into following (campaign_id, parent_version, last_day, up_to, reason, seat_id, at)
         values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (campaign_id) do update set parent_version = excluded.parent_version,
           last_day = excluded.last_day, up_to = excluded.up_to, reason = excluded.reason,
           seat_id = excluded.seat_id, at = excluded.at",
        values![set_up.campaign().id, *version, *last_day, up_to, reason, scope.seat(), at],
    )
    .await?;
    Ok(())
}

/// The units below the permitted one that may carry the campaign further down, in the order of the
/// tree.
pub async fn list_cascading(
    tx: &mut Tx<'_>,
    permit: &Permit<ReadTotals>,
) -> Result<Vec<CascadeRow>> {
    let node = permit.assignment();
    tx.list(
        "select a.body_id, b.short, k.id, k.issued,
                coalesce((select max(i.plan_version) from amendment_item i
                  where i.campaign_id = a.campaign_id
                    and (i.body_id = a.body_id or i.tier_key = a.tier_key
                      or (i.body_id is null and i.tier_key is null))), 1),
                coalesce(f.parent_version, 0), coalesce(f.reason, '')
         from assignment a join body b on b.id = a.body_id
         left join campaign k on k.parent_id = a.campaign_id and k.unit_id = a.body_id
         left join following f on f.campaign_id = k.id
         where a.campaign_id = $1 and a.lo > $2 and a.lo < $3 and a.asked and a.figures
           and exists (select 1 from assignment l where l.campaign_id = a.campaign_id
             and l.lo > a.lo and l.lo < a.hi and l.figures and not l.asked)
         order by a.lo",
        values![node.campaign, node.lo, node.hi],
    )
    .await
}

impl FromRow for CascadeRow {
    fn from_row(mut row: Row) -> Result<CascadeRow> {
        Ok(CascadeRow {
            body: row.take()?,
            short: row.take()?,
            child: row.take()?,
            issued: row.take()?,
            newest: row.take()?,
            follows: row.take()?,
            declined: row.take()?,
        })
    }
}

impl FromRow for Following {
    fn from_row(mut row: Row) -> Result<Following> {
        Ok(Following {
            version: row.take()?,
            last_day: row.take()?,
            up_to: row.take()?,
            reason: row.take()?,
        })
    }
}
