//! From an uploaded plan to what was understood of it.

mod check;
mod check_becomes;
mod check_change;
mod check_dates;
mod check_facts;
mod check_fields;
mod check_form;
mod check_look;
mod check_names;
mod check_questions;
mod check_spans;
mod check_tables;
mod check_text;
mod check_told;
mod upload;

pub use check::{
    AsideRow, DroppedRow, EditField, EditForm, FactGroup, FactRow, FactState, FieldLook, Folded,
    Origin, PlanCheckPage, PlanWarning, Proposal, Question, Severity,
};
pub use check_dates::{Body, CalendarDay, DateRow, EventRow, Month, Named};
pub(crate) use check_fields::{typed_day, unread_key};
pub use check_text::{MarkKind, Piece, TextBlock, TextLook};
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
        Route::new("/plans/{plan}/confirm", Policy::SignedIn, post(check_form::confirm)),
        Route::new("/plans/{plan}/discard", Policy::SignedIn, post(check_form::discard)),
    ]
}
