//! The places of a pinned tree, as the sums are made over them.

use crate::db::{FromRow, Result, Row, Tx};
use crate::tier::take_portion;
use crate::values;
use domain::figure::Portion;
use domain::id::{BodyId, CampaignId};

/// The pinned tree of a campaign, in its order.
pub async fn list_pinned(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Vec<PinnedRow>> {
    tx.list(
        "select a.body_id, a.lo, a.above_id, t.portion, a.asked, a.received_version
         from assignment a
         left join tier t on t.campaign_id = a.campaign_id and t.tier_key = a.tier_key
         where a.campaign_id = $1 order by a.lo",
        values![campaign],
    )
    .await
}

/// A place of the pinned tree. No content.
#[derive(Clone, Debug)]
pub struct PinnedRow {
    pub body: BodyId,
    pub lo: u32,
    pub above: Option<BodyId>,
    /// What of the table of figures it is asked.
    pub portion: Portion,
    pub asked: bool,
    pub received_version: Option<i64>,
}

impl FromRow for PinnedRow {
    fn from_row(mut row: Row) -> Result<PinnedRow> {
        PinnedRow::take(&mut row)
    }
}

impl PinnedRow {
    /// The next six columns of a row.
    pub(crate) fn take(row: &mut Row) -> Result<PinnedRow> {
        Ok(PinnedRow {
            body: row.take()?,
            lo: row.take()?,
            above: row.take()?,
            portion: take_portion(row)?,
            asked: row.take()?,
            received_version: row.take()?,
        })
    }
}
