//! The consolidated report: writing it, and its files.

mod edit;

pub use edit::{Heading, ReportPage, ReportPart};
