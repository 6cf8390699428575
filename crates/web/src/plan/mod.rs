//! From an uploaded plan to what was understood of it.

mod check;
mod check_facts;
mod check_form;
mod check_line;
mod check_text;
mod upload;

pub use check::{
    DateRow, EditField, EditLine, FactGroup, FactRow, FactState, MarkKind, Origin, OutlineRow,
    Piece, PlanCheckPage, PlanWarning, Question, Removal, Severity, TextBlock, TextLook,
};
pub(crate) use check_line::typed_day;
pub use upload::PlanUploadPage;

use crate::site::{Policy, Route};
use axum::routing::{get, post};

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    vec![
        Route::new("/plans", Policy::SignedIn, get(upload::show).post(upload::upload)),
        Route::new(
            "/plans/{plan}",
            Policy::SignedIn,
            get(check_form::show).post(check_form::correct),
        ),
        Route::new(
            "/plans/{plan}/destination",
            Policy::SignedIn,
            post(check_form::choose_destination),
        ),
        Route::new("/plans/{plan}/confirm", Policy::SignedIn, post(check_form::confirm)),
    ]
}
