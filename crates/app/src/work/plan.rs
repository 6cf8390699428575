use super::own;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::plan::{GivenOut, find_given_out};
use domain::id::CampaignId;
use store::campaign::{Campaign, Parent};
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
    /// The uploaded plan, where that is what was issued.
    pub uploaded: Option<GivenOut>,
    /// The paper that was set here, with its files.
    pub issued: Option<IssuedPlan>,
    /// The text of the superior's plan it carries out; empty where that did not come as a file.
    pub above: String,
}

impl Case for ShowPlanText {
    type Output = PlanText;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<PlanText, Ending> {
        let campaign = own(ctx, scope, self.campaign).await?.campaign().clone();
        let issued = store::issued_plan::find(&mut ctx.tx, campaign.id).await?;
        let uploaded = match (&issued, campaign.plan) {
            (None, Some(plan)) => find_given_out(ctx, plan).await?,
            _ => None,
        };
        let above = match campaign.parent {
            Some(Parent::Plan(plan)) => find_given_out(ctx, plan).await?,
            Some(Parent::Campaign(_)) | None => None,
        };
        let above = above.map(|plan| plan.text).unwrap_or_default();
        Ok(PlanText { campaign, uploaded, issued, above })
    }
}
