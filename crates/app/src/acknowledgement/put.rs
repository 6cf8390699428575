use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::work::own;
use domain::id::CampaignId;
use serde::Serialize;
use store::permit::{Permit, ReadDraft};
use store::scope::Scope;

/// Says for the own body that it has read the plan and what changed in it (xác nhận đã nhận).
#[derive(Clone, Debug, Serialize)]
pub struct Acknowledge {
    pub campaign: CampaignId,
    /// The version of the plan that was seen.
    pub version: i64,
}

impl Case for Acknowledge {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let reached = own(ctx, scope, self.campaign).await?;
        let permit = reached.permit::<ReadDraft>()?;
        // A change that came meanwhile is to be seen first.
        if self.version != reached.campaign().plan_version {
            return Err(Ending::Stale);
        }
        if store::acknowledgement::insert(&mut ctx.tx, &permit, self.version, ctx.now).await? {
            record(ctx, scope, &permit, self.version).await?;
        }
        Ok(())
    }
}

/// Whoever writes has the plan as it was issued, whether they said so or not. What changed since is
/// still to be read.
pub(crate) async fn by_writing(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    permit: &Permit<ReadDraft>,
) -> Result<(), Ending> {
    if store::acknowledgement::insert_first(&mut ctx.tx, permit, ctx.now).await? {
        record(ctx, scope, permit, 1).await?;
    }
    Ok(())
}

async fn record(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    permit: &Permit<ReadDraft>,
    version: i64,
) -> Result<(), Ending> {
    let own = permit.assignment();
    let about = (Some(own.body), Some(own.campaign));
    let facts = serde_json::json!({ "version": version });
    ctx.record("plan.acknowledged", scope, about, facts).await?;
    Ok(())
}
