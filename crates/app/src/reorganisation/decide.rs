use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::id::{BodyId, ReorganisationId};
use domain::reorganisation::Refusal;
use serde::Serialize;
use store::scope::Scope;

/// Puts a plan into force (quyết định sắp xếp).
#[derive(Clone, Debug, Serialize)]
pub struct Decide {
    pub id: ReorganisationId,
    /// Who answers for what each ending unit leaves open; nobody where it is not asked any more.
    pub heirs: Vec<(BodyId, Option<BodyId>)>,
}

impl Case for Decide {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let row = super::open(ctx, scope, self.id).await?;
        let stage = row.stage.decide(ctx.now)?;
        let touched = store::reorganisation::count_touched(&mut ctx.tx, row.id).await?;
        if row.touched == Some(0) {
            return Err(Refusal::NothingNew.into());
        }
        let whole = row.touched == Some(touched);
        if !whole || !store::reorganisation::move_tree(&mut ctx.tx, row.tree_rev).await? {
            return Err(Refusal::TreeMoved.into());
        }
        if !store::reorganisation::put_stage(&mut ctx.tx, &row, stage, "").await? {
            return Err(Ending::Stale);
        }
        let candidates = store::reorganisation::list_candidates(&mut ctx.tx, row.id).await?;
        let ending = store::reorganisation::list_ending(&mut ctx.tx, row.id).await?;
        for end in ending.iter().filter(|end| end.open > 0) {
            let chosen = self.heirs.iter().find(|(unit, _)| *unit == end.unit);
            let (_, heir) = chosen.ok_or(Refusal::HeirMissing)?;
            let offered = |heir: BodyId| {
                candidates.iter().any(|(unit, other, _)| *unit == end.unit && *other == heir)
            };
            if !heir.is_none_or(offered) {
                return Err(Refusal::HeirMissing.into());
            }
            store::reorganisation::insert_heirs(&mut ctx.tx, row.id, end.unit, *heir).await?;
        }
        let today = calendar::day(ctx.now);
        store::reorganisation::follow_names(&mut ctx.tx, row.id, today).await?;
        if row.day > today {
            crate::jobs::follow_names_on(ctx, row.id, row.day).await?;
        }
        let facts = serde_json::json!({
            "reorganisation": row.id, "kind": row.kind, "day": row.day, "document": row.document,
        });
        ctx.record("reorganisation.decided", scope, (row.unit, None), facts).await?;
        Ok(())
    }
}
