use crate::Token;
use crate::backend::{Ctx, UseCase};
use crate::ending::Ending;

/// Ends a session (đăng xuất). One that has ended already is no error.
#[derive(Clone, Debug)]
pub struct SignOut {
    pub token: Token,
}

impl UseCase for SignOut {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<(), Ending> {
        Ok(store::session::delete(&mut ctx.tx, self.token.hash()).await?)
    }
}
