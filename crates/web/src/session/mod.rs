//! Signing in and out, choosing the seat to act from, links that invite, the own account.

mod account;
mod browser;
mod confirm;
mod door;
mod invitation;
mod password;
mod seats;
mod sign_in;

pub use account::{AccountPage, SessionRow};
pub use confirm::{ConfirmPage, ConfirmStep, KeptField};
pub use invitation::InvitationPage;
pub use password::PasswordPage;
pub use seats::{SeatChoice, SeatStanding, SeatsPage};
pub use sign_in::SignInPage;

pub(crate) use account::session_words;
pub(crate) use browser::browser_words;

use crate::site::{Policy, Posted, Route, Visitor};
use crate::ui::Ui;
use app::SeatRow;
use app::session::Machine;
use axum::routing::{get, post};
use domain::session::Device;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    let anyone = |path, handler| Route::new(path, Policy::Anyone, handler);
    let signed_in = |path, handler| Route::new(path, Policy::SignedIn, handler);
    vec![
        anyone("/sign-in", get(door::show).post(door::sign_in)),
        anyone("/invitations/{link}", get(invitation::show).post(invitation::accept)),
        signed_in("/sign-out", post(door::sign_out)),
        signed_in("/seats", get(seats::show).post(seats::switch)),
        signed_in("/confirm", get(confirm::show).post(confirm::confirm)),
        signed_in("/account", get(account::show).post(account::save)),
        signed_in("/account/password", get(password::show).post(password::change)),
        signed_in("/account/sessions", post(account::end_sessions)),
    ]
}

/// What a seat is called: title, organ, and whom it stands in for.
pub(crate) fn post_words(ui: &Ui, seat: &SeatRow) -> String {
    let parts = [seat.title.as_str(), seat.body.as_str()];
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    instead_words(ui, &parts.join(" · "), &seat.instead_of)
}

/// `Chủ tịch (thay Lò Minh Đức)`.
pub(crate) fn instead_words(ui: &Ui, post: &str, instead_of: &str) -> String {
    if instead_of.is_empty() {
        return post.to_owned();
    }
    ui.say("seat-instead").with("post", post).with("name", instead_of).to_string()
}

/// On what the visitor signs in, as they say and as their browser says.
fn machine(visitor: &Visitor, posted: &Posted) -> Machine {
    let own = posted.get("device") == Device::Own.name();
    Machine {
        device: if own { Device::Own } else { Device::Shared },
        browser: visitor.browser.clone(),
    }
}
