//! A unit and what is around it on a day, each in one query however large the tree is.

use crate::body::Placed;
use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::scope::Scope;
use crate::values;
use domain::body::Path;
use domain::id::{BodyId, CampaignId};
use domain::reorganisation::Kind;
use jiff::civil::Date;

/// A unit with how many stand directly below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Child {
    pub unit: Placed,
    pub below: i64,
}

/// Where a unit stood from one day to another, and by what (quá trình của đơn vị).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stay {
    pub from: Date,
    /// The day from which it did not any more.
    pub to: Option<Date>,
    pub name: String,
    pub short: String,
    pub level: String,
    pub parent: Option<BodyId>,
    pub under: String,
    pub path: Path,
    pub opened: Kind,
    pub opened_by: String,
    pub closed: Option<Kind>,
    pub closed_by: String,
}

/// A unit that came before or after another (đơn vị kế thừa).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kin {
    pub day: Date,
    pub kind: Kind,
    pub unit: BodyId,
    pub short: String,
    pub side: Side,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Before,
    After,
}

/// A campaign that asks a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AskedBy {
    pub campaign: CampaignId,
    pub title: String,
    pub stage: String,
}

/// The units directly below one on `day`, by path, from the `skip`-th on.
pub async fn list_children(
    tx: &mut Tx<'_>,
    unit: BodyId,
    day: Date,
    (skip, limit): (i64, i64),
) -> Result<Vec<Child>> {
    tx.list(
        "select (select cast(count(*) as bigint) from place k where k.parent_id = pl.unit_id
                   and k.from_day <= $2 and (k.to_day is null or k.to_day > $2)),
                b.id, b.code, pl.name, pl.short, pl.level, pl.parent_id, pl.path
         from place pl join body b on b.id = pl.unit_id
         where pl.parent_id = $1 and pl.from_day <= $2 and (pl.to_day is null or pl.to_day > $2)
         order by pl.path limit $4 offset $3",
        values![unit, day, skip, limit],
    )
    .await
}

/// How many units stand directly below one on `day`.
pub async fn count_children(tx: &mut Tx<'_>, unit: BodyId, day: Date) -> Result<i64> {
    let (count,) = tx
        .get(
            "select cast(count(*) as bigint) from place pl
             where pl.parent_id = $1 and pl.from_day <= $2 and (pl.to_day is null or pl.to_day > $2)",
            values![unit, day],
        )
        .await?;
    Ok(count)
}

/// The units above a path on `day`, from the top; at most the six nearest.
pub async fn list_above(tx: &mut Tx<'_>, path: &Path, day: Date) -> Result<Vec<Placed>> {
    let above: Vec<Path> = path.above();
    let at = |n: usize| above.get(n).map(Path::as_str);
    tx.list(
        "select b.id, b.code, pl.name, pl.short, pl.level, pl.parent_id, pl.path
         from place pl join body b on b.id = pl.unit_id
         where pl.path in ($2, $3, $4, $5, $6, $7)
           and pl.from_day <= $1 and (pl.to_day is null or pl.to_day > $1)
         order by pl.path, b.id",
        values![day, at(0), at(1), at(2), at(3), at(4), at(5)],
    )
    .await
}

/// Every place a unit had, the oldest first.
pub async fn list_stays(tx: &mut Tx<'_>, unit: BodyId) -> Result<Vec<Stay>> {
    tx.list(
        "select pl.from_day, pl.to_day, pl.name, pl.short, pl.level, pl.parent_id,
                coalesce(up.short, ''), pl.path, o.kind, o.document, c.kind, c.document
         from place pl
         join reorganisation o on o.id = pl.opened_id
         left join body up on up.id = pl.parent_id
         left join reorganisation c on c.id = pl.closed_id and pl.to_day is not null
         where pl.unit_id = $1 and (pl.to_day is null or pl.to_day > pl.from_day)
         order by pl.from_day, o.in_force",
        values![unit],
    )
    .await
}

/// Who came before and after a unit, by day.
pub async fn list_kin(tx: &mut Tx<'_>, unit: BodyId) -> Result<Vec<Kin>> {
    tx.list(
        "select o.day, o.kind, b.id, b.short, 'after' from successor s
         join reorganisation o on o.id = s.reorganisation_id
           and o.in_force is not null and o.undone is null
         join body b on b.id = s.after_id where s.before_id = $1
         union all
         select o.day, o.kind, b.id, b.short, 'before' from successor s
         join reorganisation o on o.id = s.reorganisation_id
           and o.in_force is not null and o.undone is null
         join body b on b.id = s.before_id where s.after_id = $1
         order by 1, 4, 3",
        values![unit],
    )
    .await
}

/// The issued campaigns that ask a unit and that the seat's own unit is in, the newest first.
pub async fn list_asked_by(
    tx: &mut Tx<'_>,
    scope: &Scope,
    unit: BodyId,
    limit: i64,
) -> Result<Vec<AskedBy>> {
    tx.list(
        "select c.id, c.title, a.stage from assignment a
         join campaign c on c.id = a.campaign_id and c.issued is not null
         join assignment mine on mine.campaign_id = c.id and mine.body_id = $2
           and mine.lo <= a.lo and a.lo < mine.hi
         where a.body_id = $1 and a.asked order by c.issued desc, c.id limit $3",
        values![unit, scope.unit(), limit],
    )
    .await
}

impl FromRow for Child {
    fn from_row(mut row: Row) -> Result<Child> {
        Ok(Child { below: row.take()?, unit: Placed::from_row(row)? })
    }
}

impl FromRow for Stay {
    fn from_row(mut row: Row) -> Result<Stay> {
        let (from, to) = (row.take()?, row.take()?);
        let (name, short, level) = (row.take()?, row.take()?, row.take()?);
        let (parent, under) = (row.take()?, row.take()?);
        let path = crate::body::read_path(&row.take::<String>()?)?;
        let (opened, opened_by) = (read_kind(&row.take::<String>()?)?, row.take()?);
        let closed: Option<String> = row.take()?;
        let closed = closed.map(|kind| read_kind(&kind)).transpose()?;
        let closed_by: Option<String> = row.take()?;
        Ok(Stay {
            from,
            to,
            name,
            short,
            level,
            parent,
            under,
            path,
            opened,
            opened_by,
            closed,
            closed_by: closed_by.unwrap_or_default(),
        })
    }
}

impl FromRow for Kin {
    fn from_row(mut row: Row) -> Result<Kin> {
        let (day, kind) = (row.take()?, read_kind(&row.take::<String>()?)?);
        let (unit, short) = (row.take()?, row.take()?);
        let side: String = row.take()?;
        let side = if side == "after" { Side::After } else { Side::Before };
        Ok(Kin { day, kind, unit, short, side })
    }
}

impl FromRow for AskedBy {
    fn from_row(mut row: Row) -> Result<AskedBy> {
        Ok(AskedBy { campaign: row.take()?, title: row.take()?, stage: row.take()? })
    }
}

pub(crate) fn read_kind(name: &str) -> Result<Kind> {
    Kind::parse(name).ok_or_else(|| StoreError::Corrupt(format!("{name:?} is no kind of act")))
}
