use super::matching::{chosen, once, parties};
use crate::backend::{Case, Ctx};
use crate::campaign::{ground, open};
use crate::ending::Ending;
use crate::plan::Register;
use domain::id::{CampaignId, TaskId};
use domain::task::{Due, PARTIES_MAX, Part, Refusal, TASKS_MAX, text};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::campaign::SetUp;
use store::scope::Scope;
use store::task::{Party, Task};

/// Adds a task to a campaign being set up, or corrects one (thêm, sửa việc được giao).
#[derive(Clone, Debug, Serialize)]
pub struct PutTask {
    pub campaign: CampaignId,
    pub rev: i64,
    /// None for a new one.
    pub task: Option<TaskId>,
    pub what: String,
    pub result: String,
    pub due: Option<Date>,
    /// Rows without a name and without a choice are let go.
    pub parties: Vec<TypedParty>,
}

/// A party as typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TypedParty {
    pub part: Part,
    pub name: String,
    /// The key of a choice of the list; empty to go by the name.
    pub choice: String,
}

/// Takes a task away (bỏ việc).
#[derive(Clone, Debug, Serialize)]
pub struct RemoveTask {
    pub campaign: CampaignId,
    pub rev: i64,
    pub task: TaskId,
}

/// Makes a choice of every date that was proposed (xác nhận mọi ngày đề xuất).
#[derive(Clone, Debug, Serialize)]
pub struct ChooseDates {
    pub campaign: CampaignId,
    pub rev: i64,
}

impl Case for PutTask {
    type Output = TaskId;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<TaskId, Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        let what = text(&self.what)?;
        if what.is_empty() {
            return Err(Refusal::WhatMissing.into());
        }
        let parties = self.parties(ctx, scope, &set_up).await?;
        let tasks = store::task::list(&mut ctx.tx, self.campaign).await?;
        let result = text(&self.result)?;
        let id = match self.task {
            Some(id) => {
                let before = tasks.into_iter().find(|task| task.id == id);
                let before = before.ok_or(Ending::NotFound)?;
                let due = before.due.choose(self.due);
                let task = Task { id, what, result, due, span: before.span };
                store::task::put(&mut ctx.tx, &set_up, &task, &parties).await?;
                id
            }
            None if tasks.len() >= TASKS_MAX => return Err(Refusal::TooMany.into()),
            None => {
                let due = Due::None.choose(self.due);
                let task = Task { id: ctx.chance.id(), what, result, due, span: None };
                store::task::insert(&mut ctx.tx, &set_up, &task, &parties).await?;
                task.id
            }
        };
        touch(ctx, &set_up).await?;
        Ok(id)
    }
}

impl PutTask {
    async fn parties(
        &self,
        ctx: &mut Ctx<'_>,
        scope: &Scope,
        set_up: &SetUp,
    ) -> Result<Vec<Party>, Ending> {
        let ground = ground(ctx, scope, set_up.campaign().stage).await?;
        let register = Register::new(&ground);
        let mut found = Vec::new();
        for typed in &self.parties {
            let name = text(&typed.name)?;
            match (name.is_empty(), typed.choice.is_empty()) {
                (true, true) => {}
                (_, true) => found.extend(parties(typed.part, &name, &register)),
                (_, false) => {
                    let (whom, short) = chosen(&typed.choice, &ground).ok_or(Ending::NotFound)?;
                    let name = if name.is_empty() { short.clone() } else { name };
                    found.push(Party { part: typed.part, whom, name, short });
                }
            }
        }
        let named = found.len();
        let kept = once(found);
        if kept.len() < named.min(PARTIES_MAX) {
            return Err(Refusal::BodyTwice.into());
        }
        if !kept.iter().any(|party| party.part == Part::Lead) {
            return Err(Refusal::LeadMissing.into());
        }
        Ok(kept)
    }
}

impl Case for RemoveTask {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        store::task::remove(&mut ctx.tx, &set_up, self.task).await?;
        touch(ctx, &set_up).await
    }
}

impl Case for ChooseDates {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let set_up = open(ctx, scope, self.campaign, self.rev).await?;
        store::task::choose_proposed(&mut ctx.tx, &set_up).await?;
        touch(ctx, &set_up).await
    }
}

async fn touch(ctx: &mut Ctx<'_>, set_up: &SetUp) -> Result<(), Ending> {
    if store::campaign::touch(&mut ctx.tx, set_up).await? { Ok(()) } else { Err(Ending::Stale) }
}
