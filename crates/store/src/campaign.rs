//! Campaigns: set up by their own unit, seen by those they ask.

use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::scope::Scope;
use crate::values;
use domain::authority::{Action, Relation};
use domain::campaign::{Approval, ApprovalAct, Stage, StatedDay};
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
    /// What it carries out, where it is not the unit's own idea.
    pub parent: Option<Parent>,
    /// The earlier campaign it was copied from; its dates are shown beside.
    pub copied: Option<CampaignId>,
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
    pub approval: Approval,
    /// How many acts its approval has seen, so that two of them cannot pass each other.
    pub approval_acts: i64,
    pub stage: Stage,
    /// 1 as issued; every amendment makes a further one. What is set up before keeps its `rev`.
    pub plan_version: i64,
    pub rev: i64,
}

/// The plan a campaign carries out (kế hoạch cấp trên).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parent {
    /// A campaign that asks the unit itself.
    Campaign(CampaignId),
    /// A plan that came from outside as a file.
    Plan(PlanId),
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
    pub approval: Approval,
    pub asked: i64,
    pub submitted: i64,
    pub received: i64,
}

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "select c.id, c.unit_id, c.desk_id, c.plan_id, c.parent_id, c.parent_plan_id, c.copied_id,
                    c.title, c.number, c.plan_day, c.up_to,
                    c.up_day, c.stated_day, c.outline_proposed, c.outline_confirmed, c.approval,
                    c.approval_rev, c.approval_acts, c.issued, c.plan_version, c.rev ",
            $rest
        )
    };
}

pub async fn insert(tx: &mut Tx<'_>, campaign: &Campaign, now: Timestamp) -> Result<()> {
    let (parent, parent_plan) = match campaign.parent {
        Some(Parent::Campaign(parent)) => (Some(parent), None),
        Some(Parent::Plan(plan)) => (None, Some(plan)),
        None => (None, None),
    };
    tx.execute(
        "insert into campaign (id, unit_id, desk_id, plan_id, parent_id, parent_plan_id, copied_id,
                               template, title, number, plan_day, up_to, up_day, stated_day,
                               outline_proposed, outline_confirmed, approval, approval_rev,
                               approval_acts, created, issued, plan_version, rev)
         values ($1, $2, $3, $4, $15, $16, $14, null, $5, $6, $7, $8, $9, $10, $11, $12, null, null,
                 0, $13, null, 1, 1)",
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
            now,
            campaign.copied,
            parent,
            parent_plan
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
    Ok(find_own(tx, scope, id).await?.map(|campaign| SetUp { campaign }))
}

/// A campaign of the seat's own unit, issued or not, for those who set it up or approve it.
pub async fn find_own(tx: &mut Tx<'_>, scope: &Scope, id: CampaignId) -> Result<Option<Campaign>> {
    let may = |action| scope.may(action, Relation::Own).is_ok();
    if !may(Action::SetUp) && !may(Action::Approve) {
        return Ok(None);
    }
    tx.find(
        select!("from campaign c where c.id = $1 and c.unit_id = $2"),
        values![id, scope.unit()],
    )
    .await
}

/// An issued campaign that asks the seat's unit or was issued by it.
pub async fn find_issued(
    tx: &mut Tx<'_>,
    scope: &Scope,
    id: CampaignId,
) -> Result<Option<Campaign>> {
    tx.find(
        select!(
            "from campaign c join assignment a on a.campaign_id = c.id and a.body_id = $2
             where c.id = $1 and c.issued is not null"
        ),
        values![id, scope.unit()],
    )
    .await
}

/// The campaign the seat's unit made under another, issued or not.
pub async fn find_child(
    tx: &mut Tx<'_>,
    scope: &Scope,
    parent: CampaignId,
) -> Result<Option<CampaignId>> {
    let found: Option<(CampaignId,)> = tx
        .find(
            "select id from campaign where parent_id = $1 and unit_id = $2",
            values![parent, scope.unit()],
        )
        .await?;
    Ok(found.map(|(id,)| id))
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

/// Switches the campaign on. Its `rev` stays: what was approved is what was issued.
pub async fn put_issued(tx: &mut Tx<'_>, set_up: &SetUp, at: Timestamp) -> Result<bool> {
    let touched = tx
        .execute(
            "update campaign set issued = $4
             where id = $1 and rev = $2 and approval_acts = $3 and issued is null",
            values![set_up.campaign.id, set_up.campaign.rev, set_up.campaign.approval_acts, at],
        )
        .await?;
    Ok(touched == 1)
}

/// The campaigns the seat's unit issued or prepares, newest first, with how many reports came.
pub async fn list_own(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<CampaignRow>> {
    tx.list(
        "select c.id, c.title, c.number, c.issued, c.approval, c.approval_rev, c.rev,
                cast(coalesce(sum(case when a.asked then 1 else 0 end), 0) as bigint),
                cast(coalesce(sum(case when a.asked and a.stage = 'submitted' then 1 else 0 end), 0) as bigint),
                cast(coalesce(sum(case when a.asked and (a.received_version is not null
                  or a.own_part = 'whole') then 1 else 0 end), 0) as bigint)
         from campaign c left join assignment a on a.campaign_id = c.id and a.body_id <> c.unit_id and a.figures
         where c.unit_id = $1
         group by c.id, c.title, c.number, c.issued, c.approval, c.approval_rev, c.rev, c.created
         order by c.created desc, c.id limit 50",
        values![scope.unit()],
    )
    .await
}

/// A campaign another can be made from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OriginRow {
    pub id: CampaignId,
    pub title: String,
    /// What it is called as a template; `None` where it is none.
    pub template: Option<String>,
    /// When it was issued, or made.
    pub at: Timestamp,
}

/// The campaigns of the seat's unit from which another can be made, newest first.
pub async fn list_origins(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<OriginRow>> {
    tx.list(
        "select c.id, c.title, c.template, coalesce(c.issued, c.created) from campaign c
         where c.unit_id = $1 order by c.created desc, c.id limit 50",
        values![scope.unit()],
    )
    .await
}

/// Saves a campaign as a template under a name; the set-up itself stays as it is.
pub async fn put_template(tx: &mut Tx<'_>, set_up: &SetUp, name: &str) -> Result<()> {
    tx.execute(
        "update campaign set template = $2 where id = $1",
        values![set_up.campaign.id, name],
    )
    .await?;
    Ok(())
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

impl FromRow for OriginRow {
    fn from_row(mut row: Row) -> Result<OriginRow> {
        Ok(OriginRow {
            id: row.take()?,
            title: row.take()?,
            template: row.take()?,
            at: row.take()?,
        })
    }
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
    /// The next twenty-one columns of a row.
    pub(crate) fn take(row: &mut Row) -> Result<Campaign> {
        let (id, unit, desk, plan) = (row.take()?, row.take()?, row.take()?, row.take()?);
        let (parent, parent_plan) = (row.take::<Option<_>>()?, row.take::<Option<_>>()?);
        let parent = parent.map(Parent::Campaign).or(parent_plan.map(Parent::Plan));
        let copied = row.take()?;
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
        let newest = newest_act(row)?;
        let approval_acts = row.take()?;
        let issued: Option<Timestamp> = row.take()?;
        let (plan_version, rev) = (row.take()?, row.take()?);
        let stage = issued.map_or(Stage::Preparing, |at| Stage::Issued { at });
        Ok(Campaign {
            id,
            unit,
            desk,
            plan,
            parent,
            copied,
            title,
            number,
            plan_day,
            up_to,
            up_day,
            stated_day,
            outline_proposed,
            outline_confirmed,
            approval: Approval::of(newest, rev),
            approval_acts,
            stage,
            plan_version,
            rev,
        })
    }
}

impl FromRow for CampaignRow {
    fn from_row(mut row: Row) -> Result<CampaignRow> {
        let (id, title, number) = (row.take()?, row.take()?, row.take()?);
        let issued = row.take()?;
        let newest = newest_act(&mut row)?;
        Ok(CampaignRow {
            id,
            title,
            number,
            issued,
            approval: Approval::of(newest, row.take()?),
            asked: row.take()?,
            submitted: row.take()?,
            received: row.take()?,
        })
    }
}

/// The newest act of the approval but numbering, with the `rev` it was about.
pub(crate) fn newest_act(row: &mut Row) -> Result<Option<(ApprovalAct, i64)>> {
    let (act, about): (Option<String>, Option<i64>) = (row.take()?, row.take()?);
    let Some((act, about)) = act.zip(about) else { return Ok(None) };
    match ApprovalAct::parse(&act) {
        Some(act) => Ok(Some((act, about))),
        None => Err(StoreError::Corrupt(format!("{act:?} is no act of an approval"))),
    }
}
