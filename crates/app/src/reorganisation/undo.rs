use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::id::ReorganisationId;
use domain::reorganisation::Refusal;
use serde::Serialize;
use store::scope::Scope;

/// Takes a reorganisation back by a contrary decision (hủy bỏ quyết định sắp xếp). The tree stands
/// as if it had not been; that it was, and why not any more, is kept.
#[derive(Clone, Debug, Serialize)]
pub struct Undo {
    pub id: ReorganisationId,
    pub reason: String,
}

impl Case for Undo {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let row = super::open(ctx, scope, self.id).await?;
        let stage = row.stage.undo(ctx.now)?;
        let reason = self.reason.trim();
        if reason.is_empty() {
            return Err(Refusal::GroundMissing.into());
        }
        let tx = &mut ctx.tx;
        if store::reorganisation::count_built_upon(tx, row.id).await? > 0 {
            return Err(Refusal::LaterChange.into());
        }
        if store::reorganisation::names_clash(tx, row.id, row.day).await? > 0 {
            return Err(Refusal::NameTaken.into());
        }
        let rev = store::reorganisation::get_tree_rev(tx).await?;
        let moved = store::reorganisation::move_tree(tx, rev).await?;
        if !moved || !store::reorganisation::put_stage(tx, &row, stage, reason).await? {
            return Err(Ending::Stale);
        }
        store::reorganisation::follow_names(tx, row.id, calendar::day(ctx.now)).await?;
        let facts = serde_json::json!({ "reorganisation": row.id, "kind": row.kind });
        ctx.record("reorganisation.undone", scope, (row.unit, None), facts).await?;
        Ok(())
    }
}
