use crate::site::{Answer, Posted, Visitor};
use crate::ui::{Entry, Mistake, Ui};
use app::session::Seats;
use app::{Ending, Refused, Seen};
use askama::Template;
use axum::http::StatusCode;
use domain::person::Refusal;
use serde::Deserialize;

/// Another password. Posts `present` and `new` to `/account/password`.
#[derive(Template, Deserialize)]
#[template(path = "session/password.html")]
pub struct PasswordPage {
    pub ui: Ui,
    #[serde(default)]
    pub present: Entry,
    #[serde(default)]
    pub new: Entry,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

pub(super) async fn show(visitor: Visitor) -> Answer {
    let Seen { scope, .. } = visitor.read(Seats).await?;
    visitor.show(&page(visitor.ui_of(&scope)))
}

pub(super) async fn change(visitor: Visitor, posted: Posted) -> Answer {
    let Seen { scope, .. } = visitor.read(Seats).await?;
    let secret = visitor.new_secret();
    let tokens = (visitor.token(), secret.as_bytes());
    let (present, new) = (posted.get("present"), posted.get("new"));
    match app::session::change_password(&visitor.site.app, tokens, present, new).await {
        Ok(()) => {
            let mut response = visitor.go("/account")?;
            visitor.keep_secret(&mut response, &secret, scope.device());
            Ok(response)
        }
        Err(Ending::Refused(refused)) => {
            let mut page = page(visitor.ui_of(&scope));
            let words = page.ui.refusal(refused);
            let at_present =
                matches!(refused, Refused::Person(Refusal::PasswordWrong) | Refused::SignIn(_));
            let (field, entry) = match at_present {
                true => ("present", &mut page.present),
                false => ("new", &mut page.new),
            };
            entry.error.clone_from(&words);
            page.mistakes.push(Mistake::new(field, words));
            Ok(visitor.page(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Err(ending) => Err(visitor.trouble(ending)),
    }
}

fn page(ui: Ui) -> PasswordPage {
    PasswordPage { ui, present: Entry::default(), new: Entry::default(), mistakes: Vec::new() }
}
