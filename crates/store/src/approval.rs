//! The approval of plans and their amendments: what was asked and said, and the numbers a unit gave.

use crate::amendment::Amending;
use crate::campaign::Campaign;
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::scope::Scope;
use crate::values;
use domain::campaign::{ApprovalAct, PlanNumber};
use domain::id::CampaignId;
use jiff::Timestamp;
use jiff::civil::Date;

/// What is approved, as it was seen (nội dung trình duyệt).
#[derive(Clone, Copy, Debug)]
pub struct Matter<'a> {
    campaign: &'a Campaign,
    /// 0 for the plan itself, 1 for its first amendment.
    at: i64,
    rev: i64,
    acts: i64,
}

impl<'a> Matter<'a> {
    pub fn plan(campaign: &'a Campaign) -> Matter<'a> {
        Matter { campaign, at: PLAN, rev: campaign.rev, acts: campaign.approval_acts }
    }

    pub fn amendment(campaign: &'a Campaign, open: &Amending) -> Matter<'a> {
        Matter { campaign, at: open.matter, rev: open.rev, acts: open.acts }
    }
}

const PLAN: i64 = 0;

/// Something done about the approval of a plan, to be kept.
#[derive(Clone, Debug)]
pub struct NewAct<'a> {
    pub act: ApprovalAct,
    /// Words to the leader, words of the leader, the reason, or who signed.
    pub words: &'a str,
    /// The number and day given or stated, where the act is about them.
    pub number: Option<(&'a PlanNumber, Date)>,
}

/// Something done about the approval of a plan, with who did it (việc trình, duyệt).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActRow {
    pub act: ApprovalAct,
    pub words: String,
    pub number: String,
    pub day: Option<Date>,
    pub person: String,
    pub title: String,
    pub at: Timestamp,
}

/// A plan, or an amendment of one, that lies before the leader of the seat's unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AwaitingRow {
    pub campaign: CampaignId,
    pub title: String,
    pub what: Awaiting,
    /// When it was asked.
    pub at: Timestamp,
}

/// What lies before the leader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Awaiting {
    Plan,
    Amendment,
}

/// Keeps an act, where neither what is approved nor its approval was changed since; false where one was.
/// The caller has reached the campaign and may do this.
pub async fn insert(
    tx: &mut Tx<'_>,
    scope: &Scope,
    matter: &Matter<'_>,
    new: &NewAct<'_>,
    at: Timestamp,
) -> Result<bool> {
    // Numbering says nothing about what was approved.
    let said = Some(new.act.name()).filter(|_| new.act != ApprovalAct::Numbered);
    let sql = match matter.at {
        PLAN => {
            "update campaign set approval_acts = approval_acts + 1, approval = coalesce($4, approval),
                    approval_rev = case when $4 is null then approval_rev else rev end
             where id = $1 and rev = $2 and approval_acts = $3"
        }
        _ => {
            "update amending set approval_acts = approval_acts + 1, approval = coalesce($4, approval),
                    approval_rev = case when $4 is null then approval_rev else rev end
             where campaign_id = $1 and rev = $2 and approval_acts = $3"
        }
    };
    let campaign = matter.campaign.id;
    let touched = tx.execute(sql, values![campaign, matter.rev, matter.acts, said]).await?;
    if touched != 1 {
        return Ok(false);
    }
    let (number, day) = new.number.unzip();
    tx.execute(
        "insert into plan_approval (campaign_id, matter, ord, kind, rev, words, number, day, seat_id, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        values![
            campaign,
            matter.at,
            matter.acts + 1,
            new.act.name(),
            matter.rev,
            new.words,
            number.map_or("", PlanNumber::as_str),
            day,
            scope.seat(),
            at
        ],
    )
    .await?;
    Ok(true)
}

/// Enters the number of a plan, or of an amendment, into the register of its unit, in place of one it
/// had; false where another has it in that year.
pub async fn put_number(
    tx: &mut Tx<'_>,
    matter: &Matter<'_>,
    number: &PlanNumber,
    day: Date,
) -> Result<bool> {
    let Campaign { id, unit, .. } = matter.campaign;
    tx.execute(
        "delete from plan_number where campaign_id = $1 and matter = $2",
        values![*id, matter.at],
    )
    .await?;
    let entered = tx
        .execute(
            "insert into plan_number (unit_id, year, number, campaign_id, matter)
             values ($1, $2, $3, $4, $5) on conflict (unit_id, year, number) do nothing",
            values![*unit, i64::from(day.year()), number.as_str(), *id, matter.at],
        )
        .await?;
    if entered != 1 {
        return Ok(false);
    }
    let sql = match matter.at {
        PLAN => "update campaign set number = $2, plan_day = $3 where id = $1",
        _ => "update amending set number = $2, day = $3 where campaign_id = $1",
    };
    tx.execute(sql, values![*id, number.as_str(), day]).await?;
    Ok(true)
}

/// Whether a campaign's plan is in the register. The caller has reached the campaign.
pub async fn has_number(tx: &mut Tx<'_>, campaign: CampaignId) -> Result<bool> {
    let found: Option<(i64,)> = tx
        .find(
            "select year from plan_number where campaign_id = $1 and matter = $2",
            values![campaign, PLAN],
        )
        .await?;
    Ok(found.is_some())
}

/// The title of the plan of the seat's own unit that has a number in a year.
pub async fn find_numbered(
    tx: &mut Tx<'_>,
    scope: &Scope,
    number: &PlanNumber,
    year: i64,
) -> Result<Option<String>> {
    let found: Option<(String,)> = tx
        .find(
            "select c.title from plan_number n join campaign c on c.id = n.campaign_id
             where n.unit_id = $1 and n.year = $2 and n.number = $3",
            values![scope.unit(), year, number.as_str()],
        )
        .await?;
    Ok(found.map(|(title,)| title))
}

/// Everything done about the approval of a plan, or of an amendment, oldest first. The caller has
/// reached the campaign.
pub async fn list(tx: &mut Tx<'_>, matter: &Matter<'_>) -> Result<Vec<ActRow>> {
    tx.list(
        "select a.kind, a.words, a.number, a.day, p.name, s.title, a.at
         from plan_approval a join seat s on s.id = a.seat_id join person p on p.id = s.person_id
         where a.campaign_id = $1 and a.matter = $2 order by a.ord",
        values![matter.campaign.id, matter.at],
    )
    .await
}

/// The plans and amendments of the seat's own unit that lie before its leader, oldest first.
pub async fn list_awaiting(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<AwaitingRow>> {
    tx.list(
        "select c.id, c.title, a.matter, a.at from campaign c
         join plan_approval a on a.campaign_id = c.id and a.matter = 0 and a.ord = c.approval_acts
         where c.unit_id = $1 and c.approval = 'asked' and c.approval_rev = c.rev
         union all
         select c.id, c.title, a.matter, a.at from amending m
         join campaign c on c.id = m.campaign_id
         join plan_approval a on a.campaign_id = c.id and a.matter = m.matter
           and a.ord = m.approval_acts
         where c.unit_id = $1 and m.approval = 'asked' and m.approval_rev = m.rev
         order by 4, 1 limit 50",
        values![scope.unit()],
    )
    .await
}

impl FromRow for ActRow {
    fn from_row(mut row: Row) -> Result<ActRow> {
        let name: String = row.take()?;
        let act = ApprovalAct::parse(&name)
            .ok_or_else(|| StoreError::Corrupt(format!("{name:?} is no act of an approval")))?;
        Ok(ActRow {
            act,
            words: row.take()?,
            number: row.take()?,
            day: row.take()?,
            person: row.take()?,
            title: row.take()?,
            at: row.take()?,
        })
    }
}

impl FromRow for AwaitingRow {
    fn from_row(mut row: Row) -> Result<AwaitingRow> {
        let (campaign, title, matter) = (row.take()?, row.take()?, row.take::<i64>()?);
        let what = if matter == PLAN { Awaiting::Plan } else { Awaiting::Amendment };
        Ok(AwaitingRow { campaign, title, what, at: row.take()? })
    }
}
