//! Checking one report: receive it, or return it with reasons.

mod show;

pub use show::{CellReason, ReviewPage, Reviewable};
