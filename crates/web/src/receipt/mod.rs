//! The receipt of a report that was sent: shown, kept as a file, checked again.

mod check;
mod show;
mod square;

pub use check::{CheckReceiptPage, Outcome};
pub use show::{Punctuality, ReceiptPage};
pub use square::Square;

use crate::site::{Policy, Route};
use axum::routing::get;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    let route = |path, handler| Route::new(path, Policy::SignedIn, handler);
    vec![
        route("/work/{campaign}/receipt", get(show::show)),
        route("/work/{campaign}/receipt/file", get(show::file)),
        route("/receipts", get(check::show).post(check::check)),
    ]
}
