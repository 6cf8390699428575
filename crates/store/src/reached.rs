//! Tasks of issued campaigns as far as a seat reaches them.

use crate::db::{FromRow, Result, Row, Tx};
use crate::group::list_seats;
use crate::scope::Scope;
use crate::task::{Party, Task, Whom, list_parties};
use crate::values;
use domain::authority::{Action, Forbidden, Relation};
use domain::group::{MemberPart, may_answer};
use domain::id::{BodyId, CampaignId, TaskId};
use domain::task::Part;
use jiff::civil::Date;

/// A task as a seat reaches it: its own part in it, and the stretch of the pinned tree it looks over.
#[derive(Clone, Debug)]
pub struct ReachedTask {
    pub task: Task,
    pub parties: Vec<Party>,
    /// The body for which the seat acts, and what it is in the task.
    pub own: Option<(BodyId, Part)>,
    /// What the seat is in that body, where it is a group.
    pub member: Option<MemberPart>,
    pub(crate) view: Stretch,
    scope: Scope,
}

/// The right to answer for a body's part; only a reached task gives it.
#[derive(Clone, Debug)]
pub struct AnswerPermit {
    pub(crate) campaign: CampaignId,
    pub(crate) task: TaskId,
    pub(crate) body: BodyId,
    pub(crate) part: Part,
    pub(crate) scope: Scope,
}

/// Where the seat's unit stands in a campaign: what lies below it, it looks over.
#[derive(Clone, Debug)]
pub(crate) struct Stretch {
    pub(crate) campaign: CampaignId,
    title: String,
    pub(crate) lo: u32,
    pub(crate) hi: u32,
    tier: String,
    asked: bool,
    relation: Relation,
}

/// How many bodies of one part there are, and what they said (n trên N).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PartCount {
    pub of: i64,
    /// Done, or the share confirmed.
    pub done: i64,
    pub declined: i64,
}

/// The task as far as the seat reaches on `day`; `None` where it has no part in it and looks over
/// nobody who has.
pub async fn reach(
    tx: &mut Tx<'_>,
    scope: &Scope,
    (campaign, task): (CampaignId, TaskId),
    day: Date,
) -> Result<Option<ReachedTask>> {
    let mut reached = list(tx, scope, campaign, day).await?;
    reached.retain(|reached| reached.task.id == task);
    Ok(reached.pop())
}

/// Every task of a campaign, each as far as the seat reaches it on `day`, in the order of the plan.
/// Which of them it may see, [`ReachedTask::visible`] says.
pub async fn list(
    tx: &mut Tx<'_>,
    scope: &Scope,
    campaign: CampaignId,
    day: Date,
) -> Result<Vec<ReachedTask>> {
    let rows: Vec<(StretchRow, Task)> = tx
        .list(
            "select c.title, c.unit_id, a.lo, a.hi, a.level_key, a.asked,
                    t.id, t.what, t.result, t.span_from, t.span_to, t.due_origin, t.due, t.due_words
             from campaign c join assignment a on a.campaign_id = c.id and a.body_id = $2
             join task t on t.campaign_id = c.id
             where c.id = $1 and c.issued is not null order by t.ord, t.id",
            values![campaign, scope.unit()],
        )
        .await?
        .into_iter()
        .map(|Both(stretch, task)| (stretch, task))
        .collect();
    let parties = list_parties(tx, campaign).await?;
    let groups = list_seats(tx, scope, day).await?;
    let reached = rows.into_iter().map(|(stretch, task)| {
        let of = parties.iter().filter(|(id, _)| *id == task.id).map(|(_, party)| party.clone());
        let view = stretch.of(scope, campaign);
        let parties: Vec<Party> = of.collect();
        let (own, member) = own(scope, &view, &parties, &groups).unzip();
        let member = member.flatten();
        ReachedTask { task, parties, own, member, view, scope: scope.clone() }
    });
    Ok(reached.collect())
}

impl ReachedTask {
    pub fn campaign_title(&self) -> &str {
        &self.view.title
    }

    /// Passes where the seat may see the task: it acts for a body in it, or looks over one (`count`).
    pub fn visible(&self, count: &[(Part, PartCount)]) -> std::result::Result<(), Forbidden> {
        let own = self.own.map(|_| self.scope.may(Action::ReadSubmitted, Relation::Own));
        let below = count.iter().any(|(_, count)| count.of > 0);
        match (own, below) {
            (Some(Ok(())), _) => Ok(()),
            (_, true) => self.scope.may(Action::ReadTotals, self.view.relation),
            (Some(Err(forbidden)), false) => Err(forbidden),
            (None, false) => Err(Forbidden),
        }
    }

    /// Whether the seat looks over others in the task.
    pub fn oversees(&self) -> bool {
        self.scope.may(Action::ReadTotals, self.view.relation).is_ok()
    }

    /// The right to answer for the own body: whoever may send its report may, and for a group
    /// whoever chairs it or keeps its papers.
    pub fn permit(&self) -> std::result::Result<AnswerPermit, Forbidden> {
        let (body, part) = self.own.ok_or(Forbidden)?;
        match self.member {
            Some(member) => may_answer(member, self.scope.role())?,
            None => self.scope.may(Action::Submit, Relation::Own)?,
        }
        let (campaign, task) = (self.view.campaign, self.task.id);
        Ok(AnswerPermit { campaign, task, body, part, scope: self.scope.clone() })
    }
}

impl AnswerPermit {
    pub fn body(&self) -> BodyId {
        self.body
    }

    pub fn part(&self) -> Part {
        self.part
    }
}

/// The part of the seat's body; where it has none, that of its unit by name, of a group it sits in,
/// or of its unit's tier.
fn own(
    scope: &Scope,
    view: &Stretch,
    parties: &[Party],
    groups: &[(BodyId, MemberPart)],
) -> Option<((BodyId, Part), Option<MemberPart>)> {
    let named = |body: BodyId| {
        let of = parties.iter().find(|party| party.whom == Whom::Body(body));
        of.map(|party| (body, party.part))
    };
    let group = || {
        let of = |(group, member): &(BodyId, MemberPart)| Some((named(*group)?, Some(*member)));
        groups.iter().find_map(of)
    };
    let tier = || {
        let of = |party: &&Party| matches!(&party.whom, Whom::Tier(key) if *key == view.tier);
        let party = parties.iter().find(of).filter(|_| view.asked);
        party.map(|party| ((scope.unit(), party.part), None))
    };
    let unit = named(scope.body()).or_else(|| named(scope.unit()));
    unit.map(|own| (own, None)).or_else(group).or_else(tier)
}

struct StretchRow {
    title: String,
    issuer: BodyId,
    lo: u32,
    hi: u32,
    tier: String,
    asked: bool,
}

impl StretchRow {
    fn of(self, scope: &Scope, campaign: CampaignId) -> Stretch {
        let issuer = self.issuer == scope.unit();
        let StretchRow { title, lo, hi, tier, asked, .. } = self;
        let relation = if issuer { Relation::Own } else { Relation::Ancestor };
        Stretch { campaign, title, lo, hi, tier, asked, relation }
    }
}

struct Both(StretchRow, Task);

impl FromRow for Both {
    fn from_row(mut row: Row) -> Result<Both> {
        let stretch = StretchRow {
            title: row.take()?,
            issuer: row.take()?,
            lo: row.take()?,
            hi: row.take()?,
            tier: row.take()?,
            asked: row.take()?,
        };
        Ok(Both(stretch, Task::from_row(row)?))
    }
}
