use super::correct::{Checked, checked};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use domain::id::PlanId;
use domain::plan::Severity;
use store::scope::Scope;

/// How many warnings of a read plan nobody has mended or let be (số chỗ cần xem còn lại).
#[derive(Clone, Debug)]
pub struct CountOpen {
    pub plan: PlanId,
}

impl Case for CountOpen {
    type Output = usize;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<usize, Ending> {
        scope.may(Action::SetUp, Relation::Own)?;
        let plan = store::plan::find(&mut ctx.tx, scope, self.plan).await?;
        let Checked { sheet, warnings } = checked(&plan.ok_or(Ending::NotFound)?)?;
        let grave = warnings.iter().filter(|warning| warning.severity > Severity::Info);
        Ok(grave.filter(|warning| sheet.aside(warning).is_none()).count())
    }
}
