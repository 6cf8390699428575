use super::{browser_words, post_words};
use crate::site::{Answer, Posted, Trouble, Visitor};
use crate::ui::{Entry, Link, Mistake, SummaryRow, Ui};
use app::session::{Account, PutOwnContact, ShowAccount, SignOutElsewhere, SignOutOne};
use app::{Scope, Seen, Session};
use askama::Template;
use axum::http::StatusCode;
use domain::calendar;
use domain::person::Refusal;
use domain::session::Device;
use serde::Deserialize;
use words::time;

/// The own account. Posts `phone` and `email` to `/account`, `session` or `do` to
/// `/account/sessions`.
#[derive(Template, Deserialize)]
#[template(path = "session/account.html")]
pub struct AccountPage {
    pub ui: Ui,
    pub name: String,
    /// By which one signs in.
    pub names: Vec<String>,
    pub phone: Entry,
    pub email: Entry,
    pub seats: Vec<SummaryRow>,
    pub sessions: Vec<SessionRow>,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// A device on which somebody is signed in.
#[derive(Clone, Debug, Deserialize)]
pub struct SessionRow {
    /// Empty for the one at work.
    #[serde(default)]
    pub id: String,
    pub browser: String,
    /// Since when, last used when, whose machine.
    pub about: String,
}

pub(super) async fn show(visitor: Visitor) -> Answer {
    let Seen { scope, output: account } = visitor.read(ShowAccount).await?;
    visitor.show(&page(&visitor, &scope, account))
}

pub(super) async fn save(visitor: Visitor, posted: Posted) -> Answer {
    let (phone, email) = (posted.get("phone").to_owned(), posted.get("email").to_owned());
    let Err(trouble) = visitor.save(PutOwnContact { phone, email }).await else {
        return visitor.go("/account");
    };
    refused(visitor, &posted, trouble).await
}

pub(super) async fn end_sessions(visitor: Visitor, posted: Posted) -> Answer {
    match posted.parse("session") {
        Some(session) => visitor.save(SignOutOne { session }).await?,
        None => visitor.save(SignOutElsewhere).await?,
    };
    visitor.go("/account")
}

async fn refused(visitor: Visitor, posted: &Posted, trouble: Trouble) -> Answer {
    let key = trouble.refused().map(|refused| refused.key());
    let phone = key == Some(Refusal::PhoneUnreadable.key());
    let (_, words) = trouble.above_form(&visitor.ui_of_nobody())?;
    let Seen { scope, output: account } = visitor.read(ShowAccount).await?;
    let mut page = page(&visitor, &scope, account);
    posted.get("phone").clone_into(&mut page.phone.value);
    posted.get("email").clone_into(&mut page.email.value);
    let (field, entry) =
        if phone { ("phone", &mut page.phone) } else { ("email", &mut page.email) };
    entry.error.clone_from(&words);
    page.mistakes.push(Mistake::new(field, words));
    Ok(visitor.page(StatusCode::UNPROCESSABLE_ENTITY, &page))
}

fn page(visitor: &Visitor, scope: &Scope, account: Account) -> AccountPage {
    let ui = visitor.ui_of(scope);
    let seats = account.seats.iter().map(|seat| SummaryRow {
        label: seat.unit.clone(),
        value: post_words(&ui, seat),
        link: (seat.id == scope.seat() && account.seats.len() > 1).then(|| Link {
            href: "/seats".to_owned(),
            words: ui.say("account-seat-change").to_string(),
        }),
    });
    let entry = |value: String| Entry { value, error: String::new() };
    let rows = account.sessions.iter().map(|session| row(&ui, scope, session));
    AccountPage {
        name: account.person.name.as_str().to_owned(),
        names: account.names,
        phone: entry(account.person.phone),
        email: entry(account.person.email),
        seats: seats.collect(),
        sessions: rows.collect(),
        mistakes: Vec::new(),
        ui,
    }
}

fn row(ui: &Ui, scope: &Scope, session: &Session) -> SessionRow {
    let here = session.id == scope.session();
    SessionRow {
        id: if here { String::new() } else { session.id.to_string() },
        browser: browser_words(ui, &session.browser),
        about: session_words(ui, session),
    }
}

/// Since when a session is open, when it was used last, on whose machine.
pub(crate) fn session_words(ui: &Ui, session: &Session) -> String {
    let moment = |at| time::moment(ui.lang, calendar::local(at));
    let key = match session.device {
        Device::Own => "session-since-own",
        Device::Shared => "session-since-shared",
    };
    let words = ui.say(key).with("since", moment(session.opened));
    words.with("seen", moment(session.stamps.seen)).to_string()
}
