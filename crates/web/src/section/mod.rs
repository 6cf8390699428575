//! Writing a section of the report.

mod edit;
mod handle;

pub use edit::{LowerText, OutlineStop, ReturnedReason, SectionPage};
pub use handle::routes;
pub(crate) use handle::{owner_words, section_page};
