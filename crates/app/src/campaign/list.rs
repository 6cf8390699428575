use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use store::campaign::CampaignRow;
use store::plan::PlanRow;
use store::scope::Scope;

/// The campaigns and plans of the seat's unit (danh sách đợt).
#[derive(Clone, Debug)]
pub struct ListCampaigns;

#[derive(Clone, Debug)]
pub struct Campaigns {
    pub campaigns: Vec<CampaignRow>,
    /// Plans read in of which no campaign was made yet.
    pub plans: Vec<PlanRow>,
}

impl Case for ListCampaigns {
    type Output = Campaigns;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Campaigns, Ending> {
        scope.may(Action::SetUp, Relation::Own)?;
        let campaigns = store::campaign::list_own(&mut ctx.tx, scope).await?;
        let mut plans = store::plan::list(&mut ctx.tx, scope).await?;
        plans.retain(|plan| plan.campaign.is_none());
        Ok(Campaigns { campaigns, plans })
    }
}
