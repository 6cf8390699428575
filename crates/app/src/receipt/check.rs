use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::receipt::Proven;
use store::receipt::Kept;
use store::scope::Scope;

/// Whether what a receipt proves is kept here (kiểm tra biên nhận).
#[derive(Clone, Debug)]
pub struct CheckReceipt {
    pub proven: Proven,
}

impl Case for CheckReceipt {
    type Output = Kept;

    async fn run(&self, ctx: &mut Ctx<'_>, _: &Scope) -> Result<Kept, Ending> {
        Ok(store::receipt::find_kept(&mut ctx.tx, &self.proven).await?)
    }
}
