use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::file::File;
use domain::id::{CampaignId, TaskId};
use domain::task::{Answer, Shown};
use serde::Serialize;
use store::answer::NewAnswer;
use store::scope::Scope;

/// Says what became of the own part in a task (báo kết quả). A later answer takes the place of the
/// one before, which stays where it is; how late it came, the first of its kind decides.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerTask {
    pub campaign: CampaignId,
    pub task: TaskId,
    pub answer: Answer,
    /// Already kept among the blobs; none leaves that of the answer before.
    pub file: Option<File>,
    /// The newest version its writer saw; 0 for none.
    pub seen: i64,
}

impl Case for AnswerTask {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let (place, today) = ((self.campaign, self.task), calendar::day(ctx.now));
        let reached = store::reached::reach(&mut ctx.tx, scope, place, today).await?;
        let reached = reached.ok_or(Ending::NotFound)?;
        if reached.own.is_none() {
            return Err(Ending::NotFound);
        }
        let permit = reached.permit()?;
        let before = store::answer::list_own_answers(&mut ctx.tx, &reached).await?;
        let newest = before.first();
        if newest.map_or(0, |newest| newest.version) != self.seen {
            return Err(Ending::Stale);
        }
        let file = self.file.clone().or_else(|| newest.and_then(|newest| newest.file.clone()));
        let shown = if file.is_some() { Shown::File } else { Shown::Nothing };
        let answer = self.answer.clone().check(permit.part(), shown)?;
        let first = before.iter().rev().find(|row| row.answer.name() == answer.name());
        let punctuality =
            first.map_or_else(|| reached.task.due.judge(ctx.now), |first| first.punctuality);
        let version = self.seen + 1;
        let facts = serde_json::json!({
            "task": self.task,
            "version": version,
            "kind": answer.name(),
            "days_late": punctuality.days_late(),
            "file": file.as_ref().map(|file| store::blob::hex(&file.hash)),
        });
        let about = (Some(permit.body()), Some(self.campaign));
        let (event, _) = ctx.record("task.answered", scope, about, facts).await?;
        let new = NewAnswer { version, answer, file, at: ctx.now, punctuality, event };
        if store::answer::insert(&mut ctx.tx, &permit, &new).await? {
            Ok(())
        } else {
            Err(Ending::Stale)
        }
    }
}
