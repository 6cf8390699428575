use super::sign_in::{Machine, open};
use crate::backend::{Ctx, UseCase};
use crate::ending::Ending;
use crate::{App, Token};
use domain::person::{Purpose, Refusal, check_password};
use store::invitation::Invitation;
use store::person::Person;
use store::seat::SeatRow;

/// Whom a link invites (lời mời). Looking changes nothing.
#[derive(Clone, Debug)]
pub struct ShowInvitation {
    pub invitation: Token,
}

#[derive(Clone, Debug)]
pub struct Invited {
    pub person: Person,
    pub purpose: Purpose,
    pub expires: jiff::Timestamp,
    pub names: Vec<String>,
    pub seats: Vec<SeatRow>,
}

/// Sets the password of whoever a link invites and opens a session under `secret`. The link is used
/// up by it.
pub async fn accept(
    app: &App,
    invitation: Token,
    password: &str,
    machine: Machine,
    secret: &[u8],
) -> Result<(), Ending> {
    let invited = app.backend.read(ShowInvitation { invitation }).await?;
    let names = invited.names.iter().map(String::as_str);
    let units = invited.seats.iter().map(|seat| seat.unit.as_str());
    let names: Vec<&str> = names.chain(units).chain([invited.person.name.as_str()]).collect();
    check_password(password, &names)?;
    let password = app.slow.hash(password, app.backend.random()).await?;
    let token = Token::new(secret);
    app.backend.write(Accept { invitation, password, machine, token }).await
}

#[derive(Clone)]
struct Accept {
    invitation: Token,
    password: String,
    machine: Machine,
    token: Token,
}

impl UseCase for ShowInvitation {
    type Output = Invited;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Invited, Ending> {
        let found = find(ctx, self.invitation).await?;
        let today = domain::calendar::day(ctx.now);
        Ok(Invited {
            person: store::person::get(&mut ctx.tx, found.person).await?,
            purpose: found.purpose,
            expires: found.expires,
            names: store::person::list_names(&mut ctx.tx, found.person).await?,
            seats: store::seat::list_of(&mut ctx.tx, found.person, today).await?,
        })
    }
}

impl UseCase for Accept {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<(), Ending> {
        let Invitation { person, purpose, .. } = find(ctx, self.invitation).await?;
        store::invitation::delete(&mut ctx.tx, person).await?;
        store::person::put_password(&mut ctx.tx, person, Some(&self.password)).await?;
        store::session::delete_all(&mut ctx.tx, person, None).await?;
        let scope = open(ctx, person, &self.machine, self.token).await?;
        let facts = serde_json::json!({ "person": person, "purpose": purpose });
        ctx.record("person.activated", &scope, (Some(scope.body()), None), facts).await?;
        Ok(())
    }
}

async fn find(ctx: &mut Ctx<'_>, invitation: Token) -> Result<Invitation, Ending> {
    let found = store::invitation::find(&mut ctx.tx, invitation.hash()).await?;
    let good = found.filter(|found| ctx.now < found.expires);
    good.ok_or(Refusal::InvitationVoid.into())
}
