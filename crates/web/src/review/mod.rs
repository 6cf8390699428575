//! Checking one report: receive it, or return it with reasons.

mod handle;
mod reasons;
mod show;

pub use handle::routes;
pub use show::{CellReason, EarlierReason, Outcome, ReviewPage, Reviewable};
