//! Reorganisation of the tree: asked for on a form, shown with its consequences, decided, undone.

mod ask;
mod form;
mod handle;
mod list;
mod show;

pub use form::{ChildChoice, FormPage, PartForm, Shape};
pub use list::{ListPage, ListRow};
pub use show::{HeirChoice, MoveRow, ReceiptView, ShowPage, Stands};

use crate::site::{Policy, Route};
use axum::routing::{get, post};

/// The routes of reorganisation.
pub fn routes() -> Vec<Route> {
    let route = |path, handler| Route::new(path, Policy::SignedIn, handler);
    vec![
        route("/reorganisations", get(list::list).post(ask::ask)),
        route("/reorganisations/new", get(form::show)),
        route("/reorganisations/{id}", get(handle::show)),
        route("/reorganisations/{id}/decide", post(handle::decide)),
        route("/reorganisations/{id}/undo", post(handle::undo)),
    ]
}
