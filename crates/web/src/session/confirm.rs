use crate::site::{Answer, Posted, Visitor};
use crate::ui::{Entry, Mistake, Ui};
use app::session::Seats;
use app::{Ending, Seen};
use askama::Template;
use axum::http::StatusCode;
use serde::Deserialize;

/// Asks for the password again before something that binds others, and then leads back to it. Posts
/// `password`, `to` and what was typed to `/confirm`.
#[derive(Template, Deserialize)]
#[template(path = "session/confirm.html")]
pub struct ConfirmPage {
    pub ui: Ui,
    pub step: ConfirmStep,
    /// The address that was posted to.
    pub to: String,
    /// What was typed there.
    #[serde(default)]
    pub kept: Vec<KeptField>,
    #[serde(default)]
    pub password: Entry,
    #[serde(default)]
    pub mistakes: Vec<Mistake>,
}

/// A field on its way through the page.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct KeptField {
    pub name: String,
    pub value: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum ConfirmStep {
    /// The password is wanted.
    Asked,
    /// It was right; what was typed waits to be sent on.
    Confirmed,
}

/// Before the name of a kept field, so that none is taken for one of this page's own.
const KEPT: &str = "kept.";

impl ConfirmPage {
    /// The page that stands in the way of a form.
    pub(crate) fn asked(ui: Ui, to: &str, kept: Vec<KeptField>) -> ConfirmPage {
        ConfirmPage {
            ui,
            step: ConfirmStep::Asked,
            to: to.to_owned(),
            kept,
            password: Entry::default(),
            mistakes: Vec::new(),
        }
    }
}

impl KeptField {
    /// The fields of a form that go on with it.
    pub(crate) fn of(posted: &Posted) -> Vec<KeptField> {
        let typed = posted.fields().filter(|(name, _)| *name != "csrf");
        typed
            .map(|(name, value)| KeptField { name: name.to_owned(), value: value.to_owned() })
            .collect()
    }
}

/// Whoever comes here by address has nothing to confirm.
pub(super) async fn show(visitor: Visitor) -> Answer {
    visitor.read(Seats).await?;
    visitor.go("/work")
}

pub(super) async fn confirm(visitor: Visitor, posted: Posted) -> Answer {
    let Seen { scope, .. } = visitor.read(Seats).await?;
    let to = crate::site::own_address(posted.get("to"));
    let kept = posted.fields().filter_map(|(name, value)| {
        let name = name.strip_prefix(KEPT)?.to_owned();
        Some(KeptField { name, value: value.to_owned() })
    });
    let mut page = ConfirmPage::asked(visitor.ui_of(&scope), to, kept.collect());
    let secret = visitor.new_secret();
    let (app, before) = (&visitor.site.app, visitor.token());
    let password = posted.get("password");
    match app::session::confirm(app, before, secret.as_bytes(), password).await {
        Ok(()) => {
            let visitor = visitor.with_secret(&secret);
            page.ui = visitor.ui_of(&scope);
            page.step = ConfirmStep::Confirmed;
            let mut response = visitor.page(StatusCode::OK, &page);
            visitor.keep_secret(&mut response, &secret, scope.device());
            Ok(response)
        }
        Err(Ending::Refused(refused)) => {
            page.password.error = page.ui.refusal(refused);
            page.mistakes = vec![Mistake::new("password", page.ui.refusal(refused))];
            Ok(visitor.page(StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Err(ending) => Err(visitor.trouble(ending)),
    }
}
