//! Signing in and out, changing seats, proving again who one is; the own account.

mod account;
mod confirm;
mod invitation;
mod password;
mod seats;
mod sign_in;
mod sign_out;

pub use account::{Account, PutOwnContact, ShowAccount, change_password};
pub use confirm::confirm;
pub use invitation::{Invited, ShowInvitation, accept};
pub use password::{Slow, hash_password};
pub use seats::{Seats, SwitchSeat};
pub use sign_in::{Machine, sign_in};
pub use sign_out::{SignOut, SignOutElsewhere, SignOutOne};

pub(crate) use account::follow_contact;
pub(crate) use sign_out::Note;
