//! The report of a node as a whole: its own words, the sums of those below.

mod show;

pub use show::{ReportView, Stand, show_report};
