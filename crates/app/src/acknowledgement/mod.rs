//! Who has read the plan and what changed in it, down to the last unit.

mod put;
mod show;

pub use put::Acknowledge;
pub(crate) use put::by_writing;
pub use show::{Acknowledgements, BODIES_PER_PAGE, NAMES_MAX, ShowAcknowledgements};
