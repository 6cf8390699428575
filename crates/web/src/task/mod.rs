//! What the duties of a plan lay upon bodies: set up by the issuer, done by those who are named.

mod duties;
mod duty;

pub use duties::{DutiesPage, DutyRow, DutyWhen, PartyRow, PartyState};
pub use duty::{DutyPage, Open, PartyFields};

use crate::site::{Policy, Route};
use axum::routing::get;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    let route = |path, handler| Route::new(path, Policy::SignedIn, handler);
    vec![
        route("/campaigns/{campaign}/duties", get(duties::show).post(duties::choose)),
        route("/campaigns/{campaign}/duties/{task}", get(duty::show).post(duty::save)),
    ]
}
