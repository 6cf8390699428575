//! Campaigns: set up by their own unit, seen by those they ask.

use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::scope::Scope;
use crate::values;
use domain::authority::{Action, Relation};
use domain::campaign::{Stage, StatedDay};
use domain::id::{BodyId, CampaignId, PlanId};
use jiff::Timestamp;
use jiff::civil::Date;

/// A campaign's own row (đợt).
#[derive(Clone, Debug)]
pub struct Campaign {
    pub id: CampaignId,
    pub unit: BodyId,
    /// The organ at which reports arrive.
    pub desk: Option<BodyId>,
    pub plan: Option<PlanId>,
    pub title: String,
    /// Number and symbol of the plan.
    pub number: String,
    pub plan_day: Option<Date>,
    /// To whom the issuer itself reports, as the plan says, and by when.
    pub up_to: String,
    pub up_day: Option<Date>,
    pub stated_day: Option<StatedDay>,
    pub outline_proposed: bool,
    pub outline_confirmed: bool,
    pub stage: Stage,
    pub rev: i64,
}

/// The right to set a campaign up, which only its own unit's seats get.
#[derive(Clone, Debug)]
pub struct SetUp {
    campaign: Campaign,
}

impl SetUp {
    pub fn campaign(&self) -> &Campaign {
        &self.campaign
    }
}

/// A line of a list of campaigns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CampaignRow {
    pub id: CampaignId,
    pub title: String,
    pub number: String,
    pub issued: Option<Timestamp>,
    pub asked: i64,
    pub submitted: i64,
    pub received: i64,
}

pub async fn insert(tx: &mut Tx<'_>, campaign: &Campaign, now: Timestamp) -> Result<()> {
    tx.execute(
        "insert into campaign (id, unit_id, desk_id, plan_id, parent_id, title, number, plan_day,
                               up_to, up_day, stated_day, outline_proposed, outline_confirmed,
                               created, issued, rev)
         values ($1, $2, $3, $4, null, $5, $6, $7, $8, $9, $10, $11, $12, $13, null, 1)",
        values![
            campaign.id,
            campaign.unit,
            campaign.desk,
            campaign.plan,
            &campaign.title,
            &campaign.number,
            campaign.plan_day,
            &campaign.up_to,
            campaign.up_day,
            campaign.stated_day.map(StatedDay::name),
            campaign.outline_proposed,
            campaign.outline_confirmed,
            now
        ],
    )
    .await?;
    Ok(())
}

/// The campaign for setting up; `None` where it is another unit's or the seat may not.
pub async fn set_up(tx: &mut Tx<'_>, scope: &Scope, id: CampaignId) -> Result<Option<SetUp>> {
    if scope.may(Action::SetUp, Relation::Own).is_err() {
        return Ok(None);
    }
    let found: Option<Campaign> = tx
        .find(
            "select id, unit_id, desk_id, plan_id, title, number, plan_day, up_to, up_day, stated_day,
                    outline_proposed, outline_confirmed, issued, rev
             from campaign where id = $1 and unit_id = $2",
            values![id, scope.unit()],
        )
        .await?;
    Ok(found.map(|campaign| SetUp { campaign }))
}

/// An issued campaign that asks the seat's unit or was issued by it.
pub async fn find_issued(
    tx: &mut Tx<'_>,
    scope: &Scope,
    id: CampaignId,
) -> Result<Option<Campaign>> {
    tx.find(
        "select c.id, c.unit_id, c.desk_id, c.plan_id, c.title, c.number, c.plan_day, c.up_to, c.up_day,
                c.stated_day, c.outline_proposed, c.outline_confirmed, c.issued, c.rev
         from campaign c join assignment a on a.campaign_id = c.id and a.body_id = $2
         where c.id = $1 and c.issued is not null",
        values![id, scope.unit()],
    )
    .await
}

/// Keeps what was set up, where nobody changed the campaign since; false where somebody did.
pub async fn put(tx: &mut Tx<'_>, set_up: &SetUp, changed: &Campaign) -> Result<bool> {
    let touched = tx
        .execute(
            "update campaign set desk_id = $3, title = $4, number = $5, plan_day = $6, up_to = $7,
                    up_day = $8, stated_day = $9, outline_confirmed = $10, outline_proposed = $11,
                    rev = rev + 1
             where id = $1 and rev = $2 and issued is null",
            values![
                set_up.campaign.id,
                set_up.campaign.rev,
                changed.desk,
                &changed.title,
                &changed.number,
                changed.plan_day,
                &changed.up_to,
                changed.up_day,
                changed.stated_day.map(StatedDay::name),
                changed.outline_confirmed,
                changed.outline_proposed
            ],
        )
        .await?;
    Ok(touched == 1)
}

/// Moves the campaign's `rev`, so that two changes of its parts cannot pass each other.
pub async fn touch(tx: &mut Tx<'_>, set_up: &SetUp) -> Result<bool> {
    let touched = tx
        .execute(
            "update campaign set rev = rev + 1 where id = $1 and rev = $2 and issued is null",
            values![set_up.campaign.id, set_up.campaign.rev],
        )
        .await?;
    Ok(touched == 1)
}

/// Switches the campaign on.
pub async fn put_issued(tx: &mut Tx<'_>, set_up: &SetUp, at: Timestamp) -> Result<bool> {
    let touched = tx
        .execute(
            "update campaign set issued = $3, rev = rev + 1
             where id = $1 and rev = $2 and issued is null",
            values![set_up.campaign.id, set_up.campaign.rev, at],
        )
        .await?;
    Ok(touched == 1)
}

/// The campaigns the seat's unit issued or prepares, newest first, with how many reports came.
pub async fn list_own(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<CampaignRow>> {
    tx.list(
        "select c.id, c.title, c.number, c.issued,
                cast(coalesce(sum(case when a.asked then 1 else 0 end), 0) as bigint),
                cast(coalesce(sum(case when a.asked and a.stage = 'submitted' then 1 else 0 end), 0) as bigint),
                cast(coalesce(sum(case when a.asked and a.received_version is not null then 1 else 0 end), 0) as bigint)
         from campaign c left join assignment a on a.campaign_id = c.id and a.body_id <> c.unit_id
         where c.unit_id = $1
         group by c.id, c.title, c.number, c.issued, c.created
         order by c.created desc, c.id limit 50",
        values![scope.unit()],
    )
    .await
}

/// A campaign whose sums can be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SummedRow {
    pub id: CampaignId,
    pub title: String,
    pub number: String,
}

/// The issued campaigns that ask for figures and in whose tree the seat's unit stands, newest first.
pub async fn list_summed(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<SummedRow>> {
    tx.list(
        "select c.id, c.title, c.number
         from campaign c join assignment a on a.campaign_id = c.id and a.body_id = $1
         where c.issued is not null
           and exists (select 1 from segment s where s.campaign_id = c.id)
         order by c.issued desc, c.id limit 50",
        values![scope.unit()],
    )
    .await
}

impl FromRow for SummedRow {
    fn from_row(mut row: Row) -> Result<SummedRow> {
        Ok(SummedRow { id: row.take()?, title: row.take()?, number: row.take()? })
    }
}

impl FromRow for Campaign {
    fn from_row(mut row: Row) -> Result<Campaign> {
        Campaign::take(&mut row)
    }
}

impl Campaign {
    /// The next fourteen columns of a row.
    pub(crate) fn take(row: &mut Row) -> Result<Campaign> {
        let (id, unit, desk, plan) = (row.take()?, row.take()?, row.take()?, row.take()?);
        let (title, number, plan_day) = (row.take()?, row.take()?, row.take()?);
        let (up_to, up_day) = (row.take()?, row.take()?);
        let stated: Option<String> = row.take()?;
        let stated_day = match stated {
            None => None,
            Some(name) => Some(
                StatedDay::parse(&name)
                    .ok_or_else(|| StoreError::Corrupt(format!("{name:?} says no day")))?,
            ),
        };
        let (outline_proposed, outline_confirmed) = (row.take()?, row.take()?);
        let issued: Option<Timestamp> = row.take()?;
        let stage = issued.map_or(Stage::Preparing, |at| Stage::Issued { at });
        Ok(Campaign {
            id,
            unit,
            desk,
            plan,
            title,
            number,
            plan_day,
            up_to,
            up_day,
            stated_day,
            outline_proposed,
            outline_confirmed,
            stage,
            rev: row.take()?,
        })
    }
}

impl FromRow for CampaignRow {
    fn from_row(mut row: Row) -> Result<CampaignRow> {
        Ok(CampaignRow {
            id: row.take()?,
            title: row.take()?,
            number: row.take()?,
            issued: row.take()?,
            asked: row.take()?,
            submitted: row.take()?,
            received: row.take()?,
        })
    }
}
