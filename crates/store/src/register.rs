//! The register of units as a whole.

use crate::body::folded;
use crate::db::{FromRow, Result, Row, Tx};
use crate::values;
use domain::body::{Body, BodyKind, Path};
use domain::id::{BodyId, ReorganisationId};
use domain::register::Known;
use domain::reorganisation::Standing;
use jiff::civil::Date;

/// The units at and below `path` on `day`, by path.
pub async fn list_known(tx: &mut Tx<'_>, path: &Path, day: Date) -> Result<Vec<Known>> {
    tx.list(
        "select b.code, pl.unit_id, pl.parent_id, pl.path, pl.ord, pl.name, pl.short, pl.level,
                (select coalesce(max(x.ord) + 1, 0) from place_row x where x.parent_id = pl.unit_id)
         from place pl join body b on b.id = pl.unit_id
         where pl.path >= $1 and pl.path < $2
           and pl.from_day <= $3 and (pl.to_day is null or pl.to_day > $3)
         order by pl.path",
        values![path.as_str(), path.end(), day],
    )
    .await
}

/// Every code in use with its body and whether that ever stood in the tree, by code.
pub async fn list_codes(tx: &mut Tx<'_>) -> Result<Vec<(String, BodyId, bool)>> {
    tx.list(
        "select b.code, b.id, b.kind <> 'unit' or exists (
           select 1 from place pl where pl.unit_id = b.id)
         from body b order by b.code",
        &[],
    )
    .await
}

/// Whether a plan has opened a place for a unit already.
pub async fn is_laid(tx: &mut Tx<'_>, by: ReorganisationId, unit: BodyId) -> Result<bool> {
    let sql = "select 1 from place_row where unit_id = $1 and opened_id = $2";
    Ok(tx.find::<(i64,)>(sql, values![unit, by]).await?.is_some())
}

/// Inserts a unit that may have been inserted before under the same identity.
pub async fn insert_unheard(tx: &mut Tx<'_>, body: &Body) -> Result<()> {
    let BodyKind::Unit { level } = &body.kind else { return Ok(()) };
    tx.execute(
        "insert into body (id, kind, level, code, name, short, folded)
         values ($1, 'unit', $2, $3, $4, $5, $6) on conflict (id) do nothing",
        values![
            body.id,
            level,
            &body.code,
            body.name.as_str(),
            body.short.as_str(),
            folded(&body.name, &body.short, &body.code)
        ],
    )
    .await?;
    Ok(())
}

impl FromRow for Known {
    fn from_row(mut row: Row) -> Result<Known> {
        let code = row.take()?;
        let standing = Standing::from_row(row)?;
        let Standing { unit, parent, path, ordinal, naming, next } = standing;
        Ok(Known { unit, code, parent, path, ordinal, naming, next })
    }
}
