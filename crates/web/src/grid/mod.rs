//! Filling in a table of figures.

mod edit;

pub use edit::GridPage;

use crate::site::Route;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    Vec::new()
}
