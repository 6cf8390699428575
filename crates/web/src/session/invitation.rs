use super::door::{device_choice, with_secret};
use super::{machine, post_words};
use crate::site::{Answer, Path, Posted, Visitor};
use crate::ui::{Choice, Entry, Mistake, SummaryRow, Ui};
use app::session::{Invited, ShowInvitation};
use app::{Ending, Refused, Token};
use askama::Template;
use axum::http::StatusCode;
use domain::calendar;
use domain::person::{Purpose, Refusal};
use serde::Deserialize;
use words::time;

/// Who is invited by a link, and the password they set. Looking at it changes nothing. Posts
/// `password` and `device` to its own address.
#[derive(Template, Deserialize)]
#[template(path = "session/invitation.html")]
pub struct InvitationPage {
    pub ui: Ui,
    pub person: String,
    pub seats: Vec<SummaryRow>,
    /// By which the person will sign in later.
    pub names: Vec<String>,
    /// Whether a password was there before.
    pub reset: bool,
    /// `09:12 ngày 03/07/2024`.
    pub until: String,
    #[serde(default)]
    pub password: Entry,
    pub device: Vec<Choice>,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

pub(super) async fn show(visitor: Visitor, Path(link): Path<String>) -> Answer {
    let invited = find(&visitor, &link).await?;
    Ok(with_secret(&visitor, StatusCode::OK, |ui| page(ui, invited, "")))
}

pub(super) async fn accept(visitor: Visitor, Path(link): Path<String>, posted: Posted) -> Answer {
    let secret = visitor.new_secret();
    let machine = machine(&visitor, &posted);
    let device = machine.device;
    let (app, password) = (&visitor.site.app, posted.get("password"));
    let token = Token::new(link.as_bytes());
    match app::session::accept(app, token, password, machine, secret.as_bytes()).await {
        Ok(()) => {
            let mut response = visitor.go("/work")?;
            visitor.keep_secret(&mut response, &secret, device);
            Ok(response)
        }
        Err(Ending::Refused(refused)) if refused != Refused::Person(Refusal::InvitationVoid) => {
            let invited = find(&visitor, &link).await?;
            let mut page = page(visitor.ui_of_nobody(), invited, posted.get("device"));
            let words = page.ui.refusal(refused);
            page.password.error.clone_from(&words);
            page.mistakes.push(Mistake::new("password", words));
            Ok(visitor.page(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Err(ending) => Err(visitor.trouble(ending)),
    }
}

async fn find(visitor: &Visitor, link: &str) -> Result<Invited, crate::site::Trouble> {
    let case = ShowInvitation { invitation: Token::new(link.as_bytes()) };
    visitor.site.app.backend.read(case).await.map_err(|ending| visitor.trouble(ending))
}

fn page(ui: Ui, invited: Invited, device: &str) -> InvitationPage {
    let seats = invited.seats.iter().map(|seat| SummaryRow {
        label: seat.unit.clone(),
        value: post_words(&ui, seat),
        link: None,
    });
    InvitationPage {
        person: invited.person.name.as_str().to_owned(),
        seats: seats.collect(),
        names: invited.names,
        reset: invited.purpose == Purpose::Reset,
        until: time::moment(ui.lang, calendar::local(invited.expires)),
        password: Entry::default(),
        device: device_choice(&ui, device),
        mistakes: Vec::new(),
        ui,
    }
}
