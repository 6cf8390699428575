//! "My work": the reports a body owes, whatever the campaign.

use crate::acknowledgement::{due, read};
use crate::assignment::Assignment;
use crate::db::{FromRow, Result, Row, Tx};
use crate::scope::Scope;
use crate::values;
use jiff::civil::Date;

/// An assignment with its campaign (báo cáo phải gửi).
#[derive(Clone, Debug)]
pub struct WorkRow {
    pub title: String,
    pub number: String,
    /// Where it goes, and through which organ there; empty where it goes to nobody in the tree.
    pub receiver: String,
    pub via: String,
    /// Between which days the own review is held.
    pub hold: Option<(Date, Date)>,
    /// The version of the plan that concerns the body and that it has not said it has read.
    pub unread: Option<i64>,
    pub assignment: Assignment,
}

/// Everything asked of the seat's own unit, or of its organ where that reports itself, soonest first.
pub async fn list_own(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<WorkRow>> {
    tx.list(
        concat!(
            "select c.title, c.number, coalesce(r.short, ''), coalesce(v.short, ''),
                t.hold_from, t.hold_to, ",
            due!(),
            ", ",
            read!(),
            ", a.campaign_id, a.body_id, a.lo, a.hi, a.above_id,
                a.tier_key, a.asked, a.figures,
                a.receiver_id, a.via_id, a.stage, a.stage_version, a.stage_at,
                a.received_version, a.own_part, a.rev, d.version, d.last_day, b.name, b.short
         from assignment a
         join campaign c on c.id = a.campaign_id and c.issued is not null
         join body b on b.id = a.body_id
         left join body r on r.id = a.receiver_id
         left join body v on v.id = a.via_id
         left join tier t on t.campaign_id = a.campaign_id and t.tier_key = a.tier_key
         left join deadline d on d.campaign_id = a.campaign_id and d.tier_key = a.tier_key
           and d.version = (select max(n.version) from deadline n
             where n.campaign_id = a.campaign_id and n.tier_key = a.tier_key)
         where a.asked and (a.body_id = $2 or (a.body_id = $1 and not exists (
           select 1 from assignment o
           where o.campaign_id = a.campaign_id and o.body_id = $2 and o.asked)))
           -- Who carries a plan down owes one report: the one that goes up.
           and not (c.parent_id is not null and c.unit_id = a.body_id)
         order by d.last_day, c.id limit 100"
        ),
        values![scope.unit(), scope.body()],
    )
    .await
}

impl FromRow for WorkRow {
    fn from_row(mut row: Row) -> Result<WorkRow> {
        let (title, number, receiver, via) = (row.take()?, row.take()?, row.take()?, row.take()?);
        let (from, to): (Option<Date>, Option<Date>) = (row.take()?, row.take()?);
        let hold = from.zip(to);
        let (due, read): (i64, i64) = (row.take()?, row.take()?);
        let unread = Some(due).filter(|due| read < *due);
        let assignment = Assignment::from_row(row)?;
        Ok(WorkRow { title, number, receiver, via, hold, unread, assignment })
    }
}
