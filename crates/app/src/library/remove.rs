use crate::backend::{Case, Ctx};
use crate::campaign::reach;
use crate::ending::Ending;
use domain::id::{CampaignId, ItemId};
use domain::library::Change;
use serde::Serialize;
use store::scope::Scope;

/// Takes a document out of the library (bỏ tài liệu). One that the plan announced is dropped with a
/// reason instead, so that nobody misses it in silence.
#[derive(Clone, Debug, Serialize)]
pub struct RemoveItem {
    pub campaign: CampaignId,
    pub item: ItemId,
    pub rev: i64,
}

impl Case for RemoveItem {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        let found = store::library::find(&mut ctx.tx, self.campaign, self.item).await?;
        let item = found.ok_or(Ending::NotFound)?;
        Change::Replace.allowed(set_up.campaign().stage)?;
        item.origin.removable()?;
        if !store::library::remove(&mut ctx.tx, &set_up, self.item, self.rev).await? {
            return Err(Ending::Stale);
        }
        let facts = serde_json::json!({ "item": self.item, "title": item.title });
        let about = (Some(scope.unit()), Some(self.campaign));
        ctx.record("library.removed", scope, about, facts).await?;
        Ok(())
    }
}
