//! Checking and sending a report, its receipt, and one sent version to be read.

mod check;
mod receipt;
mod show;

pub use check::{CheckLine, CheckPage, Explanation};
pub use receipt::{Punctuality, ReceiptPage};
pub use show::{ReportBody, ReportSection, ReturnReasons, ShowPage, VersionLink};

use crate::site::Route;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    Vec::new()
}
