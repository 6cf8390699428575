use super::show::PlanView;
use crate::backend::{Case, Ctx};
use crate::campaign::propose::{self, Ground};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::campaign::{Refusal, StatedDay};
use domain::id::PlanId;
use domain::plan::{Change, Document, Reading, Sheet, Warning};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use store::plan::Plan;
use store::scope::Scope;

/// Corrects what was understood (sửa điều đã đọc).
///
/// A draft save: guarded by `rev`, and the same correction again is success.
#[derive(Clone, Debug)]
pub struct Correct {
    pub plan: PlanId,
    pub rev: i64,
    pub correction: Correction,
}

/// A change of a plan as somebody sees it, with what it makes of the sheet. Looking a long plan over
/// for what is wrong takes its time, and is done before the queue.
#[derive(Clone, Debug, Serialize)]
pub struct Correction {
    change: Change,
    /// The sheet afterwards, looked over, and the number of the plan on it; none where it stays as
    /// it was. What follows from the change is no part of what was asked.
    #[serde(skip)]
    checked: Option<(String, String)>,
}

/// A sheet with what looks wrong on it (phiếu đã rà soát), as it is kept.
#[derive(Serialize, Deserialize)]
pub(super) struct Checked {
    pub sheet: Sheet,
    pub warnings: Vec<Warning>,
}

impl Correction {
    /// What a change makes of a plan; `Ending::NotFound` where it names what is not there.
    pub fn of(view: &PlanView, change: Change) -> Result<Correction, Ending> {
        let sheet = view.sheet.with(&change).ok_or(Ending::NotFound)?;
        if sheet == view.sheet {
            return Ok(Correction { change, checked: None });
        }
        let documents = sheet.documents(&view.reading);
        let warnings = reader::review(&view.source, &documents);
        let number = documents[sheet.plan()].letterhead.number.clone().unwrap_or_default();
        let checked = serde_json::to_string(&Checked { sheet, warnings })?;
        Ok(Correction { change, checked: Some((checked, number)) })
    }

    /// Keeps it, if the plan is still as it was at `rev`.
    pub(super) async fn keep(
        &self,
        ctx: &mut Ctx<'_>,
        scope: &Scope,
        (plan, rev): (&Plan, i64),
    ) -> Result<(), Ending> {
        let Some((checked, number)) = &self.checked else { return Ok(()) };
        let sheet = (checked.as_str(), number.as_str());
        let kept = store::plan::put_sheet(&mut ctx.tx, scope, (plan.id, rev), sheet).await?;
        if kept { Ok(()) } else { Err(Ending::Stale) }
    }

    /// The sheet this makes of a plan that nobody changed since.
    pub(super) fn checked(&self, plan: &Plan) -> Result<Checked, Ending> {
        match &self.checked {
            Some((checked, _)) => Ok(serde_json::from_str(checked)?),
            None => checked(plan),
        }
    }
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
        if plan.rev == self.rev {
            return self.correction.keep(ctx, scope, (&plan, self.rev)).await;
        }
        let now = checked(&plan)?.sheet;
        let again = now.with(&self.correction.change).ok_or(Ending::NotFound)?;
        if again == now { Ok(()) } else { Err(Ending::Stale) }
    }
}

/// The sheet of a plan with its warnings; that of its reading until somebody corrects it.
pub(super) fn checked(plan: &Plan) -> Result<Checked, Ending> {
    match &plan.sheet {
        Some(checked) => Ok(serde_json::from_str(checked)?),
        None => {
            let reading: Reading = serde_json::from_str(&plan.reading)?;
            Ok(Checked { sheet: Sheet::of(&reading), warnings: reading.warnings })
        }
    }
}

/// The plan itself, the document of its file from which a campaign is made, as it was corrected.
pub(crate) fn document(plan: &Plan) -> Result<Document, Ending> {
    Ok(corrected(plan)?.0)
}

/// Between which days a plan from above has units of the own level hold their reviews.
pub(crate) fn own_hold(plan: &Plan, ground: &Ground) -> Result<Option<(Date, Date)>, Ending> {
    let (document, stated_day) = corrected(plan)?;
    Ok(propose::own_hold(&document, ground, stated_day))
}

fn corrected(plan: &Plan) -> Result<(Document, Option<StatedDay>), Ending> {
    let reading: Reading = serde_json::from_str(&plan.reading)?;
    let Checked { sheet, .. } = checked(plan)?;
    Ok((sheet.documents(&reading).swap_remove(sheet.plan()), sheet.stated_day))
}
