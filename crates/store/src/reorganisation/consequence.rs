//! What a plan means for campaigns, reports and people, read from its rows.

use crate::db::{FromRow, Result, Row, Tx};
use crate::values;
use domain::id::{BodyId, ReorganisationId};
use jiff::civil::Date;

/// What a plan touches beside the tree (hệ quả).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Consequences {
    /// Units that end.
    pub ending: i64,
    /// Units that are founded.
    pub founded: i64,
    /// Units that stand elsewhere or under another name, with all that are carried along.
    pub moved: i64,
    /// Issued campaigns that ask an ending unit for a report not received yet.
    pub campaigns: i64,
    /// Reports that ending units have sent.
    pub reports: i64,
    /// People with a seat in an ending unit or an organ of it.
    pub people: i64,
}

/// A unit that ends, with what it leaves open (đơn vị kết thúc hoạt động).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EndingUnit {
    pub unit: BodyId,
    pub short: String,
    /// Campaigns that wait for its report.
    pub open: i64,
}

/// Who answers for what an ended unit left open (đơn vị kế thừa nhiệm vụ).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeirRow {
    pub campaign: String,
    pub unit: String,
    /// Nobody where it is not asked any more.
    pub heir: Option<String>,
}

/// A line of the plan: where a unit stood and where it will (vị trí trước và sau).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    pub unit: BodyId,
    /// Empty where it is founded, or ends.
    pub before: String,
    pub under_before: String,
    pub after: String,
    pub under_after: String,
}

pub async fn consequences(
    tx: &mut Tx<'_>,
    by: ReorganisationId,
    day: Date,
) -> Result<Consequences> {
    tx.get(
        "select
           (select cast(count(*) as bigint) from place_row r where r.closed_id = $1
              and not exists (select 1 from place_row n
                where n.opened_id = $1 and n.unit_id = r.unit_id)),
           (select cast(count(*) as bigint) from place_row n where n.opened_id = $1
              and not exists (select 1 from place_row r
                where r.closed_id = $1 and r.unit_id = n.unit_id)),
           (select cast(count(*) as bigint) from place_row n where n.opened_id = $1
              and exists (select 1 from place_row r
                where r.closed_id = $1 and r.unit_id = n.unit_id)),
           (select cast(count(distinct a.campaign_id) as bigint) from place_row r
              join assignment a on a.body_id = r.unit_id and a.asked and a.stage <> 'received'
              join campaign c on c.id = a.campaign_id and c.issued is not null
              where r.closed_id = $1 and not exists (select 1 from place_row n
                where n.opened_id = $1 and n.unit_id = r.unit_id)),
           (select cast(count(*) as bigint) from place_row r
              join assignment a on a.body_id = r.unit_id and a.stage_version is not null
              where r.closed_id = $1 and not exists (select 1 from place_row n
                where n.opened_id = $1 and n.unit_id = r.unit_id)),
           (select cast(count(distinct s.person_id) as bigint) from place_row r
              join body b on b.id = r.unit_id or b.unit_id = r.unit_id
              join seat s on s.body_id = b.id
                and s.from_day <= $2 and (s.to_day is null or s.to_day > $2)
              where r.closed_id = $1 and not exists (select 1 from place_row n
                where n.opened_id = $1 and n.unit_id = r.unit_id))",
        values![by, day],
    )
    .await
}

/// The units that end, by path.
pub async fn list_ending(tx: &mut Tx<'_>, by: ReorganisationId) -> Result<Vec<EndingUnit>> {
    tx.list(
        "select r.unit_id, r.short,
                (select cast(count(*) as bigint) from assignment a
                   join campaign c on c.id = a.campaign_id and c.issued is not null
                   where a.body_id = r.unit_id and a.asked and a.stage <> 'received')
         from place_row r
         where r.closed_id = $1 and not exists (select 1 from place_row n
           where n.opened_id = $1 and n.unit_id = r.unit_id)
         order by r.path limit 200",
        values![by],
    )
    .await
}

/// Who may answer for an ending unit: its successors, and the unit above it.
pub async fn list_candidates(
    tx: &mut Tx<'_>,
    by: ReorganisationId,
) -> Result<Vec<(BodyId, BodyId, String)>> {
    tx.list(
        "select s.before_id, s.after_id, b.short from successor s join body b on b.id = s.after_id
         where s.reorganisation_id = $1
         union select r.unit_id, r.parent_id, b.short from place_row r
           join body b on b.id = r.parent_id
           where r.closed_id = $1 and not exists (select 1 from place_row n
             where n.unit_id = r.parent_id and n.closed_id = $1)
         order by 1, 3, 2",
        values![by],
    )
    .await
}

/// The first `limit` units whose unit above, name or being changes, by path; those merely carried
/// along are left out.
pub async fn list_moves(tx: &mut Tx<'_>, by: ReorganisationId, limit: i64) -> Result<Vec<Move>> {
    tx.list(
        "select r.unit_id, r.short, coalesce(bu.short, ''), coalesce(n.short, ''),
                coalesce(nu.short, ''), r.path
         from place_row r
         left join place_row n on n.opened_id = $1 and n.unit_id = r.unit_id
         left join body bu on bu.id = r.parent_id
         left join body nu on nu.id = n.parent_id
         where r.closed_id = $1 and (n.unit_id is null or n.parent_id <> r.parent_id
           or n.short <> r.short or n.name <> r.name or n.level <> r.level)
         union all
         select n.unit_id, '', '', n.short, coalesce(nu.short, ''), n.path
         from place_row n left join body nu on nu.id = n.parent_id
         where n.opened_id = $1
           and not exists (select 1 from place_row r
             where r.closed_id = $1 and r.unit_id = n.unit_id)
         order by 6, 1 limit $2",
        values![by, limit],
    )
    .await
}

/// Lets `heir` answer for every report that an ending unit still owes; where it is nobody, they are
/// not asked any more.
pub async fn insert_heirs(
    tx: &mut Tx<'_>,
    by: ReorganisationId,
    unit: BodyId,
    heir: Option<BodyId>,
) -> Result<()> {
    tx.execute(
        "insert into heir (campaign_id, body_id, reorganisation_id, heir_id)
         select a.campaign_id, a.body_id, me.id, h.id
         from assignment a
         join campaign c on c.id = a.campaign_id and c.issued is not null
         join reorganisation me on me.id = $1
         left join body h on h.id = $3
         where a.body_id = $2 and a.asked and a.stage <> 'received'",
        values![by, unit, heir],
    )
    .await?;
    Ok(())
}

/// Who inherited what by a reorganisation, by campaign and unit.
pub async fn list_heirs(tx: &mut Tx<'_>, by: ReorganisationId) -> Result<Vec<HeirRow>> {
    tx.list(
        "select c.title, b.short, h.short from heir e
         join campaign c on c.id = e.campaign_id
         join body b on b.id = e.body_id
         left join body h on h.id = e.heir_id
         where e.reorganisation_id = $1 order by c.title, b.short, b.id limit 200",
        values![by],
    )
    .await
}

impl FromRow for Consequences {
    fn from_row(mut row: Row) -> Result<Consequences> {
        Ok(Consequences {
            ending: row.take()?,
            founded: row.take()?,
            moved: row.take()?,
            campaigns: row.take()?,
            reports: row.take()?,
            people: row.take()?,
        })
    }
}

impl FromRow for EndingUnit {
    fn from_row(mut row: Row) -> Result<EndingUnit> {
        Ok(EndingUnit { unit: row.take()?, short: row.take()?, open: row.take()? })
    }
}

impl FromRow for HeirRow {
    fn from_row(mut row: Row) -> Result<HeirRow> {
        Ok(HeirRow { campaign: row.take()?, unit: row.take()?, heir: row.take()? })
    }
}

impl FromRow for Move {
    fn from_row(mut row: Row) -> Result<Move> {
        Ok(Move {
            unit: row.take()?,
            before: row.take()?,
            under_before: row.take()?,
            after: row.take()?,
            under_after: row.take()?,
        })
    }
}
