//! Signing in and choosing the seat to act from.

mod handle;
mod seats;
mod sign_in;

pub use handle::routes;
pub use seats::{SeatChoice, SeatStanding, SeatsPage};
pub use sign_in::SignInPage;
