//! Checking and sending a report, its receipt, and one sent version to be read.

mod body;
mod check;
mod handle;
mod receipt;
mod show;

pub use body::report_body;
pub use check::{CheckLine, CheckPage};
pub use handle::routes;
pub use receipt::{Punctuality, ReceiptPage};
pub use show::{ReportBody, ReportSection, ReturnReasons, ShowPage, VersionLink};
