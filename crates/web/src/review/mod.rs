//! Checking one report: receive it, or return it with reasons.

mod show;

pub use show::{CellReason, ReviewPage, Reviewable};

use crate::site::Route;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    Vec::new()
}
