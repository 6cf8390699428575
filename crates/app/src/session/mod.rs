//! Signing in and out, and changing seats.

mod seats;
mod sign_in;
mod sign_out;

pub use seats::{Seats, SwitchSeat};
pub use sign_in::{hash_password, sign_in};
pub use sign_out::SignOut;
