use super::above::{Above, above};
use super::cascade::keep_in_time;
use crate::backend::{Case, Ctx};
use crate::ending::{Ending, Refused};
use domain::campaign::Refusal;
use domain::id::{BodyId, CampaignId};
use jiff::Timestamp;
use store::acknowledgement::ReadCount;
use store::assignment::Assignment;
use store::campaign::Campaign;
use store::cascade::CascadeRow;
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
    pub standing: Standing,
    /// That lower reports are due after the own report, since the plan above moved it.
    pub late: Option<Refusal>,
    /// How it stands to the plan it carries out, for the issuer's own seats.
    pub above: Option<Above>,
    pub node: Assignment,
    /// Everything below the node, depth first.
    pub below: Vec<Assignment>,
    /// Those of them that may carry the campaign further down, and how far they are.
    pub cascading: Vec<CascadeRow>,
    /// How many of those below have received the plan as it is now.
    pub read: ReadCount,
    /// The way of the issuer's own report, for its own seats.
    pub path: Vec<Step>,
    pub now: Timestamp,
}

/// From where a campaign is looked at (vị trí của người xem).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The seat's unit issued it, or is in its tree.
    Inside,
    /// It carries out a campaign in which the seat's unit stands above the issuer.
    Above,
}

impl Case for ShowCampaign {
    type Output = CampaignView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<CampaignView, Ending> {
        let node = self.node.unwrap_or(scope.unit());
        let reached = store::assignment::reach(&mut ctx.tx, scope, self.campaign, node).await?;
        let reached = reached.ok_or(Ending::NotFound)?;
        let standing = match reached.around().inside {
            true => Standing::Inside,
            false => Standing::Above,
        };
        let campaign = reached.campaign().clone();
        let permit = reached.permit::<ReadTotals>()?;
        let mut subtree = store::assignment::list_subtree(&mut ctx.tx, &permit).await?;
        if subtree.is_empty() {
            return Err(Ending::NotFound);
        }
        let node = subtree.remove(0);
        let issuer = campaign.unit == scope.unit() && node.body == scope.unit();
        let path = match issuer {
            true => store::path::list(&mut ctx.tx, self.campaign).await?,
            false => Vec::new(),
        };
        let (late, above) = match issuer {
            true => {
                (late(ctx, scope, &campaign, &subtree).await?, above(ctx, scope, &campaign).await?)
            }
            false => (None, None),
        };
        let read = store::acknowledgement::count_below(&mut ctx.tx, &permit).await?;
        let cascading = store::cascade::list_cascading(&mut ctx.tx, &permit).await?;
        Ok(CampaignView {
            campaign,
            standing,
            late,
            above,
            node,
            below: subtree,
            read,
            cascading,
            path,
            now: ctx.now,
        })
    }
}

/// What those below still owe after the unit itself must report above; for its own seats.
async fn late(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    campaign: &Campaign,
    below: &[Assignment],
) -> Result<Option<Refusal>, Ending> {
    let asked = below.iter().filter(|unit| unit.asked);
    let days = asked.filter_map(|unit| Some(unit.deadline?.last_day));
    match keep_in_time(ctx, scope, campaign, days).await {
        Ok(()) => Ok(None),
        Err(Ending::Refused(Refused::Campaign(late))) => Ok(Some(late)),
        Err(other) => Err(other),
    }
}
