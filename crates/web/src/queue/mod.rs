//! The desk's queue of reports.

mod list;

pub use list::{QueueFilter, QueuePage, QueueRow};

use crate::site::Route;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    Vec::new()
}
