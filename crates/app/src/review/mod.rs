//! The desk: what arrived, receiving it, returning it with reasons.

mod queue;
mod receive;
mod return_;

pub use queue::{Arrival, Queue, ShowQueue};
pub use receive::Receive;
pub use return_::Return;
