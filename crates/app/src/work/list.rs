use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::calendar;
use jiff::Timestamp;
use store::answer::OwnTask;
use store::approval::AwaitingRow;
use store::next_step::NextRow;
use store::queue::QueueRow;
use store::scope::Scope;
use store::work::WorkRow;

/// Everything that waits for the seat (việc của tôi).
#[derive(Clone, Debug)]
pub struct ListWork;

#[derive(Clone, Debug)]
pub struct Work {
    /// The reports the own unit owes, soonest first.
    pub reports: Vec<WorkRow>,
    /// The tasks laid upon the own body and its unit, soonest first.
    pub tasks: Vec<OwnTask>,
    /// The campaigns in which reports come to the own desk.
    pub queues: Vec<QueueRow>,
    /// The plans that wait for the seat's approval, oldest first.
    pub approvals: Vec<AwaitingRow>,
    /// The plans of which the leader has spoken, for those who number, issue or mend them.
    pub next: Vec<NextRow>,
    pub now: Timestamp,
}

impl Case for ListWork {
    type Output = Work;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Work, Ending> {
        // A seat that may not read what is sent has no queue to open.
        let queues = match scope.may(Action::ReadSubmitted, Relation::Superior) {
            Ok(()) => store::queue::list_queues(&mut ctx.tx, scope).await?,
            Err(_) => Vec::new(),
        };
        let approvals = match scope.may(Action::Approve, Relation::Own) {
            Ok(()) => store::approval::list_awaiting(&mut ctx.tx, scope).await?,
            Err(_) => Vec::new(),
        };
        let next = match scope.may(Action::SetUp, Relation::Own) {
            Ok(()) => store::next_step::list(&mut ctx.tx, scope).await?,
            Err(_) => Vec::new(),
        };
        let tasks = match scope.may(Action::ReadSubmitted, Relation::Own) {
            Ok(()) => store::answer::list_own(&mut ctx.tx, scope, calendar::day(ctx.now)).await?,
            Err(_) => Vec::new(),
        };
        Ok(Work {
            reports: store::work::list_own(&mut ctx.tx, scope).await?,
            tasks,
            queues,
            approvals,
            next,
            now: ctx.now,
        })
    }
}
