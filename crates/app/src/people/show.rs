use super::{Aim, person};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::id::PersonId;
use jiff::civil::Date;
use store::invitation::Invitation;
use store::person::{Hold, Person};
use store::scope::Scope;
use store::seat::Held;
use store::session::Session;

/// A person with their seats, and whether they can sign in (một người).
#[derive(Clone, Debug)]
pub struct ShowPerson {
    pub person: PersonId,
}

#[derive(Clone, Debug)]
pub struct PersonView {
    pub person: Person,
    pub hold: Hold,
    pub names: Vec<String>,
    /// Every seat ever held within reach, the newest first.
    pub seats: Vec<Held>,
    pub sessions: Vec<Session>,
    /// The link that is out and still good.
    pub invitation: Option<Invitation>,
    pub today: Date,
}

impl Case for ShowPerson {
    type Output = PersonView;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<PersonView, Ending> {
        let reached = person(ctx, scope, self.person, Aim::Look).await?;
        let (now, today) = (ctx.now, calendar::day(ctx.now));
        let mut seats = Vec::new();
        for held in store::seat::list_ever(&mut ctx.tx, self.person, now).await? {
            if crate::unit::reach(ctx, scope, held.unit, today).await.is_ok() {
                seats.push(held);
            }
        }
        let tx = &mut ctx.tx;
        let invitation = store::invitation::find_of(tx, self.person).await?;
        Ok(PersonView {
            person: reached.person().clone(),
            hold: reached.hold(),
            names: store::person::list_names(tx, self.person).await?,
            seats,
            sessions: store::session::list_of(tx, self.person).await?,
            invitation: invitation.filter(|invitation| now < invitation.expires),
            today,
        })
    }
}
