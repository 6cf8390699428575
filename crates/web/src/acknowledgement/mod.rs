//! Who has received the plan: said by each unit, seen by those above.

mod list;
mod put;

pub use list::{AcknowledgementsPage, ReaderRow};

use crate::site::{Policy, Route};
use axum::routing::{get, post};

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    let route = |path, handler| Route::new(path, Policy::SignedIn, handler);
    vec![
        route("/campaigns/{campaign}/received", get(list::show)),
        route("/work/{campaign}/received", post(put::acknowledge)),
    ]
}
