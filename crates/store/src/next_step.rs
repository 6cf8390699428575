//! Plans of which the leader has spoken, and that wait for their officers.

use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::scope::Scope;
use crate::values;
use domain::campaign::{Approval, ApprovalAct, NextStep, Numbering};
use domain::id::CampaignId;

/// A plan of the seat's own unit with what is to be done (kế hoạch chờ cấp số, phát hành).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextRow {
    pub campaign: CampaignId,
    pub title: String,
    pub next: Option<NextStep>,
}

/// The plans of the seat's own unit that are not issued and about which somebody said something that
/// still holds, oldest set-up first.
pub async fn list(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<NextRow>> {
    tx.list(
        "select c.id, c.title, c.approval, cast(case when exists (
                  select 1 from plan_number n where n.campaign_id = c.id) then 1 else 0 end as bigint)
         from campaign c
         where c.unit_id = $1 and c.issued is null and c.approval is not null
           and c.approval_rev = c.rev
         order by c.id limit 50",
        values![scope.unit()],
    )
    .await
}

impl FromRow for NextRow {
    fn from_row(mut row: Row) -> Result<NextRow> {
        let (campaign, title) = (row.take()?, row.take()?);
        let (act, numbered): (String, i64) = (row.take()?, row.take()?);
        let act = ApprovalAct::parse(&act)
            .ok_or_else(|| StoreError::Corrupt(format!("{act:?} is no act of an approval")))?;
        let numbering = if numbered == 1 { Numbering::Registered } else { Numbering::Open };
        Ok(NextRow { campaign, title, next: Approval::of(Some((act, 0)), 0).next(numbering) })
    }
}
