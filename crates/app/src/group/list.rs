use super::{Right, announced, right};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::id::CampaignId;
use jiff::civil::Date;
use store::campaign::Campaign;
use store::group::Group;
use store::scope::Scope;

/// The groups of the seat's unit and those it sits in, as of a day (ban chỉ đạo, tổ, đoàn).
#[derive(Clone, Debug)]
pub struct ListGroups {
    /// None for today.
    pub on: Option<Date>,
    /// With the groups that the plan of this campaign names and nobody has set up.
    pub campaign: Option<CampaignId>,
}

#[derive(Clone, Debug)]
pub struct Groups {
    pub groups: Vec<Group>,
    pub campaign: Option<Campaign>,
    /// As the plan names them, each once.
    pub announced: Vec<String>,
    pub right: Right,
    pub day: Date,
}

impl Case for ListGroups {
    type Output = Groups;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Groups, Ending> {
        let day = self.on.unwrap_or(calendar::day(ctx.now));
        let campaign = match self.campaign {
            Some(id) => {
                let own = store::campaign::find_own(&mut ctx.tx, scope, id).await?;
                Some(own.ok_or(Ending::NotFound)?)
            }
            None => None,
        };
        let announced = match &campaign {
            Some(campaign) => announced(ctx, scope, campaign.id).await?,
            None => Vec::new(),
        };
        let groups = store::group::list(&mut ctx.tx, scope, day).await?;
        Ok(Groups { groups, campaign, announced, right: right(scope), day })
    }
}
