use super::list::of_task;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::file::File;
use domain::id::{BodyId, CampaignId, TaskId};
use domain::task::Part;
use jiff::Timestamp;
use store::answer::{AnswerRow, BodyRow};
use store::reached::PartCount;
use store::scope::Scope;
use store::task::{Party, Task};

/// One task: what the own body said of it, and those looked over (một việc).
#[derive(Clone, Debug)]
pub struct ShowTask {
    pub campaign: CampaignId,
    pub task: TaskId,
    /// The page of bodies, from 0.
    pub page: i64,
}

#[derive(Clone, Debug)]
pub struct TaskView {
    pub title: String,
    pub task: Task,
    pub parties: Vec<Party>,
    /// The own body, its part, and what it said, newest first.
    pub own: Option<(BodyId, Part)>,
    pub answers: Vec<AnswerRow>,
    pub standing: Standing,
    /// Of the bodies looked over; nothing where the seat looks over none.
    pub count: Vec<(Part, PartCount)>,
    pub bodies: Vec<BodyRow>,
    pub now: Timestamp,
}

/// Whether the seat may answer (quyền báo kết quả).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    Answers,
    Reads,
}

/// How many bodies a page shows.
pub const BODIES_PER_PAGE: i64 = 100;

impl Case for ShowTask {
    type Output = TaskView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<TaskView, Ending> {
        let (place, today) = ((self.campaign, self.task), calendar::day(ctx.now));
        let reached = store::reached::reach(&mut ctx.tx, scope, place, today).await?;
        let reached = reached.ok_or(Ending::NotFound)?;
        let counts = store::answer::count(&mut ctx.tx, &reached).await?;
        let count = of_task(&counts, self.task);
        if reached.own.is_none() && count.is_empty() {
            return Err(Ending::NotFound);
        }
        reached.visible(&count)?;
        let skip = self.page.clamp(0, i64::from(u32::MAX)) * BODIES_PER_PAGE;
        let bodies = match reached.oversees() {
            true => {
                store::answer::list_bodies(&mut ctx.tx, &reached, skip, BODIES_PER_PAGE).await?
            }
            false => Vec::new(),
        };
        Ok(TaskView {
            title: reached.campaign_title().to_owned(),
            answers: store::answer::list_own_answers(&mut ctx.tx, &reached).await?,
            standing: match reached.permit() {
                Ok(_) => Standing::Answers,
                Err(_) => Standing::Reads,
            },
            count: if reached.oversees() { count } else { Vec::new() },
            bodies,
            own: reached.own,
            task: reached.task,
            parties: reached.parties,
            now: ctx.now,
        })
    }
}

/// The file that came with an answer (tệp kết quả).
#[derive(Clone, Debug)]
pub struct FindResult {
    pub campaign: CampaignId,
    pub task: TaskId,
    pub body: BodyId,
    pub version: i64,
}

impl Case for FindResult {
    type Output = File;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<File, Ending> {
        let (place, today) = ((self.campaign, self.task), calendar::day(ctx.now));
        let reached = store::reached::reach(&mut ctx.tx, scope, place, today).await?;
        let reached = reached.ok_or(Ending::NotFound)?;
        let file = store::answer::find_file(&mut ctx.tx, &reached, self.body, self.version).await?;
        file.ok_or(Ending::NotFound)
    }
}
