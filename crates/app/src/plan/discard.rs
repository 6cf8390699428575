use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::campaign::Refusal;
use domain::id::PlanId;
use serde::Serialize;
use store::scope::Scope;

/// Forgets an uploaded plan with its reading (bỏ tệp đã tải lên). One of which a campaign was made
/// stays.
#[derive(Clone, Debug, Serialize)]
pub struct Discard {
    pub plan: PlanId,
}

impl Case for Discard {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        scope.may(Action::SetUp, Relation::Own)?;
        let plan = store::plan::find(&mut ctx.tx, scope, self.plan).await?;
        let plan = plan.ok_or(Ending::NotFound)?;
        if !store::plan::discard(&mut ctx.tx, scope, plan.id).await? {
            return Err(Refusal::AlreadyCreated.into());
        }
        let facts = serde_json::json!({ "plan": plan.id });
        ctx.record("plan.discarded", scope, (Some(scope.unit()), None), facts).await?;
        Ok(())
    }
}
