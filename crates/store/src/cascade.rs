//! How campaigns hang together: what goes up from a unit's own campaign, and who has one.

use crate::assignment::Assignment;
use crate::db::{FromRow, Result, Row, Tx};
use crate::permit::{Permit, ReadTotals};
use crate::values;
use domain::id::{BodyId, CampaignId};
use jiff::Timestamp;

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

pub async fn figures_from(tx: &mut Tx<'_>, of: &Assignment) -> Result<FiguresFrom> {
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
}

/// The units below the permitted one that may carry the campaign further down, in the order of the
/// tree.
pub async fn list_cascading(
    tx: &mut Tx<'_>,
    permit: &Permit<ReadTotals>,
) -> Result<Vec<CascadeRow>> {
    let node = permit.assignment();
    tx.list(
        "select a.body_id, b.short, k.id, k.issued
         from assignment a join body b on b.id = a.body_id
         left join campaign k on k.parent_id = a.campaign_id and k.unit_id = a.body_id
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
        })
    }
}
