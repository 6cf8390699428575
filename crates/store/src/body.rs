//! Bodies, their levels and their places in the tree.

use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::values;
use domain::body::{Body, BodyKind, Organ, Path};
use domain::id::BodyId;
use jiff::civil::Date;

/// A level of the tree, which is data (cấp).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Level {
    pub code: String,
    pub order: i64,
    pub name_vi: String,
    pub name_en: String,
    /// Folded words by which plans name units of this level.
    pub aliases: Vec<String>,
}

/// A unit where it stands on a day (đơn vị trong cây).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Placed {
    pub body: BodyId,
    pub code: String,
    pub name: String,
    pub short: String,
    pub level: String,
    pub parent: Option<BodyId>,
    pub path: Path,
}

/// An organ of a unit (bộ phận).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganRow {
    pub id: BodyId,
    pub name: String,
    pub short: String,
    pub organ: String,
}

pub async fn put_level(tx: &mut Tx<'_>, level: &Level) -> Result<()> {
    tx.execute(
        "insert into level (code, ord, name_vi, name_en, aliases) values ($1, $2, $3, $4, $5)",
        values![&level.code, level.order, &level.name_vi, &level.name_en, level.aliases.join(";")],
    )
    .await?;
    Ok(())
}

/// The levels from the top down.
pub async fn list_levels(tx: &mut Tx<'_>) -> Result<Vec<Level>> {
    tx.list("select code, ord, name_vi, name_en, aliases from level order by ord, code", &[]).await
}

pub async fn insert(tx: &mut Tx<'_>, body: &Body) -> Result<()> {
    let (kind, level, unit, organ) = match &body.kind {
        BodyKind::Unit { level } => ("unit", Some(level.as_str()), None, None),
        BodyKind::Organ { of, organ } => ("organ", None, Some(*of), Some(organ.name())),
        BodyKind::Group { of } => ("group", None, Some(*of), None),
        BodyKind::Counterpart => ("counterpart", None, None, None),
    };
    tx.execute(
        "insert into body (id, kind, level, unit_id, organ, code, name, short, folded)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
        values![
            body.id,
            kind,
            level,
            unit,
            organ,
            &body.code,
            body.name.as_str(),
            body.short.as_str(),
            body.name.folded()
        ],
    )
    .await?;
    Ok(())
}

pub async fn put_place(
    tx: &mut Tx<'_>,
    unit: BodyId,
    parent: Option<BodyId>,
    path: &Path,
    from: Date,
) -> Result<()> {
    tx.execute(
        "insert into place (unit_id, from_day, to_day, parent_id, path) values ($1, $2, null, $3, $4)",
        values![unit, from, parent, path.as_str()],
    )
    .await?;
    Ok(())
}

/// The units at or below `path` on `day`, depth first.
pub async fn list_subtree(tx: &mut Tx<'_>, path: &Path, day: Date) -> Result<Vec<Placed>> {
    tx.list(
        "select b.id, b.code, b.name, b.short, b.level, pl.parent_id, pl.path
         from place pl join body b on b.id = pl.unit_id
         where pl.path >= $1 and pl.path < $2
           and pl.from_day <= $3 and (pl.to_day is null or pl.to_day > $3)
         order by pl.path, b.id",
        values![path.as_str(), path.end(), day],
    )
    .await
}

/// The organs of a unit, by code.
pub async fn list_organs(tx: &mut Tx<'_>, unit: BodyId) -> Result<Vec<OrganRow>> {
    tx.list(
        "select id, name, short, organ from body
         where unit_id = $1 and kind = 'organ' order by code, id",
        values![unit],
    )
    .await
}

/// Full name of a body and, for an organ, of its unit; with the parent unit's name on `day`.
pub async fn get_names(tx: &mut Tx<'_>, body: BodyId, day: Date) -> Result<Names> {
    tx.get(
        "select b.name, b.short, coalesce(up.name, ''), coalesce(up.short, '')
         from body b
         left join place pl on pl.unit_id = coalesce(b.unit_id, b.id)
           and pl.from_day <= $2 and (pl.to_day is null or pl.to_day > $2)
         left join body up on up.id = pl.parent_id
         where b.id = $1",
        values![body, day],
    )
    .await
}

/// How a body and the unit above it are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Names {
    pub name: String,
    pub short: String,
    pub parent: String,
    pub parent_short: String,
}

/// The people of a unit or organ whom others may call, with title and telephone.
pub async fn list_contacts(
    tx: &mut Tx<'_>,
    body: BodyId,
    day: Date,
) -> Result<Vec<(String, String, String)>> {
    tx.list(
        "select p.name, s.title, p.phone from seat s join person p on p.id = s.person_id
         where s.body_id = $1 and s.from_day <= $2 and (s.to_day is null or s.to_day > $2)
         order by p.name, p.id",
        values![body, day],
    )
    .await
}

/// Who signs for a unit: the name and title of its leader or chair on `day`.
pub async fn find_head(
    tx: &mut Tx<'_>,
    unit: BodyId,
    day: Date,
) -> Result<Option<(String, String)>> {
    let mut heads: Vec<(String, String)> = tx
        .list(
            "select p.name, s.title from seat s join person p on p.id = s.person_id
             where s.body_id = $1 and s.role in ('leader', 'chair')
               and s.from_day <= $2 and (s.to_day is null or s.to_day > $2)
             order by s.role desc, p.name, p.id",
            values![unit, day],
        )
        .await?;
    heads.truncate(1);
    Ok(heads.pop())
}

impl FromRow for Level {
    fn from_row(mut row: Row) -> Result<Level> {
        Ok(Level {
            code: row.next()?,
            order: row.next()?,
            name_vi: row.next()?,
            name_en: row.next()?,
            aliases: row
                .next::<String>()?
                .split(';')
                .filter(|a| !a.is_empty())
                .map(str::to_owned)
                .collect(),
        })
    }
}

impl FromRow for Placed {
    fn from_row(mut row: Row) -> Result<Placed> {
        Ok(Placed {
            body: row.next()?,
            code: row.next()?,
            name: row.next()?,
            short: row.next()?,
            level: row.next()?,
            parent: row.next()?,
            path: read_path(&row.next::<String>()?)?,
        })
    }
}

impl FromRow for OrganRow {
    fn from_row(mut row: Row) -> Result<OrganRow> {
        Ok(OrganRow { id: row.next()?, name: row.next()?, short: row.next()?, organ: row.next()? })
    }
}

impl FromRow for Names {
    fn from_row(mut row: Row) -> Result<Names> {
        Ok(Names {
            name: row.next()?,
            short: row.next()?,
            parent: row.next()?,
            parent_short: row.next()?,
        })
    }
}

impl OrganRow {
    pub fn organ(&self) -> Option<Organ> {
        Organ::parse(&self.organ)
    }
}

pub(crate) fn read_path(text: &str) -> Result<Path> {
    Path::parse(text).ok_or_else(|| StoreError::Corrupt(format!("{text:?} is no path")))
}
