//! Writing a section of the report.

mod edit;

pub use edit::{LowerText, OutlineStop, ReturnedReason, SectionPage};
