use super::confirm::check_own;
use crate::backend::{Case, Ctx};
use crate::ending::Ending;
use crate::{App, Token};
use domain::person::{check_password, email, phone, sign_in_key};
use domain::text::Text;
use store::person::Person;
use store::scope::Scope;
use store::seat::SeatRow;
use store::session::Session;

/// What a person sees of themselves (tài khoản của tôi).
#[derive(Clone, Debug)]
pub struct ShowAccount;

#[derive(Clone, Debug)]
pub struct Account {
    pub person: Person,
    /// By which they sign in.
    pub names: Vec<String>,
    pub seats: Vec<SeatRow>,
    pub sessions: Vec<Session>,
}

/// Says how one is reached (sửa điện thoại, thư điện tử của mình).
#[derive(Clone, Debug)]
pub struct PutOwnContact {
    pub phone: String,
    pub email: String,
}

/// Sets another password for whoever knows the present one: other sessions end, this one goes on
/// under `after`.
pub async fn change_password(
    app: &App,
    (before, after): (Token, &[u8]),
    present: &str,
    new: &str,
) -> Result<(), Ending> {
    let account = app.read(before, ShowAccount).await?.output;
    let names = account.names.iter().map(String::as_str);
    let units = account.seats.iter().map(|seat| seat.unit.as_str());
    let names: Vec<&str> = names.chain(units).chain([account.person.name.as_str()]).collect();
    check_password(new, &names)?;
    check_own(app, before, present).await?;
    let password = app.slow.hash(new, app.backend.random()).await?;
    app.save(before, PutPassword { before, after: Token::new(after), password }).await?;
    Ok(())
}

/// Brings the names by which a person signs in after a change of telephone or e-mail. A name that
/// somebody else signs in by stays theirs, and nothing says so.
pub(crate) async fn follow_contact(
    ctx: &mut Ctx<'_>,
    person: &Person,
    (phone, email): (&str, &str),
) -> Result<(), Ending> {
    for (before, after) in [(&person.phone, phone), (&person.email, email)] {
        let (before, after) = (sign_in_key(before), sign_in_key(after));
        if before == after {
            continue;
        }
        store::person::drop_name(&mut ctx.tx, person.id, &before).await?;
        if !after.is_empty() {
            store::person::take_name(&mut ctx.tx, person.id, &after).await?;
        }
    }
    Ok(())
}

#[derive(Clone)]
struct PutPassword {
    before: Token,
    after: Token,
    password: String,
}

impl Case for ShowAccount {
    type Output = Account;

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<Account, Ending> {
        let today = domain::calendar::day(ctx.now);
        let tx = &mut ctx.tx;
        Ok(Account {
            person: store::person::get(tx, scope.person()).await?,
            names: store::person::list_names(tx, scope.person()).await?,
            seats: store::seat::list_of(tx, scope.person(), today).await?,
            sessions: store::session::list_of(tx, scope.person()).await?,
        })
    }
}

impl Case for PutOwnContact {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        phone(&self.phone)?;
        let (phone, email) = (Text::new(&self.phone).into_string(), email(&self.email)?);
        let person = store::person::get(&mut ctx.tx, scope.person()).await?;
        follow_contact(ctx, &person, (&phone, &email)).await?;
        let contact = (phone.as_str(), email.as_str());
        store::person::put_contact(&mut ctx.tx, person.id, &person.name, contact).await?;
        let facts = serde_json::json!({ "person": person.id });
        ctx.record("person.changed", scope, (Some(scope.body()), None), facts).await?;
        Ok(())
    }
}

impl Case for PutPassword {
    type Output = ();

    async fn run(&self, ctx: &mut Ctx<'_>, scope: &Scope) -> Result<(), Ending> {
        let tx = &mut ctx.tx;
        store::person::put_password(tx, scope.person(), Some(&self.password)).await?;
        store::session::delete_all(tx, scope.person(), Some(scope.session())).await?;
        let tokens = (self.before.hash(), self.after.hash());
        store::session::put_confirmed(tx, tokens, ctx.now).await?;
        let facts = serde_json::json!({ "person": scope.person() });
        ctx.record("person.password_changed", scope, (Some(scope.body()), None), facts).await?;
        Ok(())
    }
}
