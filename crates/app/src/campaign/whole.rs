use super::set_up::{SetUpView, load, reach};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::id::CampaignId;
use store::library::Item;
use store::scope::Scope;
use store::task::{Party, Task};

/// Everything that is about to go out, to be read before it does (toàn bộ đợt trước khi phát hành).
#[derive(Clone, Debug)]
pub struct ShowWhole {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct WholeView {
    pub set_up: SetUpView,
    pub beside: Beside,
}

/// What stands beside the report of a campaign: its tasks with their parties, and its documents.
#[derive(Clone, Debug)]
pub struct Beside {
    pub tasks: Vec<(Task, Vec<Party>)>,
    pub library: Vec<Item>,
}

impl Case for ShowWhole {
    type Output = WholeView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<WholeView, Ending> {
        let set_up = reach(ctx, scope, self.campaign).await?;
        Ok(WholeView {
            set_up: load(ctx, scope, set_up.campaign()).await?,
            beside: beside(ctx, self.campaign).await?,
        })
    }
}

/// The caller has reached the campaign.
pub(super) async fn beside(ctx: &mut Ctx<'_>, campaign: CampaignId) -> Result<Beside, Ending> {
    let tasks = store::task::list(&mut ctx.tx, campaign).await?;
    let parties = store::task::list_parties(&mut ctx.tx, campaign).await?;
    let of = |task: &Task| {
        let of = parties.iter().filter(|(id, _)| *id == task.id);
        of.map(|(_, party)| party.clone()).collect()
    };
    Ok(Beside {
        tasks: tasks
            .into_iter()
            .map(|task| (of(&task), task))
            .map(|(of, task)| (task, of))
            .collect(),
        library: store::library::list(&mut ctx.tx, campaign).await?,
    })
}
