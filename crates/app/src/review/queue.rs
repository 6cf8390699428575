use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::id::CampaignId;
use jiff::Timestamp;
use store::assignment::Assignment;
use store::campaign::Campaign;
use store::scope::Scope;

/// The reports that come to the seat's unit in a campaign (hàng chờ).
#[derive(Clone, Debug)]
pub struct ShowQueue {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct Queue {
    pub campaign: Campaign,
    /// In the order of the tree.
    pub arriving: Vec<Assignment>,
    pub now: Timestamp,
}

impl Case for ShowQueue {
    type Output = Queue;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Queue, Ending> {
        let campaign = store::campaign::find_issued(&mut ctx.tx, scope, self.campaign).await?;
        let campaign = campaign.ok_or(Ending::NotFound)?;
        let arriving = store::assignment::list_arriving(&mut ctx.tx, scope, self.campaign).await?;
        Ok(Queue { campaign, arriving, now: ctx.now })
    }
}
