//! Filling in a table of figures.

mod edit;
mod cells;
mod handle;

pub(crate) use cells::{Boxes, Filled};
pub use edit::GridPage;
pub(crate) use handle::grid_page;
pub use handle::routes;
