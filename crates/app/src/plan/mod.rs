//! Plans read in: upload, check beside the text, correct, confirm.

mod carry_out;
mod confirm;
mod correct;
mod count_open;
mod discard;
mod given_out;
mod matched;
mod open;
mod proposal;
mod show;
mod upload;

pub use carry_out::CarryOut;
pub use confirm::Confirm;
pub use correct::{Correct, Correction};
pub(crate) use correct::{document, own_hold};
pub use count_open::CountOpen;
pub use discard::Discard;
pub(crate) use given_out::find_given_out;
pub use given_out::{GivenOut, PlanFile};
pub use matched::{Matched, Register, TierCount};
pub use open::{Open, choose_destination, choose_plan, open};
pub use proposal::{mended_at, proposal};
pub use reader::{Unread, read_phrase};
pub use show::{PlanView, ShowPlan};
pub use store::body::Level;
pub use upload::{Upload, Uploaded};
