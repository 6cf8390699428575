//! The rows of a plan, before and when it comes into force.

use crate::body::folded;
use crate::db::{Result, Tx};
use crate::values;
use domain::body::Path;
use domain::id::{BodyId, ReorganisationId};
use domain::reorganisation::{Plan, Stand};
use domain::text::look;
use jiff::civil::Date;

/// Lets a unit stand anew, in place of where it stood on `day`.
pub async fn stage_stand(
    tx: &mut Tx<'_>,
    by: ReorganisationId,
    day: Date,
    stand: &Stand,
    code: &str,
) -> Result<()> {
    if stand.was.is_some() {
        stage_end(tx, by, day, stand.unit).await?;
    }
    let naming = &stand.naming;
    tx.execute(
        "insert into place_row (unit_id, opened_id, closed_id, parent_id, ord, path, level, name,
                                short, look, folded)
         values ($1, $2, null, $3, $4, $5, $6, $7, $8, $9, $10)",
        values![
            stand.unit,
            by,
            stand.parent,
            stand.ordinal,
            stand.path.as_str(),
            &naming.level,
            naming.name.as_str(),
            naming.short.as_str(),
            look(naming.short.as_str()),
            folded(&naming.name, &naming.short, code)
        ],
    )
    .await?;
    Ok(())
}

/// Ends where a unit stands on `day`.
pub async fn stage_end(
    tx: &mut Tx<'_>,
    by: ReorganisationId,
    day: Date,
    unit: BodyId,
) -> Result<()> {
    tx.execute(
        "update place_row set closed_id = $1
         where unit_id = $2 and opened_id in (select pl.opened_id from place pl
           where pl.unit_id = $2 and pl.from_day <= $3 and (pl.to_day is null or pl.to_day > $3))",
        values![by, unit, day],
    )
    .await?;
    Ok(())
}

/// Carries the next `limit` units after `after` of the subtree at `from` to `to`; gives the last of
/// them, as long as there may be more.
pub async fn stage_carried(
    tx: &mut Tx<'_>,
    (by, day): (ReorganisationId, Date),
    (from, to): (&Path, &Path),
    after: &str,
    limit: i64,
) -> Result<Carried> {
    let paths: Vec<(String,)> = tx
        .list(
            "select pl.path from place pl
             where pl.path > $1 and pl.path < $2 and (pl.closed_id is null or pl.closed_id <> $4)
               and pl.from_day <= $3 and (pl.to_day is null or pl.to_day > $3)
             order by pl.path limit $5",
            values![after, from.end(), day, by, limit],
        )
        .await?;
    let count = i64::try_from(paths.len()).unwrap_or(i64::MAX);
    let Some((last,)) = paths.into_iter().next_back() else {
        return Ok(Carried { count: 0, last: None });
    };
    tx.execute(
        "insert into place_row (unit_id, opened_id, closed_id, parent_id, ord, path, level, name,
                                short, look, folded)
         select pl.unit_id, me.id, null, pl.parent_id, pl.ord,
                cast($5 as text) || substr(pl.path, $6), pl.level, pl.name, pl.short, pl.look,
                pl.folded
         from place pl join reorganisation me on me.id = $4
         where pl.path > $1 and pl.path <= $2 and (pl.closed_id is null or pl.closed_id <> me.id)
           and pl.from_day <= $3 and (pl.to_day is null or pl.to_day > $3)",
        values![after, &last, day, by, to.as_str(), from.length_below(0) + 1],
    )
    .await?;
    tx.execute(
        "update place_row set closed_id = $4
         where path > $1 and path <= $2 and (unit_id, opened_id) in (
           select pl.unit_id, pl.opened_id from place pl
           where pl.path > $1 and pl.path <= $2
             and pl.from_day <= $3 and (pl.to_day is null or pl.to_day > $3))",
        values![after, &last, day, by],
    )
    .await?;
    Ok(Carried { count, last: Some(last).filter(|_| count == limit) })
}

/// The units for which a plan has opened a place so far.
pub async fn list_opened(tx: &mut Tx<'_>, by: ReorganisationId) -> Result<Vec<(BodyId,)>> {
    tx.list("select unit_id from place_row where opened_id = $1 order by path", values![by]).await
}

/// How many units were carried, and after which there may be more.
pub struct Carried {
    pub count: i64,
    pub last: Option<String>,
}

pub async fn insert_successors(tx: &mut Tx<'_>, by: ReorganisationId, plan: &Plan) -> Result<()> {
    for (before, after) in &plan.successors {
        tx.execute(
            "insert into successor (reorganisation_id, before_id, after_id) values ($1, $2, $3)",
            values![by, *before, *after],
        )
        .await?;
    }
    Ok(())
}

/// How many rows a plan opens and closes, as they lie there now.
pub async fn count_touched(tx: &mut Tx<'_>, by: ReorganisationId) -> Result<i64> {
    let (count,) = tx
        .get(
            "select (select cast(count(*) as bigint) from place_row where opened_id = $1)
                  + (select cast(count(*) as bigint) from place_row where closed_id = $1)",
            values![by],
        )
        .await?;
    Ok(count)
}

/// Says that a plan is whole.
pub async fn put_touched(tx: &mut Tx<'_>, by: ReorganisationId, touched: i64) -> Result<()> {
    let sql = "update reorganisation set touched = $2 where id = $1";
    tx.execute(sql, values![by, touched]).await?;
    Ok(())
}

/// How many other changes after `day` a plan, or its undoing, would cut off: a unit that stands
/// elsewhere or ends later, one that comes under it later, a parent that ends.
pub async fn count_later(tx: &mut Tx<'_>, by: ReorganisationId, day: Date) -> Result<i64> {
    let (count,) = tx
        .get(
            "select (select cast(count(*) as bigint) from place_row r
                     join place later on later.unit_id = r.unit_id and later.opened_id <> $1
                     where r.closed_id = $1 and (later.from_day > $2 or later.to_day > $2))
                  + (select cast(count(*) as bigint) from place_row r
                     join place later on later.parent_id = r.unit_id and later.opened_id <> $1
                     where r.closed_id = $1 and later.from_day > $2)
                  + (select cast(count(*) as bigint) from place_row r
                     join place up on up.unit_id = r.parent_id and up.opened_id <> $1
                     where r.opened_id = $1 and up.to_day > $2
                       and up.from_day <= $2)",
            values![by, day],
        )
        .await?;
    Ok(count)
}

/// How many other changes in force were built upon a reorganisation: a place it opened that another
/// closed, a unit that came under a place it opened.
pub async fn count_built_upon(tx: &mut Tx<'_>, by: ReorganisationId) -> Result<i64> {
    let (count,) = tx
        .get(
            "select (select cast(count(*) as bigint) from place pl
                     where pl.opened_id = $1 and pl.to_day is not null)
                  + (select cast(count(*) as bigint) from place_row r
                     join place child on child.parent_id = r.unit_id and child.opened_id <> $1
                     where r.opened_id = $1
                       and substr(child.path, 1, length(r.path)) = r.path
                       and not exists (select 1 from place_row old where old.closed_id = $1
                         and old.unit_id = r.unit_id and old.path = r.path))",
            values![by],
        )
        .await?;
    Ok(count)
}

/// How many units would look the same as one beside them if the rows a reorganisation closed stood
/// again.
pub async fn names_clash(tx: &mut Tx<'_>, by: ReorganisationId, day: Date) -> Result<i64> {
    let (count,) = tx
        .get(
            "select cast(count(*) as bigint) from place_row r
             join place beside on beside.parent_id = r.parent_id and beside.look = r.look
               and beside.unit_id <> r.unit_id and beside.opened_id <> $1
               and (beside.to_day is null or beside.to_day > $2)
             where r.closed_id = $1",
            values![by, day],
        )
        .await?;
    Ok(count)
}

/// Lets the units a reorganisation touched go by the names they have in the tree on `day`.
pub async fn follow_names(tx: &mut Tx<'_>, by: ReorganisationId, day: Date) -> Result<()> {
    tx.execute(
        "update body set
           name = (select pl.name from place pl where pl.unit_id = body.id
             and pl.from_day <= $2 and (pl.to_day is null or pl.to_day > $2)),
           short = (select pl.short from place pl where pl.unit_id = body.id
             and pl.from_day <= $2 and (pl.to_day is null or pl.to_day > $2)),
           level = (select pl.level from place pl where pl.unit_id = body.id
             and pl.from_day <= $2 and (pl.to_day is null or pl.to_day > $2)),
           folded = (select pl.folded from place pl where pl.unit_id = body.id
             and pl.from_day <= $2 and (pl.to_day is null or pl.to_day > $2))
         where id in (select r.unit_id from place_row r where r.opened_id = $1)
           and exists (select 1 from place pl where pl.unit_id = body.id
             and pl.from_day <= $2 and (pl.to_day is null or pl.to_day > $2)
             and (pl.name <> body.name or pl.short <> body.short or pl.level <> body.level))",
        values![by, day],
    )
    .await?;
    Ok(())
}
