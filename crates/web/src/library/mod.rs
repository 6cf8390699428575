//! The library of a campaign: set up by its officer, read by its bodies.

mod edit;
mod list;
mod row;
mod set_up;

pub use edit::LibraryEditPage;
pub(crate) use edit::kept;
pub use list::LibraryPage;
pub use row::{DocumentGroup, DocumentRow, DocumentState};
pub(crate) use row::{file_words, files, links};
pub use set_up::LibrarySetUpPage;

use crate::site::{Policy, Route};
use axum::routing::get;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    let route = |path, handler| Route::new(path, Policy::SignedIn, handler);
    vec![
        route("/campaigns/{campaign}/library", get(set_up::show)),
        route("/campaigns/{campaign}/library/{item}", get(edit::show).post(edit::save)),
        route("/library/{campaign}", get(list::show)),
        route("/library/{campaign}/{item}/file", get(list::file)),
    ]
}
