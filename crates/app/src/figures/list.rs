use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::authority::{Action, Relation};
use store::campaign::SummedRow;
use store::scope::Scope;

/// The campaigns in which the seat's unit has sums, newest first (các đợt có số liệu).
#[derive(Clone, Debug)]
pub struct ListSummed;

impl Case for ListSummed {
    type Output = Vec<SummedRow>;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Vec<SummedRow>, Ending> {
        scope.may(Action::ReadTotals, Relation::Own)?;
        Ok(store::campaign::list_summed(&mut ctx.tx, scope).await?)
    }
}
