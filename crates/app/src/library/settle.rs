use crate::backend::{Case, Ctx};
use crate::campaign::reach;
use crate::ending::Ending;
use domain::id::{CampaignId, ItemId};
use domain::library::{Held, Reason, Refusal, Role};
use serde::Serialize;
use store::library::Item;
use store::scope::Scope;

/// Says what became of a document for which there is no file (giải quyết tài liệu còn thiếu).
#[derive(Clone, Debug, Serialize)]
pub struct Settle {
    pub campaign: CampaignId,
    pub item: ItemId,
    pub rev: i64,
    pub how: Settling,
}

#[derive(Clone, Debug, Serialize)]
pub enum Settling {
    /// It was made here: the outline is confirmed, or the table of figures exists.
    Built,
    /// It will not come, for this reason.
    Dropped(Reason),
}

impl Case for Settle {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        let found = store::library::find(&mut ctx.tx, self.campaign, self.item).await?;
        let before = found.ok_or(Ending::NotFound)?;
        before.held.change().allowed(set_up.campaign().stage)?;
        let held = match &self.how {
            Settling::Dropped(reason) => Held::Dropped(reason.clone()),
            Settling::Built => {
                let table = store::segment::find_title(&mut ctx.tx, self.campaign).await?;
                let built = match before.role {
                    Role::Outline => set_up.campaign().outline_confirmed,
                    _ => table.is_some(),
                };
                if !built {
                    return Err(Refusal::NotBuilt.into());
                }
                Held::Built
            }
        };
        let facts = serde_json::json!({ "item": self.item, "held": held.name() });
        let item = Item { held, rev: self.rev, ..before };
        if !store::library::put(&mut ctx.tx, &set_up, &item).await? {
            return Err(Ending::Stale);
        }
        let about = (Some(scope.unit()), Some(self.campaign));
        ctx.record("library.settled", scope, about, facts).await?;
        Ok(())
    }
}
