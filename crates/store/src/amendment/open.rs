use super::read;
use crate::campaign::{SetUp, newest_act};
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::scope::Scope;
use crate::values;
use domain::amendment::{Draft, UnitChange};
use domain::campaign::Approval;
use domain::id::{BodyId, CampaignId};
use jiff::Timestamp;
use jiff::civil::Date;

/// The amendment the officers of a campaign are at, as typed (điều chỉnh đang soạn).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amending {
    /// 1 for the first amendment of a plan.
    pub matter: i64,
    pub reason: String,
    pub draft: Draft,
    pub approval: Approval,
    /// How many acts the approval of the plan and of its amendments has seen.
    pub acts: i64,
    /// From the register of the unit; empty before it was given.
    pub number: String,
    pub day: Option<Date>,
    /// 0 where nothing was saved yet.
    pub rev: i64,
}

/// The amendment that is open, if one is. The caller may set the campaign up, or approve it.
pub async fn find_open(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<Option<Amending>> {
    tx.find(
        "select matter, reason, draft, approval, approval_rev, approval_acts, number, day, rev
         from amending where campaign_id = $1",
        values![campaign],
    )
    .await
}

/// Keeps the open amendment, where its `rev` is still the one read; false where it is not. What was
/// said of its approval was about the `rev` before.
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
    let Amending { matter, reason, rev, .. } = open;
    let seat = scope.seat();
    // Acts are counted on from those before, so that no form about one amendment is that of another.
    let touched = if *rev == 0 {
        tx.execute(
            "insert into amending (campaign_id, matter, reason, draft, approval_acts, number, seat_id,
                                   at, rev)
             values ($1, $2, $3, $4,
                     (select count(*) from plan_approval where campaign_id = $1), '', $5, $6, 1)
             on conflict (campaign_id) do nothing",
            values![campaign, *matter, reason, draft, seat, at],
        )
        .await?
    } else {
        tx.execute(
            "update amending set reason = $2, draft = $3, seat_id = $4, at = $5, rev = rev + 1
             where campaign_id = $1 and rev = $6",
            values![campaign, reason, draft, seat, at, *rev],
        )
        .await?
    };
    Ok(touched == 1)
}

/// Lets the open amendment go, where its `rev` is still the one read; false where it is not.
pub async fn clear_open(tx: &mut Tx<'_>, set_up: &SetUp, rev: i64) -> Result<bool> {
    let campaign = set_up.campaign().id;
    tx.execute("delete from amending_unit where campaign_id = $1", values![campaign]).await?;
    let touched = tx
        .execute("delete from amending where campaign_id = $1 and rev = $2", values![campaign, rev])
        .await?;
    Ok(touched == 1)
}

/// Keeps what the open amendment does about a body; `None` where that stays as it is.
pub async fn put_change(
    tx: &mut Tx<'_>,
    set_up: &SetUp,
    body: BodyId,
    change: Option<UnitChange>,
) -> Result<()> {
    let campaign = set_up.campaign().id;
    tx.execute(
        "delete from amending_unit where campaign_id = $1 and body_id = $2",
        values![campaign, body],
    )
    .await?;
    if let Some(change) = change {
        tx.execute(
            "insert into amending_unit (campaign_id, body_id, change) values ($1, $2, $3)",
            values![campaign, body, change.name()],
        )
        .await?;
    }
    Ok(())
}

impl FromRow for Amending {
    fn from_row(mut row: Row) -> Result<Amending> {
        let (matter, reason) = (row.take()?, row.take()?);
        let draft: String = row.take()?;
        let newest = newest_act(&mut row)?;
        let (acts, number, day) = (row.take()?, row.take()?, row.take()?);
        let (draft, rev) = (read(&draft)?, row.take()?);
        let approval = Approval::of(newest, rev);
        Ok(Amending { matter, reason, draft, approval, acts, number, day, rev })
    }
}
