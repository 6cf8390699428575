//! The chain of events, for those who check it.

mod export;
mod walk;

pub use export::export;
pub(crate) use walk::{Ends, walk};
