//! Totals of a unit with what they cover, and the way down from a figure.

mod table;
mod trace;

pub use table::{Basis, FigureCell, FigureGroup, FigureRow, FiguresPage, LowerUnit};
pub use trace::{MissingUnit, TracePage, TracedUnit};

use crate::site::Route;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    Vec::new()
}
