//! The tree of units.

mod handle;
mod tree;

pub use handle::routes;
pub use tree::UnitTreePage;
