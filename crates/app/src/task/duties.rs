use super::matching::tier_key;
use crate::backend::{Case, Ctx};
use crate::campaign::propose::{Ground, pairs};
use crate::campaign::reach;
use crate::ending::Ending;
use domain::id::{BodyId, CampaignId, TaskId};
use store::body::{Level, OrganRow, Placed};
use store::campaign::Campaign;
use store::scope::Scope;
use store::task::{Party, Task};

/// The tasks of a campaign, for whoever sets it up (giao việc theo kế hoạch).
#[derive(Clone, Debug)]
pub struct ShowDuties {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct DutiesView {
    pub campaign: Campaign,
    pub duties: Vec<DutyView>,
    /// Whom a party may be: the issuer, its organs and groups, the units right below it, and tiers.
    pub issuer: Option<Placed>,
    pub organs: Vec<OrganRow>,
    pub groups: Vec<(BodyId, String)>,
    pub children: Vec<Placed>,
    pub tiers: Vec<TierName>,
}

/// A tier by its levels, with the key under which it is chosen.
#[derive(Clone, Debug)]
pub struct TierName {
    pub key: String,
    pub level: Level,
    pub under: Level,
}

/// A task with whoever is in it, those who lead first.
#[derive(Clone, Debug)]
pub struct DutyView {
    pub task: Task,
    pub parties: Vec<Party>,
}

impl Case for ShowDuties {
    type Output = DutiesView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<DutiesView, Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        let tasks = store::task::list(&mut ctx.tx, self.campaign).await?;
        let parties = store::task::list_parties(&mut ctx.tx, self.campaign).await?;
        let ground = crate::campaign::ground(ctx, scope, set_up.campaign().stage).await?;
        Ok(DutiesView {
            campaign: set_up.campaign().clone(),
            duties: gather(tasks, &parties),
            tiers: tier_names(&ground),
            issuer: ground.units.first().cloned(),
            children: ground.units.into_iter().filter(|u| u.parent == Some(scope.unit())).collect(),
            organs: ground.organs,
            groups: ground.groups,
        })
    }
}

fn tier_names(ground: &Ground) -> Vec<TierName> {
    let name = |(level, under): (&Level, &Level)| TierName {
        key: tier_key(level, under),
        level: level.clone(),
        under: under.clone(),
    };
    pairs(ground).into_iter().map(name).collect()
}

fn gather(tasks: Vec<Task>, parties: &[(TaskId, Party)]) -> Vec<DutyView> {
    let of = |task: &Task| {
        let own = parties.iter().filter(|(id, _)| *id == task.id);
        own.map(|(_, party)| party.clone()).collect()
    };
    tasks.into_iter().map(|task| DutyView { parties: of(&task), task }).collect()
}
