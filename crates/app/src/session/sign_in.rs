use crate::backend::{Ctx, UseCase};
use crate::ending::Ending;
use crate::{App, Token};
use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use domain::id::PersonId;
use domain::seat::{SignInRefusal, TRIES, WAIT_MINUTES};
use domain::text::clean;
use jiff::{SignedDuration, Timestamp};

/// How long a session lives.
const SESSION: SignedDuration = SignedDuration::from_hours(12);

/// Opens a session under `secret` for whoever knows name and password.
///
/// The password is checked outside the queue, and as slowly for a name that is not known.
pub async fn sign_in(app: &App, name: &str, password: &str, secret: &[u8]) -> Result<(), Ending> {
    let name = clean(name).trim().to_lowercase();
    let found = app.backend.read(Find { name: name.clone() }).await?;
    if waits(found.failures, app.backend.now()) {
        return Err(SignInRefusal::TooManyTries.into());
    }
    let stored = found.person.as_ref().map(|(_, stored)| stored.clone());
    let right = tokio::task::spawn_blocking({
        let password = clean(password);
        move || matches(&password, stored.as_deref())
    })
    .await
    .map_err(|error| Ending::broken(&error.to_string()))?;
    match found.person {
        Some((person, _)) if right => {
            app.backend.write(Open { name, person, token: Token::new(secret) }).await
        }
        _ => {
            app.backend.write(Fail { name }).await?;
            Err(SignInRefusal::Unknown.into())
        }
    }
}

/// The PHC text of a password, with a salt from chance. Slow by design.
pub fn hash_password(password: &str, salt: &[u8; 32]) -> Result<String, Ending> {
    slow_hash()?
        .hash_password_with_salt(clean(password).as_bytes(), &salt[..16])
        .map(|hash| hash.to_string())
        .map_err(|error| Ending::broken(&error.to_string()))
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
    token: Token,
}

#[derive(Clone)]
struct Fail {
    name: String,
}

impl UseCase for Find {
    type Output = Found;

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<Found, Ending> {
        Ok(Found {
            person: store::person::find_sign_in(&mut ctx.tx, &self.name).await?,
            failures: store::person::find_failures(&mut ctx.tx, &self.name).await?,
        })
    }
}

impl UseCase for Open {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>) -> Result<(), Ending> {
        let today = domain::calendar::day(ctx.now);
        let seats = store::person::list_seats(&mut ctx.tx, self.person, today).await?;
        let seat = seats.first().ok_or(SignInRefusal::NoSeat)?.id;
        let expires = ctx.now + SESSION;
        let who = (self.person, seat);
        store::session::delete_expired(&mut ctx.tx, ctx.now).await?;
        store::session::insert(&mut ctx.tx, self.token.hash(), who, ctx.now, expires).await?;
        store::person::put_failures(&mut ctx.tx, &self.name, 0, ctx.now).await?;
        let facts = serde_json::json!({});
        let scope = store::scope::Scope::open(&mut ctx.tx, self.token.hash(), ctx.now).await?;
        let scope = scope.ok_or(SignInRefusal::NoSeat)?;
        ctx.record("session.opened", &scope, (Some(scope.body()), None), facts).await?;
        Ok(())
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

fn waits(failures: Option<(i64, Timestamp)>, now: Timestamp) -> bool {
    failures.is_some_and(|(count, last)| {
        count >= TRIES && now < last + SignedDuration::from_mins(WAIT_MINUTES)
    })
}

fn matches(password: &str, stored: Option<&str>) -> bool {
    let Some(stored) = stored else {
        let _ = hash_password(password, &[0; 32]);
        return false;
    };
    let (Ok(hash), Ok(slow)) = (PasswordHash::new(stored), slow_hash()) else { return false };
    slow.verify_password(password.as_bytes(), &hash).is_ok()
}

/// Argon2id with the parameters OWASP names first: 19 MiB, two passes, one lane.
fn slow_hash() -> Result<Argon2<'static>, Ending> {
    let params = Params::new(19 * 1024, 2, 1, None).map_err(|e| Ending::broken(&e.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}
