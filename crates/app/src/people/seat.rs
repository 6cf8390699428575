use super::{Aim, manage, person, seat};
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use domain::calendar;
use domain::group::Term;
use domain::id::{BodyId, PersonId, SeatId};
use domain::person::{self, Refusal, line, may_seat, seat_term};
use domain::seat::Role;
use domain::text::Text;
use jiff::civil::Date;
use serde::Serialize;
use store::body::{OrganRow, Placed};
use store::person::Person;
use store::scope::Scope;
use store::seat::{Held, Seat};

/// Gives somebody a seat: a further one, one handed over, or one for a time instead of another
/// (bố trí chức danh, bàn giao, thay).
#[derive(Clone, Debug, Serialize)]
pub struct PutSeat {
    pub unit: BodyId,
    pub who: WhoSits,
    /// The unit or an organ of it; that of the other seat where there is one.
    pub body: Option<BodyId>,
    pub role: Option<Role>,
    pub title: String,
    pub from: Option<Date>,
    pub to: Option<Date>,
    pub how: How,
}

/// Who gets a seat.
#[derive(Clone, Debug, Serialize)]
pub enum WhoSits {
    Known(Option<PersonId>),
    New { name: String, phone: String, email: String },
}

/// How a seat stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum How {
    Further,
    /// The other ends on the day this begins.
    Instead(SeatId),
    /// The other stays, and this one acts for it for a time.
    For(SeatId),
}

/// What a form that gives a seat is drawn from (thông tin để bố trí).
#[derive(Clone, Debug)]
pub struct ShowSeatGround {
    pub unit: BodyId,
    pub how: How,
    /// Somebody known who may be meant.
    pub person: Option<PersonId>,
}

#[derive(Clone, Debug)]
pub struct SeatGround {
    pub unit: Placed,
    pub organs: Vec<OrganRow>,
    /// Those who sit in the unit, each once.
    pub people: Vec<(PersonId, String)>,
    /// The seat that is handed over or stood in for.
    pub other: Option<Held>,
    /// Those the seat at work may give.
    pub roles: Vec<Role>,
}

/// After so many of the same name somebody is asked to think of another.
const SAME_NAME_MAX: usize = 200;

impl Case for PutSeat {
    type Output = PersonId;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<PersonId, Ending> {
        let unit = manage(ctx, scope, self.unit, Aim::Change).await?;
        let other = other(ctx, scope, self.unit, self.how).await?;
        let (body, role) = self.place(ctx, scope, other.as_ref()).await?;
        let title = match (&other, self.how) {
            (Some(other), How::For(_)) => other.seat.title.clone(),
            _ => line(&self.title)?,
        };
        if title.is_empty() {
            return Err(Refusal::TitleMissing.into());
        }
        let term = self.term(calendar::day(ctx.now))?;
        let person = self.person(ctx, scope, &unit).await?;
        // Nobody who manages people makes a reader of themselves.
        if person == scope.person() {
            return Err(Refusal::OwnAccount.into());
        }
        let stands_for = match self.how {
            How::For(other) => Some(other),
            How::Further | How::Instead(_) => None,
        };
        let id = ctx.chance.id();
        let seat = Seat { id, person, body, role, title, term, stands_for };
        self.check(ctx, &seat, other.as_ref()).await?;
        if let How::Instead(other) = self.how {
            store::seat::end(&mut ctx.tx, other, term.from).await?;
        }
        store::seat::insert(&mut ctx.tx, &seat).await?;
        let facts = serde_json::json!({
            "seat": seat.id, "person": person, "role": role, "from": term.from, "to": term.to,
            "how": self.how,
        });
        ctx.record("seat.given", scope, (Some(body), None), facts).await?;
        Ok(person)
    }
}

impl PutSeat {
    async fn place(
        &self,
        ctx: &mut Ctx<'_>,
        scope: &Scope,
        other: Option<&Held>,
    ) -> Result<(BodyId, Role), Ending> {
        if let Some(other) = other {
            return Ok((other.seat.body, other.seat.role));
        }
        let body = self.body.unwrap_or(self.unit);
        let organs = store::body::list_organs(&mut ctx.tx, self.unit).await?;
        if body != self.unit && organs.iter().all(|organ| organ.id != body) {
            return Err(Ending::NotFound);
        }
        let role = self.role.ok_or(Ending::NotFound)?;
        if !may_seat(scope.role(), role) {
            return Err(Ending::Forbidden);
        }
        Ok((body, role))
    }

    fn term(&self, today: Date) -> Result<Term, Refusal> {
        match self.how {
            How::Instead(_) => seat_term(self.from, None, today),
            How::For(_) if self.to.is_none() => Err(Refusal::DayMissing),
            How::For(_) | How::Further => seat_term(self.from, self.to, today),
        }
    }

    async fn person(
        &self,
        ctx: &mut Ctx<'_>,
        scope: &Scope,
        unit: &Placed,
    ) -> Result<PersonId, Ending> {
        let (name, phone, email) = match &self.who {
            WhoSits::Known(id) => {
                let id = id.ok_or(Refusal::PersonMissing)?;
                return Ok(person(ctx, scope, id, Aim::Change).await?.person().id);
            }
            WhoSits::New { name, phone, email } => (name, phone, email),
        };
        let name = line(name)?;
        if name.is_empty() {
            return Err(Refusal::NameMissing.into());
        }
        let key = person::phone(phone)?;
        let (phone, email) = (Text::new(phone).into_string(), person::email(email)?);
        let person = Person { id: ctx.chance.id(), name, phone, email, password: None };
        store::person::insert(&mut ctx.tx, &person).await?;
        for name in [&key, &person.email].into_iter().filter(|name| !name.is_empty()) {
            store::person::take_name(&mut ctx.tx, person.id, name).await?;
        }
        take_own_name(ctx, person.id, &person.name, &unit.code).await?;
        let facts = serde_json::json!({ "person": person.id });
        ctx.record("person.added", scope, (Some(unit.body), None), facts).await?;
        Ok(person.id)
    }

    /// Passes where the person does not sit there already and stands in for somebody else.
    async fn check(
        &self,
        ctx: &mut Ctx<'_>,
        seat: &Seat,
        other: Option<&Held>,
    ) -> Result<(), Ending> {
        if other.is_some_and(|other| other.seat.person == seat.person) {
            let stands_in = matches!(self.how, How::For(_));
            let refusal = if stands_in { Refusal::OwnStandIn } else { Refusal::SeatTwice };
            return Err(refusal.into());
        }
        let held = store::seat::list_ever(&mut ctx.tx, seat.person, ctx.now).await?;
        let meets = |held: &Term| {
            held.to.is_none_or(|to| to > seat.term.from)
                && seat.term.to.is_none_or(|to| to > held.from)
        };
        let twice = held.iter().map(|held| &held.seat).any(|held| {
            held.body == seat.body
                && held.role == seat.role
                && held.stands_for == seat.stands_for
                && meets(&held.term)
        });
        if twice { Err(Refusal::SeatTwice.into()) } else { Ok(()) }
    }
}

impl Case for ShowSeatGround {
    type Output = SeatGround;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<SeatGround, Ending> {
        let unit = manage(ctx, scope, self.unit, Aim::Look).await?;
        let other = other(ctx, scope, self.unit, self.how).await?;
        let today = calendar::day(ctx.now);
        let mut people: Vec<(PersonId, String)> = Vec::new();
        if let Some(id) = self.person {
            let reached = person(ctx, scope, id, Aim::Look).await?;
            people.push((id, reached.person().name.as_str().to_owned()));
        }
        let seats = store::seat::list_of_unit(&mut ctx.tx, self.unit, (today, ctx.now)).await?;
        for held in seats {
            if people.iter().all(|(id, _)| *id != held.seat.person) {
                people.push((held.seat.person, held.name));
            }
        }
        Ok(SeatGround {
            organs: store::body::list_organs(&mut ctx.tx, self.unit).await?,
            unit,
            people,
            other,
            roles: Role::ALL.into_iter().filter(|role| may_seat(scope.role(), *role)).collect(),
        })
    }
}

async fn other(
    ctx: &mut Ctx<'_>,
    scope: &Scope,
    unit: BodyId,
    how: How,
) -> Result<Option<Held>, Ending> {
    let (How::Instead(id) | How::For(id)) = how else { return Ok(None) };
    let held = seat(ctx, scope, id, Aim::Look).await?;
    if held.unit == unit { Ok(Some(held)) } else { Err(Ending::NotFound) }
}

/// Gives somebody new a name to sign in by that nobody has.
async fn take_own_name(
    ctx: &mut Ctx<'_>,
    id: PersonId,
    name: &Text,
    code: &str,
) -> Result<(), Ending> {
    for nth in 1..=SAME_NAME_MAX {
        let own = person::sign_in_name(name, code, nth);
        if store::person::take_name(&mut ctx.tx, id, &own).await? {
            return Ok(());
        }
    }
    Err(Ending::broken("too many people of one name in one unit"))
}
