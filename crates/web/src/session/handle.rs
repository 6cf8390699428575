use super::{SeatChoice, SeatStanding, SeatsPage, SignInPage};
use crate::site::{Answer, Policy, Posted, Route, Visitor};
use crate::ui::{Entry, Mistake};
use app::session::{Seats, SignOut, SwitchSeat};
use app::{Ending, Seen, hex};
use axum::http::StatusCode;
use axum::response::Response;
use axum::routing::{get, post};

/// The routes of signing in and out and of changing seats.
pub fn routes() -> Vec<Route> {
    vec![
        Route::new("/sign-in", Policy::Anyone, get(show_door).post(sign_in)),
        Route::new("/sign-out", Policy::SignedIn, post(sign_out)),
        Route::new("/seats", Policy::SignedIn, get(show_seats).post(switch)),
    ]
}

async fn show_door(visitor: Visitor, request: axum::extract::Request) -> Answer {
    let next = request.uri().query().and_then(|query| query.strip_prefix("next=")).unwrap_or("");
    let next = next.replace("%3F", "?").replace("%26", "&");
    Ok(door(&visitor, StatusCode::OK, |ui| SignInPage {
        ui,
        name: Entry::default(),
        next,
        mistakes: Vec::new(),
    }))
}

/// The door, with a secret in the visitor's cookie where there was none.
fn door(
    visitor: &Visitor,
    status: StatusCode,
    page: impl FnOnce(crate::ui::Ui) -> SignInPage,
) -> Response {
    if visitor.has_secret() {
        return visitor.page(status, &page(visitor.ui_of_nobody()));
    }
    let secret = hex(&visitor.site.app.backend.random());
    let visitor = visitor.with_secret(&secret);
    let mut response = visitor.page(status, &page(visitor.ui_of_nobody()));
    visitor.keep_secret(&mut response, &secret);
    response
}

async fn sign_in(visitor: Visitor, posted: Posted) -> Answer {
    // A new secret: whoever knew the old one before the sign-in knows nothing after it.
    let secret = hex(&visitor.site.app.backend.random());
    let (name, password) = (posted.get("name"), posted.get("password"));
    let app = &visitor.site.app;
    match app::session::sign_in(app, name, password, secret.as_bytes()).await {
        Ok(()) => {
            let next = match posted.get("next") {
                "" => "/work",
                next => crate::site::own_address(next),
            };
            let mut response = visitor.go(next)?;
            visitor.keep_secret(&mut response, &secret);
            Ok(response)
        }
        Err(Ending::Refused(refused)) => {
            Ok(door(&visitor, StatusCode::UNPROCESSABLE_ENTITY, |ui| {
                let words = ui.refusal(refused);
                SignInPage {
                    name: Entry { value: name.to_owned(), error: String::new() },
                    next: posted.get("next").to_owned(),
                    mistakes: vec![Mistake { field: "name".to_owned(), words }],
                    ui,
                }
            }))
        }
        Err(ending) => Err(visitor.trouble(ending)),
    }
}

async fn sign_out(visitor: Visitor, _posted: Posted) -> Answer {
    let case = SignOut { token: visitor.token() };
    visitor.site.app.backend.write(case).await.map_err(|ending| visitor.trouble(ending))?;
    let mut response = visitor.go("/sign-in")?;
    visitor.forget_secret(&mut response);
    Ok(response)
}

async fn show_seats(visitor: Visitor) -> Answer {
    let Seen { scope, output: seats } = visitor.read(Seats).await?;
    let seats = seats.into_iter().map(|seat| SeatChoice {
        standing: if seat.id == scope.seat() { SeatStanding::Acting } else { SeatStanding::Other },
        id: seat.id.to_string(),
        body: seat.unit,
        post: if seat.body.is_empty() {
            seat.title
        } else {
            format!("{} · {}", seat.title, seat.body)
        },
    });
    let page = SeatsPage {
        ui: visitor.ui_of(&scope),
        person: scope.shown().person.clone(),
        seats: seats.collect(),
    };
    visitor.show(&page)
}

async fn switch(visitor: Visitor, posted: Posted) -> Answer {
    let seat = posted.parse("seat").ok_or_else(|| visitor.trouble(Ending::NotFound))?;
    visitor.save(SwitchSeat { token: visitor.token(), seat }).await?;
    visitor.go("/work")
}
