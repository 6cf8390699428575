//! Filling in a table of figures.

mod edit;

pub use edit::GridPage;
