//! Writing a section of the report.

mod edit;

pub use edit::{LowerText, OutlineStop, ReturnedReason, SectionPage};

use crate::site::Route;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    Vec::new()
}
