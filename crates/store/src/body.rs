//! Bodies, their levels and their places in the tree.

use crate::db::{FromRow, Result, Row, StoreError, Tx};
use crate::values;
use domain::body::{Body, BodyKind, Organ, Path};
use domain::id::BodyId;
use domain::text::{Text, fold};
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
            folded(&body.name, &body.short, &body.code)
        ],
    )
    .await?;
    Ok(())
}

/// The key under which a search finds a body (khóa tìm kiếm).
pub fn folded(name: &Text, short: &Text, code: &str) -> String {
    fold(&format!("{name} {short} {code}"))
}

/// The units at or below `path` on `day`, depth first.
pub async fn list_subtree(tx: &mut Tx<'_>, path: &Path, day: Date) -> Result<Vec<Placed>> {
    tx.list(
        "select b.id, b.code, pl.name, pl.short, pl.level, pl.parent_id, pl.path
         from place pl join body b on b.id = pl.unit_id
         where pl.path >= $1 and pl.path < $2
           and pl.from_day <= $3 and (pl.to_day is null or pl.to_day > $3)
         order by pl.path, b.id",
        values![path.as_str(), path.end(), day],
    )
    .await
}

/// A unit as it stands in the tree on `day`.
pub async fn find_placed(tx: &mut Tx<'_>, unit: BodyId, day: Date) -> Result<Option<Placed>> {
    tx.find(
        "select b.id, b.code, pl.name, pl.short, pl.level, pl.parent_id, pl.path
         from place pl join body b on b.id = pl.unit_id
         where pl.unit_id = $1 and pl.from_day <= $2 and (pl.to_day is null or pl.to_day > $2)",
        values![unit, day],
    )
    .await
}

/// A unit that was searched for, with the short name of the one above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub unit: Placed,
    pub under: String,
}

/// The first units at or below `path` on `day` in whose name, short name or code words begin as
/// `typed` has them, in that order, with or without diacritics.
pub async fn search(
    tx: &mut Tx<'_>,
    path: &Path,
    typed: &str,
    day: Date,
    limit: i64,
) -> Result<Vec<Found>> {
    let Some(pattern) = pattern(typed) else { return Ok(Vec::new()) };
    tx.list(
        "select coalesce(up.short, ''), b.id, b.code, pl.name, pl.short, pl.level, pl.parent_id, pl.path
         from place pl join body b on b.id = pl.unit_id left join body up on up.id = pl.parent_id
         where pl.path >= $1 and pl.path < $2 and ' ' || pl.folded like $4
           and pl.from_day <= $3 and (pl.to_day is null or pl.to_day > $3)
         order by pl.path, b.id limit $5",
        values![path.as_str(), path.end(), day, pattern, limit],
    )
    .await
}

/// What finds, after a blank, the folded names in which words begin as `typed` has them, in that order;
/// `None` where nothing is typed.
pub(crate) fn pattern(typed: &str) -> Option<String> {
    let key = fold(typed);
    // A key is letters, digits and blanks, so nothing in it is a mark of the pattern.
    (!key.is_empty()).then(|| format!("% {}%", key.replace(' ', "% ")))
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
        "select b.name, b.short,
                coalesce((select up.name from place pl join body up on up.id = pl.parent_id
                  where pl.unit_id = coalesce(b.unit_id, b.id)
                    and pl.from_day <= $2 and (pl.to_day is null or pl.to_day > $2)), ''),
                coalesce((select up.short from place pl join body up on up.id = pl.parent_id
                  where pl.unit_id = coalesce(b.unit_id, b.id)
                    and pl.from_day <= $2 and (pl.to_day is null or pl.to_day > $2)), '')
         from body b where b.id = $1",
        values![body, day],
    )
    .await
}

/// The readable code of a body.
pub async fn get_code(tx: &mut Tx<'_>, body: BodyId) -> Result<String> {
    let (code,) = tx.get("select code from body where id = $1", values![body]).await?;
    Ok(code)
}

/// The body with a code, and whether it ever stood in the tree.
pub async fn find_by_code(tx: &mut Tx<'_>, code: &str) -> Result<Option<(BodyId, bool)>> {
    tx.find(
        "select b.id, exists (select 1 from place pl where pl.unit_id = b.id) from body b
         where b.code = $1",
        values![code],
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
            code: row.take()?,
            order: row.take()?,
            name_vi: row.take()?,
            name_en: row.take()?,
            aliases: row
                .take::<String>()?
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
            body: row.take()?,
            code: row.take()?,
            name: row.take()?,
            short: row.take()?,
            level: row.take()?,
            parent: row.take()?,
            path: read_path(&row.take::<String>()?)?,
        })
    }
}

impl FromRow for Found {
    fn from_row(mut row: Row) -> Result<Found> {
        Ok(Found { under: row.take()?, unit: Placed::from_row(row)? })
    }
}

impl FromRow for OrganRow {
    fn from_row(mut row: Row) -> Result<OrganRow> {
        Ok(OrganRow { id: row.take()?, name: row.take()?, short: row.take()?, organ: row.take()? })
    }
}

impl FromRow for Names {
    fn from_row(mut row: Row) -> Result<Names> {
        Ok(Names {
            name: row.take()?,
            short: row.take()?,
            parent: row.take()?,
            parent_short: row.take()?,
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
