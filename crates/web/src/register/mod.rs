//! The register of units: out as a table, and in again.

mod export;
mod form;
mod table;
mod take_in;

pub use form::RegisterPage;
pub(crate) use table::heading;

use crate::site::{Policy, Route};
use axum::routing::get;

/// The routes of the register.
pub fn routes() -> Vec<Route> {
    let route = |path, handler| Route::new(path, Policy::SignedIn, handler);
    vec![
        route("/register", get(form::show).post(take_in::take_in)),
        route("/register/export", get(export::export)),
        route("/reorganisations/{id}/wrong", get(take_in::wrong)),
    ]
}
