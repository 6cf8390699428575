//! Filling the table of figures.

mod save;
mod show;

pub use save::{CellChange, SaveGrid, SavedGrid};
pub use show::{GridView, ShowGrid};
