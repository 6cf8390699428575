//! How to do what this seat has to do.

mod show;

pub use show::{Audience, HelpPage};

use crate::site::Route;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    Vec::new()
}
