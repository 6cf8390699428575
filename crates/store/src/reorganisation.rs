//! Reorganisations: planned row by row, decided and undone by one row.
//!
//! What a plan opens and closes lies in `place_row` and shows nowhere until its own row says that it
//! is in force: then the view `place` has it all at once.

mod consequence;
mod stage;

pub use consequence::{
    Consequences, EndingUnit, HeirRow, Move, consequences, insert_heirs, list_candidates,
    list_ending, list_heirs, list_moves,
};
pub use stage::{
    Carried, count_built_upon, count_later, count_touched, follow_names, insert_successors,
    list_opened, names_clash, put_touched, stage_carried, stage_end, stage_stand,
};

use crate::db::{FromRow, Result, Row, Tx};
use crate::unit::read_kind;
use crate::values;
use domain::id::{BodyId, ReorganisationId, SeatId};
use domain::reorganisation::{Kind, Naming, Stage, Standing};
use domain::text::Text;
use jiff::Timestamp;
use jiff::civil::Date;

/// What was, or is to be, done to units (sắp xếp tổ chức).
#[derive(Clone, Debug)]
pub struct Reorganisation {
    pub id: ReorganisationId,
    pub kind: Kind,
    /// The first day on which the tree is as it says.
    pub day: Date,
    pub reason: String,
    /// The deciding document, by number and date.
    pub document: String,
    /// What was asked for, as JSON.
    pub act: String,
    /// The unit by whose seat.
    pub unit: Option<BodyId>,
    pub seat: Option<SeatId>,
    pub planned: Timestamp,
    /// The tree it was worked out on.
    pub tree_rev: i64,
    /// Rows opened and closed once the plan is whole.
    pub touched: Option<i64>,
    pub stage: Stage,
    pub undo_reason: String,
}

/// Makes the row that guards the tree.
pub async fn begin_tree(tx: &mut Tx<'_>) -> Result<()> {
    tx.execute("insert into tree (one, rev) values (1, 1)", &[]).await?;
    Ok(())
}

/// How often the tree was changed.
pub async fn get_tree_rev(tx: &mut Tx<'_>) -> Result<i64> {
    let (rev,) = tx.get("select rev from tree where one = 1", &[]).await?;
    Ok(rev)
}

/// Counts a change of the tree; false where it was changed since `seen`.
pub async fn move_tree(tx: &mut Tx<'_>, seen: i64) -> Result<bool> {
    let touched = tx
        .execute("update tree set rev = rev + 1 where one = 1 and rev = $1", values![seen])
        .await?;
    Ok(touched == 1)
}

pub async fn insert(tx: &mut Tx<'_>, new: &Reorganisation) -> Result<()> {
    let (in_force, undone) = instants(new.stage);
    tx.execute(
        "insert into reorganisation (id, kind, day, reason, document, act, unit_id, seat_id, planned,
                                     tree_rev, touched, in_force, undone, undo_reason)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
        values![
            new.id,
            new.kind.name(),
            new.day,
            &new.reason,
            &new.document,
            &new.act,
            new.unit,
            new.seat,
            new.planned,
            new.tree_rev,
            new.touched,
            in_force,
            undone,
            &new.undo_reason
        ],
    )
    .await?;
    Ok(())
}

pub async fn find(tx: &mut Tx<'_>, id: ReorganisationId) -> Result<Option<Reorganisation>> {
    tx.find(
        "select id, kind, day, reason, document, act, unit_id, seat_id, planned, tree_rev, touched,
                in_force, undone, undo_reason
         from reorganisation where id = $1",
        values![id],
    )
    .await
}

/// The newest ones that a unit's seats planned, the newest first.
pub async fn list_by(tx: &mut Tx<'_>, unit: BodyId, limit: i64) -> Result<Vec<Reorganisation>> {
    tx.list(
        "select id, kind, day, reason, document, act, unit_id, seat_id, planned, tree_rev, touched,
                in_force, undone, undo_reason
         from reorganisation where unit_id = $1 order by planned desc, id limit $2",
        values![unit, limit],
    )
    .await
}

/// Moves a reorganisation from one stage to the next; false where somebody did before.
pub async fn put_stage(
    tx: &mut Tx<'_>,
    before: &Reorganisation,
    stage: Stage,
    undo_reason: &str,
) -> Result<bool> {
    let (in_force, undone) = match (before.stage, stage) {
        (Stage::InForce { at }, Stage::Undone { at: undone }) => (Some(at), Some(undone)),
        (_, stage) => instants(stage),
    };
    let was_in_force = matches!(before.stage, Stage::InForce { .. });
    let touched = tx
        .execute(
            "update reorganisation set in_force = $2, undone = $3, undo_reason = $4
             where id = $1 and undone is null and (in_force is not null) = $5",
            values![before.id, in_force, undone, undo_reason, was_in_force],
        )
        .await?;
    Ok(touched == 1)
}

/// A unit as it stands on `day`. Numbers that the plan `by` itself gives out below it count as free,
/// so that the plan comes out the same again.
pub async fn find_standing(
    tx: &mut Tx<'_>,
    unit: BodyId,
    (by, day): (ReorganisationId, Date),
) -> Result<Option<Standing>> {
    tx.find(
        "select pl.unit_id, pl.parent_id, pl.path, pl.ord, pl.name, pl.short, pl.level,
                (select coalesce(max(x.ord) + 1, 0) from place_row x
                   where x.parent_id = pl.unit_id and x.opened_id <> $3)
         from place pl
         where pl.unit_id = $1 and pl.from_day <= $2 and (pl.to_day is null or pl.to_day > $2)",
        values![unit, day, by],
    )
    .await
}

/// The units directly below one on `day`, by path.
pub async fn list_standing_below(
    tx: &mut Tx<'_>,
    unit: BodyId,
    (by, day): (ReorganisationId, Date),
) -> Result<Vec<Standing>> {
    tx.list(
        "select pl.unit_id, pl.parent_id, pl.path, pl.ord, pl.name, pl.short, pl.level,
                (select coalesce(max(x.ord) + 1, 0) from place_row x
                   where x.parent_id = pl.unit_id and x.opened_id <> $3)
         from place pl
         where pl.parent_id = $1 and pl.from_day <= $2 and (pl.to_day is null or pl.to_day > $2)
         order by pl.path",
        values![unit, day, by],
    )
    .await
}

fn instants(stage: Stage) -> (Option<Timestamp>, Option<Timestamp>) {
    match stage {
        Stage::Planned => (None, None),
        Stage::InForce { at } => (Some(at), None),
        Stage::Undone { at } => (Some(at), Some(at)),
    }
}

impl FromRow for Reorganisation {
    fn from_row(mut row: Row) -> Result<Reorganisation> {
        let id = row.take()?;
        let kind = read_kind(&row.take::<String>()?)?;
        let (day, reason, document, act) = (row.take()?, row.take()?, row.take()?, row.take()?);
        let (unit, seat, planned) = (row.take()?, row.take()?, row.take()?);
        let (tree_rev, touched) = (row.take()?, row.take()?);
        let (in_force, undone): (Option<Timestamp>, Option<Timestamp>) = (row.take()?, row.take()?);
        let stage = match (in_force, undone) {
            (_, Some(at)) => Stage::Undone { at },
            (Some(at), None) => Stage::InForce { at },
            (None, None) => Stage::Planned,
        };
        let undo_reason = row.take()?;
        Ok(Reorganisation {
            id,
            kind,
            day,
            reason,
            document,
            act,
            unit,
            seat,
            planned,
            tree_rev,
            touched,
            stage,
            undo_reason,
        })
    }
}

impl FromRow for Standing {
    fn from_row(mut row: Row) -> Result<Standing> {
        let (unit, parent) = (row.take()?, row.take()?);
        let path = crate::body::read_path(&row.take::<String>()?)?;
        let ordinal = row.take()?;
        let (name, short): (String, String) = (row.take()?, row.take()?);
        let (level, next) = (row.take()?, row.take()?);
        let naming = Naming { name: Text::new(&name), short: Text::new(&short), level };
        Ok(Standing { unit, parent, path, ordinal, naming, next })
    }
}
