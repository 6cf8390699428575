//! The report of a unit as a whole: what is in it, its form on paper, and its files.

mod annex;
mod compose;
mod edit;
mod handle;

pub(crate) use annex::table_annex;
pub use compose::{compose, heading_words};
pub(crate) use compose::{heading_number, lines, place_and_date, say, signature_of, symbol_unit};
pub use edit::{Heading, HeadingForm, ReportPage, ReportPart, SumsAs};
pub use handle::routes;
