//! Signing in and choosing the seat to act from.

mod seats;
mod sign_in;

pub use seats::{SeatChoice, SeatsPage};
pub use sign_in::SignInPage;

use crate::site::Route;

/// The routes of this feature.
pub fn routes() -> Vec<Route> {
    Vec::new()
}
