//! The tree of units.

mod tree;

pub use tree::UnitTreePage;
