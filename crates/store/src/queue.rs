//! What comes to a desk: the reports of one campaign, and the campaigns with any.

use crate::assignment::Assignment;
use crate::db::{FromRow, Result, Row, Tx};
use crate::scope::Scope;
use crate::values;
use domain::id::{BodyId, CampaignId};
use jiff::Timestamp;
use jiff::civil::Date;

/// A report that comes to the seat's unit, with when it was sent and how late.
#[derive(Clone, Debug)]
pub struct Arriving {
    pub assignment: Assignment,
    /// When the newest version was sent, and how many days late; nothing while none was.
    pub sent: Option<(Timestamp, i64)>,
}

/// The reports that come to the seat's unit with how they came, in the order of the tree.
pub async fn list(tx: &mut Tx<'_>, scope: &Scope, campaign: CampaignId) -> Result<Vec<Arriving>> {
    tx.list(
        "select n.received_at, n.days_late,
                a.campaign_id, a.body_id, a.lo, a.hi, a.above_id, a.tier_key, a.asked, a.figures,
                a.receiver_id, a.via_id, a.stage, a.stage_version, a.stage_at,
                a.received_version, a.own_part, a.rev, d.version, d.last_day, b.name, b.short
         from assignment a
         join campaign c on c.id = a.campaign_id and c.issued is not null
         join body b on b.id = a.body_id
         left join submission n on n.campaign_id = a.campaign_id and n.body_id = a.body_id
           and n.version = a.stage_version
         left join deadline d on d.campaign_id = a.campaign_id and d.tier_key = a.tier_key
           and d.version = (select max(n.version) from deadline n
             where n.campaign_id = a.campaign_id and n.tier_key = a.tier_key)
         where a.campaign_id = $1 and a.receiver_id = $2 and a.asked
         order by a.lo",
        values![campaign, scope.unit()],
    )
    .await
}

/// Whom to call about the reports that come to the seat's unit: body, name and telephone, those who
/// answer for a unit first.
pub async fn list_contacts(
    tx: &mut Tx<'_>,
    scope: &Scope,
    campaign: CampaignId,
    day: Date,
) -> Result<Vec<(BodyId, String, String)>> {
    tx.list(
        "select a.body_id, p.name, p.phone
         from assignment a join seat s on s.body_id = a.body_id join person p on p.id = s.person_id
         where a.campaign_id = $1 and a.receiver_id = $2 and a.asked
           and s.role not in ('unit_admin', 'system_admin')
           and s.from_day <= $3 and (s.to_day is null or s.to_day > $3)
         order by a.lo, case when s.role in ('chair', 'leader') then 0 else 1 end, p.name, p.id",
        values![campaign, scope.unit(), day],
    )
    .await
}

/// A campaign with reports coming to the seat's unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueueRow {
    pub campaign: CampaignId,
    pub title: String,
    pub asked: i64,
    pub waiting: i64,
    pub received: i64,
}

/// The campaigns in which reports come to the seat's unit, newest first; only through the seat's own
/// desk where the reports name one.
pub async fn list_queues(tx: &mut Tx<'_>, scope: &Scope) -> Result<Vec<QueueRow>> {
    tx.list(
        "select c.id, c.title, cast(count(*) as bigint),
                cast(sum(case when a.stage = 'submitted' or a.own_part = 'declared'
                  then 1 else 0 end) as bigint),
                cast(sum(case when a.received_version is not null or a.own_part = 'whole'
                  then 1 else 0 end) as bigint)
         from assignment a join campaign c on c.id = a.campaign_id and c.issued is not null
         where a.receiver_id = $1 and a.asked and (a.via_id is null or a.via_id = $2)
         group by c.id, c.title, c.issued order by c.issued desc, c.id limit 50",
        values![scope.unit(), scope.body()],
    )
    .await
}

impl FromRow for Arriving {
    fn from_row(mut row: Row) -> Result<Arriving> {
        let (at, late): (Option<Timestamp>, Option<i64>) = (row.take()?, row.take()?);
        Ok(Arriving { sent: at.zip(late), assignment: Assignment::from_row(row)? })
    }
}

impl FromRow for QueueRow {
    fn from_row(mut row: Row) -> Result<QueueRow> {
        Ok(QueueRow {
            campaign: row.take()?,
            title: row.take()?,
            asked: row.take()?,
            waiting: row.take()?,
            received: row.take()?,
        })
    }
}
