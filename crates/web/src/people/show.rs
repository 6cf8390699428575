use super::line::{Of, line};
use super::{AccountState, SeatPart, entry};
use crate::session::{SessionRow, browser_words, session_words};
use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Entry, Link, Mistake, NavEntry, Ui};
use app::people::{PersonView, PutContact, ShowPerson, SignOutPerson};
use app::{Hold, Scope, Seen};
use askama::Template;
use domain::calendar;
use domain::id::PersonId;
use domain::person::Refusal;
use serde::Deserialize;
use words::time;

/// One person for whoever manages people: account, seats, devices. Posts `name`, `phone` and
/// `email` to its own address, and to `link` and `sign-out` below it.
#[derive(Template, Deserialize)]
#[template(path = "people/show.html")]
pub struct PersonPage {
    pub ui: Ui,
    /// The page's own address.
    pub here: String,
    pub name: String,
    pub back: Link,
    pub account: AccountState,
    /// How long the link that is out is good; empty where none is.
    #[serde(default)]
    pub until: String,
    /// Whether all of the person's seats are within reach, so that the account is.
    pub whole: bool,
    pub names: Vec<String>,
    pub seats: SeatPart,
    /// Where a further seat is given.
    pub add: String,
    #[serde(default)]
    pub sessions: Vec<SessionRow>,
    pub typed_name: Entry,
    pub phone: Entry,
    pub email: Entry,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

pub(super) async fn show(visitor: Visitor, Path(person): Path<PersonId>) -> Answer {
    let Seen { scope, output: view } = visitor.read(ShowPerson { person }).await?;
    visitor.show(&page(&visitor, &scope, view))
}

pub(super) async fn save(visitor: Visitor, Path(person): Path<PersonId>, posted: Posted) -> Answer {
    let typed = |name: &str| posted.get(name).to_owned();
    let case =
        PutContact { person, name: typed("name"), phone: typed("phone"), email: typed("email") };
    let Err(trouble) = visitor.act(&posted, case).await else {
        return visitor.go(&format!("/people/{person}"));
    };
    let key = trouble.refused().map(|refused| refused.key());
    let (status, words) = trouble.above_form(&visitor.ui_of_nobody())?;
    let Seen { scope, output: view } = visitor.read(ShowPerson { person }).await?;
    let mut page = page(&visitor, &scope, view);
    let entries = [
        ("name", Refusal::NameMissing, &mut page.typed_name),
        ("phone", Refusal::PhoneUnreadable, &mut page.phone),
        ("email", Refusal::EmailUnreadable, &mut page.email),
    ];
    let mut field = "";
    for (name, refusal, entry) in entries {
        posted.get(name).clone_into(&mut entry.value);
        if key == Some(refusal.key()) {
            entry.error.clone_from(&words);
            field = name;
        }
    }
    page.mistakes.push(Mistake::new(field, words));
    Ok(visitor.page(status, &page))
}

pub(super) async fn sign_out(
    visitor: Visitor,
    Path(person): Path<PersonId>,
    posted: Posted,
) -> Answer {
    let ended = visitor.save(SignOutPerson { person }).await;
    ended.map_err(|trouble| trouble.carrying(&posted))?;
    visitor.go(&format!("/people/{person}"))
}

fn page(visitor: &Visitor, scope: &Scope, view: PersonView) -> PersonPage {
    let ui = visitor.ui(scope, NavEntry::Units);
    let name = view.person.name.as_str().to_owned();
    let first = view.seats.first();
    let unit = first.map_or(scope.unit(), |held| held.unit);
    let unit_words = first.map_or(String::new(), |held| held.unit_short.clone());
    let people = ui.say("people-of").with("unit", unit_words).to_string();
    let rows = view.seats.iter().map(|held| line(&ui, held, view.today, Of::Person));
    let until = view.invitation.as_ref().map(|link| calendar::local(link.expires));
    let sessions = view.sessions.iter().map(|session| SessionRow {
        id: session.id.to_string(),
        browser: browser_words(&ui, &session.browser),
        about: session_words(&ui, session),
    });
    PersonPage {
        here: format!("/people/{}", view.person.id),
        back: Link { href: format!("/units/{unit}/people"), words: people },
        account: match (&view.person.password, &until) {
            (Some(_), _) => AccountState::Active,
            (None, Some(_)) => AccountState::Invited,
            (None, None) => AccountState::None,
        },
        until: until.map(|at| time::moment(ui.lang, at)).unwrap_or_default(),
        whole: view.hold == Hold::Whole && view.person.id != scope.person(),
        names: view.names,
        seats: SeatPart {
            title: ui.say("account-seats").to_string(),
            rows: rows.collect(),
            empty: String::new(),
        },
        add: format!("/units/{unit}/people/new?person={}", view.person.id),
        sessions: sessions.collect(),
        typed_name: entry(name.as_str()),
        phone: entry(view.person.phone),
        email: entry(view.person.email),
        mistakes: Vec::new(),
        name,
        ui,
    }
}
