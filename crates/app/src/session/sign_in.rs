use crate::backend::{Ctx, UseCase};
use crate::ending::Ending;
use crate::{App, Token};
use domain::calendar;
use domain::id::PersonId;
use domain::person::sign_in_key;
use domain::seat::{SignInRefusal, TRIES, WAIT_MINUTES};
use domain::session::{Device, LONGEST, Stamps};
use jiff::{SignedDuration, Timestamp};
use store::scope::Scope;
use store::session::Session;

/// On what somebody signs in (thiết bị đăng nhập).
#[derive(Clone, Debug)]
pub struct Machine {
    pub device: Device,
    /// What the browser calls itself.
    pub browser: String,
}

/// The longest name of a browser that is kept, in characters.
const BROWSER_LENGTH_MAX: usize = 200;

/// Opens a session under `secret` for whoever knows name and password.
///
/// The password is checked outside the queue, and as slowly for a name that is not known.
pub async fn sign_in(
    app: &App,
    (name, password): (&str, &str),
    machine: Machine,
    secret: &[u8],
) -> Result<(), Ending> {
    let name = sign_in_key(name);
    let found = app.backend.read(Find { name: name.clone() }).await?;
    if waits(found.failures, app.backend.now()) {
        return Err(SignInRefusal::TooManyTries.into());
    }
    let stored = found.person.as_ref().map(|(_, stored)| stored.clone());
    let right = app.slow.matches(password, stored).await?;
    match found.person {
        Some((person, _)) if right => {
            let token = Token::new(secret);
            app.backend.write(Open { name, person, machine, token }).await
        }
        _ => {
            app.backend.write(Fail { name }).await?;
            Err(SignInRefusal::Unknown.into())
        }
    }
}

/// Begins a session from the first seat the person holds; gives its scope.
pub(super) async fn open(
    ctx: &mut Ctx<'_>,
    person: PersonId,
    machine: &Machine,
    token: Token,
) -> Result<Scope, Ending> {
    let seats = store::seat::list_of(&mut ctx.tx, person, calendar::day(ctx.now)).await?;
    let session = Session {
        id: ctx.chance.id(),
        person,
        seat: seats.first().ok_or(SignInRefusal::NoSeat)?.id,
        device: machine.device,
        browser: machine.browser.chars().take(BROWSER_LENGTH_MAX).collect(),
        opened: ctx.now,
        stamps: Stamps { confirmed: ctx.now, seen: ctx.now },
    };
    store::session::delete_before(&mut ctx.tx, ctx.now - LONGEST).await?;
    store::session::insert(&mut ctx.tx, token.hash(), &session).await?;
    let scope = Scope::open(&mut ctx.tx, token.hash(), ctx.now).await?;
    let scope = scope.ok_or(SignInRefusal::NoSeat)?;
    let facts = serde_json::json!({ "session": session.id, "device": session.device });
    ctx.record("session.opened", &scope, (Some(scope.body()), None), facts).await?;
    Ok(scope)
}

/// Whether so many tries failed so lately that the next has to wait.
pub(super) fn waits(failures: Option<(i64, Timestamp)>, now: Timestamp) -> bool {
    failures.is_some_and(|(count, last)| {
        count >= TRIES && now < last + SignedDuration::from_mins(WAIT_MINUTES)
    })
}

#[derive(Clone)]
struct Find {
    name: String,
}

struct Found {
    person: Option<(PersonId, String)>,
    failures: Option<(i64, Timestamp)>,
}

#[derive(Clone)]
struct Open {
    name: String,
    person: PersonId,
    machine: Machine,
    token: Token,
}

/// Counts a try that failed.
#[derive(Clone)]
pub(super) struct Fail {
    pub name: String,
}

impl UseCase for Find {
    type Output = Found;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Found, Ending> {
        let today = calendar::day(ctx.now);
        Ok(Found {
            person: store::person::find_sign_in(&mut ctx.tx, &self.name, today).await?,
            failures: store::person::find_failures(&mut ctx.tx, &self.name).await?,
        })
    }
}

impl UseCase for Open {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<(), Ending> {
        open(ctx, self.person, &self.machine, self.token).await?;
        Ok(store::person::put_failures(&mut ctx.tx, &self.name, 0, ctx.now).await?)
    }
}

impl UseCase for Fail {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<(), Ending> {
        let before = store::person::find_failures(&mut ctx.tx, &self.name).await?;
        let failures = before.map_or(0, |(failures, _)| failures) + 1;
        Ok(store::person::put_failures(&mut ctx.tx, &self.name, failures, ctx.now).await?)
    }
}
