//! Totals of a unit with what they cover, and the way down from a figure.

mod handle;
mod handle_trace;
mod list;
mod table;
mod terms;
mod trace;

pub use handle::routes;
pub(crate) use handle::total_words;
pub use list::FiguresListPage;
pub use table::{Basis, FigureCell, FigureRow, FiguresPage, LowerUnit, Reach};
pub(crate) use terms::own_terms;
pub use trace::{MissingUnit, TracePage, TracedSource, TracedUnit};
