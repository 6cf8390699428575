//! Signing in and choosing the seat to act from.

mod seats;
mod sign_in;

pub use seats::{SeatChoice, SeatsPage};
pub use sign_in::SignInPage;
