//! The desk's queue of reports.

mod list;

pub use list::{QueueFilter, QueuePage, QueueRow};
