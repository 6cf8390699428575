use crate::receipt::Square;
use crate::session::post_words;
use crate::site::{Answer, Path, Posted, Transport, Visitor};
use crate::ui::{Link, NavEntry, Ui};
use app::people::{Invite, InviteMany};
use app::session::ShowInvitation;
use app::{Ending, Scope, Seen, Token};
use askama::Template;
use axum::http::HeaderMap;
use axum::http::header::HOST;
use domain::calendar;
use domain::id::PersonId;
use serde::Deserialize;
use std::collections::BTreeSet;
use words::time;

/// Links that were just put out, to be printed or passed on. They are shown this once.
#[derive(Template, Deserialize)]
#[template(path = "people/links.html")]
pub struct LinksPage {
    pub ui: Ui,
    pub back: Link,
    pub rows: Vec<LinkRow>,
}

/// A link with whose it is.
#[derive(Clone, Debug, Deserialize)]
pub struct LinkRow {
    pub unit: String,
    pub name: String,
    pub post: String,
    pub address: String,
    #[serde(default)]
    pub square: Option<Square>,
    /// `09:12 ngày 03/07/2024`.
    pub until: String,
    pub names: Vec<String>,
}

pub(super) async fn one(
    visitor: Visitor,
    headers: HeaderMap,
    Path(person): Path<PersonId>,
    posted: Posted,
) -> Answer {
    let secret = visitor.new_secret();
    let link = Token::new(secret.as_bytes());
    let invited = visitor.save(Invite { person, link }).await;
    let Seen { scope, .. } = invited.map_err(|trouble| trouble.carrying(&posted))?;
    let back = format!("/people/{person}");
    sheet(&visitor, &scope, &headers, (vec![secret], back)).await
}

pub(super) async fn many(visitor: Visitor, headers: HeaderMap, posted: Posted) -> Answer {
    let people = posted.all("person").filter_map(|id| id.parse::<PersonId>().ok());
    let people: BTreeSet<PersonId> = people.collect();
    let drawn = people.into_iter().map(|id| (id, visitor.new_secret()));
    let drawn: Vec<(PersonId, String)> = drawn.collect();
    let token = |secret: &str| Token::new(secret.as_bytes());
    let links = drawn.iter().map(|(id, secret)| (*id, token(secret))).collect();
    let invited = visitor.save(InviteMany { links }).await;
    let Seen { scope, output } = invited.map_err(|trouble| trouble.carrying(&posted))?;
    let taken = |id: &PersonId| output.iter().any(|invitation| invitation.person == *id);
    let secrets = drawn.into_iter().filter(|(id, _)| taken(id)).map(|(_, secret)| secret);
    sheet(&visitor, &scope, &headers, (secrets.collect(), "/people".to_owned())).await
}

async fn sheet(
    visitor: &Visitor,
    scope: &Scope,
    headers: &HeaderMap,
    (secrets, back): (Vec<String>, String),
) -> Answer {
    let ui = visitor.ui(scope, NavEntry::Units);
    let mut rows = Vec::with_capacity(secrets.len());
    for secret in secrets {
        rows.push(row(visitor, &ui, headers, &secret).await.map_err(|e| visitor.trouble(e))?);
    }
    let back = Link { href: back, words: ui.say("people-title").to_string() };
    visitor.show(&LinksPage { ui, back, rows })
}

async fn row(
    visitor: &Visitor,
    ui: &Ui,
    headers: &HeaderMap,
    secret: &str,
) -> Result<LinkRow, Ending> {
    let case = ShowInvitation { invitation: Token::new(secret.as_bytes()) };
    let invited = visitor.site.app.backend.read(case).await?;
    let scheme = match visitor.site.transport {
        Transport::Secure => "https",
        Transport::Plain => "http",
    };
    let host = headers.get(HOST).and_then(|host| host.to_str().ok()).unwrap_or_default();
    let address = format!("{scheme}://{host}/invitations/{secret}");
    let seat = invited.seats.first();
    Ok(LinkRow {
        unit: seat.map_or(String::new(), |seat| seat.unit.clone()),
        name: invited.person.name.as_str().to_owned(),
        post: seat.map_or(String::new(), |seat| post_words(ui, seat)),
        square: Square::new(&address),
        address,
        until: time::moment(ui.lang, calendar::local(invited.expires)),
        names: invited.names,
    })
}
