//! Who is asked by a campaign, pinned at issue in depth-first order.

mod pinned;

pub use pinned::{PinnedRow, list_pinned};

use crate::campaign::{Campaign, SetUp};
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::permit::{Around, Permit, Reached, ReadTotals};
use crate::scope::Scope;
use crate::tier::take_portion;
use crate::values;
use domain::authority::Relation;
use domain::body::Path;
use domain::campaign::Deadline;
use domain::id::{BodyId, CampaignId};
use domain::own_part;
use domain::submission::{Stage, StageName};
use jiff::Timestamp;
use jiff::civil::Date;

/// One reporting body in one campaign (đơn vị được giao báo cáo).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assignment {
    pub campaign: CampaignId,
    pub body: BodyId,
    pub lo: u32,
    pub hi: u32,
    pub above: Option<BodyId>,
    pub tier: String,
    pub asked: bool,
    /// Whether it is a place of the sums: a unit's is, an organ has words alone.
    pub figures: bool,
    pub receiver: Option<BodyId>,
    pub via: Option<BodyId>,
    pub stage: Stage,
    /// The version that counts in the sums, once one was received.
    pub received_version: Option<i64>,
    /// Where the declaration stands that the unit had done its own part already.
    pub own_part: Option<own_part::Stage>,
    pub rev: i64,
    /// The deadline in force, where one is set.
    pub deadline: Option<Deadline>,
    pub name: String,
    pub short: String,
}

/// A place in the pinned tree, to be laid at issue.
#[derive(Clone, Debug)]
pub struct NewAssignment {
    pub body: BodyId,
    pub lo: u32,
    pub hi: u32,
    pub above: Option<BodyId>,
    pub path: Path,
    /// The tier of its level, which it stays in where it is asked otherwise.
    pub level: String,
    pub tier: String,
    pub asked: bool,
    pub figures: bool,
    pub receiver: Option<BodyId>,
    pub via: Option<BodyId>,
}

macro_rules! ground {
    ($which:literal) => {
        concat!(
            "select c.id, c.unit_id, c.desk_id, c.plan_id, c.parent_id, c.parent_plan_id,
                    c.copied_id, c.title, c.number, c.plan_day, c.up_to, c.up_day, c.stated_day, c.outline_proposed, c.outline_confirmed, c.approval,
                    c.approval_rev, c.approval_acts, c.issued, c.plan_version, c.rev,
                    r.short, v.short, u.short, d.phrase, t.note, t.hold_from, t.hold_to,
                    t.portion, mine.lo, mine.hi,
                    cast(case when exists (
                      with recursive higher (id) as (select c.parent_id
                        union all select n.parent_id from campaign n join higher on n.id = higher.id)
                      select 1 from higher
                      join assignment m on m.campaign_id = higher.id and m.body_id = $3
                      join assignment i on i.campaign_id = higher.id and i.body_id = c.unit_id
                      where m.lo < i.lo and i.lo < m.hi) then 1 else 0 end as bigint),
                    a.campaign_id, a.body_id, a.lo, a.hi, a.above_id, a.tier_key, a.asked, a.figures,
                    a.receiver_id, a.via_id, a.stage, a.stage_version, a.stage_at,
                    a.received_version, a.own_part, a.rev, d.version, d.last_day, b.name, b.short
             from assignment a
             join campaign c on c.id = a.campaign_id and c.issued is not null
             join body b on b.id = a.body_id
             left join body r on r.id = a.receiver_id
             left join body v on v.id = a.via_id
             left join body u on u.id = a.above_id
             left join tier t on t.campaign_id = a.campaign_id and t.tier_key = a.tier_key
             left join assignment mine on mine.campaign_id = a.campaign_id and mine.body_id = $3
             left join deadline d on d.campaign_id = a.campaign_id and d.tier_key = a.tier_key
               and d.version = (select max(n.version) from deadline n
                 where n.campaign_id = a.campaign_id and n.tier_key = a.tier_key) ",
            $which
        )
    };
}

/// The assignment of `body` as far as the seat reaches; `None` where it is elsewhere.
pub async fn reach(
    tx: &mut Tx<'_>,
    scope: &Scope,
    campaign: CampaignId,
    body: BodyId,
) -> Result<Option<Reached>> {
    let found: Option<Ground> = tx
        .find(
            ground!("where a.campaign_id = $1 and a.body_id = $2"),
            values![campaign, body, scope.unit()],
        )
        .await?;
    Ok(found.and_then(|ground| ground.reached(scope)))
}

/// The assignment the seat works on: that of its organ where it reports itself, else its unit's.
pub async fn reach_own(
    tx: &mut Tx<'_>,
    scope: &Scope,
    campaign: CampaignId,
) -> Result<Option<Reached>> {
    let found: Option<Ground> = tx
        .find(
            ground!(
                "where a.campaign_id = $1 and a.asked and (a.body_id = $2 or a.body_id = $3)
                 order by case when a.body_id = $2 then 0 else 1 end limit 1"
            ),
            values![campaign, scope.body(), scope.unit()],
        )
        .await?;
    Ok(found.and_then(|ground| ground.reached(scope)))
}

/// An assignment with its campaign and what a page says of it.
struct Ground {
    campaign: Campaign,
    around: Around,
    /// The range of the seat's own unit in the pinned tree.
    mine: Option<(u32, u32)>,
    /// Whether the seat's unit stands above the issuer in a campaign that this one carries out.
    over: bool,
    assignment: Assignment,
}

/// The units at and below the permitted one, in depth-first order.
pub async fn list_subtree(tx: &mut Tx<'_>, permit: &Permit<ReadTotals>) -> Result<Vec<Assignment>> {
    let node = permit.assignment();
    tx.list(
        "select a.campaign_id, a.body_id, a.lo, a.hi, a.above_id, a.tier_key, a.asked, a.figures,
                a.receiver_id, a.via_id, a.stage, a.stage_version, a.stage_at,
                a.received_version, a.own_part, a.rev, d.version, d.last_day, b.name, b.short
         from assignment a join body b on b.id = a.body_id
         left join deadline d on d.campaign_id = a.campaign_id and d.tier_key = a.tier_key
           and d.version = (select max(n.version) from deadline n
             where n.campaign_id = a.campaign_id and n.tier_key = a.tier_key)
         where a.campaign_id = $1 and a.lo >= $2 and a.lo < $3 and a.figures order by a.lo",
        values![node.campaign, node.lo, node.hi],
    )
    .await
}

/// Removes the first `limit` places laid for a campaign that is not issued; whether there were any.
pub async fn clear(tx: &mut Tx<'_>, set_up: &SetUp, limit: u32) -> Result<bool> {
    let touched = tx
        .execute(
            "delete from assignment where campaign_id = $1 and lo < $2 + (
               select min(n.lo) from assignment n where n.campaign_id = $1)",
            values![set_up.campaign().id, limit],
        )
        .await?;
    Ok(touched > 0)
}

/// Lays a place. A department through whom reports go counts where it is one of the receiver's.
pub async fn insert(tx: &mut Tx<'_>, set_up: &SetUp, new: &NewAssignment) -> Result<()> {
    tx.execute(
        "insert into assignment (campaign_id, body_id, lo, hi, above_id, path, level_key, tier_key,
                                 asked, figures, receiver_id, via_id, stage, stage_version,
                                 stage_at, received_version, rev)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11,
                 (select o.id from body o where o.id = $12 and o.unit_id = $11),
                 'drafting', null, null, null, 1)",
        values![
            set_up.campaign().id,
            new.body,
            new.lo,
            new.hi,
            new.above,
            new.path.as_str(),
            &new.level,
            &new.tier,
            new.asked,
            new.figures,
            new.receiver,
            new.via
        ],
    )
    .await?;
    Ok(())
}

/// Moves the stage, where nobody did since; false where somebody did.
pub async fn put_stage(
    tx: &mut Tx<'_>,
    before: &Assignment,
    stage: Stage,
    received_version: Option<i64>,
    at: Timestamp,
) -> Result<bool> {
    let touched = tx
        .execute(
            "update assignment set stage = $4, stage_version = $5, stage_at = $6,
                    received_version = $7, rev = rev + 1
             where campaign_id = $1 and body_id = $2 and rev = $3",
            values![
                before.campaign,
                before.body,
                before.rev,
                stage.name().name(),
                stage.version(),
                at,
                received_version
            ],
        )
        .await?;
    Ok(touched == 1)
}

fn relation(scope: &Scope, ground: &Ground) -> Relation {
    let Ground { assignment, mine, over, .. } = ground;
    // An organ that reports itself is at home in its own report; its unit is who receives it.
    if assignment.body == scope.unit() || assignment.body == scope.body() {
        return Relation::Own;
    }
    if assignment.receiver == Some(scope.unit()) {
        let desk = assignment.via.is_none_or(|via| via == scope.body());
        return if desk { Relation::Desk } else { Relation::Superior };
    }
    let covered = mine.is_some_and(|(lo, hi)| lo < assignment.lo && assignment.lo < hi);
    if covered || *over { Relation::Ancestor } else { Relation::Elsewhere }
}

impl Ground {
    fn reached(self, scope: &Scope) -> Option<Reached> {
        let relation = relation(scope, &self);
        let reached = Reached::new(scope, relation, self.assignment, self.campaign, self.around);
        Some(reached).filter(|reached| reached.relation() != Relation::Elsewhere)
    }
}

impl FromRow for Ground {
    fn from_row(mut row: Row) -> Result<Ground> {
        let campaign = Campaign::take(&mut row)?;
        let (receiver, via, above) = (row.take()?, row.take()?, row.take()?);
        let (phrase, note): (Option<String>, Option<String>) = (row.take()?, row.take()?);
        let (from, to): (Option<Date>, Option<Date>) = (row.take()?, row.take()?);
        let portion = take_portion(&mut row)?;
        let (lo, hi): (Option<u32>, Option<u32>) = (row.take()?, row.take()?);
        let over: i64 = row.take()?;
        Ok(Ground {
            over: over == 1,
            campaign,
            around: Around {
                receiver,
                via,
                above,
                phrase: phrase.unwrap_or_default(),
                note: note.unwrap_or_default(),
                portion,
                hold: from.zip(to),
                inside: lo.is_some(),
            },
            mine: lo.zip(hi),
            assignment: Assignment::from_row(row)?,
        })
    }
}

impl FromRow for Assignment {
    fn from_row(mut row: Row) -> Result<Assignment> {
        let (campaign, body) = (row.take()?, row.take()?);
        let (lo, hi, above, tier) = (row.take()?, row.take()?, row.take()?, row.take()?);
        let (asked, figures, receiver, via) = (row.take()?, row.take()?, row.take()?, row.take()?);
        let name = read_stage(&row.take::<String>()?)?;
        let (version, at): (Option<i64>, Option<Timestamp>) = (row.take()?, row.take()?);
        let stage = Stage::restore(name, version.zip(at))
            .ok_or_else(|| StoreError::Corrupt("a stage without its facts".into()))?;
        let received_version = row.take()?;
        let own_part: Option<String> = row.take()?;
        let own_part = own_part.map(|name| read_own_part(&name)).transpose()?;
        let rev = row.take()?;
        let (rule, last_day): (Option<i64>, Option<Date>) = (row.take()?, row.take()?);
        let deadline = rule.zip(last_day).map(|(version, last_day)| Deadline { version, last_day });
        Ok(Assignment {
            campaign,
            body,
            lo,
            hi,
            above,
            tier,
            asked,
            figures,
            receiver,
            via,
            stage,
            received_version,
            own_part,
            rev,
            deadline,
            name: row.take()?,
            short: row.take()?,
        })
    }
}

fn read_stage(name: &str) -> Result<StageName> {
    StageName::parse(name).ok_or_else(|| StoreError::Corrupt(format!("{name:?} is no stage")))
}

fn read_own_part(name: &str) -> Result<own_part::Stage> {
    own_part::Stage::parse(name)
        .ok_or_else(|| StoreError::Corrupt(format!("{name:?} is no stage of an own part")))
}
