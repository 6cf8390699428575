//! Checking and sending a report, and one sent version to be read.

mod body;
mod check;
mod handle;
mod show;

pub use body::report_body;
pub use check::{CheckLine, CheckPage};
pub use handle::routes;
pub(crate) use handle::version_href;
pub use show::{ReportBody, ReportSection, ReturnReasons, ShowPage, VersionLink};
