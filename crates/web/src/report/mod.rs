//! The consolidated report: writing it, and its files.

mod edit;

pub use edit::{Heading, ReportPage, ReportPart};

use crate::site::Route;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    Vec::new()
}
