use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::id::{BodyId, CampaignId};
use jiff::Timestamp;
use store::assignment::Assignment;
use store::campaign::Campaign;
use store::path::Step;
use store::permit::ReadTotals;
use store::scope::Scope;

/// How a campaign stands, as seen from the seat's unit (theo dõi đợt).
#[derive(Clone, Debug)]
pub struct ShowCampaign {
    pub campaign: CampaignId,
    /// The node looked at; the seat's own unit where none is named.
    pub node: Option<BodyId>,
}

#[derive(Clone, Debug)]
pub struct CampaignView {
    pub campaign: Campaign,
    pub node: Assignment,
    /// Everything below the node, depth first.
    pub below: Vec<Assignment>,
    /// The way of the issuer's own report, for its own seats.
    pub path: Vec<Step>,
    pub now: Timestamp,
}

impl Case for ShowCampaign {
    type Output = CampaignView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<CampaignView, Ending> {
        let campaign = store::campaign::find_issued(&mut ctx.tx, scope, self.campaign).await?;
        let campaign = campaign.ok_or(Ending::NotFound)?;
        let node = self.node.unwrap_or(scope.unit());
        let reached = store::assignment::reach(&mut ctx.tx, scope, self.campaign, node).await?;
        let permit = reached.ok_or(Ending::NotFound)?.permit::<ReadTotals>()?;
        let mut subtree = store::assignment::list_subtree(&mut ctx.tx, &permit).await?;
        if subtree.is_empty() {
            return Err(Ending::NotFound);
        }
        let node = subtree.remove(0);
        let issuer = campaign.unit == scope.unit();
        let path = match issuer && node.body == scope.unit() {
            true => store::path::list(&mut ctx.tx, self.campaign).await?,
            false => Vec::new(),
        };
        Ok(CampaignView { campaign, node, below: subtree, path, now: ctx.now })
    }
}
