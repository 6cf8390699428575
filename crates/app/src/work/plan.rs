use super::own;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::id::CampaignId;
use domain::source::Source;
use store::campaign::Campaign;
use store::issued_plan::IssuedPlan;
use store::scope::Scope;

/// The plan a report is asked by, as it was set here or uploaded (xem kế hoạch).
#[derive(Clone, Debug)]
pub struct ShowPlanText {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct PlanText {
    pub campaign: Campaign,
    /// Empty where the campaign was not made from a file.
    pub text: String,
    /// The paper that was set here, with its files.
    pub issued: Option<IssuedPlan>,
}

impl Case for ShowPlanText {
    type Output = PlanText;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<PlanText, Ending> {
        let campaign = own(ctx, scope, self.campaign).await?.campaign().clone();
        let source = match campaign.plan {
            Some(plan) => store::plan::find_source(&mut ctx.tx, plan).await?,
            None => None,
        };
        let text = match source {
            Some(source) => serde_json::from_str::<Source>(&source)?.text,
            None => String::new(),
        };
        let issued = store::issued_plan::find(&mut ctx.tx, campaign.id).await?;
        Ok(PlanText { campaign, text, issued })
    }
}
