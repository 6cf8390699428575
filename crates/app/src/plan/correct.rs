use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::campaign::Refusal;
use domain::id::PlanId;
use domain::plan::{Change, Document, Reading, Sheet};
use store::plan::Plan;
use store::scope::Scope;

/// Corrects what was understood (sửa điều đã đọc).
///
/// A draft save: guarded by `rev`, and the same correction again is success.
#[derive(Clone, Debug)]
pub struct Correct {
    pub plan: PlanId,
    pub rev: i64,
    pub change: Change,
}

impl Case for Correct {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        scope.may(Action::SetUp, Relation::Own)?;
        let plan = store::plan::find(&mut ctx.tx, scope, self.plan).await?;
        let plan = plan.ok_or(Ending::NotFound)?;
        if plan.campaign.is_some() {
            return Err(Refusal::AlreadyCreated.into());
        }
        let before = sheet(&plan)?;
        let after = before.with(&self.change).ok_or(Ending::NotFound)?;
        if after == before {
            return Ok(());
        }
        let sheet = serde_json::to_string(&after)?;
        let guard = (self.plan, self.rev);
        let kept = store::plan::put_sheet(&mut ctx.tx, scope, guard, &sheet).await?;
        if kept { Ok(()) } else { Err(Ending::Stale) }
    }
}

/// The sheet of a plan; that of its reading until somebody corrects it.
pub(super) fn sheet(plan: &Plan) -> Result<Sheet, Ending> {
    match &plan.sheet {
        Some(sheet) => Ok(serde_json::from_str(sheet)?),
        None => {
            let reading: Reading = serde_json::from_str(&plan.reading)?;
            Ok(Sheet::of(&reading))
        }
    }
}

/// The plan itself, the document of its file from which a campaign is made, as it was corrected.
pub(crate) fn document(plan: &Plan) -> Result<Document, Ending> {
    let reading: Reading = serde_json::from_str(&plan.reading)?;
    let sheet = sheet(plan)?;
    Ok(sheet.documents(&reading).swap_remove(sheet.plan()))
}
