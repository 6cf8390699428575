//! Sending a report: what is missing, the act, what was sent.

mod check;
mod show;
mod submit;

pub use check::{CheckView, ShowCheck, leaves};
pub use show::{ShowSubmission, SubmissionView};
pub use submit::{Gaps, Receipt, Submit, submit};
