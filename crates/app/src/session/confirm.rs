use super::sign_in::{Fail, waits};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::{App, Token};
use domain::person::Refusal;
use domain::seat::SignInRefusal;
use jiff::Timestamp;
use store::scope::Scope;

/// Proves again who is at work, by the password (xác nhận lại): the session goes on under `after`.
pub async fn confirm(app: &App, before: Token, after: &[u8], password: &str) -> Result<(), Ending> {
    check_own(app, before, password).await?;
    app.save(before, Confirm { before, after: Token::new(after) }).await?;
    Ok(())
}

/// Passes where the password is that of whoever holds the token. Failures count as at the door.
pub(super) async fn check_own(app: &App, token: Token, password: &str) -> Result<(), Ending> {
    let found = app.read(token, FindOwn).await?;
    if waits(found.output.failures, app.backend.now()) {
        return Err(SignInRefusal::TooManyTries.into());
    }
    if app.slow.matches(password, found.output.password).await? {
        return Ok(());
    }
    app.backend.write(Fail { name: key(&found.scope) }).await?;
    Err(Refusal::PasswordWrong.into())
}

/// Under what tries to prove again who one is are counted.
fn key(scope: &Scope) -> String {
    format!("person:{}", scope.person())
}

#[derive(Clone)]
struct FindOwn;

struct Own {
    password: Option<String>,
    failures: Option<(i64, Timestamp)>,
}

#[derive(Clone)]
struct Confirm {
    before: Token,
    after: Token,
}

impl Case for FindOwn {
    type Output = Own;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Own, Ending> {
        Ok(Own {
            password: store::person::get(&mut ctx.tx, scope.person()).await?.password,
            failures: store::person::find_failures(&mut ctx.tx, &key(scope)).await?,
        })
    }
}

impl Case for Confirm {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let tokens = (self.before.hash(), self.after.hash());
        store::session::put_confirmed(&mut ctx.tx, tokens, ctx.now).await?;
        store::person::put_failures(&mut ctx.tx, &key(scope), 0, ctx.now).await?;
        let facts = serde_json::json!({ "session": scope.session() });
        ctx.record("session.confirmed", scope, (Some(scope.body()), None), facts).await?;
        Ok(())
    }
}
