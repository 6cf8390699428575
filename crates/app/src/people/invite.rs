use super::{Aim, account, may, person};
use crate::Token;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::id::PersonId;
use domain::person::{Purpose, Refusal, SHEET_MAX};
use store::invitation::Invitation;
use store::scope::Scope;

/// Puts a link out by which somebody sets a password (mời, cấp lại). The password they had is void
/// and their sessions end.
#[derive(Clone, Debug)]
pub struct Invite {
    pub person: PersonId,
    pub link: Token,
}

/// The same for many at once, those who have no password yet (in phiếu mời).
#[derive(Clone, Debug)]
pub struct InviteMany {
    pub links: Vec<(PersonId, Token)>,
}

/// Ends every session of somebody (đăng xuất mọi thiết bị của một người).
#[derive(Clone, Debug)]
pub struct SignOutPerson {
    pub person: PersonId,
}

impl Case for Invite {
    type Output = Invitation;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Invitation, Ending> {
        let reached = account(ctx, scope, self.person).await?;
        let purpose = match reached.person().password {
            Some(_) => Purpose::Reset,
            None => Purpose::First,
        };
        store::person::put_password(&mut ctx.tx, self.person, None).await?;
        store::session::delete_all(&mut ctx.tx, self.person, None).await?;
        let invitation =
            Invitation { person: self.person, purpose, expires: ctx.now + purpose.lasts() };
        let link = self.link.hash();
        store::invitation::put(&mut ctx.tx, link, &invitation, ctx.now).await?;
        let facts = serde_json::json!({ "person": self.person, "purpose": purpose });
        ctx.record("person.invited", scope, (Some(scope.unit()), None), facts).await?;
        Ok(invitation)
    }
}

impl Case for InviteMany {
    type Output = Vec<Invitation>;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Vec<Invitation>, Ending> {
        may(ctx, scope, Aim::Change)?;
        if self.links.len() > SHEET_MAX {
            return Err(Refusal::TooMany.into());
        }
        let mut invitations = Vec::with_capacity(self.links.len());
        for (id, link) in &self.links {
            let reached = person(ctx, scope, *id, Aim::Change).await?;
            if reached.person().password.is_none() {
                let invite = Invite { person: *id, link: *link };
                invitations.push(invite.run(ctx, scope).await?);
            }
        }
        Ok(invitations)
    }
}

impl Case for SignOutPerson {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        account(ctx, scope, self.person).await?;
        let ended = store::session::delete_all(&mut ctx.tx, self.person, None).await?;
        let facts = serde_json::json!({ "person": self.person, "ended": ended });
        ctx.record("person.signed_out", scope, (Some(scope.unit()), None), facts).await?;
        Ok(())
    }
}
