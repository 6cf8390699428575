//! The tree of units.

mod tree;

pub use tree::UnitTreePage;

use crate::site::Route;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    Vec::new()
}
