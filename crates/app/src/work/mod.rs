//! What a unit owes: everything asked of it, and one report as a list of tasks.

mod list;
mod plan;
mod task_list;

pub use list::{ListWork, Work};
pub use plan::{PlanText, ShowPlanText};
pub use task_list::{CascadeState, CellCount, SectionState, SectionTask, ShowTaskList, TaskList};
pub(crate) use task_list::{tasks, to_mend};

use crate::backend::Ctx;
use crate::ending::Ending;
use domain::id::CampaignId;
use store::permit::Reached;
use store::scope::Scope;

/// The assignment the seat works on, its organ's or its unit's, or "not found".
pub(crate) async fn own(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    campaign: CampaignId,
) -> Result<Reached, Ending> {
    let reached = store::assignment::reach_own(&mut ctx.tx, scope, campaign).await?;
    reached.ok_or(Ending::NotFound)
}
