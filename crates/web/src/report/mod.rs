//! The report of a unit as a whole: what is in it, its form on paper, and its files.

mod annex;
mod compose;
mod edit;
mod handle;

pub use compose::{compose, heading_words};
pub use edit::{Heading, HeadingForm, ReportPage, ReportPart, SumsAs};
pub use handle::routes;
