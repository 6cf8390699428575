use crate::Token;
use crate::backend::{Case, Ctx, UseCase};
use crate::ending::Ending;
use domain::id::SessionId;
use store::scope::Scope;

/// Ends a session (đăng xuất). One that has ended already is no error.
#[derive(Clone, Debug)]
pub struct SignOut {
    pub token: Token,
}

/// Ends one of the own sessions (đăng xuất một thiết bị).
#[derive(Clone, Debug)]
pub struct SignOutOne {
    pub session: SessionId,
}

/// Ends every own session but the one at work (đăng xuất mọi nơi khác).
#[derive(Clone, Debug)]
pub struct SignOutElsewhere;

/// Notes that somebody opened a page (ghi lần mở trang).
#[derive(Clone, Debug)]
pub(crate) struct Note {
    pub token: Token,
}

impl UseCase for SignOut {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<(), Ending> {
        Ok(store::session::delete(&mut ctx.tx, self.token.hash()).await?)
    }
}

impl Case for SignOutOne {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        if store::session::delete_one(&mut ctx.tx, scope.person(), self.session).await? {
            let facts = serde_json::json!({ "session": self.session });
            ctx.record("session.ended", scope, (Some(scope.body()), None), facts).await?;
        }
        Ok(())
    }
}

impl Case for SignOutElsewhere {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let kept = Some(scope.session());
        let ended = store::session::delete_all(&mut ctx.tx, scope.person(), kept).await?;
        let facts = serde_json::json!({ "kept": kept, "ended": ended });
        ctx.record("session.ended_elsewhere", scope, (Some(scope.body()), None), facts).await?;
        Ok(())
    }
}

impl UseCase for Note {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<(), Ending> {
        Ok(store::session::put_seen(&mut ctx.tx, self.token.hash(), ctx.now).await?)
    }
}
