use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::id::{BodyId, CampaignId, TaskId};
use domain::task::Part;
use jiff::Timestamp;
use store::answer::{Answered, OwnTask};
use store::reached::{PartCount, ReachedTask};
use store::scope::Scope;
use store::task::{Party, Task};

/// The tasks of a campaign that concern the seat: its own, and those of bodies it looks over (việc
/// trong đợt).
#[derive(Clone, Debug)]
pub struct ListTasks {
    pub campaign: CampaignId,
}

#[derive(Clone, Debug)]
pub struct TasksView {
    pub title: String,
    /// In the order of the plan.
    pub tasks: Vec<TaskLine>,
    pub now: Timestamp,
}

/// A task with how far it is.
#[derive(Clone, Debug)]
pub struct TaskLine {
    pub task: Task,
    pub parties: Vec<Party>,
    /// The own body's part, and its newest answer.
    pub own: Option<(Part, Option<Answered>)>,
    /// Of the bodies looked over, the own among them; nothing where the seat looks over none.
    pub count: Vec<(Part, PartCount)>,
}

impl Case for ListTasks {
    type Output = TasksView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<TasksView, Ending> {
        let today = calendar::day(ctx.now);
        let reached = store::reached::list(&mut ctx.tx, scope, self.campaign, today).await?;
        let Some(first) = reached.first() else {
            let campaign = store::campaign::find_issued(&mut ctx.tx, scope, self.campaign).await?;
            let title = campaign.ok_or(Ending::NotFound)?.title;
            return Ok(TasksView { title, tasks: Vec::new(), now: ctx.now });
        };
        let title = first.campaign_title().to_owned();
        let counts = store::answer::count(&mut ctx.tx, first).await?;
        let own = store::answer::list_own(&mut ctx.tx, scope, today).await?;
        let lines = reached.into_iter().filter_map(|reached| line(reached, &counts, &own));
        Ok(TasksView { title, tasks: lines.collect(), now: ctx.now })
    }
}

/// A line for a task the seat may see.
fn line(
    reached: ReachedTask,
    counts: &[(TaskId, Part, PartCount)],
    own: &[OwnTask],
) -> Option<TaskLine> {
    let count = of_task(counts, reached.task.id);
    reached.visible(&count).ok()?;
    let answered = |body: BodyId| {
        let mine = own.iter().find(|own| own.task.id == reached.task.id && own.body == body);
        mine.and_then(|own| own.answered)
    };
    Some(TaskLine {
        own: reached.own.map(|(body, part)| (part, answered(body))),
        count: if reached.oversees() { count } else { Vec::new() },
        task: reached.task,
        parties: reached.parties,
    })
}

pub(super) fn of_task(
    counts: &[(TaskId, Part, PartCount)],
    task: TaskId,
) -> Vec<(Part, PartCount)> {
    let of = counts.iter().filter(|(id, _, _)| *id == task);
    of.map(|(_, part, count)| (*part, *count)).collect()
}
