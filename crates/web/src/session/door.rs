use super::{SignInPage, machine};
use crate::site::{Answer, Posted, Visitor};
use crate::ui::{Choice, Entry, Mistake, Ui};
use app::Ending;
use app::session::SignOut;
use axum::http::StatusCode;
use axum::response::Response;
use domain::session::Device;

pub(super) async fn show(visitor: Visitor, request: axum::extract::Request) -> Answer {
    let next = request.uri().query().and_then(|query| query.strip_prefix("next=")).unwrap_or("");
    let next = next.replace("%3F", "?").replace("%26", "&");
    Ok(with_secret(&visitor, StatusCode::OK, |ui| SignInPage {
        device: device_choice(&ui, ""),
        ui,
        name: Entry::default(),
        next,
        mistakes: Vec::new(),
    }))
}

pub(super) async fn sign_in(visitor: Visitor, posted: Posted) -> Answer {
    // A new secret: whoever knew the old one before the sign-in knows nothing after it.
    let secret = visitor.new_secret();
    let machine = machine(&visitor, &posted);
    let (name, device) = (posted.get("name"), machine.device);
    let typed = (name, posted.get("password"));
    let app = &visitor.site.app;
    match app::session::sign_in(app, typed, machine, secret.as_bytes()).await {
        Ok(()) => {
            let next = match posted.get("next") {
                "" => "/work",
                next => crate::site::own_address(next),
            };
            let mut response = visitor.go(next)?;
            visitor.keep_secret(&mut response, &secret, device);
            Ok(response)
        }
        Err(Ending::Refused(refused)) => {
            Ok(with_secret(&visitor, StatusCode::UNPROCESSABLE_ENTITY, |ui| {
                let words = ui.refusal(refused);
                SignInPage {
                    name: Entry { value: name.to_owned(), error: String::new() },
                    device: device_choice(&ui, posted.get("device")),
                    next: posted.get("next").to_owned(),
                    mistakes: vec![Mistake { field: "name".to_owned(), words }],
                    ui,
                }
            }))
        }
        Err(ending) => Err(visitor.trouble(ending)),
    }
}

pub(super) async fn sign_out(visitor: Visitor, _posted: Posted) -> Answer {
    let case = SignOut { token: visitor.token() };
    visitor.site.app.backend.write(case).await.map_err(|ending| visitor.trouble(ending))?;
    let mut response = visitor.go("/sign-in")?;
    visitor.forget_secret(&mut response);
    Ok(response)
}

/// A page for somebody who is not signed in, with a secret in their cookie where there was none.
pub(super) fn with_secret<P: askama::Template>(
    visitor: &Visitor,
    status: StatusCode,
    page: impl FnOnce(Ui) -> P,
) -> Response {
    if visitor.has_secret() {
        return visitor.page(status, &page(visitor.ui_of_nobody()));
    }
    let secret = visitor.new_secret();
    let visitor = visitor.with_secret(&secret);
    let mut response = visitor.page(status, &page(visitor.ui_of_nobody()));
    visitor.keep_secret(&mut response, &secret, Device::Shared);
    response
}

/// The one box that says that the machine is nobody else's.
pub(super) fn device_choice(ui: &Ui, chosen: &str) -> Vec<Choice> {
    vec![Choice {
        value: Device::Own.name().to_owned(),
        label: ui.say("session-device-own").to_string(),
        hint: ui.say("session-device-own-hint").to_string(),
        chosen: chosen == Device::Own.name(),
    }]
}
