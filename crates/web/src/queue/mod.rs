//! The desk's queue of reports.

mod handle;
mod list;

pub use handle::routes;
pub use list::{QueueFilter, QueuePage, QueueRow};
